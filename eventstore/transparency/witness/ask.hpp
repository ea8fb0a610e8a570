#pragma once

#include <cstdint>
#include <expected>
#include <string>

#include <transparency/cosigning.hpp>

namespace langnghe::eventstore {

/// The reason that a witness did not sign, in the terms of the log.
struct WitnessRefusal {
  WitnessFault fault{};
  std::string detail;
};

/// One head under one witness's signature.
struct Cosigned {
  NoteSignature signature;
  std::uint64_t at = 0;  ///< by the witness's clock
};

/// Asks one witness to sign `head`, proving from `old_size`, and once more from the size it says it
/// knows. Blocks for as long as `post` does, twice at most.
[[nodiscard]] std::expected<Cosigned, WitnessRefusal> ask_witness(
    const Transparency& log, const LedgerId& ledger, const PublishedHead& head,
    std::uint64_t old_size, const WitnessAddress& witness, const WitnessPost& post);

}  // namespace langnghe::eventstore
