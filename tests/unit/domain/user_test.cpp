#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const UserId kUser{"u-1"};
const StreamId kAccount = stream_of(kUser);

Past an_account() {
  return a_ward() + Past{{kAccount, UserRegistered{"Nguyễn A", std::nullopt}}};
}

TEST(User, IsRegisteredOnce) {
  const UserRegistered registered{"Nguyễn A", kHead};
  given(a_ward()).when(RegisterUser{kUser, registered}).then({{kAccount, registered}});
  given(an_account()).when(RegisterUser{kUser, registered}).then_refused(already_exists);
}

TEST(User, TheFirstOneNeedsNoWard) {
  given().when(RegisterUser{kUser, {"Quản trị", std::nullopt}}).then_accepted();
}

TEST(User, NeedsANameAndAKnownOfficial) {
  given(a_ward())
      .when(RegisterUser{kUser, {" ", std::nullopt}})
      .then_refused(value_required, {{"field", "display_name"}});
  given(a_ward())
      .when(RegisterUser{kUser, {"Nguyễn A", OfficialId{"nobody"}}})
      .then_refused(unknown_official);
}

TEST(User, ARoleIsGrantedForKnownKhom) {
  const RoleGranted grant{Role::khom_head, {kTanMy}};
  given(an_account()).when(GrantRole{kUser, grant}).then({{kAccount, grant}});
  given(an_account())
      .when(GrantRole{kUser, {Role::khom_head, {{"nowhere"}}}})
      .then_refused(unknown_khom, {{"khom", "nowhere"}});
  given(an_account())
      .when(GrantRole{kUser, {Role::khom_head, {kTanMy, kTanMy}}})
      .then_refused(duplicate_id);
  given(a_ward()).when(GrantRole{kUser, grant}).then_refused(does_not_exist);
}

TEST(User, KhomLimitTheirHeadAndNobodyElse) {
  for (const auto& [role, name] : EnumText<Role>::kNames) {
    if (role == Role::khom_head || role == Role::system || role == Role::case_holder) {
      continue;
    }
    given(an_account())
        .when(GrantRole{kUser, {role, {kTanMy}}})
        .then_refused(value_not_valid, {{"field", "khoms"}, {"value", "tan-my"}});
    given(an_account()).when(GrantRole{kUser, {role, {}}}).then_accepted();
  }
}

/// The record names the user who set a password: nobody can claim that the person did.
TEST(User, APasswordIsSetByThePersonOrInOnesOwnName) {
  using enum PasswordMeans;
  const auto set = [](PasswordMeans means) { return SetPassword{kUser, means}; };
  const StreamId account = kAccount;
  for (const auto& [role, name] : EnumText<Role>::kNames) {
    if (role == Role::case_holder) {
      continue;  // has no account, and so no password
    }
    for (const auto means : {own_password, sign_in_link}) {
      given(an_account())
          .by(role, kUser.value)
          .when(set(means))
          .then({{account, PasswordSet{means}}});
      given(an_account()).by(role, "u-other").when(set(means)).then_refused(value_not_valid);
    }
    for (const auto& user : {kUser.value, std::string("u-other")}) {
      const auto by_admin = given(an_account()).by(role, user).when(set(administrator));
      const auto by_machine = given(an_account()).by(role, user).when(set(command_line));
      EXPECT_EQ(by_admin.decision().has_value(), role == Role::admin) << name;
      EXPECT_EQ(by_machine.decision().has_value(), role == Role::system) << name;
    }
  }
  given(a_ward()).when(set(command_line)).then_refused(does_not_exist);
}

TEST(User, ASecondFactorIsTurnedOnByThePersonAndOffByThemOrAnAdministrator) {
  const StreamId account = kAccount;
  for (const auto& [role, name] : EnumText<Role>::kNames) {
    if (role == Role::case_holder) {
      continue;
    }
    const auto decided = [&](const std::string& by, const UserCommand& command) {
      return given(an_account()).by(role, by).when(command).decision().has_value();
    };
    EXPECT_TRUE(decided(kUser.value, TurnOnSecondFactor{kUser})) << name;
    EXPECT_FALSE(decided("u-other", TurnOnSecondFactor{kUser})) << name;
    EXPECT_TRUE(decided(kUser.value, TurnOffSecondFactor{kUser})) << name;
    EXPECT_EQ(decided("u-other", TurnOffSecondFactor{kUser}),
              role == Role::admin || role == Role::system)
        << name;
  }
  given(an_account())
      .by(Role::clerk, kUser.value)
      .when(TurnOnSecondFactor{kUser})
      .then({{account, SecondFactorTurnedOn{}}});
  given(an_account()).when(TurnOffSecondFactor{kUser}).then({{account, SecondFactorTurnedOff{}}});
}

TEST(User, ATokenHasANameByWhichItIsFound) {
  given(an_account()).when(MakeToken{kUser, "", "x", {}}).then_refused(value_required);
  given(an_account()).when(MakeToken{kUser, "3f9a", " ", {}}).then_refused(value_required);
}

TEST(User, NobodyIsTheClockOrHoldsACase) {
  given(an_account())
      .when(GrantRole{kUser, {Role::system, {}}})
      .then_refused(value_not_valid, {{"field", "role"}, {"value", "system"}});
  given(an_account())
      .when(GrantRole{kUser, {Role::case_holder, {}}})
      .then_refused(value_not_valid, {{"field", "role"}, {"value", "case_holder"}});
}

TEST(User, AGrantReplacesTheOneOfTheSameRole) {
  const Past past = an_account() + Past{{kAccount, RoleGranted{Role::khom_head, {kTanMy}}},
                                        {kAccount, RoleGranted{Role::clerk, {}}},
                                        {kAccount, RoleGranted{Role::khom_head, {kSaNhien}}}};
  const auto user = std::get<UserState>(given(past).scene().fold(kAccount));
  EXPECT_EQ(user.roles,
            (std::vector<RoleGranted>{{Role::khom_head, {kSaNhien}}, {Role::clerk, {}}}));
}

TEST(User, OnlyAHeldRoleIsRevoked) {
  const Past clerk = an_account() + Past{{kAccount, RoleGranted{Role::clerk, {}}}};
  given(clerk).when(RevokeRole{kUser, Role::clerk}).then({{kAccount, RoleRevoked{Role::clerk}}});
  given(clerk)
      .when(RevokeRole{kUser, Role::chair})
      .then_refused(value_not_valid, {{"field", "role"}, {"value", "chair"}});
  const auto user = std::get<UserState>(
      given(clerk + Past{{kAccount, RoleRevoked{Role::clerk}}}).scene().fold(kAccount));
  EXPECT_TRUE(user.roles.empty());
}

TEST(User, IsDisabledAndEnabledInTurnForAReason) {
  const Past disabled = an_account() + Past{{kAccount, UserDisabled{"Nghỉ việc"}}};
  given(an_account())
      .when(DisableUser{kUser, "Nghỉ việc"})
      .then({{kAccount, UserDisabled{"Nghỉ việc"}}});
  given(disabled).when(EnableUser{kUser, "Trở lại"}).then({{kAccount, UserEnabled{"Trở lại"}}});
  given(disabled)
      .when(DisableUser{kUser, "Nghỉ việc"})
      .then_refused(act_not_allowed_in_state, {{"act", "disable"}, {"state", "disabled"}});
  given(an_account())
      .when(EnableUser{kUser, "Trở lại"})
      .then_refused(act_not_allowed_in_state, {{"act", "enable"}, {"state", "enabled"}});
  given(an_account()).when(DisableUser{kUser, ""}).then_refused(value_required);
}

}  // namespace
}  // namespace langnghe::domain::spec
