#pragma once

#include <string>

namespace langnghe::api {

/// A piece of personal data as one reader is shown it.
struct Shown {
  enum class As {
    plain,
    sealed,      ///< the reader's role does not need it
    closed,      ///< the reader may open it, and has to say what for
    erased,      ///< the key was destroyed: nobody can open it any more
    unreadable,  ///< the vault cannot open it now
  };
  As as = As::sealed;
  std::string text;  ///< plain only
};

}  // namespace langnghe::api
