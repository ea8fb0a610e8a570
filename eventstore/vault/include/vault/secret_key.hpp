#pragma once

#include <array>
#include <cstddef>

namespace langnghe::eventstore {

inline constexpr std::size_t kKeyBytes = 32;  // XChaCha20-Poly1305

/// A key that is wiped from memory when its holder goes. Not copied, so that there is one place
/// to wipe.
class SecretKey {
 public:
  SecretKey() = default;
  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;
  SecretKey(SecretKey&& other) noexcept;
  SecretKey& operator=(SecretKey&& other) noexcept;
  ~SecretKey();

  [[nodiscard]] static SecretKey random();

  [[nodiscard]] unsigned char* data() { return bytes_.data(); }
  [[nodiscard]] const unsigned char* data() const { return bytes_.data(); }

 private:
  void take(SecretKey& other) noexcept;

  std::array<unsigned char, kKeyBytes> bytes_{};
};

}  // namespace langnghe::eventstore
