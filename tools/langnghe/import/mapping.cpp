#include "import/mapping.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>

#include "say.hpp"

namespace langnghe::tools {
namespace {

using nlohmann::json;

struct WrongMapping {
  std::string what;
};

[[noreturn]] void wrong(const std::string& member, std::string_view vi, std::string_view en) {
  throw WrongMapping{"`" + member + "`: " + std::string(say(vi, en))};
}

std::string text(const json& object, const std::string& member, std::string otherwise) {
  const auto found = object.find(member);
  if (found == object.end()) {
    return otherwise;
  }
  if (!found->is_string()) {
    wrong(member, "phải là một chuỗi", "must be a text");
  }
  return found->get<std::string>();
}

Source source_of(const json& object, const std::string& member) {
  if (!object.is_object()) {
    wrong(member, "phải là một đối tượng có `column` hoặc `otherwise`",
          "must be an object with `column` or `otherwise`");
  }
  Source source;
  source.column = text(object, "column", "");
  source.format = text(object, "format", "");
  if (object.contains("otherwise")) {
    source.otherwise = text(object, "otherwise", "");
  }
  if (const auto values = object.find("values"); values != object.end()) {
    if (!values->is_object()) {
      wrong(member + ".values", "phải là một đối tượng", "must be an object");
    }
    for (const auto& [word, ours] : values->items()) {
      source.values.emplace(word, text(*values, word, ""));
    }
  }
  if (source.column.empty() && !source.otherwise) {
    wrong(member, "cần `column` hoặc `otherwise`", "needs `column` or `otherwise`");
  }
  return source;
}

Source required(const json& object, const std::string& member) {
  if (!object.contains(member)) {
    wrong(member, "còn thiếu", "is missing");
  }
  return source_of(object[member], member);
}

std::optional<Source> optional_source(const json& object, const std::string& member) {
  return object.contains(member) ? std::optional(source_of(object[member], member)) : std::nullopt;
}

void check_members(const json& object) {
  for (const auto& [member, value] : object.items()) {
    static constexpr std::string_view kKnown[] = {"source", "sheet", "id",    "received", "subject",
                                                  "khom",   "field", "ended", "outcome"};
    if (std::ranges::find(kKnown, member) == std::end(kKnown)) {
      wrong(member, "không có mục này", "there is no such member");
    }
  }
}

}  // namespace

std::expected<Mapping, std::string> read_mapping(std::string_view text_of_file) {
  const auto object = json::parse(text_of_file, nullptr, false);
  if (!object.is_object()) {
    return std::unexpected(std::string(say("không phải JSON", "not JSON")));
  }
  try {
    check_members(object);
    Mapping mapping;
    mapping.source = text(object, "source", "");
    if (mapping.source.empty()) {
      wrong("source", "cần tên của danh sách", "needs the list's name");
    }
    mapping.sheet = text(object, "sheet", "");
    mapping.id = required(object, "id");
    mapping.received = required(object, "received");
    mapping.subject = required(object, "subject");
    mapping.khom = required(object, "khom");
    mapping.field = required(object, "field");
    mapping.ended = optional_source(object, "ended");
    mapping.outcome = optional_source(object, "outcome");
    return mapping;
  } catch (const WrongMapping& error) {
    return std::unexpected(error.what);
  }
}

}  // namespace langnghe::tools
