#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <transparency/transparency.hpp>

namespace langnghe::eventstore {

/// The log's side of C2SP tlog-witness: asks witnesses to sign each published head, beside
/// everything else. Neither an append nor a publication ever waits for a witness.

struct WitnessReply {
  int status = 0;
  std::string body;
};

/// Posts a body to a URL and answers within a bounded time; an error says why there is no answer.
using WitnessPost = std::function<std::expected<WitnessReply, std::string>(const std::string& url,
                                                                           std::string body)>;

struct WitnessAddress {
  std::string url;  ///< the submission prefix, without a slash at the end
  VerifierKey key;
};
/// `URL=VERIFIER-KEY`.
[[nodiscard]] ProofResult<WitnessAddress> parse_witness_address(std::string_view text);

enum class WitnessFault {
  none,
  unreachable,    ///< no answer in time
  bad_answer,     ///< not what the protocol says, or not signed by the witness's key
  refused,        ///< 400, 403, 404: it does not know this log, or not its key
  seen_more,      ///< it has signed for more than this ledger holds: was an older copy restored?
  other_history,  ///< what it has signed for is not how this ledger began
  not_kept,       ///< its signature could not be written here
};
[[nodiscard]] std::string_view to_text(WitnessFault fault);

struct WitnessState {
  std::string name;
  std::string url;
  LedgerId ledger;
  std::uint64_t size = 0;                   ///< of the last head it signed
  std::uint64_t signed_at = 0;              ///< by its own clock, POSIX seconds; 0 = never
  WitnessFault fault = WitnessFault::none;  ///< of the last attempt
  std::string detail;                       ///< of the fault, for the operator
  std::uint64_t failures = 0;               ///< attempts that failed since the start
};

struct CosigningOptions {
  std::filesystem::path anchor;  ///< DIR/anchor, where what each witness signed is remembered
  std::chrono::milliseconds interval{500};     ///< between two rounds at least
  std::chrono::milliseconds retry_first{500};  ///< doubled with every failure …
  std::chrono::milliseconds retry_most{60'000};
  /// Called on the worker when a witness begins to fail in another way, or well again.
  std::function<void(const WitnessState&)> on_change{};
};

/// A thread of its own. In each round all witnesses that are due are asked for the same head, at
/// once, so that one head gathers all their signatures.
class Cosigning {
 public:
  /// `store` and `log` must outlive it.
  Cosigning(LedgerReader& store, Transparency& log, std::vector<WitnessAddress> witnesses,
            WitnessPost post, CosigningOptions options);
  Cosigning(const Cosigning&) = delete;
  Cosigning& operator=(const Cosigning&) = delete;
  ~Cosigning();

  /// One more round for the heads that are published by now, then the end.
  void stop();

  /// Of every witness and ledger that it was asked for.
  [[nodiscard]] std::vector<WitnessState> states() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

inline constexpr std::size_t kWitnessesMax = 16;

/// A head that enough witnesses have signed.
struct WitnessedHead {
  Checkpoint checkpoint;
  std::vector<VerifiedSignature> witnesses;
};

/// Refuses a head that none of the log's keys or fewer than `needed` of the witnesses have signed,
/// and one with a forged signature of any of them. Two keys that are one count once.
[[nodiscard]] ProofResult<WitnessedHead> open_witnessed(std::string_view note,
                                                        std::span<const VerifierKey> log_keys,
                                                        std::span<const VerifierKey> witnesses,
                                                        std::size_t needed);

/// In the folder of anchors: the head with most co-signatures, and the newest with any.
[[nodiscard]] std::filesystem::path witnessed_file(const std::filesystem::path& anchor,
                                                   const LedgerId& ledger);
[[nodiscard]] std::filesystem::path cosigned_file(const std::filesystem::path& anchor,
                                                  const LedgerId& ledger);
/// The note in one of those; nothing when there is none.
[[nodiscard]] ProofResult<std::optional<std::string>> read_cosigned(
    const std::filesystem::path& file);

}  // namespace langnghe::eventstore
