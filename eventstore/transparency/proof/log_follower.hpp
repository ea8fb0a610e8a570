#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include <ledger/subscription.hpp>
#include <transparency/transparency.hpp>

#include "proof/hash_files.hpp"
#include "witness/cosigned_heads.hpp"

namespace langnghe::eventstore {

/// One ledger's log: a thread that hashes, keeps, signs and publishes. The members that answer
/// may be called from any thread. After a fault of the machine it begins again a moment later, from
/// the last signed head; a ledger that is not what was signed ends it.
class LogFollower {
 public:
  /// All references must outlive the follower.
  LogFollower(LedgerReader& store, LedgerId ledger, const SigningKey& key,
              const TransparencyOptions& options);
  LogFollower(const LogFollower&) = delete;
  LogFollower& operator=(const LogFollower&) = delete;

  /// Records that were committed before the call are signed before it returns.
  void stop();
  /// Nothing more is signed once it answers; the first fault stays.
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
  void run(const std::stop_token& stop);
  [[nodiscard]] ProofResult<void> try_once(const std::stop_token& stop);
  void note(ProofError fault, bool ends);
  [[nodiscard]] ProofResult<void> follow(const std::stop_token& stop);
  [[nodiscard]] ProofResult<std::uint64_t> resume(const std::stop_token& stop);
  [[nodiscard]] ProofResult<std::uint64_t> resume_from(std::string note,
                                                       const std::stop_token& stop);
  [[nodiscard]] ProofResult<void> hash_again(const Checkpoint& signed_head,
                                             const std::stop_token& stop);
  [[nodiscard]] ProofResult<std::size_t> hash_next(Subscription& records,
                                                   std::chrono::milliseconds patience,
                                                   const std::stop_token& stop);
  [[nodiscard]] ProofResult<void> publish(std::uint64_t size);
  void show(Published published);
  [[nodiscard]] bool hashes_are_doubted() const;

  LedgerReader& store_;
  const LedgerId ledger_;
  const SigningKey& key_;
  const TransparencyOptions& options_;
  const VerifierKey verifier_;
  CosignedHeads cosigned_;

  std::mutex publishing_;     // held while a head is signed, written and shown
  mutable std::mutex mutex_;  // guards the members down to ended_
  mutable std::condition_variable_any changed_;
  // Shared with who reads them; a new object after each fault, written by the thread only.
  std::shared_ptr<HashFiles> files_;
  std::optional<Published> published_;
  std::optional<ProofError> fault_;
  bool refused_ = false;  ///< the fault stays
  bool doubted_ = false;  ///< the hashes are to be made again
  bool ready_ = false;    ///< the hashes lead to what is published
  bool ended_ = false;

  std::jthread thread_;  // last: uses all of the above
};

}  // namespace langnghe::eventstore
