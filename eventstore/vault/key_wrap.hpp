#pragma once

#include <expected>
#include <string>
#include <string_view>

#include <vault/secret_key.hpp>
#include <vault/vault.hpp>

namespace langnghe::eventstore {

/// A resident's key under the master key, as it lies in its file. Bound to the file's name, which
/// is the hash of the subject: so the key can be wrapped anew by who does not know the subject.
/// Files of the first form were bound to the subject itself, and are still read.

/// 64 hex digits, which tell nothing about the subject; any text is a subject.
[[nodiscard]] std::string hex_name(std::string_view subject);

/// The name to which the check of the master key is bound; it is no subject's.
struct KeyPlace {
  std::string name;     ///< `hex_name`, or the check's file name
  std::string subject;  ///< needed by the first form only
};
[[nodiscard]] KeyPlace place_of(std::string_view subject);
[[nodiscard]] KeyPlace place_of_master_check();

[[nodiscard]] std::string wrap(const SecretKey& master, const SecretKey& key,
                               const KeyPlace& place);

/// `unavailable` where the file is damaged, `bad_master` where it does not open.
[[nodiscard]] std::expected<SecretKey, VaultError> unwrap(const SecretKey& master,
                                                          std::string_view file,
                                                          const KeyPlace& place);

}  // namespace langnghe::eventstore
