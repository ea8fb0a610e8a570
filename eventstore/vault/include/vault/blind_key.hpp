#pragma once

#include <string>
#include <string_view>

#include <ledger/types.hpp>
#include <vault/secret_key.hpp>

namespace langnghe::eventstore {

/// Turns words about people into marks by which they are found again: the same word gives the same
/// mark under the same key, and without the key a mark says nothing of its word. It follows from
/// the master key and is kept nowhere; another master key makes other marks.
class BlindKey {
 public:
  /// Of one ledger: marks of two wards cannot be compared.
  BlindKey(const SecretKey& master, const LedgerId& ledger);

  /// 32 hexadecimal digits (BLAKE2b with the key, 128 bits). `kind` keeps marks of different uses
  /// apart.
  [[nodiscard]] std::string mark(std::string_view kind, std::string_view word) const;

 private:
  SecretKey key_;
};

}  // namespace langnghe::eventstore
