#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include <following/consumer.hpp>
#include <ledger/reader.hpp>
#include <transparency/transparency.hpp>

#include "proof/hash_files.hpp"
#include "witness/cosigned_heads.hpp"

namespace langnghe::eventstore {

/// One ledger's log: a consumer that hashes, keeps, signs and publishes. The members that answer
/// may be called from any thread. After a fault of the machine it begins again from the last signed
/// head; a ledger that is not what was signed ends it.
class LogFollower final : public Consumer {
 public:
  /// All references must outlive the follower.
  LogFollower(LedgerReader& store, LedgerId ledger, const SigningKey& key,
              const TransparencyOptions& options);

  [[nodiscard]] std::string_view name() const override { return "proofs"; }
  /// Claims the right to sign, and resumes at the last signed head.
  [[nodiscard]] Outcome begin(const std::stop_token& stop) override;
  /// The next position to hash. What is hashed and not signed is hashed again after a restart.
  [[nodiscard]] Position checkpoint() const override { return {hashed_size_}; }
  /// Hashes; signs too where the last head is old enough.
  [[nodiscard]] Outcome take(const Records& records) override;
  [[nodiscard]] NextCall next_call() const override;
  /// All that is committed by now is signed, so that the anchor left behind is the ledger's end.
  [[nodiscard]] Outcome finish(const Records& rest) override;

  /// Called when the following is stopped: gives up the right to sign and ends all waiting.
  void end();
  /// Nothing more is signed once it answers; the first fault stays. The consumer ends with its next
  /// call.
  void refuse(ProofError fault);

  using Published = PublishedHead;
  [[nodiscard]] std::optional<Published> published() const;
  [[nodiscard]] std::optional<ProofError> fault() const;
  [[nodiscard]] std::uint64_t wait_for(std::uint64_t size,
                                       std::chrono::steady_clock::time_point deadline,
                                       const std::stop_token& stop) const;
  /// A head with the hashes of what it stands for. Nothing before the first publication, and while
  /// the hashes are made again.
  struct Hashed {
    Checkpoint checkpoint;
    std::shared_ptr<const HashSource> hashes;
  };
  [[nodiscard]] std::optional<Hashed> hashed() const;
  /// The hashes do not lead to the head: nothing of them is shown until they are made again from
  /// the records. Any thread.
  void make_hashes_again();
  /// The heads of it that witnesses have signed.
  [[nodiscard]] CosignedHeads& cosigned() { return cosigned_; }
  [[nodiscard]] const CosignedHeads& cosigned() const { return cosigned_; }

 private:
  /// The outcome of a call; notes its fault, unless a stop has cut it off.
  [[nodiscard]] Outcome attempt(const std::function<ProofResult<void>()>& work);
  [[nodiscard]] ProofResult<void> claim_and_resume(const std::stop_token& stop);
  [[nodiscard]] ProofResult<void> go_on(const Records& records);
  [[nodiscard]] ProofResult<void> sign_rest(const Records& rest);
  [[nodiscard]] ProofResult<void> resume_at_head(const std::stop_token& stop);
  [[nodiscard]] ProofResult<std::uint64_t> resume(const std::stop_token& stop);
  [[nodiscard]] ProofResult<std::uint64_t> resume_from(std::string note,
                                                       const std::stop_token& stop);
  [[nodiscard]] ProofResult<void> hash_again(const Checkpoint& signed_head,
                                             const std::stop_token& stop);
  [[nodiscard]] ProofResult<void> hash(const Records& records);
  [[nodiscard]] ProofResult<void> publish(std::uint64_t size);
  void show(Published published);
  [[nodiscard]] bool hashes_are_doubted() const;

  LedgerReader& store_;
  const LedgerId ledger_;
  const SigningKey& key_;
  const TransparencyOptions& options_;
  const VerifierKey verifier_;
  CosignedHeads cosigned_;

  // Of whoever calls the consumer alone:
  std::unique_ptr<Lease> lease_;
  std::uint64_t hashed_size_ = 0;
  std::uint64_t signed_size_ = 0;
  std::chrono::steady_clock::time_point next_head_{};

  std::mutex publishing_;     // held while a head is signed, written and shown
  mutable std::mutex mutex_;  // guards the members down to ended_
  mutable std::condition_variable_any changed_;
  // Shared with who reads them; a new object after each fault, written by the consumer only.
  std::shared_ptr<HashFiles> files_;
  std::optional<Published> published_;
  std::optional<ProofError> fault_;
  bool refused_ = false;  ///< the fault stays
  bool doubted_ = false;  ///< the hashes are to be made again
  bool ready_ = false;    ///< the hashes lead to what is published
  bool ended_ = false;
};

}  // namespace langnghe::eventstore
