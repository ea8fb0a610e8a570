#include <limits>
#include <string>

#include <gtest/gtest.h>

#include <ledger/canonical_json.hpp>
#include <ledger/record.hpp>

#include "commit_builder.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

constexpr std::string_view kRecorded = "2021-03-12T12:31:05.042Z";

Commit vietnamese_commit() {
  Commit made = commit("k1", {event("issue-đ")});
  made.events[0] = {.id = event_id(0xabc),
                    .stream = {"issue-7"},
                    .type = "issue.recorded",
                    .schema = 3,
                    .happened = "2021-03-12T19:30:00+07:00",
                    .data = R"({"lời":"Đường Nguyễn Huệ ngập nước, \"ba hôm\" rồi\n","số":7})"};
  made.actor = {"cán-bộ Đào", "cchc_officer"};
  made.causation = "đối thoại quý I";
  made.correlation = "";
  return made;
}

TEST(Record, IsTheCanonicalJsonOfItsMembers) {
  const Commit made = vietnamese_commit();
  const auto bytes = encode(made, made.events[0], {12}, kRecorded);
  ASSERT_TRUE(bytes) << bytes.error();
  EXPECT_EQ(
      *bytes,
      R"({"actor":{"role":"cchc_officer","user":"cán-bộ Đào"},"causation":"đối thoại quý I",)"
      R"("correlation":"","data":{"lời":"Đường Nguyễn Huệ ngập nước, \"ba hôm\" rồi\n","số":7},)"
      R"("happened":"2021-03-12T19:30:00+07:00","id":"0190a1b2-c3d4-7000-8000-000000000abc",)"
      R"("ledger":"tan-quy-dong","recorded":"2021-03-12T12:31:05.042Z","stream":"issue-7",)"
      R"("type":"issue.recorded","v":3,"version":12})");
  EXPECT_EQ(canonicalize(*bytes), *bytes);
}

TEST(Record, ReadsBackInPlace) {
  const Commit made = vietnamese_commit();
  const std::string bytes = *encode(made, made.events[0], {12}, kRecorded);
  const auto view = parse(bytes);
  ASSERT_TRUE(view) << view.error();
  EXPECT_EQ(view->id, made.events[0].id);
  EXPECT_EQ(view->ledger, made.ledger.value);
  EXPECT_EQ(view->stream, "issue-7");
  EXPECT_EQ(view->version, Version{12});
  EXPECT_EQ(view->type, "issue.recorded");
  EXPECT_EQ(view->schema, 3);
  EXPECT_EQ(view->happened, "2021-03-12T19:30:00+07:00");
  EXPECT_EQ(view->recorded, kRecorded);
  EXPECT_EQ(view->user, "cán-bộ Đào");
  EXPECT_EQ(view->role, "cchc_officer");
  EXPECT_EQ(view->causation, "đối thoại quý I");
  EXPECT_EQ(view->correlation, "");
  EXPECT_EQ(view->data, made.events[0].data);
  EXPECT_GE(view->data.data(), bytes.data());
  EXPECT_LE(view->data.data() + view->data.size(), bytes.data() + bytes.size());
}

TEST(Record, DataThatLooksLikeARecordDoesNotConfuseTheReader) {
  Commit made = vietnamese_commit();
  made.events[0].data = R"({"happened":"2000-01-01","id":"x","nested":{"happened":"y","id":"z"},)"
                        R"("text":",\"happened\":\"no\""})";
  const std::string bytes = *encode(made, made.events[0], {1}, kRecorded);
  const auto view = parse(bytes);
  ASSERT_TRUE(view) << view.error();
  EXPECT_EQ(view->data, made.events[0].data);
  EXPECT_EQ(view->happened, made.events[0].happened);
}

TEST(Record, BackslashesInDataDoNotHideTheEndOfAString) {
  Commit made = vietnamese_commit();
  for (const char* data : {R"({"a":"\\"})", R"({"a":"}\""})", R"({"a":"\\","b":"\"}"})",
                           R"({"\\":["]",{"b":[]}],"c":"{"})"}) {
    made.events[0].data = data;
    const auto bytes = encode(made, made.events[0], {1}, kRecorded);
    ASSERT_TRUE(bytes) << data;
    ASSERT_TRUE(parse(*bytes)) << data;
    EXPECT_EQ(parse(*bytes)->data, data);
  }
}

TEST(Record, HoldsTheLargestVersionAndAnEmptyObject) {
  Commit made = vietnamese_commit();
  made.events[0].data = "{}";
  const Version last{std::numeric_limits<std::uint64_t>::max()};
  const std::string bytes = *encode(made, made.events[0], last, kRecorded);
  EXPECT_EQ(parse(bytes)->version, last);
  EXPECT_EQ(parse(bytes)->data, "{}");
}

TEST(Record, EncodingNamesTheMemberThatIsNotWellFormed) {
  const auto error_of = [](const auto& spoil) {
    Commit made = vietnamese_commit();
    spoil(made);
    const auto bytes = encode(made, made.events[0], {1}, kRecorded);
    return bytes ? "" : bytes.error();
  };
  EXPECT_EQ(error_of([](Commit&) {}), "");
  EXPECT_EQ(error_of([](Commit& c) { c.actor.user = "\""; }), "actor is not well formed");
  EXPECT_EQ(error_of([](Commit& c) { c.ledger.value = "A"; }), "ledger is not well formed");
  EXPECT_EQ(error_of([](Commit& c) { c.events[0].happened = "hôm qua"; }),
            "happened is not well formed");
  EXPECT_EQ(error_of([](Commit& c) { c.events[0].data = "null"; }),
            "data is not a JSON object in canonical form");
  const Commit made = vietnamese_commit();
  EXPECT_EQ(encode(made, made.events[0], kAbsent, kRecorded).error(), "version is not well formed");
  EXPECT_EQ(encode(made, made.events[0], {1}, "2021-03-12").error(), "recorded is not well formed");
}

TEST(Record, BytesThatAreCutOrAddedToDoNotRead) {
  const Commit made = vietnamese_commit();
  const std::string bytes = *encode(made, made.events[0], {12}, kRecorded);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    ASSERT_FALSE(parse(std::string_view(bytes).substr(0, length))) << length;
  }
  EXPECT_FALSE(parse(bytes + " "));
  EXPECT_FALSE(parse(bytes + bytes));
}

TEST(Record, BytesOfAnotherLayoutDoNotRead) {
  const Commit made = vietnamese_commit();
  const std::string bytes = *encode(made, made.events[0], {12}, kRecorded);
  const auto with = [&bytes](std::string_view old_text, std::string_view new_text) {
    std::string changed = bytes;
    changed.replace(changed.find(old_text), old_text.size(), new_text);
    return changed;
  };
  ASSERT_TRUE(parse(with(R"("v":3)", R"("v":4)")));
  EXPECT_FALSE(parse(with(R"("v":3)", R"("v":03)")));
  EXPECT_FALSE(parse(with(R"("v":3)", R"("v":0)")));
  EXPECT_FALSE(parse(with(R"("v":3)", R"("v":-3)")));
  EXPECT_FALSE(parse(with(R"("version":12)", R"("version":18446744073709551616)")));
  EXPECT_FALSE(parse(with(R"("stream":)", R"("strean":)")));
  EXPECT_FALSE(parse(with("issue-7", "issue\\7")));
  EXPECT_FALSE(parse(with(R"("data":{)", R"("data":[)")));
  EXPECT_FALSE(parse(with(",\"causation\"", ", \"causation\"")));
}

}  // namespace
}  // namespace langnghe::test
