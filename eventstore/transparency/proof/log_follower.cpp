#include "proof/log_follower.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <utility>

#include <transparency/anchor.hpp>
#include <transparency/key_change.hpp>

#include "proof/ledger_hashing.hpp"

namespace langnghe::eventstore {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

/// Of a call that a stop has cut off (ledger_hashing.cpp).
constexpr std::string_view kStopped = "stopped";

}  // namespace

LogFollower::LogFollower(LedgerReader& store, LedgerId ledger, const SigningKey& key,
                         const TransparencyOptions& options)
    : store_(store),
      ledger_(std::move(ledger)),
      key_(key),
      options_(options),
      verifier_(key.verifier(log_origin(options.origin_prefix, ledger_), SignatureKind::ed25519)),
      cosigned_(options.anchor, ledger_) {}

void LogFollower::end() {
  lease_.reset();
  const std::scoped_lock lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

void LogFollower::refuse(ProofError fault) {
  const std::scoped_lock publishing(publishing_);
  const std::scoped_lock lock(mutex_);
  if (!refused_) {
    fault_ = std::move(fault);
  }
  refused_ = true;
  changed_.notify_all();
}

Outcome LogFollower::begin(const std::stop_token& stop) {
  return attempt([&] { return claim_and_resume(stop); });
}

Outcome LogFollower::take(const Records& records) {
  return attempt([&] { return go_on(records); });
}

NextCall LogFollower::next_call() const {
  return {.at = hashed_size_ > signed_size_ ? next_head_ : steady_clock::time_point::max()};
}

Outcome LogFollower::finish(const Records& rest) {
  return attempt([&] { return sign_rest(rest); });
}

Outcome LogFollower::attempt(const std::function<ProofResult<void>()>& work) {
  ProofResult<void> done;
  try {
    done = work();
  } catch (const std::exception& thrown) {  // so that `fault` tells of it too
    done = std::unexpected(ProofError{ProofErrorCode::unavailable, thrown.what()});
  }
  const std::scoped_lock lock(mutex_);
  if (!done && !refused_ && done.error().context != kStopped) {
    // A fault of the machine may pass; a ledger that differs stays so.
    refused_ = done.error().code != ProofErrorCode::unavailable;
    fault_ = std::move(done.error());
    changed_.notify_all();
  }
  if (refused_) {
    lease_.reset();
    return std::unexpected(Failure{.what = fault_->context, .is_final = true});
  }
  return done ? Outcome{} : std::unexpected(Failure{.what = fault_ ? fault_->context : ""});
}

ProofResult<void> LogFollower::claim_and_resume(const std::stop_token& stop) {
  lease_.reset();
  auto lease = store_.claim(ledger_, Duty::sign);
  if (!lease) {
    return std::unexpected(ProofError{ProofErrorCode::unavailable, lease.error().context});
  }
  if (*lease == nullptr) {
    return std::unexpected(
        ProofError{ProofErrorCode::unavailable, "another process signs for this ledger"});
  }
  lease_ = std::move(*lease);
  return resume_at_head(stop);
}

ProofResult<void> LogFollower::resume_at_head(const std::stop_token& stop) {
  const auto size = resume(stop);
  if (!size) {
    return std::unexpected(size.error());
  }
  hashed_size_ = *size;
  signed_size_ = *size;
  next_head_ = steady_clock::now();
  const std::scoped_lock lock(mutex_);
  if (!refused_) {
    fault_.reset();
  }
  changed_.notify_all();
  return {};
}

ProofResult<void> LogFollower::go_on(const Records& records) {
  if (hashes_are_doubted()) {
    return resume_at_head(records.stop());
  }
  if (auto hashed = hash(records); !hashed) {
    return hashed;
  }
  if (!lease_->held()) {
    return std::unexpected(ProofError{ProofErrorCode::unavailable, "the right to sign was lost"});
  }
  if (hashed_size_ == signed_size_ || steady_clock::now() < next_head_) {
    return {};
  }
  auto published = publish(hashed_size_);
  next_head_ = steady_clock::now() + options_.interval;
  return published;
}

ProofResult<void> LogFollower::sign_rest(const Records& rest) {
  if (auto hashed = hash(rest); !hashed) {
    return hashed;
  }
  return hashed_size_ > signed_size_ ? publish(hashed_size_) : ProofResult<void>{};
}

ProofResult<std::uint64_t> LogFollower::resume(const std::stop_token& stop) {
  {
    const std::scoped_lock lock(mutex_);
    ready_ = false;
  }
  auto opened = HashFiles::open(options_.proof / ledger_.value, HashFiles::Access::write);
  if (!opened) {
    return std::unexpected(opened.error());
  }
  {
    const std::scoped_lock lock(mutex_);
    files_ = std::move(*opened);
  }
  // After a fault the head is known; the file that holds it may be what has failed.
  if (auto known = published()) {
    return resume_from(std::move(known->note), stop);
  }
  auto anchor = read_anchor(options_.anchor, ledger_);
  if (!anchor) {
    return std::unexpected(anchor.error());
  }
  if (*anchor) {
    return resume_from(std::move(**anchor), stop);
  }
  // Hashes without a head are those of a ledger whose head was lost, unless this stands beside
  // them.
  std::ofstream(options_.proof / ledger_.value / kNotSignedYet);
  if (const auto cut = files_->restart_at(0); !cut) {
    return std::unexpected(cut.error());
  }
  return 0;
}

ProofResult<std::uint64_t> LogFollower::resume_from(std::string note, const std::stop_token& stop) {
  const auto keys = all_keys(options_.keys, ledger_, verifier_);
  if (!keys) {
    return std::unexpected(keys.error());
  }
  auto head = open_checkpoint(note, *keys);
  if (!head) {
    return std::unexpected(head.error());
  }
  cosigned_.load(*keys);
  if (const auto whole = check_length(store_, ledger_, *head); !whole) {
    return std::unexpected(whole.error());
  }
  const bool doubted = hashes_are_doubted();
  ProofResult<bool> good = false;
  if (!doubted && files_->size() >= head->size) {
    good = leads_to(*files_, *head);
  }
  if (!good) {
    return std::unexpected(good.error());
  }
  const auto ready =
      *good ? check_tail(store_, ledger_, *files_, *head, stop) : hash_again(*head, stop);
  if (!ready) {
    return std::unexpected(ready.error());
  }
  if (doubted) {
    const std::scoped_lock lock(mutex_);
    doubted_ = false;
  }
  // Hashes behind the anchor were never signed for; they are made again.
  if (const auto cut = files_->restart_at(head->size); !cut) {
    return std::unexpected(cut.error());
  }
  if (!open_checkpoint(note, verifier_)) {  // signed by the key before this one
    note = sign_checkpoint(*head, key_);
    if (const auto written = write_anchor(options_.anchor, ledger_, note); !written) {
      return std::unexpected(written.error());
    }
  }
  const std::uint64_t size = head->size;
  show({std::move(note), std::move(*head)});
  return size;
}

ProofResult<void> LogFollower::hash_again(const Checkpoint& signed_head,
                                          const std::stop_token& stop) {
  if (auto cut = files_->restart_at(0); !cut) {
    return cut;
  }
  if (auto done = hash_records(
          store_, ledger_, 0, signed_head.size, [this](const Hash& hash) { files_->append(hash); },
          stop);
      !done) {
    return done;
  }
  if (auto done = files_->flush(); !done) {
    return done;
  }
  const auto good = leads_to(*files_, signed_head);
  if (!good) {
    return std::unexpected(good.error());
  }
  return *good ? ProofResult<void>{} : std::unexpected(ledger_differs(ledger_, signed_head));
}

ProofResult<void> LogFollower::hash(const Records& records) {
  const auto visited = records.visit([this](Position /*position*/, std::string_view bytes) {
    files_->append(leaf_hash(bytes));
    ++hashed_size_;
    return true;
  });
  return visited
             ? ProofResult<void>{}
             : std::unexpected(ProofError{ProofErrorCode::unavailable, visited.error().context});
}

ProofResult<void> LogFollower::publish(std::uint64_t size) {
  const std::scoped_lock publishing(publishing_);
  {
    const std::scoped_lock lock(mutex_);
    if (refused_) {
      return std::unexpected(*fault_);
    }
  }
  if (auto done = files_->flush(); !done) {
    return done;
  }
  const auto root = tree_root(size, nodes_of(*files_));
  if (!root) {
    return std::unexpected(root.error());
  }
  Checkpoint checkpoint{verifier_.name, size, *root};
  std::string note = sign_checkpoint(checkpoint, key_);
  if (auto done = write_anchor(options_.anchor, ledger_, note); !done) {
    return done;
  }
  if (!published()) {
    std::error_code absent;
    std::filesystem::remove(options_.proof / ledger_.value / kNotSignedYet, absent);
  }
  signed_size_ = size;
  show({std::move(note), std::move(checkpoint)});
  return {};
}

void LogFollower::show(Published published) {
  const std::scoped_lock lock(mutex_);
  published_ = std::move(published);
  ready_ = true;
  changed_.notify_all();
}

std::optional<LogFollower::Published> LogFollower::published() const {
  const std::scoped_lock lock(mutex_);
  return published_;
}

std::optional<ProofError> LogFollower::fault() const {
  const std::scoped_lock lock(mutex_);
  return fault_;
}

std::uint64_t LogFollower::wait_for(std::uint64_t size, steady_clock::time_point deadline,
                                    const std::stop_token& stop) const {
  std::unique_lock lock(mutex_);
  const auto there = [&] { return published_ ? published_->checkpoint.size : 0; };
  static_cast<void>(changed_.wait_until(lock, stop, deadline,
                                        [&] { return ended_ || refused_ || there() >= size; }));
  return there();
}

std::optional<LogFollower::Hashed> LogFollower::hashed() const {
  const std::scoped_lock lock(mutex_);
  if (!published_ || !ready_ || doubted_) {
    return std::nullopt;
  }
  return Hashed{published_->checkpoint, files_};
}

void LogFollower::make_hashes_again() {
  const std::scoped_lock lock(mutex_);
  doubted_ = true;
}

bool LogFollower::hashes_are_doubted() const {
  const std::scoped_lock lock(mutex_);
  return doubted_;
}

}  // namespace langnghe::eventstore
