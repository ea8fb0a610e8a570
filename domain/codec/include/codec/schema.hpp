#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// JSON Schemas (2020-12, as OpenAPI 3.1 has them) of what the codec writes and reads. They are put
/// together as texts, so that a file which describes shapes compiles no second JSON library.
namespace langnghe::codec {

/// A JSON Schema as JSON text.
struct Schema {
  std::string text;
  bool operator==(const Schema&) const = default;
};

/// Whether the program writes the document or reads it. A request has limits of size and may leave
/// members out; an answer tells which members always stand there.
enum class SchemaUse { answer, request };

/// The schemas that have a name, each made once.
class Schemas {
 public:
  explicit Schemas(SchemaUse use) : use_(use) {}

  [[nodiscard]] bool of_request() const { return use_ == SchemaUse::request; }
  /// A reference to the schema of that name; `make` is called when it is named for the first time.
  /// A structure that is described for both uses has the name `…Input` in requests.
  [[nodiscard]] Schema structure(std::string_view name, const std::function<Schema()>& make);
  /// The same of a text, which has one form in both uses.
  [[nodiscard]] Schema text_form(std::string_view name, const std::function<Schema()>& make);
  [[nodiscard]] const std::map<std::string, Schema, std::less<>>& all() const { return named_; }

 private:
  SchemaUse use_;
  std::map<std::string, Schema, std::less<>> named_;
};

/// Both ends included; none = without bound.
struct NumberBounds {
  std::optional<std::int64_t> least;
  std::optional<std::int64_t> most;
};

[[nodiscard]] Schema boolean_schema();
[[nodiscard]] Schema integer_schema(NumberBounds bounds = {});
/// Any text; of a request at most as long as one may be.
[[nodiscard]] Schema text_schema(const Schemas& known);
/// A text of this form: an ECMA-262 pattern of the whole.
[[nodiscard]] Schema pattern_schema(std::string_view pattern);
[[nodiscard]] Schema constant_schema(std::string_view value);
[[nodiscard]] Schema choice_schema(const std::vector<std::string_view>& values);
[[nodiscard]] Schema array_schema(const Schemas& known, const Schema& items);
[[nodiscard]] Schema fixed_array_schema(const Schema& items, std::size_t size);
/// An object whose names are data.
[[nodiscard]] Schema map_schema(const Schema& values);
[[nodiscard]] Schema one_of_schema(const std::vector<Schema>& choices);
/// The same or null.
[[nodiscard]] Schema nullable_schema(const Schema& schema);
/// The same with bounds on its number, or on each number of its array.
[[nodiscard]] Schema bounded_schema(const Schema& schema, std::int64_t least, std::int64_t most);

// Texts of one form, each under its own name.
[[nodiscard]] Schema day_schema(Schemas& known);
[[nodiscard]] Schema clock_time_schema(Schemas& known);
[[nodiscard]] Schema happened_schema(Schemas& known);
[[nodiscard]] Schema instant_schema(Schemas& known);
/// Any JSON: what the ledger holds, whose form its event type and schema say.
[[nodiscard]] Schema any_json_schema(Schemas& known);

/// An object with named members.
class ObjectSchema {
 public:
  void add(std::string_view name, Schema schema, bool required);
  /// An object of a request may have no other members: they would be refused.
  [[nodiscard]] Schema made(const Schemas& known) const;

 private:
  struct Member {
    std::string name;
    Schema schema;
    bool required = false;
  };
  std::vector<Member> members_;
};

}  // namespace langnghe::codec
