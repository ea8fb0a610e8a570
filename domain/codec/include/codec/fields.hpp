#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <codec/field_error.hpp>
#include <codec/field_kinds.hpp>
#include <codec/json_node.hpp>
#include <codec/json_text.hpp>

/// Described structs: each field's wire name is written once, by hand, and both ways follow.
/// Include in .cpp files only.
///
///   template <>
///   struct langnghe::codec::Fields<domain::Noted> {
///     static constexpr auto list = std::tuple{field("reason", &domain::Noted::reason)};
///   };
///
///   Json json = to_json(noted);
///   domain::Noted back;
///   if (auto read = from_json(json, back); !read) answer(read.error());   // all that is wrong
namespace langnghe::codec {

/// The description of T: `static constexpr auto list`, a std::tuple of field(…), field_or_default
/// (…), added_later(…), if_said(…), nullable(…), assigned(…) and flattened(…). A struct without
/// members has an empty tuple. `static constexpr std::string_view name`, where there is one, is the
/// name of its schema in the contract; without, the schema stands wherever the struct is used.
template <class T>
struct Fields;

template <class T>
concept Described = requires { Fields<T>::list; };

enum class Presence {
  required,     ///< optional<…> may be absent all the same
  or_default,   ///< absent: the member keeps what it holds
  added_later,  ///< absent: its default; the default is not written, so that older records stay
                ///< what they are byte for byte
  assigned,     ///< the program gives it: required in a record, unknown in a request
  if_said,      ///< required in a record; a request may leave it out for its default
  or_null,      ///< an optional<…> that is written as null where there is none
};

[[nodiscard]] constexpr bool may_be_absent(Presence presence, bool in_request) {
  return presence == Presence::or_default || presence == Presence::added_later ||
         (presence == Presence::if_said && in_request);
}

/// The range of a number in a request, both ends included; of an array, each of its numbers.
struct Bounds {
  std::int64_t least = 0;
  std::int64_t most = -1;  ///< less than `least` = no bounds
};
[[nodiscard]] constexpr Bounds between(std::int64_t least, std::int64_t most) {
  return {least, most};
}

template <class T, class M>
struct Field {
  std::string_view name;
  M T::* member;
  Presence presence = Presence::required;
  Bounds bounds{};
  bool (*is_default)(const M& value) = nullptr;  ///< of what was added later
};

/// The member's own fields stand among those of T.
template <class T, class M>
struct Flattened {
  M T::* member;
};

template <class T, class M>
[[nodiscard]] constexpr Field<T, M> field(std::string_view name, M T::* member,
                                          Bounds bounds = {}) {
  return {name, member, Presence::required, bounds};
}
template <class T, class M>
[[nodiscard]] constexpr Field<T, M> field_or_default(std::string_view name, M T::* member,
                                                     Bounds bounds = {}) {
  return {name, member, Presence::or_default, bounds};
}
template <class T, class M>
[[nodiscard]] constexpr Field<T, M> added_later(std::string_view name, M T::* member) {
  return {name, member, Presence::added_later, {}, [](const M& value) { return value == M{}; }};
}
template <class T, class M>
[[nodiscard]] constexpr Field<T, M> if_said(std::string_view name, M T::* member) {
  return {name, member, Presence::if_said, {}};
}
template <class T, class M>
[[nodiscard]] constexpr Field<T, std::optional<M>> nullable(std::string_view name,
                                                            std::optional<M> T::* member) {
  return {name, member, Presence::or_null, {}};
}
template <class T, class M>
[[nodiscard]] constexpr Field<T, M> assigned(std::string_view name, M T::* member) {
  return {name, member, Presence::assigned, {}};
}
template <class T, class M>
[[nodiscard]] constexpr Flattened<T, M> flattened(M T::* member) {
  return {member};
}

/// Calls `visit` with each entry of T's description.
template <Described T, class Visit>
constexpr void for_each_field(Visit visit) {
  std::apply([&](const auto&... entry) { (visit(entry), ...); }, Fields<T>::list);
}

template <class>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

// ---- writing

template <Described T>
void write_fields(const T& value, Json& object);

template <class T, class M>
void write_entry(const Field<T, M>& entry, const T& value, Json& object) {
  const M& member = value.*entry.member;
  if constexpr (kIsOptional<M>) {
    if (!member && entry.presence != Presence::or_null) {
      return;
    }
  } else if (entry.is_default != nullptr && entry.is_default(member)) {
    return;
  }
  object.emplace(entry.name, Kind<M>::write(member));
}

template <class T, class M>
void write_entry(const Flattened<T, M>& entry, const T& value, Json& object) {
  write_fields(value.*entry.member, object);
}

template <Described T>
void write_fields(const T& value, Json& object) {
  for_each_field<T>([&](const auto& entry) { write_entry(entry, value, object); });
}

template <Described T>
[[nodiscard]] Json to_json(const T& value) {
  auto object = Json::object();
  write_fields(value, object);
  return object;
}

// ---- reading

/// The number of the object's members that the description knows; wrong ones are told to the
/// reader.
template <Described T>
std::size_t read_fields(const Node& object, T& out, const Path& at, Reader& reader);

/// Only numbers have bounds: of anything else all is within them.
template <class M>
bool within(const Bounds& bounds, const M& value) {
  if constexpr (std::integral<M> && !std::same_as<M, bool>) {
    return std::cmp_less_equal(bounds.least, value) && std::cmp_less_equal(value, bounds.most);
  } else if constexpr (kIsOptional<M>) {
    return !value || within(bounds, *value);
  } else if constexpr (requires { typename std::tuple_size<M>::type; }) {
    return std::ranges::all_of(value, [&](const auto& item) { return within(bounds, item); });
  } else {
    return true;
  }
}

template <class T, class M>
std::size_t read_entry(const Field<T, M>& entry, const Node& object, T& out, const Path& at,
                       Reader& reader) {
  if (entry.presence == Presence::assigned && reader.is_request()) {
    return 0;
  }
  const Path here(at, entry.name);
  const auto* const found = object.find(entry.name);
  if (found == nullptr) {
    if (!kIsOptional<M> && !may_be_absent(entry.presence, reader.is_request())) {
      reader.fail(here, FieldErrorCode::missing_field, Kind<M>::expected());
    }
    return 0;
  }
  M& member = out.*entry.member;
  const bool good = Kind<M>::read(*found, member, here, reader);
  const bool bounded = entry.bounds.least <= entry.bounds.most && reader.is_request();
  if (good && bounded && !within(entry.bounds, member)) {
    reader.fail(here, FieldErrorCode::out_of_range,
                std::to_string(entry.bounds.least) + ".." + std::to_string(entry.bounds.most));
  }
  return 1;
}

template <class T, class M>
std::size_t read_entry(const Flattened<T, M>& entry, const Node& object, T& out, const Path& at,
                       Reader& reader) {
  return read_fields(object, out.*entry.member, at, reader);
}

template <Described T>
std::size_t read_fields(const Node& object, T& out, const Path& at, Reader& reader) {
  std::size_t known = 0;
  for_each_field<T>(
      [&](const auto& entry) { known += read_entry(entry, object, out, at, reader); });
  return known;
}

/// The names a document of this source may use.
template <Described T>
void collect_names(const Reader& reader, std::vector<std::string_view>& names) {
  for_each_field<T>([&]<class Entry>(const Entry& entry) {
    if constexpr (requires { entry.name; }) {
      if (entry.presence != Presence::assigned || !reader.is_request()) {
        names.push_back(entry.name);
      }
    } else {
      using Member = std::remove_cvref_t<decltype(std::declval<T&>().*entry.member)>;
      collect_names<Member>(reader, names);
    }
  });
}

void report_unknown(const Node& object, const std::vector<std::string_view>& names, const Path& at,
                    Reader& reader);

template <Described T>
bool read_object(const Node& node, T& out, const Path& at, Reader& reader) {
  if (!node.is_object()) {
    return reader.fail(at, FieldErrorCode::not_an_object, "object");
  }
  const auto problems = reader.problems();
  if (read_fields(node, out, at, reader) != node.members().size()) {
    std::vector<std::string_view> names;
    collect_names<T>(reader, names);
    report_unknown(node, names, at, reader);
  }
  return reader.problems() == problems;
}

// ---- its schema

template <Described T>
void add_members(Schemas& known, ObjectSchema& object);

template <class T, class M>
void add_member(const Field<T, M>& entry, Schemas& known, ObjectSchema& object) {
  if (known.of_request()) {
    if (entry.presence == Presence::assigned) {
      return;
    }
    auto schema = Kind<M>::schema(known);
    if (entry.bounds.least <= entry.bounds.most) {
      schema = bounded_schema(schema, entry.bounds.least, entry.bounds.most);
    }
    object.add(entry.name, std::move(schema),
               !kIsOptional<M> && !may_be_absent(entry.presence, true));
    return;
  }
  if constexpr (kIsOptional<M>) {
    if (entry.presence != Presence::or_null) {
      object.add(entry.name, Kind<typename M::value_type>::schema(known), false);
      return;
    }
  }
  object.add(entry.name, Kind<M>::schema(known), entry.presence != Presence::added_later);
}

template <class T, class M>
void add_member(const Flattened<T, M>& /*entry*/, Schemas& known, ObjectSchema& object) {
  add_members<M>(known, object);
}

template <Described T>
void add_members(Schemas& known, ObjectSchema& object) {
  for_each_field<T>([&](const auto& entry) { add_member(entry, known, object); });
}

/// A reference where the description has a name.
template <Described T>
[[nodiscard]] Schema described_schema(Schemas& known) {
  const auto make = [&known] {
    ObjectSchema object;
    add_members<T>(known, object);
    return object.made(known);
  };
  if constexpr (requires { Fields<T>::name; }) {
    return known.structure(Fields<T>::name, make);
  } else {
    return make();
  }
}

template <Described T>
struct Kind<T> {
  static std::string expected() { return "object"; }
  static Json write(const T& value) { return to_json(value); }
  static Schema schema(Schemas& known) { return described_schema<T>(known); }
  static bool read(const Node& node, T& out, const Path& at, Reader& reader) {
    return read_object(node, out, at, reader);
  }
};

/// Reads a described struct; `out` is only half written when there are errors. A request unless it
/// is said to be a record.
template <Described T>
[[nodiscard]] std::expected<void, FieldErrors> from_json(const Json& json, T& out,
                                                         Source source = Source::request) {
  const NodeTree tree(json);
  Reader reader(source);
  read_object(tree.root(), out, Path{}, reader);
  if (reader.problems() > 0) {
    return std::unexpected(reader.take());
  }
  return {};
}

}  // namespace langnghe::codec
