#include "damaged_ledger.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include <gtest/gtest.h>

#include <ledger/record.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>

#include "commit_builder.hpp"
#include "numbered_commit.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

constexpr std::uint32_t kWriters = 3;
constexpr std::uint32_t kRestarts = 3;
constexpr std::uint32_t kCommitsPerStart = 8;

StoreResult<OpenedStore> open(const std::filesystem::path& directory) {
  return open_rocksdb_store({.directory = directory, .read_only = false});
}

std::vector<CommitName> names() {
  std::vector<CommitName> made;
  for (std::uint32_t number = 0; number < kRestarts * kCommitsPerStart; ++number) {
    for (std::uint32_t writer = 0; writer < kWriters; ++writer) {
      made.push_back({writer, number});
    }
  }
  return made;
}

std::vector<std::string> streams() {
  std::vector<std::string> made{"shared"};
  for (std::uint32_t writer = 0; writer < kWriters; ++writer) {
    made.push_back("own-" + std::to_string(writer));
    made.push_back(made.back() + "-second");
  }
  return made;
}

std::optional<std::vector<std::string>> bytes_of(const StoreResult<std::vector<Record>>& records) {
  if (!records) {
    return std::nullopt;
  }
  std::vector<std::string> bytes;
  for (const Record& record : *records) {
    bytes.push_back(record.bytes);
  }
  return bytes;
}

// Nothing when a read answers with an error.
std::optional<Answers> ask(EventStore& store) {
  Answers answers;
  auto records = bytes_of(store.read_ledger(kWard, {0}, 10'000));
  if (!records || records->size() != store.size(kWard).value()) {
    return std::nullopt;
  }
  answers.records = std::move(*records);
  for (const auto& stream : streams()) {
    auto bytes = bytes_of(store.read_stream(kWard, {stream}, kAbsent, 10'000));
    const auto version = store.version_of(kWard, {stream});
    if (!bytes || !version || version->value != bytes->size()) {
      return std::nullopt;
    }
    if (!bytes->empty()) {
      answers.streams.emplace(stream, std::move(*bytes));
    }
  }
  for (const auto& name : names()) {
    const auto found = store.find(kWard, key_of(name), "hash of " + key_of(name));
    if (!found) {
      return std::nullopt;
    }
    if (*found) {
      answers.keys.emplace(key_of(name), (*found)->first.value);
    }
  }
  return answers;
}

// The entries of streams and keys that the first `size` records of `whole` imply.
Answers cut_to(const Answers& whole, std::size_t size) {
  Answers cut;
  cut.records.assign(whole.records.begin(),
                     whole.records.begin() + static_cast<std::ptrdiff_t>(size));
  for (const auto& bytes : cut.records) {
    cut.streams[std::string(parse(bytes)->stream)].push_back(bytes);
  }
  for (const auto& [key, first] : whole.keys) {
    if (first < size) {
      cut.keys.emplace(key, first);
    }
  }
  return cut;
}

}  // namespace

void make_small_ledger(const std::filesystem::path& directory) {
  std::uint32_t number = 0;
  for (std::uint32_t start = 0; start < kRestarts; ++start) {
    const auto store = open(directory);  // opening turns the log before into table files
    ASSERT_TRUE(store.has_value()) << store.error().context;
    for (const std::uint32_t end = number + kCommitsPerStart; number < end; ++number) {
      for (std::uint32_t writer = 0; writer < kWriters; ++writer) {
        ASSERT_TRUE(store->store->append(numbered_commit({writer, number})).has_value());
      }
    }
  }
}

std::string_view to_text(Outcome outcome) {
  constexpr std::string_view kTexts[kOutcomes] = {"unchanged",     "refused", "read error",
                                                  "scrub finding", "shorter", "WRONG"};
  return kTexts[static_cast<std::size_t>(outcome)];
}

Answers answers_of(const std::filesystem::path& directory) {
  const auto store = open(directory);
  EXPECT_TRUE(store.has_value());
  const auto answers = store ? ask(*store->store) : std::nullopt;
  EXPECT_TRUE(answers.has_value());
  EXPECT_EQ(cut_to(*answers, answers->records.size()), *answers);
  return *answers;
}

Outcome outcome_of(const std::filesystem::path& directory, const Answers& expected) {
  const auto store = open(directory);
  if (!store) {
    return Outcome::refused;
  }
  const auto answers = ask(*store->store);
  const auto report = store->maintenance->scrub({.threads = 1, .progress = {}});
  const bool well = report && report->findings_count == 0;
  if (!answers) {
    return Outcome::read_error;
  }
  if (*answers == expected) {
    return well ? Outcome::unchanged : Outcome::scrub_finding;
  }
  if (!well) {
    return Outcome::scrub_finding;
  }
  const std::size_t size = answers->records.size();
  return size < expected.records.size() && *answers == cut_to(expected, size) ? Outcome::shorter
                                                                              : Outcome::wrong;
}

}  // namespace langnghe::test
