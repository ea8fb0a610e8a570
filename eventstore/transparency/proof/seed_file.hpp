#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace langnghe::eventstore {

/// The seeds of Ed25519 keys as they lie in files. Who holds one wipes it.
using Seed = std::array<std::uint8_t, 32>;
inline constexpr std::size_t kSeedDigits = 64;

[[nodiscard]] Seed random_seed();
[[nodiscard]] std::string seed_to_hex(const Seed& seed);
[[nodiscard]] std::optional<Seed> seed_from_hex(std::string_view digits);

/// Group or world has any right on the file, or it cannot be looked at.
[[nodiscard]] bool others_may_read(const std::filesystem::path& file);

}  // namespace langnghe::eventstore
