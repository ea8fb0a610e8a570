#include "ledger_check.hpp"

#include <cstdio>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include <ledger/record.hpp>

#include "commit_builder.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

struct Found {
  CommitName name;
  std::uint32_t index = 0;
};

Found read_data(std::string_view data) {
  Found found;
  unsigned of = 0;
  EXPECT_EQ(
      std::sscanf(std::string(data).c_str(), R"({"index":%u,"number":%u,"of":%u,"writer":%u})",
                  &found.index, &found.name.number, &of, &found.name.writer),
      4)
      << data;
  EXPECT_EQ(data, data_of(found.name, found.index));
  return found;
}

// Walks over the ledger commit by commit; answers where each begins.
std::map<CommitName, std::uint64_t> commits_in(const std::vector<Record>& records) {
  std::map<CommitName, std::uint64_t> begins;
  std::map<std::string, std::uint64_t, std::less<>> heads;
  CommitName current;
  std::uint32_t missing = 0;
  for (std::uint64_t position = 0; position < records.size(); ++position) {
    EXPECT_EQ(records[position].position.value, position);
    const auto record = parse(records[position].bytes);
    if (!record) {
      ADD_FAILURE() << "position " << position << ": " << record.error();
      return begins;
    }
    EXPECT_EQ(record->version.value, ++heads[std::string(record->stream)]);
    const Found found = read_data(record->data);
    if (missing == 0) {
      current = found.name;
      missing = events_of(current);
      EXPECT_TRUE(begins.emplace(current, position).second) << key_of(current) << " is there twice";
    }
    EXPECT_EQ(found.name, current) << "half a commit before position " << position;
    EXPECT_EQ(found.index, events_of(current) - missing);
    --missing;
  }
  EXPECT_EQ(missing, 0u) << "half a commit at the end";
  return begins;
}

}  // namespace

void check_ledger(EventStore& store, const std::vector<Acknowledgement>& acknowledged,
                  std::uint32_t together) {
  const auto records = read_all(store);
  EXPECT_EQ(store.size(kWard).value(), records.size());
  const auto begins = commits_in(records);
  std::map<std::uint32_t, std::uint32_t> of_writers;
  for (const auto& [name, first] : begins) {
    ++of_writers[name.writer];
  }
  for (const auto& [writer, commits] : of_writers) {
    EXPECT_EQ(commits % together, 0u)
        << "a part of the commits that writer " << writer << " appended together";
  }
  for (const auto& [name, first] : begins) {
    const auto answer = store.find(kWard, key_of(name), "hash of " + key_of(name));
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(*answer, (Committed{{first}, events_of(name), true})) << key_of(name);
  }
  for (const auto& [name, first] : acknowledged) {
    const auto found = begins.find(name);
    ASSERT_NE(found, begins.end()) << key_of(name) << " was acknowledged and is lost";
    EXPECT_EQ(found->second, first) << key_of(name);
  }
}

}  // namespace langnghe::test
