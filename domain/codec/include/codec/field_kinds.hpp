#pragma once

#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <codec/field_error.hpp>
#include <codec/json_node.hpp>
#include <codec/json_text.hpp>
#include <codec/schema.hpp>
#include <domain/enum_text.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>

// Writes and reads the values of each type. Include in .cpp files only.
namespace langnghe::codec {

/// The origin of the document. Of a record only the form is checked: history is never refused
/// because a limit became tighter. A request is also asked for sizes, ranges and well-formed
/// identifiers, because what it says will be kept for ever.
enum class Source { record, request };

/// Collects what is wrong while a document is read.
class Reader {
 public:
  explicit Reader(Source source) : source_(source) {}

  [[nodiscard]] bool is_request() const { return source_ == Source::request; }
  /// Answers false, so that a reading function can end with it.
  bool fail(const Path& at, FieldErrorCode code, std::string expected);
  [[nodiscard]] std::size_t problems() const { return problems_; }
  [[nodiscard]] FieldErrors take() { return std::move(errors_); }

 private:
  Source source_;
  std::size_t problems_ = 0;  ///< counts on where `errors_` is full
  FieldErrors errors_;
};

/// One type's way into JSON and back:
///   static std::string expected();                                        // for FieldError
///   static Json write(const T&);
///   static bool read(const Node&, T&, const Path&, Reader&);   // false = told the reader why
///   static Schema schema(Schemas&);                            // of what is written and read
/// A type that is only written has no `read` and no `expected`.
template <class T>
struct Kind;

[[nodiscard]] bool read_integer(const Node& node, std::int64_t least, std::int64_t most,
                                std::int64_t& out, const Path& at, Reader& reader);
[[nodiscard]] bool read_text(const Node& node, std::string& out, const Path& at, Reader& reader);
enum class IdForm { plain, field_code, stream };
[[nodiscard]] std::string expected_form(IdForm form);
[[nodiscard]] bool read_id(const Node& node, IdForm form, std::string& out, const Path& at,
                           Reader& reader);
[[nodiscard]] Schema id_schema(IdForm form, Schemas& known);
[[nodiscard]] bool read_items(const Node& node, const Path& at, Reader& reader);

template <>
struct Kind<bool> {
  static std::string expected() { return "boolean"; }
  static Json write(bool value) { return value; }
  static Schema schema(Schemas& /*known*/) { return boolean_schema(); }
  static bool read(const Node& node, bool& out, const Path& at, Reader& reader);
};

template <>
struct Kind<std::string> {
  static std::string expected() { return "text"; }
  static Json write(const std::string& value) { return value; }
  static Schema schema(Schemas& known) { return text_schema(known); }
  static bool read(const Node& node, std::string& out, const Path& at, Reader& reader) {
    return read_text(node, out, at, reader);
  }
};

template <>
struct Kind<int> {
  static std::string expected() { return "integer"; }
  static Json write(int value) { return value; }
  static Schema schema(Schemas& /*known*/) { return integer_schema(); }
  static bool read(const Node& node, int& out, const Path& at, Reader& reader);
};

/// Up to 2^53 - 1: beyond it RFC 8785 numbers lose their last digits.
template <>
struct Kind<std::uint64_t> {
  static std::string expected() { return "integer"; }
  static Json write(std::uint64_t value) { return value; }
  static Schema schema(Schemas& /*known*/) { return integer_schema({0, std::nullopt}); }
  static bool read(const Node& node, std::uint64_t& out, const Path& at, Reader& reader);
};

template <>
struct Kind<domain::Date> {
  static std::string expected() { return "YYYY-MM-DD"; }
  static Json write(const domain::Date& value) { return domain::to_text(value); }
  static Schema schema(Schemas& known) { return day_schema(known); }
  static bool read(const Node& node, domain::Date& out, const Path& at, Reader& reader);
};

template <>
struct Kind<std::chrono::minutes> {
  static std::string expected() { return "HH:MM"; }
  static Json write(std::chrono::minutes value) { return domain::to_text(value); }
  static Schema schema(Schemas& known) { return clock_time_schema(known); }
  static bool read(const Node& node, std::chrono::minutes& out, const Path& at, Reader& reader);
};

template <>
struct Kind<domain::Happened> {
  static std::string expected() { return "YYYY-MM-DD|YYYY-MM-DDTHH:MM:SS+07:00"; }
  static Json write(const domain::Happened& value) { return domain::to_text(value); }
  static Schema schema(Schemas& known) { return happened_schema(known); }
  static bool read(const Node& node, domain::Happened& out, const Path& at, Reader& reader);
};

template <>
struct Kind<domain::Instant> {
  static std::string expected() { return "YYYY-MM-DDTHH:MM:SS.sssZ"; }
  static Json write(domain::Instant value) { return domain::to_utc_text(value); }
  static Schema schema(Schemas& known) { return instant_schema(known); }
  static bool read(const Node& node, domain::Instant& out, const Path& at, Reader& reader);
};

template <class Tag>
struct Kind<domain::Id<Tag>> {
  using Id = domain::Id<Tag>;
  static constexpr IdForm kForm = std::same_as<Id, domain::FieldCode>  ? IdForm::field_code
                                  : std::same_as<Id, domain::StreamId> ? IdForm::stream
                                                                       : IdForm::plain;
  static std::string expected() { return expected_form(kForm); }
  static Json write(const Id& value) { return value.value; }
  static Schema schema(Schemas& known) { return id_schema(kForm, known); }
  static bool read(const Node& node, Id& out, const Path& at, Reader& reader) {
    return read_id(node, kForm, out.value, at, reader);
  }
};

template <domain::NamedEnum E>
struct Kind<E> {
  static std::string expected() {
    std::string choices;
    for (const auto& [value, name] : domain::EnumText<E>::kNames) {
      choices += choices.empty() ? "" : "|";
      choices += name;
    }
    return choices;
  }
  static Json write(E value) { return domain::to_text(value); }
  static Schema schema(Schemas& /*known*/) {
    std::vector<std::string_view> choices;
    for (const auto& [value, name] : domain::EnumText<E>::kNames) {
      choices.push_back(name);
    }
    return choice_schema(choices);
  }
  static bool read(const Node& node, E& out, const Path& at, Reader& reader) {
    if (!node.is_text()) {
      return reader.fail(at, FieldErrorCode::wrong_type, expected());
    }
    const auto value = domain::from_text<E>(node.as_text());
    if (!value) {
      return reader.fail(at, FieldErrorCode::not_a_choice, expected());
    }
    out = *value;
    return true;
  }
};

/// Absent and null both mean "none"; a description writes it only when there is one.
template <class T>
struct Kind<std::optional<T>> {
  static std::string expected() { return Kind<T>::expected(); }
  static Json write(const std::optional<T>& value) {
    return value ? Kind<T>::write(*value) : Json(nullptr);
  }
  static Schema schema(Schemas& known) { return nullable_schema(Kind<T>::schema(known)); }
  static bool read(const Node& node, std::optional<T>& out, const Path& at, Reader& reader) {
    if (node.is_null()) {
      out.reset();
      return true;
    }
    return Kind<T>::read(node, out.emplace(), at, reader);
  }
};

template <class T>
struct Kind<std::vector<T>> {
  static std::string expected() { return "array"; }
  static Json write(const std::vector<T>& values) {
    auto items = Json::array();
    for (const auto& value : values) {
      items.push_back(Kind<T>::write(value));
    }
    return items;
  }
  static Schema schema(Schemas& known) { return array_schema(known, Kind<T>::schema(known)); }
  static bool read(const Node& node, std::vector<T>& out, const Path& at, Reader& reader) {
    if (!read_items(node, at, reader)) {
      return false;
    }
    const auto items = node.items();
    out.clear();
    out.resize(items.size());
    bool good = true;
    for (std::size_t i = 0; i < items.size(); ++i) {
      good &= Kind<T>::read(items[i], out[i], Path(at, i), reader);
    }
    return good;
  }
};

template <class T, std::size_t N>
struct Kind<std::array<T, N>> {
  static std::string expected() { return "array"; }
  static Json write(const std::array<T, N>& values) {
    auto items = Json::array();
    for (const auto& value : values) {
      items.push_back(Kind<T>::write(value));
    }
    return items;
  }
  static Schema schema(Schemas& known) { return fixed_array_schema(Kind<T>::schema(known), N); }
  static bool read(const Node& node, std::array<T, N>& out, const Path& at, Reader& reader) {
    if (!node.is_array()) {
      return reader.fail(at, FieldErrorCode::wrong_type, expected());
    }
    const auto items = node.items();
    if (items.size() != N) {
      return reader.fail(at, FieldErrorCode::wrong_count, std::to_string(N));
    }
    bool good = true;
    for (std::size_t i = 0; i < N; ++i) {
      good &= Kind<T>::read(items[i], out[i], Path(at, i), reader);
    }
    return good;
  }
};

/// One of several shapes. Only written.
template <class... T>
struct Kind<std::variant<T...>> {
  static Json write(const std::variant<T...>& value) {
    return std::visit([]<class V>(const V& held) { return Kind<V>::write(held); }, value);
  }
  static Schema schema(Schemas& known) { return one_of_schema({Kind<T>::schema(known)...}); }
};

/// An object whose names are data, such as the khóm of a ward. Only written.
template <class T>
struct Kind<std::map<std::string, T>> {
  static Json write(const std::map<std::string, T>& values) {
    auto object = Json::object();
    for (const auto& [name, value] : values) {
      object.emplace(name, Kind<T>::write(value));
    }
    return object;
  }
  static Schema schema(Schemas& known) { return map_schema(Kind<T>::schema(known)); }
};

}  // namespace langnghe::codec
