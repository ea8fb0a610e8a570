#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include <codec/event_codec.hpp>
#include <codec/json_text.hpp>

#include "samples.hpp"

namespace langnghe::codec::test {
namespace {

constexpr const char* kDocument = LANGNGHE_EVENTS_DOCUMENT;

constexpr std::string_view kHead =
    "# Events\n\n"
    "Every type of event a ledger can hold, with its newest schema (`v` of the record) and the "
    "members\n"
    "of its `data` ([ledger.md](ledger.md)). One example of each schema ever stored is in\n"
    "`tests/golden/events/`; older schemas are lifted by `domain/codec/upcasters.cpp`. A type or "
    "schema\n"
    "that is not here stops the reader visibly.\n\n"
    "Made by `LANGNGHE_WRITE_DOCS=1 langnghe_codec_tests --gtest_filter='EventsDocument.*'`, "
    "compared by\n"
    "the same test otherwise.\n\n"
    "| Type | Schema | Members |\n|---|---|---|\n";

/// The table, from the registry and the samples, which have every member set.
std::string document() {
  std::map<std::string, std::string, std::less<>> members;
  for (const auto& sample : samples()) {
    const auto encoded = encode(sample.event);
    auto& names = members[encoded.type];
    const auto data = parse_json(encoded.data).value();
    for (const auto& [name, value] : data.items()) {
      names += names.empty() ? "" : ", ";
      names += '`' + name + '`';
    }
  }
  std::string text(kHead);
  for (const auto& [type, schema] : event_types()) {
    text += "| `" + std::string(type) + "` | " + std::to_string(schema) + " | " +
            members.find(type)->second + " |\n";
  }
  return text;
}

TEST(EventsDocument, ListsEveryTypeWithItsMembers) {
  const auto wanted = document();
  const char* asked = std::getenv("LANGNGHE_WRITE_DOCS");
  if (asked != nullptr && std::string_view(asked) == "1") {
    std::ofstream(kDocument, std::ios::binary) << wanted;
  }
  std::ifstream file(kDocument, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_EQ(text, wanted);
}

}  // namespace
}  // namespace langnghe::codec::test
