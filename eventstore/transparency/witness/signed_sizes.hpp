#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include <transparency/proof_error.hpp>

namespace langnghe::eventstore {

/// The size up to which each witness has signed one ledger, so that the next proof begins there: a
/// line `<size> <POSIX seconds> <verifier key>` each. Where it is lost, the witnesses tell. Not
/// thread-safe.
class SignedSizes {
 public:
  struct Signed {
    std::uint64_t size = 0;
    std::uint64_t at = 0;
  };

  /// A line that cannot be read is forgotten.
  explicit SignedSizes(std::filesystem::path file);

  [[nodiscard]] Signed of(const std::string& verifier_key) const;
  void set(const std::string& verifier_key, Signed last);
  /// On the disk when it answers.
  [[nodiscard]] ProofResult<void> save() const;

 private:
  std::filesystem::path file_;
  std::map<std::string, Signed> last_;
};

}  // namespace langnghe::eventstore
