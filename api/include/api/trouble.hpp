#pragma once

#include <string>

namespace langnghe::api {

/// Something that an operator must know, for as long as it is so: it is in /readyz, which then
/// says 503, and in /metrics.
struct Trouble {
  std::string where;   ///< as a JSON Pointer: `/vault/tan-quy-dong`
  std::string code;    ///< a word: `keys_missing`
  std::string detail;  ///< the same in every language; nothing personal
};

}  // namespace langnghe::api
