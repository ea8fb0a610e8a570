#include "contract/schemas.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "wire/schemas.hpp"

namespace langnghe::contract {
namespace {

// In the place of a schema's name: of the answer to every read, to every act.
constexpr std::string_view kEveryRead = "every read";
constexpr std::string_view kEveryAct = "every act";

[[noreturn]] void unknown(const std::string& name, std::string_view path) {
  throw std::runtime_error("there is prose of " + name + ", which has no member " +
                           std::string(path));
}

/// Into the items of a list, and into what may be null.
Json& inner(Json& schema) {
  if (schema.contains("items")) {
    return inner(schema["items"]);
  }
  if (schema.contains("oneOf")) {
    for (auto& choice : schema["oneOf"]) {
      if (choice.contains("properties")) {
        return choice;
      }
    }
  }
  return schema;
}

void add_to_member(Json& schema, std::string_view path, const Json& said, const std::string& name) {
  const auto end = std::min(path.find('.'), path.size());
  auto& object = inner(schema);
  const std::string member(path.substr(0, end));
  if (!object.contains("properties") || !object["properties"].contains(member)) {
    unknown(name, path);
  }
  auto& found = object["properties"][member];
  if (end < path.size()) {
    add_to_member(found, path.substr(end + 1), said, name);
    return;
  }
  if (said.is_string()) {
    found["description"] = said;
    return;
  }
  for (const auto& [keyword, value] : said.items()) {
    if (keyword != "required") {
      found[keyword] = value;
      continue;
    }
    object["required"].push_back(member);
  }
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

/// A file's words about a schema: about its members, and keywords of the whole.
void add_to_schema(Json& schemas, const std::string& name, const Json& said) {
  if (!schemas.contains(name)) {
    throw std::runtime_error("there is prose of a schema that there is not: " + name);
  }
  auto& schema = schemas[name];
  for (const auto& [keyword, value] : said.items()) {
    if (keyword == "members") {
      add_prose(schema, value, name);
    } else {
      schema[keyword] = value;
    }
  }
}

/// The same for every schema with a member of this name.
void add_to_all(Json& schemas, std::string_view having, const Json& said) {
  for (auto& [name, schema] : schemas.items()) {
    if (schema.contains("properties") && schema["properties"].contains(having)) {
      add_prose(schema, said.at("members"), name);
    }
  }
}

void add_all(const codec::Schemas& known, Json& schemas) {
  for (const auto& [name, schema] : known.all()) {
    auto json = json_of(schema);
    if (schemas.contains(name) && schemas[name] != json) {
      throw std::runtime_error("two schemas have the name " + name);
    }
    schemas[name] = std::move(json);
  }
}

}  // namespace

Json json_of(const codec::Schema& schema) {
  return Json::parse(schema.text);
}

void add_prose(Json& schema, const Json& members, const std::string& name) {
  for (const auto& [path, said] : members.items()) {
    add_to_member(schema, path, said, name);
  }
}

Json made_schemas(const std::filesystem::path& prose, const codec::Schemas& bodies) {
  codec::Schemas answers(codec::SchemaUse::answer);
  api::wire::describe_answers(answers);
  Json schemas = Json::object();
  add_all(answers, schemas);
  add_all(bodies, schemas);
  for (const auto& file : files_in(prose / "schemas")) {
    const auto said = read_yaml(file);
    for (const auto& [name, of_schema] : said.items()) {
      if (name == kEveryRead) {
        add_to_all(schemas, "projections", of_schema);
      } else if (name == kEveryAct) {
        add_to_all(schemas, "state", of_schema);
      } else {
        add_to_schema(schemas, name, of_schema);
      }
    }
  }
  return schemas;
}

}  // namespace langnghe::contract
