#include "numbered_commit.hpp"

#include "commit_builder.hpp"

namespace langnghe::test {

using namespace eventstore;

std::string key_of(const CommitName& name) {
  return std::to_string(name.writer) + "/" + std::to_string(name.number);
}

std::uint32_t events_of(const CommitName& name) {
  return 1 + (name.writer + name.number) % 3;
}

std::string data_of(const CommitName& name, std::uint32_t index) {
  return R"({"index":)" + std::to_string(index) + R"(,"number":)" + std::to_string(name.number) +
         R"(,"of":)" + std::to_string(events_of(name)) + R"(,"writer":)" +
         std::to_string(name.writer) + "}";
}

Commit numbered_commit(const CommitName& name) {
  const std::string own = "own-" + std::to_string(name.writer);
  const std::string streams[] = {own, own + "-second", "shared"};
  Commit made = commit(key_of(name), {}, {at_version(own, name.number)});
  for (std::uint32_t index = 0; index < events_of(name); ++index) {
    NewEvent& next = made.events.emplace_back(event(streams[index], name.number));
    next.data = data_of(name, index);
  }
  return made;
}

}  // namespace langnghe::test
