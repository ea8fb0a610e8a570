#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const Past kEstablished{{ward_stream(), tan_quy_dong()}};

TEST(Ward, IsEstablishedOnce) {
  given().when(EstablishWard{tan_quy_dong()}).then({{ward_stream(), tan_quy_dong()}});
  given(kEstablished).when(EstablishWard{tan_quy_dong()}).then_refused(already_exists);
}

TEST(Ward, NeedsItsNamesButNoCity) {
  WardEstablished ward = tan_quy_dong();
  ward.city = "";
  given().when(EstablishWard{ward}).then_accepted();
  ward.issuer_symbol = "  ";
  given().when(EstablishWard{ward}).then_refused(value_required, {{"field", "issuer_symbol"}});
}

TEST(Ward, NothingIsAddedBeforeItIsEstablished) {
  given()
      .when(AddKhom{{kTanMy, "Tân Mỹ", false, day("2015-01-01"), {}}})
      .then_refused(does_not_exist, {{"stream", "ward"}});
}

TEST(Ward, AKhomIsAddedOnce) {
  const KhomAdded khom{{"moi"}, "Khóm mới", true, day("2021-01-01"), {}};
  given(a_ward()).when(AddKhom{khom}).then({{ward_stream(), khom}});
  given(a_ward())
      .when(AddKhom{{kTanMy, "Tân Mỹ", false, day("2015-01-01"), {}}})
      .then_refused(duplicate_id, {{"id", "tan-my"}});
}

TEST(Ward, AKhomNeedsANameAndARealDay) {
  given(a_ward())
      .when(AddKhom{{{"moi"}, " ", false, day("2021-01-01"), {}}})
      .then_refused(value_required, {{"field", "name"}});
  const Date not_real{std::chrono::year{2021} / 2 / 30};
  given(a_ward())
      .when(AddKhom{{{"moi"}, "Khóm mới", false, not_real, {}}})
      .then_refused(value_not_valid, {{"field", "valid_from"}, {"value", "2021-02-30"}});
}

TEST(Ward, AKhomIsRenamedWhileItIsValid) {
  const KhomRenamed renamed{kTanMy, "Tân Mỹ 1", day("2021-06-01")};
  given(a_ward()).when(RenameKhom{renamed}).then({{ward_stream(), renamed}});
  given(a_ward())
      .when(RenameKhom{{{"nowhere"}, "X", day("2021-06-01")}})
      .then_refused(unknown_khom, {{"khom", "nowhere"}});
  given(a_ward())
      .when(RenameKhom{{kTanMy, "X", day("2014-12-31")}})
      .then_refused(khom_not_valid_then, {{"khom", "tan-my"}, {"date", "2014-12-31"}});
}

TEST(Ward, AKhomClosesOnceAndNotBeforeItBegan) {
  const KhomClosed closed{kTanMy, day("2021-06-30"), "Sáp nhập"};
  given(a_ward()).when(CloseKhom{closed}).then({{ward_stream(), closed}});
  given(a_ward() + Past{{ward_stream(), closed}})
      .when(CloseKhom{closed})
      .then_refused(act_not_allowed_in_state, {{"act", "close-khom"}, {"state", "closed"}});
  given(a_ward())
      .when(CloseKhom{{kTanMy, day("2014-01-01"), "X"}})
      .then_refused(date_order, {{"first", "2015-01-01"}, {"second", "2014-01-01"}});
  given(a_ward()).when(CloseKhom{{{"nowhere"}, day("2021-06-30"), "X"}}).then_refused(unknown_khom);
  given(a_ward())
      .when(CloseKhom{{kTanMy, day("2021-06-30"), ""}})
      .then_refused(value_required, {{"field", "reason"}});
}

TEST(Ward, AnOfficialIsAppointedOnceAndLeavesOnce) {
  const OfficialAppointed appointed{{"new"},           "D",          "Công chức", "Địa chính",
                                    day("2021-02-01"), Office::other};
  given(a_ward()).when(AppointOfficial{appointed}).then({{ward_stream(), appointed}});
  const Past in_office = a_ward() + Past{{ward_stream(), appointed}};
  given(in_office).when(AppointOfficial{appointed}).then_refused(duplicate_id, {{"id", "new"}});

  const OfficialLeft left{{"new"}, day("2021-02-28")};
  given(in_office).when(RecordOfficialLeft{left}).then({{ward_stream(), left}});
  given(in_office + Past{{ward_stream(), left}})
      .when(RecordOfficialLeft{left})
      .then_refused(act_not_allowed_in_state);
  given(in_office).when(RecordOfficialLeft{{{"new"}, day("2021-01-31")}}).then_refused(date_order);
  given(a_ward()).when(RecordOfficialLeft{left}).then_refused(unknown_official);
}

TEST(Ward, AnOfficialNeedsAPositionAndAUnit) {
  given(a_ward())
      .when(AppointOfficial{{{"new"}, "D", "", "Địa chính", day("2021-02-01")}})
      .then_refused(value_required, {{"field", "position"}});
  given(a_ward())
      .when(AppointOfficial{{{"new"}, "D", "Công chức", "", day("2021-02-01")}})
      .then_refused(value_required, {{"field", "unit"}});
}

TEST(Ward, AReportRouteNeedsAnAddressee) {
  const ReportRouteAdopted route{"UBND thành phố Sa Đéc", "Phòng Nội vụ", day("2021-01-01")};
  given(a_ward()).when(AdoptReportRoute{route}).then({{ward_stream(), route}});
  given(a_ward())
      .when(AdoptReportRoute{{"", "Phòng Nội vụ", day("2021-01-01")}})
      .then_refused(value_required, {{"field", "addressee"}});
}

TEST(Ward, NumberingIsAdoptedFromADay) {
  const NumberingAdopted numbering{NumberingMode::per_type, day("2022-01-01")};
  given(a_ward()).when(AdoptNumbering{numbering}).then({{ward_stream(), numbering}});
}

TEST(Ward, OnlyTheAdministratorSetsItUp) {
  given(a_ward())
      .by(Role::khom_head, "u")
      .when(AddKhom{{{"moi"}, "Khóm mới", true, day("2021-01-01"), {}}})
      .then_refused(role_not_permitted);
}

WardState state_after(const Past& past) {
  return std::get<WardState>(given(past).scene().fold(ward_stream()));
}

TEST(WardState, AKhomKeepsEachNameFromItsDay) {
  const WardState ward =
      state_after(a_ward() + Past{{ward_stream(), KhomRenamed{kTanMy, "Mới", day("2021-06-01")}},
                                  {ward_stream(), KhomRenamed{kTanMy, "Giữa", day("2018-01-01")}}});
  const Khom* khom = ward.find_khom(kTanMy);
  ASSERT_NE(khom, nullptr);
  EXPECT_EQ(khom->name_on(day("2014-01-01")), "Tân Mỹ");
  EXPECT_EQ(khom->name_on(day("2017-12-31")), "Tân Mỹ");
  EXPECT_EQ(khom->name_on(day("2018-01-01")), "Giữa");
  EXPECT_EQ(khom->name_on(day("2021-06-01")), "Mới");
}

TEST(WardState, AKhomIsValidFromItsFirstToItsLastDay) {
  const WardState ward = state_after(
      a_ward() + Past{{ward_stream(), KhomClosed{kTanMy, day("2021-06-30"), "Sáp nhập"}}});
  const Khom& khom = *ward.find_khom(kTanMy);
  EXPECT_FALSE(khom.valid_on(day("2014-12-31")));
  EXPECT_TRUE(khom.valid_on(day("2015-01-01")));
  EXPECT_TRUE(khom.valid_on(day("2021-06-30")));
  EXPECT_FALSE(khom.valid_on(day("2021-07-01")));
  EXPECT_TRUE(khom.valid_within(day("2021-04-01"), day("2021-07-31")));
  EXPECT_FALSE(khom.valid_within(day("2021-07-01"), day("2021-09-30")));
  EXPECT_EQ(ward.find_khom({"nowhere"}), nullptr);
}

TEST(WardState, TheRouteOfADayIsTheLatestBegunByThen) {
  const ReportRouteAdopted first{"UBND thành phố", "Phòng Nội vụ", day("2021-01-01")};
  const ReportRouteAdopted later{"UBND tỉnh", "Sở Nội vụ", day("2025-07-01")};
  const ReportRouteAdopted corrected{"UBND tỉnh Đồng Tháp", "Sở Nội vụ", day("2025-07-01")};
  const WardState ward = state_after(
      a_ward() + Past{{ward_stream(), later}, {ward_stream(), first}, {ward_stream(), corrected}});
  EXPECT_EQ(ward.route_on(day("2020-12-31")), nullptr);
  EXPECT_EQ(*ward.route_on(day("2025-06-30")), first);
  EXPECT_EQ(*ward.route_on(day("2025-07-01")), corrected);
}

TEST(WardState, NumbersAreSharedUntilAdoptedOtherwise) {
  const WardState ward =
      state_after(a_ward() + Past{{ward_stream(),
                                   NumberingAdopted{NumberingMode::per_type, day("2022-01-01")}}});
  EXPECT_EQ(ward.numbering_on(day("2021-12-31")), NumberingMode::shared);
  EXPECT_EQ(ward.numbering_on(day("2022-01-01")), NumberingMode::per_type);
}

}  // namespace
}  // namespace langnghe::domain::spec
