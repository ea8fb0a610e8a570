#pragma once

#include <string>
#include <string_view>

#include <codec/field_kinds.hpp>

namespace langnghe::codec {

/// A text of a request, as it will be kept: NFC, readable, in one line unless the field is one of
/// the long ones. Tells the reader what is wrong.
bool read_typed(std::string_view text, std::string& out, const Path& at, Reader& reader);

}  // namespace langnghe::codec
