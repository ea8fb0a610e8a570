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

/// The longest time until a doubt about the hashes is noticed.
constexpr milliseconds kPollInterval{200};
constexpr milliseconds kTryAgainFirst{250};
constexpr milliseconds kTryAgainLast{10'000};
constexpr std::string_view kStopped = "stopped";

}  // namespace

LogFollower::LogFollower(LedgerReader& store, LedgerId ledger, const SigningKey& key,
                         const TransparencyOptions& options)
    : store_(store),
      ledger_(std::move(ledger)),
      key_(key),
      options_(options),
      verifier_(key.verifier(log_origin(options.origin_prefix, ledger_), SignatureKind::ed25519)),
      cosigned_(options.anchor, ledger_),
      thread_([this](const std::stop_token& token) { run(token); }) {}

void LogFollower::stop() {
  thread_.request_stop();
  if (thread_.joinable()) {
    thread_.join();
  }
}

void LogFollower::refuse(ProofError fault) {
  const std::scoped_lock publishing(publishing_);
  const std::scoped_lock lock(mutex_);
  if (!refused_) {
    fault_ = std::move(fault);
  }
  refused_ = true;
  thread_.request_stop();
}

void LogFollower::run(const std::stop_token& stop) {
  auto wait = kTryAgainFirst;
  for (bool again = true; again;) {
    const auto began = steady_clock::now();
    auto done = try_once(stop);
    // A fault of the machine may pass; a ledger that differs stays so.
    again = !done && done.error().code == ProofErrorCode::unavailable && !stop.stop_requested();
    if (!done && done.error().context != kStopped) {
      note(std::move(done.error()), !again);
    }
    wait = steady_clock::now() - began > kTryAgainLast ? kTryAgainFirst
                                                       : std::min(2 * wait, kTryAgainLast);
    std::unique_lock lock(mutex_);
    if (again) {
      static_cast<void>(changed_.wait_for(lock, stop, wait, [] { return false; }));
    }
  }
  const std::scoped_lock lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

ProofResult<void> LogFollower::try_once(const std::stop_token& stop) {
  try {
    return follow(stop);
  } catch (const std::exception& thrown) {
    return std::unexpected(ProofError{ProofErrorCode::unavailable, thrown.what()});
  }
}

void LogFollower::note(ProofError fault, bool ends) {
  const std::scoped_lock lock(mutex_);
  if (!refused_) {
    fault_ = std::move(fault);
    refused_ = ends;
  }
}

ProofResult<void> LogFollower::follow(const std::stop_token& stop) {
  auto lease = store_.claim(ledger_, Duty::sign);
  if (!lease) {
    return std::unexpected(ProofError{ProofErrorCode::unavailable, lease.error().context});
  }
  if (*lease == nullptr) {
    return std::unexpected(
        ProofError{ProofErrorCode::unavailable, "another process signs for this ledger"});
  }
  const auto size = resume(stop);
  if (!size) {
    return std::unexpected(size.error());
  }
  {
    const std::scoped_lock lock(mutex_);
    if (!refused_) {
      fault_.reset();
    }
    changed_.notify_all();
  }
  Subscription records(store_, ledger_, {*size});
  std::uint64_t signed_size = *size;
  auto next = steady_clock::now();
  while (!stop.stop_requested()) {
    if (hashes_are_doubted()) {
      return std::unexpected(ProofError{ProofErrorCode::unavailable, "the hashes are made again"});
    }
    const bool waiting = records.position().value > signed_size;
    const auto left = std::chrono::ceil<milliseconds>(next - steady_clock::now());
    const auto got =
        hash_next(records, waiting ? std::max(left, milliseconds(0)) : kPollInterval, stop);
    if (!got) {
      return std::unexpected(got.error());
    }
    if (!(*lease)->held()) {
      return std::unexpected(ProofError{ProofErrorCode::unavailable, "the right to sign was lost"});
    }
    if (records.position().value > signed_size && steady_clock::now() >= next) {
      if (auto done = publish(records.position().value); !done) {
        return done;
      }
      signed_size = records.position().value;
      next = steady_clock::now() + options_.interval;
    }
  }
  // All that is committed by now is signed, so that the anchor left behind is the ledger's end.
  const auto end = store_.size(ledger_);
  if (!end) {
    return std::unexpected(ProofError{ProofErrorCode::unavailable, end.error().context});
  }
  while (records.position().value < *end) {
    if (const auto got = hash_next(records, milliseconds(0), stop); !got) {
      return std::unexpected(got.error());
    }
  }
  return records.position().value > signed_size ? publish(records.position().value)
                                                : ProofResult<void>{};
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

ProofResult<std::size_t> LogFollower::hash_next(Subscription& records, milliseconds patience,
                                                const std::stop_token& stop) {
  constexpr std::size_t kPage = 1'000;
  const auto page = records.next(kPage, patience, stop);
  if (!page) {
    return std::unexpected(ProofError{ProofErrorCode::unavailable, page.error().context});
  }
  for (const Record& record : *page) {
    files_->append(leaf_hash(record.bytes));
  }
  return page->size();
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
  static_cast<void>(
      changed_.wait_until(lock, stop, deadline, [&] { return ended_ || there() >= size; }));
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
