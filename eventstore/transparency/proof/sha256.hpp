#pragma once

#include <initializer_list>
#include <string_view>

#include <transparency/merkle.hpp>

namespace langnghe::eventstore {

/// SHA-256 (FIPS 180-4) of the parts, one behind the other. Uses the processor's own instructions
/// where it has them, which is why it is OpenSSL's and not libsodium's. Any thread.
[[nodiscard]] Hash sha256(std::initializer_list<std::string_view> parts);

}  // namespace langnghe::eventstore
