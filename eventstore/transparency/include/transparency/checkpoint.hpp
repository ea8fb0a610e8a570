#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ledger/types.hpp>
#include <transparency/merkle.hpp>
#include <transparency/note.hpp>

namespace langnghe::eventstore {

/// C2SP tlog-checkpoint: what a log says of itself in one signed note.
struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Hash root{};
  std::string extensions{};  ///< further lines, each with its newline; kept as they are
  bool operator==(const Checkpoint&) const = default;
};

/// The origin of a ledger's log, which is also its key's name: `<prefix>/<ledger>`.
[[nodiscard]] std::string log_origin(std::string_view prefix, const LedgerId& ledger);
inline constexpr std::string_view kOriginPrefix = "langnghe";

[[nodiscard]] std::string to_text(const Checkpoint& checkpoint);
[[nodiscard]] ProofResult<Checkpoint> parse_checkpoint(std::string_view text);

/// The signed note, under the checkpoint's origin as the key's name.
[[nodiscard]] std::string sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key);

/// Reads a signed checkpoint and refuses one that `log` did not sign or whose origin is not
/// `log.name`.
[[nodiscard]] ProofResult<Checkpoint> open_checkpoint(std::string_view note,
                                                      const VerifierKey& log);
/// The same where the log has had several keys: any of `keys` that signed will do. All are of one
/// name.
[[nodiscard]] ProofResult<Checkpoint> open_checkpoint(std::string_view note,
                                                      std::span<const VerifierKey> keys);

/// C2SP tlog-proof: what a resident takes home. Verifies without the server, for ever.
struct Receipt {
  std::uint64_t index = 0;
  HashPath proof;
  std::string checkpoint;  ///< the signed note, as it was published
};

[[nodiscard]] std::string to_text(const Receipt& receipt);
[[nodiscard]] ProofResult<Receipt> parse_receipt(std::string_view text);

/// That `record` is in the log at the receipt's index, under a checkpoint `log` signed. Answers
/// that checkpoint.
[[nodiscard]] ProofResult<Checkpoint> verify_receipt(const Receipt& receipt,
                                                     std::string_view record,
                                                     const VerifierKey& log);
[[nodiscard]] ProofResult<Checkpoint> verify_receipt(const Receipt& receipt,
                                                     std::string_view record,
                                                     std::span<const VerifierKey> keys);

}  // namespace langnghe::eventstore
