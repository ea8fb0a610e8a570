// Appends from several threads to the ledger in argv[1] until it is killed; reports each
// acknowledged commit on the pipe argv[2]. Writers are numbered from argv[3] on.

#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

#include <unistd.h>

#include <rocksdb_engine/rocksdb_store.hpp>

#include "numbered_commit.hpp"

namespace {

using langnghe::test::Acknowledgement;
using langnghe::test::numbered_commit;

constexpr std::uint32_t kWriters = 4;

void write_for_ever(langnghe::eventstore::EventStore& store, int pipe, std::uint32_t writer) {
  for (std::uint32_t number = 0;; ++number) {
    const auto answer = store.append(numbered_commit({writer, number}));
    if (!answer) {
      std::fprintf(stderr, "append: %s\n", answer.error().context.c_str());
      std::_Exit(3);
    }
    // Far below PIPE_BUF, so that reports of several threads do not mix (POSIX write()).
    const Acknowledgement report{{writer, number}, answer->first.value};
    if (::write(pipe, &report, sizeof report) != static_cast<ssize_t>(sizeof report)) {
      std::_Exit(4);
    }
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    return 1;
  }
  const auto store =
      langnghe::eventstore::open_rocksdb_store({.directory = arguments[1], .read_only = false});
  if (!store) {
    std::fprintf(stderr, "open: %s\n", store.error().context.c_str());
    return 2;
  }
  const int pipe = std::atoi(arguments[2]);
  const auto first_writer = static_cast<std::uint32_t>(std::atoi(arguments[3]));
  std::vector<std::jthread> threads;
  for (std::uint32_t writer = first_writer; writer < first_writer + kWriters; ++writer) {
    threads.emplace_back([&store, pipe, writer] { write_for_ever(*store->store, pipe, writer); });
  }
}
