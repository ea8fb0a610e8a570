#include <cstdint>
#include <utility>
#include <vector>

#include <codec/json_text.hpp>

namespace langnghe::codec {
namespace {

/// Builds the document from the library's events and stops at what it must not hold.
class Builder {
 public:
  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(std::int64_t value) { return put(value); }
  bool number_unsigned(std::uint64_t value) { return put(value); }
  bool number_float(double value, const std::string& /*text*/) { return put(value); }
  bool string(std::string& value) { return put(std::move(value)); }
  bool binary(Json::binary_t& /*value*/) { return fail(FieldErrorCode::not_json); }
  bool start_object(std::size_t /*size*/) { return open(Json::object()); }
  bool start_array(std::size_t /*size*/) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    open_.back().name = name;
    auto [slot, is_new] = open_.back().json->get_ref<Json::object_t&>().try_emplace(name);
    slot_ = &slot->second;
    return is_new || fail(FieldErrorCode::duplicate_field);
  }

  bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*why*/) {
    return fail(FieldErrorCode::not_json);
  }

  [[nodiscard]] Json take() { return std::move(root_); }
  [[nodiscard]] FieldError error() const { return error_; }

 private:
  struct Open {
    Json* json;        ///< stays where it is until it is closed: its parent does not grow before
    std::string name;  ///< of the member being read, if it is an object
  };

  Json& place(Json value) {
    if (open_.empty()) {
      return root_ = std::move(value);
    }
    if (open_.back().json->is_array()) {
      return open_.back().json->get_ref<Json::array_t&>().emplace_back(std::move(value));
    }
    return *slot_ = std::move(value);
  }

  bool put(Json value) {
    place(std::move(value));
    return true;
  }

  bool open(Json value) {
    if (open_.size() == kJsonDepthMax) {
      return fail(FieldErrorCode::too_deep);
    }
    open_.push_back({&place(std::move(value)), {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  bool fail(FieldErrorCode code) {
    // A syntax error has no place in a document that is none.
    if (code == FieldErrorCode::not_json) {
      error_ = {"", code, "JSON"};
    } else {
      error_ = {pointer(0, Path{}), code, ""};
    }
    return false;
  }

  std::string pointer(std::size_t depth, const Path& at) const {
    if (depth == open_.size()) {
      return at.pointer();
    }
    const auto& level = open_[depth];
    if (level.json->is_object()) {
      return pointer(depth + 1, Path(at, level.name));
    }
    // The innermost array has not got its next item yet; an outer one is at its last.
    const bool innermost = depth + 1 == open_.size();
    return pointer(depth + 1, Path(at, level.json->size() - (innermost ? 0 : 1)));
  }

  Json root_;
  Json* slot_ = nullptr;
  std::vector<Open> open_;
  FieldError error_;
};

}  // namespace

std::expected<Json, FieldError> parse_json(std::string_view text) {
  // The library takes a NUL for the end and would drop what follows; no JSON text holds one as it
  // is (RFC 8259 section 2).
  if (text.find('\0') != std::string_view::npos) {
    return std::unexpected(FieldError{"", FieldErrorCode::not_json, "JSON"});
  }
  Builder builder;
  if (!Json::sax_parse(text, &builder)) {
    return std::unexpected(builder.error());
  }
  return builder.take();
}

std::string to_json_text(const Json& json) {
  // Text that is not UTF-8 is written as U+FFFD rather than thrown at the caller; the event codec
  // notices the difference when it reads back.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace langnghe::codec
