#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include <eventstore/subscription.hpp>
#include <eventstore/transparency.hpp>

#include "proof/hash_files.hpp"
#include "witness/cosigned_heads.hpp"

namespace langnghe::eventstore {

/// One ledger's log: a thread that hashes, keeps, signs and publishes. The members that answer
/// may be called from any thread.
class LogFollower {
 public:
  /// All references must outlive the follower.
  LogFollower(EventStore& store, LedgerId ledger, const SigningKey& key,
              const TransparencyOptions& options);
  LogFollower(const LogFollower&) = delete;
  LogFollower& operator=(const LogFollower&) = delete;

  /// What was committed before is signed before it answers.
  void stop();
  /// Nothing more is signed once it answers; the first fault stays.
  void refuse(ProofError fault);

  using Published = PublishedHead;
  [[nodiscard]] std::optional<Published> published() const;
  [[nodiscard]] std::optional<ProofError> fault() const;
  [[nodiscard]] std::uint64_t wait_for(std::uint64_t size,
                                       std::chrono::steady_clock::time_point deadline,
                                       const std::stop_token& stop) const;
  /// Hashes of the published part. Nothing before the first publication.
  [[nodiscard]] const HashSource* hashes() const;
  /// What witnesses have signed of it.
  [[nodiscard]] CosignedHeads& cosigned() { return cosigned_; }
  [[nodiscard]] const CosignedHeads& cosigned() const { return cosigned_; }

 private:
  void run(const std::stop_token& stop);
  [[nodiscard]] ProofResult<void> follow(const std::stop_token& stop);
  [[nodiscard]] ProofResult<std::uint64_t> resume(const std::stop_token& stop);
  [[nodiscard]] ProofResult<std::uint64_t> resume_from(std::string note,
                                                       const std::stop_token& stop);
  [[nodiscard]] ProofResult<void> make_hashes_again(const Checkpoint& signed_head,
                                                    const std::stop_token& stop);
  [[nodiscard]] ProofResult<std::size_t> hash_next(Subscription& records,
                                                   std::chrono::milliseconds patience,
                                                   const std::stop_token& stop);
  [[nodiscard]] ProofResult<void> publish(std::uint64_t size);
  void show(Published published);

  EventStore& store_;
  const LedgerId ledger_;
  const SigningKey& key_;
  const TransparencyOptions& options_;
  const VerifierKey verifier_;
  CosignedHeads cosigned_;

  std::mutex publishing_;     // held while a head is signed, written and shown
  mutable std::mutex mutex_;  // guards the members down to ended_
  mutable std::condition_variable_any changed_;
  std::unique_ptr<HashFiles> files_;  // set once, then written by the thread only
  std::optional<Published> published_;
  std::optional<ProofError> fault_;
  bool ended_ = false;

  std::jthread thread_;  // last: uses all of the above
};

}  // namespace langnghe::eventstore
