#include <set>

#include <gtest/gtest.h>

#include <domain/ids.hpp>
#include <domain/refusal.hpp>

namespace langnghe::domain::spec {
namespace {

TEST(Ids, EveryStreamHasItsName) {
  EXPECT_EQ(ward_stream().value, "ward");
  EXPECT_EQ(calendar_stream().value, "calendar");
  EXPECT_EQ(policy_stream().value, "policy");
  EXPECT_EQ(plan_stream(2021).value, "plan-2021");
  EXPECT_EQ(register_stream(2021).value, "register-2021");
  EXPECT_EQ(stream_of(DialogueId{"d1"}).value, "dialogue-d1");
  EXPECT_EQ(stream_of(IssueId{"i1"}).value, "issue-i1");
  EXPECT_EQ(stream_of(ResidentId{"r1"}).value, "resident-r1");
  EXPECT_EQ(stream_of(UserId{"u1"}).value, "user-u1");
  EXPECT_EQ(report_stream("cchc", "2021-Q1").value, "report-cchc-2021-Q1");
}

TEST(Ids, AClientsIdIsShortAndPlain) {
  EXPECT_TRUE(is_well_formed_id("a"));
  EXPECT_TRUE(is_well_formed_id("0193b6a0-7d0e-7c3a-8f00-000000000001"));
  EXPECT_TRUE(is_well_formed_id("cchc_officer"));
  EXPECT_TRUE(is_well_formed_id(std::string(64, 'x')));
  for (const std::string& text :
       {std::string{}, std::string(65, 'x'), std::string{"-a"}, std::string{"_a"}, std::string{"A"},
        std::string{"a b"}, std::string{"a/b"}, std::string{"khóm"}, std::string{"a\0b", 3}}) {
    EXPECT_FALSE(is_well_formed_id(text)) << text;
  }
}

TEST(Refusal, EveryCodeHasAWireNameOfItsOwn) {
  std::set<std::string_view> seen;
  for (int code = 0; code <= static_cast<int>(RefusalCode::not_a_legal_procedure); ++code) {
    const auto name = wire_name(static_cast<RefusalCode>(code));
    EXPECT_NE(name, "?") << code;
    EXPECT_TRUE(seen.insert(name).second) << name;
  }
  EXPECT_EQ(wire_name(RefusalCode::same_person_requested), "same_person_requested");
}

}  // namespace
}  // namespace langnghe::domain::spec
