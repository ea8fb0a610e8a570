#include "rocksdb/sequencer.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <string>
#include <utility>

#include <time.h>

#include <eventstore/limits.hpp>

namespace langnghe::eventstore {
namespace {

using Clock = std::chrono::steady_clock;

StoreError stopped(std::string context) {
  return {StoreErrorCode::unavailable, std::move(context), {}, {}};
}

void refuse_all(CommitGroup& group, const std::string& context) {
  for (Request* const request : group.requests) {
    request->answer = std::unexpected(stopped(context));
  }
}

/// What writing a group cost: `worked` on this thread's processor, the rest waiting for the disk.
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
      lookup_(database),
      writer_(database, board, ledgers),
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
}

StoreResult<Committed> Sequencer::submit(PreparedCommit commit) {
  if (!writable()) {
    return std::unexpected(stopped("writing has stopped"));
  }
  Request request{std::move(commit), writer_.groups_written(), {}};
  auto known = lookup_.find_key(request.commit.key);
  if (!known) {
    return std::unexpected(std::move(known.error()));
  }
  if (*known) {
    return answer_again(**known, request.commit.request_hash);
  }
  for (const PreparedExpectation& expectation : request.commit.expectations) {
    request.commit.streams[expectation.stream].head = expectation.version;
  }
  for (PreparedStream& stream : request.commit.streams) {
    const auto head = lookup_.head_of(stream.key, stream.head);
    if (!head) {
      return std::unexpected(head.error());
    }
    stream.head = *head;
  }
  const auto group = queue_.push(request);
  if (!group) {
    return std::unexpected(group.error());
  }
  (*group)->wait();
  return std::move(request.answer);
}

void Sequencer::run() {
  std::size_t wanted = 1;
  std::chrono::nanoseconds patience{0};
  while (const auto group = queue_.take(wanted, patience)) {
    const std::size_t taken = group->requests.size();
    const auto begin = Clock::now();
    const auto worked = processor_time();
    write(*group);
    const Cost cost{Clock::now() - begin, processor_time() - worked};
    group->answer();  // from here on the requests are gone
    wanted = worth_waiting_for(taken + queue_.size(), cost);
    patience = patience_after(cost);
  }
}

// One of the three doors at which exceptions stop (style.md): whatever was thrown, nobody knows
// what was written, so writing ends here.
void Sequencer::write(CommitGroup& group) {
  if (!writable()) {
    refuse_all(group, "writing has stopped");
    return;
  }
  try {
    if (!writer_.write(group.requests)) {
      failed_ = true;
    }
  } catch (const std::exception& fault) {
    failed_ = true;
    refuse_all(group, std::string("writing the ledger: ") + fault.what());
  }
}

}  // namespace langnghe::eventstore
