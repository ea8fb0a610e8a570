// Appends to the ledger in argv[1] from two threads and follows it with a consumer that keeps what
// it takes in the file argv[2], until it is killed. Each batch kept is told by a byte on the pipe
// argv[3]. Writers are numbered from argv[4] on. Some takes fail, as a disk would.

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <following/supervisor.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>

#include "followed_record.hpp"
#include "numbered_commit.hpp"

namespace {

using namespace langnghe::eventstore;
using langnghe::test::FollowedRecord;
using langnghe::test::numbered_commit;
using langnghe::test::sum_of;

constexpr std::uint32_t kWriters = 2;

class KeepingConsumer final : public Consumer {
 public:
  KeepingConsumer(const char* file, int pipe)
      : file_(::open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0600)), pipe_(pipe) {}

  [[nodiscard]] std::string_view name() const override { return "keeping"; }
  [[nodiscard]] Position checkpoint() const override { return {kept_}; }

  /// Half a line is no line: a kill has cut it off.
  [[nodiscard]] Outcome begin(const std::stop_token&) override {
    const off_t bytes = ::lseek(file_, 0, SEEK_END);
    if (bytes < 0) {
      return std::unexpected(Failure{.what = "the file cannot be read"});
    }
    kept_ = static_cast<std::uint64_t>(bytes) / sizeof(FollowedRecord);
    return ::ftruncate(file_, end_of_kept()) == 0
               ? Outcome{}
               : std::unexpected(Failure{.what = "the file cannot be cut"});
  }

  [[nodiscard]] Outcome take(const Records& records) override {
    std::vector<FollowedRecord> lines;
    const auto visited = records.visit([&](Position position, std::string_view bytes) {
      lines.push_back({position.value, sum_of(bytes)});
      return true;
    });
    if (!visited) {
      return std::unexpected(Failure{.what = visited.error().context});
    }
    // A part of the batch is written, and then the disk is full: it counts as not taken.
    const bool fails = ++takes_ % 7 == 0;
    const std::size_t whole = lines.size() * sizeof(FollowedRecord);
    const std::size_t bytes = fails ? whole / 2 : whole;
    const ssize_t done = ::pwrite(file_, lines.data(), bytes, end_of_kept());
    if (fails || done != static_cast<ssize_t>(bytes)) {
      static_cast<void>(::ftruncate(file_, end_of_kept()));
      return std::unexpected(Failure{.what = "the disk is full"});
    }
    kept_ += lines.size();
    const char told = '.';
    if (::write(pipe_, &told, 1) != 1) {
      std::_Exit(4);
    }
    return {};
  }

 private:
  [[nodiscard]] off_t end_of_kept() const {
    return static_cast<off_t>(kept_ * sizeof(FollowedRecord));
  }

  const int file_;
  const int pipe_;
  std::uint64_t kept_ = 0;
  std::uint64_t takes_ = 0;
};

void write_for_ever(EventStore& store, std::uint32_t writer) {
  for (std::uint32_t number = 0;; ++number) {
    if (const auto answer = store.append(numbered_commit({writer, number})); !answer) {
      std::fprintf(stderr, "append: %s\n", answer.error().context.c_str());
      std::_Exit(3);
    }
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) {
    return 1;
  }
  const auto opened = open_rocksdb_store({.directory = arguments[1], .read_only = false});
  if (!opened) {
    std::fprintf(stderr, "open: %s\n", opened.error().context.c_str());
    return 2;
  }
  EventStore& store = *opened->store;
  KeepingConsumer consumer(arguments[2], std::atoi(arguments[3]));
  Supervisor supervisor(store);
  FollowingPlan plan;
  plan.consumer_of = [&consumer](const LedgerId&) { return &consumer; };
  plan.records_max = 20;
  plan.retry = {std::chrono::milliseconds(1), std::chrono::milliseconds(4)};
  const auto following = supervisor.follow(std::move(plan));
  const auto first_writer = static_cast<std::uint32_t>(std::atoi(arguments[4]));
  std::vector<std::jthread> threads;
  for (std::uint32_t writer = first_writer; writer < first_writer + kWriters; ++writer) {
    threads.emplace_back([&store, writer] { write_for_ever(store, writer); });
  }
}
