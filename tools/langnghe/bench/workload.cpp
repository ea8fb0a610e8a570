#include "bench/workload.hpp"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <ledger/limits.hpp>
#include <ledger/record.hpp>

#include "bench/measure.hpp"

namespace langnghe::tools::bench {
namespace {

using namespace eventstore;

constexpr std::size_t kKeyBytes = 36;   // the length of a UUID, as clients send
constexpr std::size_t kHashBytes = 64;  // SHA-256 in hex
constexpr const char* kRecorded = "2021-06-01T01:02:03.004Z";

std::string padded(std::uint64_t number, int digits) {
  char text[24];
  const int length =
      std::snprintf(text, sizeof text, "%0*llu", digits, static_cast<unsigned long long>(number));
  return {text, static_cast<std::size_t>(length)};
}

std::string event_id(const std::string& client, std::uint64_t number) {
  const auto salt = std::hash<std::string>{}(client);
  char text[40];
  std::snprintf(text, sizeof text, "%08x-%04x-7%03x-8%03x-%012llx",
                static_cast<unsigned>(number >> 16), static_cast<unsigned>(number & 0xFFFF),
                static_cast<unsigned>(salt & 0xFFF), static_cast<unsigned>((salt >> 12) & 0xFFF),
                static_cast<unsigned long long>((salt >> 24) & 0xFFFF'FFFF));
  return text;
}

// Nobody is registered: a server is not ready while the vault lacks the key of a resident it knows.
std::string data_of(const std::string& resident, std::size_t ciphertext_bytes) {
  return R"({"name":{"ciphertext":")" + std::string(ciphertext_bytes, 'x') + R"(","resident":")" +
         resident + R"("},"reason":"moved"})";
}

Commit empty_commit(const std::string& key) {
  Commit commit;
  commit.ledger = bench_ledger();
  commit.idempotency_key = key;
  commit.idempotency_key.resize(std::max(key.size(), kKeyBytes), '.');
  commit.request_hash.assign(kHashBytes, 'a');
  commit.actor = {"cchc-officer", "cchc_officer"};
  commit.recorded = kRecorded;
  return commit;
}

NewEvent event_with(const std::string& client, std::uint64_t number, std::size_t ciphertext) {
  NewEvent event;
  event.id = event_id(client, number);
  event.stream = stream_of(client, number);
  event.type = "resident.contact_changed";
  event.happened = "2021-06-01";
  event.data = data_of(event.stream.value.substr(std::string_view("resident-").size()), ciphertext);
  return event;
}

// The names have fixed widths, so one measure fits all clients whose names are of this length.
std::size_t ciphertext_for(const std::string& client) {
  const auto bare = encode(empty_commit("k"), event_with(client, 0, 0), {1}, kRecorded);
  if (!bare || bare->size() > kRecordBytes) {
    throw std::runtime_error("bench: " +
                             (bare ? std::string("the name is too long") : bare.error()));
  }
  return kRecordBytes - bare->size();
}

// Threads cannot throw through; the first fault is thrown by whoever waits for them.
class FirstFault {
 public:
  void keep() {
    const std::lock_guard lock(mutex_);
    if (!fault_) {
      fault_ = std::current_exception();
    }
  }
  void rethrow() const {
    if (fault_) {
      std::rethrow_exception(fault_);
    }
  }

 private:
  std::mutex mutex_;  // guards fault_
  std::exception_ptr fault_;
};

}  // namespace

const LedgerId& bench_ledger() {
  static const LedgerId kLedger{"bench"};
  return kLedger;
}

StreamName stream_of(const std::string& client, std::uint64_t number) {
  return {"resident-" + client + "-" + padded(number / kEventsPerStream, 9)};
}

NewEvent event_of(const std::string& client, std::uint64_t number) {
  thread_local std::pair<std::size_t, std::size_t> measured{0, 0};  // name's length, ciphertext
  if (measured.first != client.size()) {
    measured = {client.size(), ciphertext_for(client)};
  }
  return event_with(client, number, measured.second);
}

Commit commit_of(const std::string& client, std::uint64_t number, Conditions conditions) {
  Commit commit = empty_commit(client + "/" + padded(number, 12));
  if (conditions == Conditions::stream_version) {
    commit.expectations.push_back({stream_of(client, number), {number % kEventsPerStream}});
  }
  commit.events.push_back(event_of(client, number));
  return commit;
}

EntrySizes entry_sizes() {
  constexpr std::size_t kNumber = 8;
  const std::size_t prefix = bench_ledger().value.size() + 1;
  return {.record_key = prefix + kNumber,
          .stream_key = prefix + stream_of("p1-0-00", 0).value.size() + 1 + kNumber,
          .stream_value = kNumber,
          .idempotency_key = prefix + kKeyBytes,
          .idempotency_value = 2 * kNumber + kHashBytes};
}

Appended append_for(EventStore& store, const std::string& run, std::size_t clients, double seconds,
                    Conditions conditions) {
  std::vector<std::vector<double>> latencies(clients);
  FirstFault fault;
  const auto begin = Clock::now();
  const auto end =
      begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  {
    std::vector<std::jthread> threads;
    for (std::size_t client = 0; client < clients; ++client) {
      threads.emplace_back([&, client] {
        try {
          const std::string name = run + "-" + padded(client, 2);
          for (std::uint64_t number = 0; Clock::now() < end; ++number) {
            auto commit = commit_of(name, number, conditions);
            const auto sent = Clock::now();
            (void)must(store.append(std::move(commit)));
            latencies[client].push_back(seconds_since(sent) * 1e6);
          }
        } catch (...) {
          fault.keep();
        }
      });
    }
  }
  const double took = seconds_since(begin);
  fault.rethrow();
  Appended appended;
  for (const auto& of_client : latencies) {
    appended.latencies_us.insert(appended.latencies_us.end(), of_client.begin(), of_client.end());
  }
  appended.per_second = static_cast<double>(appended.latencies_us.size()) / took;
  return appended;
}

void fill(EventStore& store, std::uint64_t size,
          const std::function<void(std::uint64_t done)>& progress) {
  constexpr std::uint64_t kPerCommit = 1'000;
  for (std::uint64_t done = must(store.size(bench_ledger())); done < size;) {
    Commit commit = empty_commit("fill/" + padded(done, 12));
    const std::uint64_t count = std::min(kPerCommit, size - done);
    commit.events.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i) {
      commit.events.push_back(event_of(kFiller, done + i));
    }
    done += must(store.append(std::move(commit))).events;
    progress(done);
  }
}

double read_streams_for(EventStore& store, std::uint64_t filled, double seconds) {
  const std::uint64_t streams = filled / kEventsPerStream;
  std::uint64_t state = 1;
  std::uint64_t records = 0;
  const auto begin = Clock::now();
  while (seconds_since(begin) < seconds) {
    state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;  // Knuth's MMIX
    const std::uint64_t stream = (state >> 33) % streams;
    const auto read = must(store.read_stream(
        bench_ledger(), stream_of(kFiller, stream * kEventsPerStream), kAbsent, kReadLimitMax));
    if (read.size() != kEventsPerStream) {
      throw std::runtime_error("bench: a stream holds " + std::to_string(read.size()) + " records");
    }
    records += read.size();
  }
  return static_cast<double>(records) / seconds_since(begin);
}

void fail(const StoreError& error) {
  throw std::runtime_error("bench: " + std::string(to_text(error.code)) + ": " + error.context);
}

}  // namespace langnghe::tools::bench
