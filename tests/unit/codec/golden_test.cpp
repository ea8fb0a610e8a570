#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <variant>

#include <gtest/gtest.h>

#include <codec/event_codec.hpp>
#include <ledger/canonical_json.hpp>

#include "records.hpp"
#include "samples.hpp"

namespace langnghe::codec::test {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = LANGNGHE_GOLDEN_EVENTS;

fs::path golden_path(std::string_view type, int schema, std::string_view variant = "") {
  return kGolden /
         (std::string(type) + ".v" + std::to_string(schema) + std::string(variant) + ".json");
}

/// A file's only line, without its end.
std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (text.ends_with('\n')) {
    text.pop_back();
  }
  return text;
}

/// Data with members that were added to a schema without raising it stands beside what was stored
/// before them.
constexpr std::string_view kFull = "-full";

/// Is this what a file of the golden folder holds?
bool is_kept(const EncodedEvent& encoded) {
  return content(golden_path(encoded.type, encoded.schema)) == encoded.data ||
         content(golden_path(encoded.type, encoded.schema, kFull)) == encoded.data;
}

/// With LANGNGHE_WRITE_GOLDEN=1 a new type, schema or set of members gets its file; one that is
/// there never changes.
void write_missing_golden_files() {
  const char* asked = std::getenv("LANGNGHE_WRITE_GOLDEN");
  if (asked == nullptr || std::string_view(asked) != "1") {
    return;
  }
  fs::create_directories(kGolden);
  for (const auto& sample : samples()) {
    const auto encoded = encode(sample.event);
    auto path = golden_path(encoded.type, encoded.schema);
    if (fs::exists(path) && !is_kept(encoded)) {
      path = golden_path(encoded.type, encoded.schema, kFull);
    }
    if (!fs::exists(path)) {
      std::ofstream(path, std::ios::binary) << encoded.data << '\n';
    }
  }
}

struct Golden : testing::Test {
  static void SetUpTestSuite() { write_missing_golden_files(); }
};

std::map<std::string, std::string> streams_by_type() {
  std::map<std::string, std::string> streams;
  for (const auto& sample : samples()) {
    streams[encode(sample.event).type] = sample.stream.value;
  }
  return streams;
}

TEST_F(Golden, EverySchemaOfEveryTypeHasAFile) {
  ASSERT_FALSE(event_types().empty());
  for (const auto& [type, newest] : event_types()) {
    for (int schema = 1; schema <= newest; ++schema) {
      EXPECT_TRUE(fs::exists(golden_path(type, schema))) << golden_path(type, schema);
    }
  }
}

TEST_F(Golden, EveryMemberOfTheNewestSchemaStandsInAFile) {
  for (const auto& sample : samples()) {
    const auto encoded = encode(sample.event);
    EXPECT_TRUE(is_kept(encoded)) << encoded.type << " v" << encoded.schema << encoded.data;
  }
}

TEST_F(Golden, EveryFileDecodesAndTheNewestEncodeToTheSameBytes) {
  const auto streams = streams_by_type();
  std::map<std::string, int, std::less<>> newest;
  for (const auto& [type, schema] : event_types()) {
    newest.emplace(type, schema);
  }
  int files = 0;
  for (const auto& entry : fs::directory_iterator(kGolden)) {
    const auto name = entry.path().stem().string();  // issue.closed.v1, issue.classified.v1-full
    const auto dot = name.rfind(".v");
    ASSERT_NE(dot, std::string::npos) << name;
    const auto type = name.substr(0, dot);
    const int schema = std::stoi(name.substr(dot + 2));
    ASSERT_TRUE(streams.contains(type)) << "no sample of " << type;
    const auto data = content(entry.path());
    const auto event = decode(record_of(streams.at(type), type, data, schema));
    ASSERT_TRUE(event) << name << " " << event.error().where << ": " << event.error().what;
    const auto again = encode(event->event);
    EXPECT_EQ(again.type, type);
    if (schema == newest.at(type)) {
      EXPECT_EQ(again.data, data) << name;
    }
    ++files;
  }
  EXPECT_GE(files, 120);
}

TEST(Samples, ThereIsOneOfEveryTypeAndItReadsBackAsItWas) {
  std::set<std::string, std::less<>> types;
  for (const auto& [stream, event, happened] : samples()) {
    const auto encoded = encode(event);
    EXPECT_TRUE(types.insert(encoded.type).second) << encoded.type;
    const auto record = record_of(stream.value, encoded.type, encoded.data, encoded.schema);
    const auto back = decode(record);
    ASSERT_TRUE(back) << encoded.type << back.error().where << back.error().what;
    EXPECT_EQ(back->event, event) << encoded.type;
    EXPECT_EQ(back->stream, stream);
  }
  EXPECT_EQ(types.size(), event_types().size());
  for (const auto& [type, schema] : event_types()) {
    EXPECT_TRUE(types.contains(type)) << type;
  }
}

TEST(Samples, WhatIsWrittenIsCanonical) {
  for (const auto& [stream, event, happened] : samples()) {
    const auto encoded = encode(event);
    const auto canonical = eventstore::canonicalize(encoded.data);
    ASSERT_TRUE(canonical) << encoded.data;
    EXPECT_EQ(encoded.data, *canonical);
  }
}

}  // namespace
}  // namespace langnghe::codec::test
