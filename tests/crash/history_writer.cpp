// 64 clients that call the ledger in argv[1] at random until they are killed, and note what they do
// in the history argv[2]. Commits without an answer from index argv[3] on are sent again first.
// Their chance is seeded with argv[4].

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <thread>
#include <vector>

#include <unistd.h>

#include <rocksdb_engine/rocksdb_store.hpp>

#include "random_client.hpp"

namespace {

using namespace langnghe;

constexpr std::size_t kClients = 64;

std::vector<test::Operation> unanswered(const test::History& history, std::uint64_t from) {
  auto operations = history.operations(from);
  std::erase_if(operations, [](const test::Operation& operation) {
    return operation.call != test::Call::append || operation.answer != test::Answer::unknown;
  });
  return operations;
}

// Also when the history is full: only the kill ends this process.
void call_for_ever(test::RandomClient client, const std::vector<test::Operation>& again,
                   std::size_t first) {
  try {
    for (std::size_t at = first; at < again.size(); at += kClients) {
      (void)client.retry(again[at]);
    }
    while (client.step()) {
    }
    while (true) {
      ::pause();
    }
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    std::_Exit(3);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) {
    return 1;
  }
  const auto store =
      eventstore::open_rocksdb_store({.directory = arguments[1], .read_only = false});
  if (!store) {
    std::fprintf(stderr, "open: %s\n", store.error().context.c_str());
    return 2;
  }
  test::History history(arguments[2]);
  const auto again = unanswered(history, std::strtoull(arguments[3], nullptr, 10));
  const auto seed = std::strtoull(arguments[4], nullptr, 10);
  std::vector<std::jthread> threads;
  for (std::size_t client = 0; client < kClients; ++client) {
    threads.emplace_back([&, client] {
      call_for_ever(test::RandomClient(*store->store, history, seed + client), again, client);
    });
  }
}
