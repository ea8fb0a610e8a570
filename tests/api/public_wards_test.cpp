// The wards that a sign-in page offers: the only one, or those that the operator lets be named.
#include <string>

#include <gtest/gtest.h>

#include <api/application.hpp>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

Json wards_of(World& world, bool names_wards) {
  Limits limits;
  limits.sign_in_names_wards = names_wards;
  Application application(
      Services{{world.vault(), world.views(), world.accounts(),
                [] { return *domain::parse_instant("2021-01-05T08:00:00+07:00"); }, limits},
               world.store()});
  Request request;
  request.target = "/api/v1/public/wards";
  request.peer = "127.0.0.1";
  const auto response = application.handle(request);
  EXPECT_EQ(response.status, 200) << response.body;
  return Json::parse(response.body).at("items");
}

TEST(PublicWards, TheOnlyOneIsNamedToEverybody) {
  World world;
  world.found_ward();
  const auto wards = wards_of(world, false);
  ASSERT_EQ(wards.size(), 1u);
  EXPECT_EQ(wards[0]["ward"], kWard);
  EXPECT_NE(wards[0]["name"].get<std::string>(), "");
}

}  // namespace
}  // namespace langnghe::api::spec
