#include "key_wrap.hpp"

#include <algorithm>
#include <array>

#include <sodium.h>

#include <vault/key_file.hpp>

#include "seal.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::string_view kCheckSubject = "langnghe master check";

std::string bound_to_name(const KeyPlace& place) {
  return "langnghe key 2 " + place.name;
}

}  // namespace

std::string hex_name(std::string_view subject) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(),
                     reinterpret_cast<const unsigned char*>(subject.data()), subject.size(),
                     nullptr, 0);
  std::string name(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(name.data(), name.size(), hash.data(), hash.size());
  name.pop_back();
  return name;
}

KeyPlace place_of(std::string_view subject) {
  return {hex_name(subject), std::string(subject)};
}

KeyPlace place_of_master_check() {
  return {std::string(kMasterCheckFile), std::string(kCheckSubject)};
}

std::string wrap(const SecretKey& master, const SecretKey& key, const KeyPlace& place) {
  const std::string_view plain(reinterpret_cast<const char*>(key.data()), kKeyBytes);
  return std::string(kKeyMark) + encrypt(master, plain, bound_to_name(place));
}

std::expected<SecretKey, VaultError> unwrap(const SecretKey& master, std::string_view file,
                                            const KeyPlace& place) {
  const bool first_form = file.starts_with(kFirstKeyMark);
  if (file.size() != kKeyFileBytes || !(first_form || file.starts_with(kKeyMark))) {
    return std::unexpected(VaultError{VaultErrorCode::unavailable, "a key file is damaged"});
  }
  auto plain =
      decrypt(master, file.substr(kMarkBytes), first_form ? place.subject : bound_to_name(place));
  if (!plain || plain->size() != kKeyBytes) {
    return std::unexpected(
        VaultError{VaultErrorCode::bad_master, "a key does not open under this master key"});
  }
  SecretKey key;
  std::copy(plain->begin(), plain->end(), key.data());
  sodium_memzero(plain->data(), plain->size());
  return key;
}

}  // namespace langnghe::eventstore
