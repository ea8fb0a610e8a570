#include "record_json.hpp"

#include <array>
#include <cstddef>
#include <memory_resource>
#include <string>

#include <simdjson.h>

#include "node_room.hpp"

namespace langnghe::codec {
namespace {

namespace dom = simdjson::dom;

/// Keeps its room from record to record.
class RecordParser {
 public:
  const Node* parse(std::string_view text) {
    text_.assign(text);
    text_.append(simdjson::SIMDJSON_PADDING, ' ');
    room_.release();
    dom::element root;
    const bool good =
        parser_.parse(text_.data(), text.size(), false).get(root) == simdjson::SUCCESS &&
        build(root, 0, root_);
    return good ? &root_ : nullptr;
  }

 private:
  // These answer false for whatever parse_json would refuse or read otherwise.
  [[nodiscard]] bool build(const dom::element& from, std::size_t depth, Node& to);
  [[nodiscard]] bool build_object(const dom::object& from, std::size_t depth, Node& to);
  [[nodiscard]] bool build_array(const dom::array& from, std::size_t depth, Node& to);

  dom::parser parser_;
  std::string text_;  // with the padding that simdjson reads beyond the end
  std::array<std::byte, 16'384> first_room_{};
  std::pmr::monotonic_buffer_resource room_{first_room_.data(), first_room_.size()};
  Node root_;
};

bool RecordParser::build_object(const dom::object& from, std::size_t depth, Node& to) {
  const auto members = room_for<Node::Member>(room_, from.size());
  std::size_t count = 0;
  for (const auto& [name, value] : from) {
    // Canonical records have their names in order. Where they are not, one may stand there twice.
    if (count == members.size() || (count > 0 && name <= members[count - 1].name)) {
      return false;
    }
    auto& member = members[count++];
    member.name = name;
    if (!build(value, depth, member.value)) {
      return false;
    }
  }
  to = Node::object(members);
  return count == members.size();
}

bool RecordParser::build_array(const dom::array& from, std::size_t depth, Node& to) {
  const auto items = room_for<Node>(room_, from.size());
  std::size_t count = 0;
  for (const auto& item : from) {
    if (count == items.size() || !build(item, depth, items[count])) {
      return false;
    }
    ++count;
  }
  to = Node::array(items);
  return count == items.size();
}

bool RecordParser::build(const dom::element& from, std::size_t depth, Node& to) {
  switch (from.type()) {
    case dom::element_type::OBJECT:
      return depth < kJsonDepthMax && build_object(from.get_object().value_unsafe(), depth + 1, to);
    case dom::element_type::ARRAY:
      return depth < kJsonDepthMax && build_array(from.get_array().value_unsafe(), depth + 1, to);
    case dom::element_type::STRING:
      to = Node::text(from.get_string().value_unsafe());
      return true;
    case dom::element_type::INT64:
      to = Node::integer(from.get_int64().value_unsafe());
      return true;
    case dom::element_type::BOOL:
      to = Node::boolean(from.get_bool().value_unsafe());
      return true;
    case dom::element_type::NULL_VALUE:
      to = Node{};
      return true;
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      return false;  // no event has such numbers: not worth a second opinion on rounding
  }
  return false;
}

}  // namespace

const Node* parse_record_json(std::string_view text) {
  thread_local RecordParser parser;
  return parser.parse(text);
}

}  // namespace langnghe::codec
