#include "proof/seed_file.hpp"

#include <sodium.h>

namespace langnghe::eventstore {

static_assert(sizeof(Seed) == crypto_sign_SEEDBYTES);

Seed random_seed() {
  Seed seed{};
  randombytes_buf(seed.data(), seed.size());
  return seed;
}

std::string seed_to_hex(const Seed& seed) {
  std::string text(kSeedDigits + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), seed.data(), seed.size());
  text.pop_back();
  return text;
}

std::optional<Seed> seed_from_hex(std::string_view digits) {
  Seed seed{};
  std::size_t length = 0;
  if (digits.size() != kSeedDigits ||
      sodium_hex2bin(seed.data(), seed.size(), digits.data(), digits.size(), nullptr, &length,
                     nullptr) != 0 ||
      length != seed.size()) {
    return std::nullopt;
  }
  return seed;
}

bool others_may_read(const std::filesystem::path& file) {
  using std::filesystem::perms;
  std::error_code fault;
  const perms mode = std::filesystem::status(file, fault).permissions();
  return fault || (mode & (perms::group_all | perms::others_all)) != perms::none;
}

}  // namespace langnghe::eventstore
