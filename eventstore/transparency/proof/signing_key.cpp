#include <utility>

#include <sodium.h>

#include <files/durable_file.hpp>
#include <transparency/note.hpp>

#include "proof/seed_file.hpp"

namespace langnghe::eventstore {
namespace {

ProofError bad_key(const std::filesystem::path& file, const std::string& why) {
  return {ProofErrorCode::unavailable, "the log's key " + file.string() + " " + why};
}

std::error_code make_seed_file(const std::filesystem::path& file) {
  if (const auto fault = make_directories(file.parent_path())) {
    return fault;
  }
  Seed seed = random_seed();
  std::string text = seed_to_hex(seed) + "\n";
  // False when another process was first: then its key is the one that is read.
  const auto made = create_file(file, text);
  sodium_memzero(text.data(), text.size());
  sodium_memzero(seed.data(), seed.size());
  return made ? std::error_code{} : made.error();
}

}  // namespace

struct SigningKey::Secret {
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> key{};
  PublicKey public_key{};

  Secret() = default;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret() { sodium_memzero(key.data(), key.size()); }
};

SigningKey::SigningKey() : secret_(std::make_unique<Secret>()) {}
SigningKey::SigningKey(SigningKey&&) noexcept = default;
SigningKey& SigningKey::operator=(SigningKey&&) noexcept = default;
SigningKey::~SigningKey() = default;

SigningKey SigningKey::from_seed(const std::array<std::uint8_t, 32>& seed) {
  SigningKey made;
  crypto_sign_seed_keypair(made.secret_->public_key.data(), made.secret_->key.data(), seed.data());
  return made;
}

ProofResult<SigningKey> SigningKey::load(const std::filesystem::path& file, bool make) {
  std::error_code fault;
  if (make && !std::filesystem::exists(file, fault)) {
    if (const auto failed = make_seed_file(file)) {
      return std::unexpected(bad_key(file, "cannot be written: " + failed.message()));
    }
  }
  auto content = read_small_file(file, kSeedDigits + 2);
  if (!content) {
    return std::unexpected(bad_key(file, "cannot be read: " + content.error().message()));
  }
  if (!*content) {
    return std::unexpected(bad_key(file, "is not there"));
  }
  std::string& text = **content;
  text.erase(text.find_last_not_of("\r\n") + 1);
  auto seed = seed_from_hex(text);
  sodium_memzero(text.data(), text.size());
  if (!seed) {
    return std::unexpected(bad_key(file, "is not 64 hex digits"));
  }
  SigningKey key = from_seed(*seed);
  sodium_memzero(seed->data(), seed->size());
  if (others_may_read(file)) {
    return std::unexpected(bad_key(file, "may be read by others: chmod 600"));
  }
  return key;
}

PublicKey SigningKey::public_key() const {
  return secret_->public_key;
}

VerifierKey SigningKey::verifier(std::string name, SignatureKind kind) const {
  return {std::move(name), kind, secret_->public_key};
}

std::array<std::uint8_t, 64> SigningKey::sign(std::string_view message) const {
  std::array<std::uint8_t, 64> signature{};
  crypto_sign_detached(signature.data(), nullptr,
                       reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                       secret_->key.data());
  return signature;
}

}  // namespace langnghe::eventstore
