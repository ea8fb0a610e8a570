#include <algorithm>
#include <limits>
#include <string>

#include <codec/json_node.hpp>

#include "node_room.hpp"

namespace langnghe::codec {

Node Node::text(std::string_view value) {
  Node node(Type::text, 0);
  node.text_ = value.data();
  node.size_ = static_cast<std::uint32_t>(value.size());
  return node;
}

Node Node::array(std::span<const Node> items) {
  Node node(Type::array, 0);
  node.items_ = items.data();
  node.size_ = static_cast<std::uint32_t>(items.size());
  return node;
}

Node Node::object(std::span<const Member> members) {
  Node node(Type::object, 0);
  node.members_ = members.data();
  node.size_ = static_cast<std::uint32_t>(members.size());
  return node;
}

Node NodeTree::build(const Json& json) {
  switch (json.type()) {
    case Json::value_t::object: {
      const auto members = room_for<Node::Member>(room_, json.size());
      std::size_t at = 0;
      for (const auto& [name, value] : json.get_ref<const Json::object_t&>()) {
        members[at++] = {name, build(value)};
      }
      return Node::object(members);
    }
    case Json::value_t::array: {
      const auto items = room_for<Node>(room_, json.size());
      std::ranges::transform(json, items.begin(), [this](const Json& item) { return build(item); });
      return Node::array(items);
    }
    case Json::value_t::string:
      return Node::text(json.get_ref<const std::string&>());
    case Json::value_t::boolean:
      return Node::boolean(json.get<bool>());
    case Json::value_t::number_integer:
      return Node::integer(json.get<std::int64_t>());
    case Json::value_t::number_unsigned: {
      constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
      return Node::integer(static_cast<std::int64_t>(std::min(json.get<std::uint64_t>(), kMost)));
    }
    case Json::value_t::number_float:
      return Node::fraction();
    case Json::value_t::null:
    case Json::value_t::binary:
    case Json::value_t::discarded:
      break;
  }
  return {};
}

Json to_json(const Node& node) {
  switch (node.type()) {
    case Node::Type::object: {
      auto object = Json::object();
      for (const auto& [name, value] : node.members()) {
        object.emplace(name, to_json(value));
      }
      return object;
    }
    case Node::Type::array: {
      auto array = Json::array();
      for (const auto& item : node.items()) {
        array.push_back(to_json(item));
      }
      return array;
    }
    case Node::Type::text:
      return node.as_text();
    case Node::Type::boolean:
      return node.as_boolean();
    case Node::Type::integer:
      return node.as_integer();
    case Node::Type::fraction:
    case Node::Type::null:
      break;
  }
  return nullptr;
}

}  // namespace langnghe::codec
