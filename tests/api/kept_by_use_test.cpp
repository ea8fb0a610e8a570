#include "caching/kept_by_use.hpp"

#include <string>

#include <gtest/gtest.h>

namespace langnghe::api {
namespace {

TEST(KeptByUse, DropsWhatWasNotAskedForTheLongestWhenTheBytesAreTooMany) {
  KeptByUse<std::string> kept(100);
  kept.put("a", "1", 40);
  kept.put("b", "2", 40);
  ASSERT_NE(kept.find("a"), nullptr);
  kept.put("c", "3", 40);
  EXPECT_NE(kept.find("a"), nullptr);
  EXPECT_EQ(kept.find("b"), nullptr);
  EXPECT_NE(kept.find("c"), nullptr);
}

TEST(KeptByUse, KeepsTheNewestAloneHoweverLargeItIs) {
  KeptByUse<std::string> kept(100);
  kept.put("a", "1", 40);
  kept.put("large", "2", 1000);
  EXPECT_EQ(kept.find("a"), nullptr);
  ASSERT_NE(kept.find("large"), nullptr);
  kept.put("b", "3", 40);
  EXPECT_EQ(kept.find("large"), nullptr);
  EXPECT_NE(kept.find("b"), nullptr);
}

TEST(KeptByUse, CountsAValueOnceThatTakesTheOldOnesPlace) {
  KeptByUse<std::string> kept(100);
  kept.put("a", "1", 40);
  for (int i = 0; i < 10; ++i) {
    kept.put("b", std::to_string(i), 50);
  }
  ASSERT_NE(kept.find("a"), nullptr);
  EXPECT_EQ(*kept.find("b"), "9");
}

}  // namespace
}  // namespace langnghe::api
