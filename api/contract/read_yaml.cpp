#include <charconv>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include <yaml-cpp/yaml.h>

#include "contract/yaml.hpp"

namespace langnghe::contract {
namespace {

std::optional<std::int64_t> integer_in(const std::string& text) {
  std::int64_t value = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  return read.ec == std::errc{} && read.ptr == end ? std::optional(value) : std::nullopt;
}

Json scalar_of(const YAML::Node& node) {
  const auto& text = node.Scalar();
  // The library marks a quoted scalar with `!`: it is a text whatever it looks like.
  if (node.Tag() == "!") {
    return text;
  }
  if (text == "true" || text == "false") {
    return text == "true";
  }
  if (const auto number = integer_in(text)) {
    return *number;
  }
  return text;
}

Json json_of(const YAML::Node& node) {
  switch (node.Type()) {
    case YAML::NodeType::Scalar:
      return scalar_of(node);
    case YAML::NodeType::Sequence: {
      auto list = Json::array();
      for (const auto& item : node) {
        list.push_back(json_of(item));
      }
      return list;
    }
    case YAML::NodeType::Map: {
      auto object = Json::object();
      for (const auto& member : node) {
        const auto& name = member.first.Scalar();
        if (object.contains(name)) {
          throw std::runtime_error("twice in one mapping: " + name);
        }
        object[name] = json_of(member.second);
      }
      return object;
    }
    case YAML::NodeType::Null:
    case YAML::NodeType::Undefined:
      break;
  }
  return nullptr;
}

}  // namespace

Json read_yaml(const std::filesystem::path& file) {
  try {
    return json_of(YAML::LoadFile(file.string()));
  } catch (const std::exception& fault) {
    throw std::runtime_error(file.string() + ": " + fault.what());
  }
}

}  // namespace langnghe::contract
