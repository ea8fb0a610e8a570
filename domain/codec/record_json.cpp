#include "record_json.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <simdjson.h>

namespace langnghe::codec {
namespace {

namespace dom = simdjson::dom;

// The functions below answer false for whatever parse_json would refuse or read otherwise.

[[nodiscard]] bool build(const dom::element& from, std::size_t depth, Json& to);

bool build_object(const dom::object& from, std::size_t depth, Json& to) {
  to = Json::object();
  auto& members = to.get_ref<Json::object_t&>();
  for (const auto& [name, value] : from) {
    const auto before = members.size();
    // Canonical records have their names in order: each goes to the end.
    const auto slot = members.try_emplace(members.end(), std::string(name));
    if (members.size() == before || !build(value, depth, slot->second)) {
      return false;
    }
  }
  return true;
}

bool build_array(const dom::array& from, std::size_t depth, Json& to) {
  to = Json::array();
  auto& items = to.get_ref<Json::array_t&>();
  items.reserve(from.size());
  for (const auto& item : from) {
    if (!build(item, depth, items.emplace_back())) {
      return false;
    }
  }
  return true;
}

bool build(const dom::element& from, std::size_t depth, Json& to) {
  switch (from.type()) {
    case dom::element_type::OBJECT:
      return depth < kJsonDepthMax && build_object(from.get_object().value_unsafe(), depth + 1, to);
    case dom::element_type::ARRAY:
      return depth < kJsonDepthMax && build_array(from.get_array().value_unsafe(), depth + 1, to);
    case dom::element_type::STRING:
      to = std::string(from.get_string().value_unsafe());
      return true;
    case dom::element_type::INT64: {
      const std::int64_t number = from.get_int64().value_unsafe();
      to = number < 0 ? Json(number) : Json(static_cast<std::uint64_t>(number));
      return true;
    }
    case dom::element_type::BOOL:
      to = from.get_bool().value_unsafe();
      return true;
    case dom::element_type::NULL_VALUE:
      to = nullptr;
      return true;
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      return false;  // no event has such numbers: not worth a second opinion on rounding
  }
  return false;
}

}  // namespace

std::expected<Json, FieldError> parse_record_json(std::string_view text) {
  thread_local dom::parser parser;  // keeps its buffers
  dom::element root;
  Json json;
  if (parser.parse(text.data(), text.size()).get(root) == simdjson::SUCCESS &&
      build(root, 0, json)) {
    return json;
  }
  return parse_json(text);  // which also says what is wrong
}

}  // namespace langnghe::codec
