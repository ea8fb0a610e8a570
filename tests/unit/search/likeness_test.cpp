// Issues like a text that is being typed.
#include <string>

#include <gtest/gtest.h>

#include "indexed_ward.hpp"

namespace langnghe::test {
namespace {

class IssuesLikeAText : public testing::Test {
 protected:
  IssuesLikeAText() {
    ward.record("i-lamp", "Đèn đường hẻm 12 hư");
    ward.record("i-lamp-far", "Đèn đường hẻm 12 hư", "sa-nhien");
    ward.record("i-drain", "Cống hẻm 12 nghẹt");
    ward.record("i-waste", "Rác bỏ ven sông", "sa-nhien", "WASTE");
    for (int i = 0; i < 20; ++i) {
      ward.record("i-other-" + std::to_string(i), "Xin giấy phép số " + std::to_string(100 + i));
    }
  }

  Names like(std::string_view text, const std::string& khom,
             std::vector<domain::KhomId> scope = {}) {
    Names names;
    for (const auto& each : asked.like({text, {khom}, std::move(scope), 5})) {
      names.push_back(each.issue.value);
    }
    return names;
  }

  IndexedWard ward;
  Asked asked{ward};
};

TEST_F(IssuesLikeAText, AreThoseOfTheSameKhomFirst) {
  const std::string text = "Bà con nói den duong trong hẻm 12 bị hư cả tháng nay chưa ai sửa";
  EXPECT_EQ(like(text, "tan-my"), (Names{"i-lamp", "i-lamp-far"}));
  EXPECT_EQ(like(text, "sa-nhien"), (Names{"i-lamp-far", "i-lamp"}));
  EXPECT_EQ(like(text, ""), (Names{"i-lamp-far", "i-lamp"})) << "the newer of two alike";
}

TEST_F(IssuesLikeAText, AreOnlyThoseOfTheAskedKhoms) {
  EXPECT_EQ(like("đèn đường hẻm 12 hư", "tan-my", {{"sa-nhien"}}), Names{"i-lamp-far"});
  EXPECT_EQ(like("rác ven sông", "tan-my", {{"tan-my"}}), Names{});
}

TEST_F(IssuesLikeAText, AreNotThoseThatShareAWordByChance) {
  EXPECT_EQ(like("Xin cho biết khi nào có nước sạch", "tan-my"), Names{});
  EXPECT_EQ(like("", "tan-my"), Names{});
  EXPECT_EQ(like("\" OR place:*", "tan-my"), Names{});
}

TEST_F(IssuesLikeAText, TellHowMuchOfThemIsInTheText) {
  const auto same = asked.like({"Đèn đường hẻm 12 hư", {"tan-my"}, {}, 1});
  ASSERT_EQ(same.size(), 1u);
  EXPECT_EQ(same[0].percent, 100);
  EXPECT_EQ(same[0].khom.value, "tan-my");
}

TEST_F(IssuesLikeAText, AreFoundByTheFirstWordsThatAreTyped) {
  ward.record("i-long", "Đường vào nghĩa trang liệt sĩ sạt lở sau trận mưa lớn đêm qua");
  EXPECT_EQ(like("sat lo", "tan-my"), Names{"i-long"});
  EXPECT_EQ(like("sat", "tan-my"), Names{"i-long"});
}

TEST_F(IssuesLikeAText, AVoidedOneIsNot) {
  ward.act("i-lamp", domain::IssueVoided{"nhầm", std::nullopt});
  EXPECT_EQ(like("Đèn đường hẻm 12 hư", "tan-my"), Names{"i-lamp-far"});
}

}  // namespace
}  // namespace langnghe::test
