// Saved views: one's own named filters of lists.
#include <string>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

class SavedViews : public testing::Test {
 protected:
  SavedViews() { world.found_ward(); }

  Answer save(const std::string& id, const Json& body, std::string_view user = "clerk") {
    return world.send(Method::put, "saved-views/" + id, user, body.dump(),
                      {{"content-type", "application/json"}});
  }
  Json of(std::string_view user) { return world.get("saved-views", user).body["items"]; }

  World world;
  const Json late{{"name", "Quá hạn ở Tân Mỹ"}, {"page", "issues"}, {"query", "xem=overdue"}};
};

TEST_F(SavedViews, AreKeptForTheirPersonAndSeenByNobodyElse) {
  EXPECT_TRUE(of("clerk").empty());
  EXPECT_EQ(save("v-1", late).status(), 204);
  EXPECT_EQ(save("v-2", {{"name", "Sổ cái"}, {"page", "events"}, {"query", ""}}).status(), 204);
  const auto views = of("clerk");
  ASSERT_EQ(views.size(), 2u);
  EXPECT_EQ(views[0], Json({{"id", "v-1"},
                            {"name", "Quá hạn ở Tân Mỹ"},
                            {"page", "issues"},
                            {"query", "xem=overdue"}}));
  EXPECT_TRUE(of("chair").empty());
  EXPECT_TRUE(of("admin").empty());
}

TEST_F(SavedViews, AnotherTakesThePlaceOfTheOneOfItsIdentifier) {
  EXPECT_EQ(save("v-1", late).status(), 204);
  EXPECT_EQ(save("v-1", {{"name", "Mở"}, {"page", "issues"}, {"query", "q=a"}}).status(), 204);
  ASSERT_EQ(of("clerk").size(), 1u);
  EXPECT_EQ(of("clerk")[0]["name"], "Mở");
  EXPECT_EQ(world.send(Method::delete_, "saved-views/v-1", "chair").status(), 404);
  EXPECT_EQ(world.send(Method::delete_, "saved-views/v-1", "clerk").status(), 204);
  EXPECT_EQ(world.send(Method::delete_, "saved-views/v-1", "clerk").status(), 404);
  EXPECT_TRUE(of("clerk").empty());
}

TEST_F(SavedViews, AreBoundedInNumberAndLength) {
  for (int i = 0; i < 50; ++i) {
    ASSERT_EQ(save("v-" + std::to_string(i), late).status(), 204) << i;
  }
  const auto more = save("v-50", late);
  EXPECT_EQ(more.status(), 422);
  EXPECT_EQ(save("v-0", late).status(), 204) << "in the place of one there is room";
  const auto with = [&](std::string_view member, const Json& value) {
    auto body = late;
    body[std::string(member)] = value;
    return save("v-0", body).status();
  };
  EXPECT_EQ(with("name", " "), 422);
  EXPECT_EQ(with("name", std::string(101, 'a')), 422);
  EXPECT_EQ(with("query", std::string(2001, 'a')), 422);
  EXPECT_EQ(with("page", "users"), 422);
  EXPECT_EQ(with("more", 1), 422);
  EXPECT_EQ(save("V%201", late).status(), 404);
}

}  // namespace
}  // namespace langnghe::api::spec
