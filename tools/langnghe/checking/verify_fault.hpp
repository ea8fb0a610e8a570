#pragma once

#include <stdexcept>
#include <string>

namespace langnghe::tools {

/// The exit status of `langnghe verify`, for a script that runs it every day: being cheated, being
/// unable to look and being shown another past are not the same.
enum class VerifyStatus : int {
  well = 0,
  refused = 1,        ///< what was shown is not what was signed
  wrong_usage = 2,    ///< of the command line
  not_checked = 3,    ///< nobody answered, or what is needed was not given
  not_continued = 4,  ///< well signed, and yet not what was signed before
};

class VerifyFault : public std::runtime_error {
 public:
  VerifyFault(VerifyStatus status, const std::string& what)
      : std::runtime_error(what), status_(status) {}
  [[nodiscard]] VerifyStatus status() const { return status_; }

 private:
  VerifyStatus status_;
};

[[noreturn]] inline void refuse(const std::string& what) {
  throw VerifyFault(VerifyStatus::refused, what);
}

[[noreturn]] inline void cannot_check(const std::string& what) {
  throw VerifyFault(VerifyStatus::not_checked, what);
}

}  // namespace langnghe::tools
