#pragma once

#include <string_view>

namespace langnghe::eventstore {

/// Work on a ledger that must not be done by two processes at once.
enum class Duty {
  sign,        ///< signs the ledger's heads: two signers would sign two histories
  sweep,       ///< removes files that no event names
  erase,       ///< destroys the keys of erased residents
  keep_clock,  ///< carries out what time alone has made due
};

[[nodiscard]] constexpr std::string_view to_text(Duty duty) {
  switch (duty) {
    case Duty::sign:
      return "sign";
    case Duty::sweep:
      return "sweep";
    case Duty::erase:
      return "erase";
    case Duty::keep_clock:
      return "keep_clock";
  }
  return "?";
}

/// The right to carry out one duty for one ledger. It ends when the object is destroyed, or when
/// the engine loses it; ask `held` before each step that must not be done twice. Any thread.
class Lease {
 public:
  Lease() = default;
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  virtual ~Lease() = default;

  [[nodiscard]] virtual bool held() const = 0;
};

}  // namespace langnghe::eventstore
