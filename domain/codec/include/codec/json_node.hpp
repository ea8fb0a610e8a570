#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string_view>

#include <codec/json_text.hpp>

// Include in .cpp files only.
namespace langnghe::codec {

/// A JSON value as descriptions read it, whatever parsed it. Owns nothing: texts, items and members
/// lie in a document that must outlive it.
class Node {
 public:
  enum class Type : std::uint8_t { null, boolean, integer, fraction, text, array, object };
  struct Member;

  Node() = default;
  [[nodiscard]] static Node boolean(bool value) { return {Type::boolean, value ? 1 : 0}; }
  /// A number beyond 63 bits is given as the greatest of them: no field has room for either.
  [[nodiscard]] static Node integer(std::int64_t value) { return {Type::integer, value}; }
  [[nodiscard]] static Node fraction() { return {Type::fraction, 0}; }
  [[nodiscard]] static Node text(std::string_view value);
  [[nodiscard]] static Node array(std::span<const Node> items);
  /// `members` in the order of their names, each name once.
  [[nodiscard]] static Node object(std::span<const Member> members);

  [[nodiscard]] Type type() const { return type_; }
  [[nodiscard]] bool is_null() const { return type_ == Type::null; }
  [[nodiscard]] bool is_boolean() const { return type_ == Type::boolean; }
  [[nodiscard]] bool is_integer() const { return type_ == Type::integer; }
  [[nodiscard]] bool is_text() const { return type_ == Type::text; }
  [[nodiscard]] bool is_array() const { return type_ == Type::array; }
  [[nodiscard]] bool is_object() const { return type_ == Type::object; }

  // Each only of a value of its type.
  [[nodiscard]] bool as_boolean() const { return number_ != 0; }
  [[nodiscard]] std::int64_t as_integer() const { return number_; }
  [[nodiscard]] std::string_view as_text() const { return {text_, size_}; }
  [[nodiscard]] std::span<const Node> items() const { return {items_, size_}; }
  [[nodiscard]] std::span<const Member> members() const;
  /// An object's member of that name; null when it has none.
  [[nodiscard]] const Node* find(std::string_view name) const;

 private:
  Node(Type type, std::int64_t number) : type_(type), number_(number) {}

  Type type_ = Type::null;
  std::uint32_t size_ = 0;  // of a text, an array, an object
  union {
    std::int64_t number_ = 0;
    const char* text_;
    const Node* items_;
    const Member* members_;
  };
};

struct Node::Member {
  std::string_view name;
  Node value;
};

inline std::span<const Node::Member> Node::members() const {
  return {members_, size_};
}

inline const Node* Node::find(std::string_view name) const {
  for (const auto& member : members()) {
    if (member.name == name) {
      return &member.value;
    }
  }
  return nullptr;
}

/// The nodes of a parsed document, which must outlive them.
class NodeTree {
 public:
  explicit NodeTree(const Json& json) : root_(build(json)) {}
  NodeTree(const NodeTree&) = delete;
  NodeTree& operator=(const NodeTree&) = delete;
  ~NodeTree() = default;

  [[nodiscard]] const Node& root() const { return root_; }

 private:
  [[nodiscard]] Node build(const Json& json);

  std::pmr::monotonic_buffer_resource room_;
  Node root_;
};

/// The document again as one that can be changed.
[[nodiscard]] Json to_json(const Node& node);

}  // namespace langnghe::codec
