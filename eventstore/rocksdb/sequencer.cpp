#include "sequencer.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <string>
#include <utility>

#include <time.h>

#include <ledger/limits.hpp>

namespace langnghe::eventstore {
namespace {

using Clock = std::chrono::steady_clock;

StoreError stopped(std::string context) {
  return {StoreErrorCode::unavailable, std::move(context), {}, {}};
}

/// The cost of writing a group: `worked` on this thread's processor, the rest waiting for the disk.
struct Cost {
  Clock::duration all{};
  Clock::duration worked{};
};

std::chrono::nanoseconds processor_time() {
  timespec used{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

// Clients that were just answered come back with their next commit a moment later. Without a short
// wait for them the first one back would get a sync of its own and all others the next: half the
// throughput. Where the disk is what takes the time, the wait is for all of them. Where the
// processor is, it is for half: they then take turns, and one half prepares its commits while the
// other's are written.
std::size_t worth_waiting_for(std::size_t clients, const Cost& last) {
  return last.all - last.worked > last.worked ? clients : (clients + 1) / 2;
}

// The wait is bounded by a part of what a write costs.
std::chrono::nanoseconds patience_after(const Cost& last) {
  constexpr std::chrono::nanoseconds kMost = std::chrono::milliseconds(1);
  return std::min<std::chrono::nanoseconds>(last.all / 4, kMost);
}

}  // namespace

Sequencer::Sequencer(const Database& database, SizeBoard& board, const LedgerStates& ledgers)
    : database_(database),
      board_(board),
      lookup_(database),
      writer_(database, ledgers),
      sync_(database, board),
      queue_({kQueueCommitsMax, kGroupCommitsMax, kGroupBytesMax}),
      thread_([this] { run(); }) {}

Sequencer::~Sequencer() {
  finish();
}

void Sequencer::finish() {
  queue_.close();
  if (thread_.joinable()) {
    thread_.join();
  }
  sync_.finish();
}

bool Sequencer::settle() {
  const std::lock_guard nobody_writes(writing_);
  return sync_.settle();
}

StoreResult<Committed> Sequencer::submit(PreparedCommit commit) {
  if (!writable()) {
    return std::unexpected(stopped("writing has stopped"));
  }
  Request request{std::move(commit), writer_.groups_written(), {}};
  auto known = look_up(request);
  if (!known) {
    return std::unexpected(std::move(known.error()));
  }
  if (*known) {
    return **known;
  }
  if (submit_alone(request)) {
    return std::move(request.answer);
  }
  const auto group = queue_.push(request);
  if (!group) {
    return std::unexpected(group.error());
  }
  (*group)->wait();
  return std::move(request.answer);
}

// The values that the sequencer would have to ask the database for, while it keeps nobody waiting.
StoreResult<std::optional<Committed>> Sequencer::look_up(Request& request) const {
  PreparedCommit& commit = request.commit;
  for (const PreparedKey& key : commit.keys) {
    const auto known = lookup_.find_key(key.key);
    if (!known) {
      return std::unexpected(known.error());
    }
    if (*known && is_durable(commit.ledger, **known)) {
      return commit.keys.size() > 1
                 ? std::unexpected(key_was_used())
                 : StoreResult<std::optional<Committed>>(answer_again(**known, key.request_hash));
    }
  }
  for (const PreparedExpectation& expectation : commit.expectations) {
    commit.streams[expectation.stream].head = expectation.version;
  }
  for (PreparedStream& stream : commit.streams) {
    const auto head = lookup_.head_of(stream.key, stream.head);
    if (!head) {
      return std::unexpected(head.error());
    }
    stream.head = *head;
  }
  return std::nullopt;
}

// A commit in the database may not be synced yet; one on the board is. An entry without events
// at the very end tells nothing and goes the long way.
bool Sequencer::is_durable(const LedgerId& ledger, const KeyEntry& entry) const {
  const std::uint64_t end = entry.first.value + std::max<std::uint64_t>(entry.events, 1);
  return end <= board_.size(ledger);
}

bool Sequencer::submit_alone(Request& request) {
  if (crowded_) {
    return false;
  }
  std::unique_lock lock(writing_, std::try_to_lock);
  if (!lock || !queue_.is_idle()) {
    return false;
  }
  const auto group = std::make_shared<CommitGroup>();
  group->requests.push_back(&request);
  write(*group);
  sync_.complete(group);
  lock.unlock();
  group->wait();
  return true;
}

void Sequencer::run() {
  std::size_t wanted = 1;
  std::chrono::nanoseconds patience{0};
  while (const auto group = queue_.take(wanted, patience)) {
    const std::lock_guard lock(writing_);
    const std::size_t clients = group->requests.size() + queue_.size();
    crowded_ = clients > 1;
    const auto begin = Clock::now();
    const auto worked = processor_time();
    write(*group);
    const Cost cost{Clock::now() - begin, processor_time() - worked};
    if (crowded_) {
      sync_.push(group);
      sync_.wait_for_room();
    } else {
      sync_.complete(group);
    }
    wanted = worth_waiting_for(clients, cost);
    patience = patience_after(cost);
  }
}

// One of the three doors at which exceptions stop (style.md): whatever was thrown, nobody knows
// what was written, so writing ends here.
void Sequencer::write(CommitGroup& group) {
  if (!writable()) {
    group.refuse_all("writing has stopped");
    return;
  }
  try {
    if (!writer_.write(group)) {
      failed_ = true;
    }
  } catch (const std::exception& fault) {
    failed_ = true;
    group.refuse_all(std::string("writing the ledger: ") + fault.what());
  }
}

}  // namespace langnghe::eventstore
