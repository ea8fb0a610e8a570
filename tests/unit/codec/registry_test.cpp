#include "registry.hpp"

#include <gtest/gtest.h>

#include <codec/fields/issue.hpp>

#include "event_family.hpp"

namespace langnghe::codec::test {
namespace {

/// The mechanism of upcasters is tried on a registry of its own, in which `issue.noted` has had
/// three schemas: v1 {"why"}, v2 {"text"}, v3 {"reason"}. The ward's own events keep theirs.
bool read_noted(const Node& data, domain::Event& out, Reader& reader) {
  return read_event<domain::IssueEvent, domain::Noted>(data, out, reader);
}

Json rename(Json data, const char* from, const char* to) {
  if (data.contains(from)) {
    data[to] = data[from];
    data.erase(from);
  }
  return data;
}
Json lift_1(Json data) {
  return rename(std::move(data), "why", "text");
}
Json lift_2(Json data) {
  return rename(std::move(data), "text", "reason");
}

constexpr std::size_t kIssue = 5;  // index of IssueEvent in domain::Event

std::vector<EventEntry> three_schemas() {
  return {{"issue.noted", 3, kIssue, &read_noted}};
}

Registry lifting_registry() {
  return {three_schemas(), {{"issue.noted", 2, &lift_2}, {"issue.noted", 1, &lift_1}}};
}

std::expected<domain::Event, CodecError> read(const Registry& registry, int schema,
                                              std::string_view data) {
  domain::Event event;
  auto read = registry.read("issue.noted", schema, {"issue-1"}, data, event);
  return read ? std::expected<domain::Event, CodecError>(event)
              : std::unexpected(std::move(read.error()));
}

TEST(Registry, OlderDataIsLiftedStepByStepToTheNewestSchema) {
  const auto registry = lifting_registry();
  const domain::Event expected(domain::IssueEvent(domain::Noted{"r"}));
  EXPECT_EQ(read(registry, 1, R"({"why":"r"})").value(), expected);
  EXPECT_EQ(read(registry, 2, R"({"text":"r"})").value(), expected);
  EXPECT_EQ(read(registry, 3, R"({"reason":"r"})").value(), expected);
}

TEST(Registry, LiftedDataIsReadAsStrictlyAsNewData) {
  const auto registry = lifting_registry();
  EXPECT_EQ(read(registry, 1, "{}").error().where, "/reason");
  EXPECT_EQ(read(registry, 1, R"({"why":1})").error().where, "/reason");
  EXPECT_EQ(read(registry, 1, R"({"why":"r","x":1})").error().where, "/x");
  EXPECT_EQ(read(registry, 3, R"({"why":"r"})").error().where, "/reason");
}

TEST(Registry, ASchemaFromTheFutureIsAnError) {
  EXPECT_EQ(read(lifting_registry(), 4, R"({"reason":"r"})").error().where, "v");
}

TEST(RegistryDeathTest, AnOlderSchemaWithoutAWayUpStopsTheProgram) {
  EXPECT_DEATH(Registry(three_schemas(), {{"issue.noted", 2, &lift_2}}), "find_upcaster");
}

TEST(RegistryDeathTest, AnUpcasterThatLeadsNowhereStopsTheProgram) {
  EXPECT_DEATH(Registry(three_schemas(), {{"issue.noted", 1, &lift_1},
                                          {"issue.noted", 2, &lift_2},
                                          {"issue.lost", 1, &lift_1}}),
               "needed");
}

TEST(RegistryDeathTest, ATypeIsRegisteredOnlyOnce) {
  auto twice = three_schemas();
  twice.push_back(twice.front());
  EXPECT_DEATH(Registry(std::move(twice), {}), "adjacent_find");
}

}  // namespace
}  // namespace langnghe::codec::test
