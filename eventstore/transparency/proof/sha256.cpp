#include "proof/sha256.hpp"

#include <memory>

#include <openssl/evp.h>

#include <ledger/verify.hpp>
#include <transparency/sha256.hpp>

namespace langnghe::eventstore {
namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// A context that has looked SHA-256 up once: the look-up costs more than hashing a record.
class Context {
 public:
  Context() : context_(EVP_MD_CTX_new()) {
    VERIFY(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
  }

  // OpenSSL's digests fail only for want of memory or of the algorithm: no answer to go on with.
  Hash hash(std::initializer_list<std::string_view> parts) {
    VERIFY(EVP_DigestInit_ex(context_.get(), nullptr, nullptr) == 1);
    for (const std::string_view part : parts) {
      VERIFY(EVP_DigestUpdate(context_.get(), part.data(), part.size()) == 1);
    }
    Hash hash{};
    unsigned bytes = 0;
    VERIFY(EVP_DigestFinal_ex(context_.get(), hash.data(), &bytes) == 1 && bytes == hash.size());
    return hash;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, FreeContext> context_;
};

}  // namespace

Hash sha256(std::initializer_list<std::string_view> parts) {
  thread_local Context context;
  return context.hash(parts);
}

std::string sha256_hex(std::string_view content) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const auto byte : sha256({content})) {
    const auto value = static_cast<unsigned char>(byte);
    hex += kDigits[value >> 4U];
    hex += kDigits[value & 0xFU];
  }
  return hex;
}

}  // namespace langnghe::eventstore
