#pragma once

#include <string>

/// Texts of a known form that are no identifiers of the ward.
namespace langnghe::api::shapes {

/// RFC 3339 with the ward's own offset.
struct LocalTime {
  std::string text;
};

/// SHA-256 in standard base64.
struct Base64Hash {
  std::string text;
};

/// SHA-256 in lower-case hexadecimal digits.
struct Sha256 {
  std::string text;
};

}  // namespace langnghe::api::shapes
