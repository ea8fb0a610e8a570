#include <utility>

#include <sodium.h>

#include <files/durable_file.hpp>
#include <transparency/witness.hpp>

#include "proof/seed_file.hpp"
#include "proof/text_forms.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::size_t kNameBytesMax = 255;
constexpr std::size_t kFileBytesMax = kNameBytesMax + 1 + kSeedDigits + 2;

std::unexpected<ProofError> bad_key(const std::filesystem::path& file, const std::string& why) {
  return std::unexpected(
      ProofError{ProofErrorCode::unavailable, "the witness's key " + file.string() + " " + why});
}

/// A name is good when a verifier key with it can be read back.
bool is_name(const std::string& name) {
  const VerifierKey key{name, SignatureKind::cosignature_v1, {}};
  return name.size() <= kNameBytesMax && parse_verifier_key(key.text()).has_value();
}

}  // namespace

VerifierKey WitnessKey::verifier() const {
  return key.verifier(name, SignatureKind::cosignature_v1);
}

ProofResult<VerifierKey> make_witness_key(const std::filesystem::path& file,
                                          const std::string& name) {
  if (!is_name(name)) {
    return std::unexpected(ProofError{ProofErrorCode::malformed,
                                      "a witness's name has 1 to 255 bytes, no space and no +"});
  }
  if (const auto fault = make_directories(std::filesystem::absolute(file).parent_path())) {
    return bad_key(file, "cannot be written: " + fault.message());
  }
  Seed seed = random_seed();
  std::string text = name + " " + seed_to_hex(seed) + "\n";
  const auto made = create_file(file, text);
  sodium_memzero(text.data(), text.size());
  WitnessKey key{name, SigningKey::from_seed(seed)};
  sodium_memzero(seed.data(), seed.size());
  if (!made) {
    return bad_key(file, "cannot be written: " + made.error().message());
  }
  return *made ? ProofResult<VerifierKey>(key.verifier()) : bad_key(file, "is there already");
}

ProofResult<WitnessKey> load_witness_key(const std::filesystem::path& file) {
  auto content = read_small_file(file, kFileBytesMax);
  if (!content || !*content) {
    return bad_key(file, content ? "is not there" : "cannot be read: " + content.error().message());
  }
  std::string& text = **content;
  text.erase(text.find_last_not_of("\r\n") + 1);
  const std::size_t space = std::min(text.find(' '), text.size());
  std::string name = text.substr(0, space);
  auto seed = seed_from_hex(std::string_view(text).substr(std::min(space + 1, text.size())));
  sodium_memzero(text.data(), text.size());
  if (!seed || !is_name(name)) {
    return bad_key(file, "is not `<name> <64 hex digits>`");
  }
  WitnessKey key{std::move(name), SigningKey::from_seed(*seed)};
  sodium_memzero(seed->data(), seed->size());
  if (others_may_read(file)) {
    return bad_key(file, "may be read by others: chmod 600");
  }
  return key;
}

ProofResult<std::vector<VerifierKey>> parse_trusted_logs(std::string_view text) {
  std::vector<VerifierKey> keys;
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (line.empty() || line.starts_with('#')) {
      continue;
    }
    auto key = parse_verifier_key(line);
    if (!key || key->kind != SignatureKind::ed25519) {
      return std::unexpected(ProofError{ProofErrorCode::malformed,
                                        "not the verifier key of a log: " + std::string(line)});
    }
    keys.push_back(std::move(*key));
  }
  return keys;
}

}  // namespace langnghe::eventstore
