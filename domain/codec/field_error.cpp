#include <codec/field_error.hpp>

namespace langnghe::codec {

std::string Path::pointer() const {
  if (parent_ == nullptr) {
    return {};
  }
  auto text = parent_->pointer();
  text += '/';
  if (item_) {
    return text + std::to_string(index_);
  }
  for (const char c : name_) {  // RFC 6901 section 3
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace langnghe::codec
