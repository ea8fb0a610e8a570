#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const Date kMergerDay = day("2021-07-01");
const Date kDayBefore = day("2021-06-30");
const KhomId kNew{"tan-sa"};

KhomsMerged merger(std::vector<KhomId> from, KhomId into) {
  return {std::move(from), std::move(into), "Tân Sa", false, kMergerDay, "NQ 04/NQ-HĐND"};
}

WardState after(const KhomsMerged& merged) {
  WardState ward;
  for (const Emitted& emitted : a_ward()) {
    evolve(ward, std::get<WardEvent>(emitted.event));
  }
  evolve(ward, merged);
  return ward;
}

TEST(Merger, MakesOneKhomOfSeveral) {
  const KhomsMerged into_new = merger({kTanMy, kSaNhien}, kNew);
  const KhomsMerged into_one = merger({kTanMy, kSaNhien}, kTanMy);
  given(a_ward()).when(MergeKhoms{into_new}).then({{ward_stream(), into_new}});
  given(a_ward()).when(MergeKhoms{into_one}).then({{ward_stream(), into_one}});
}

TEST(Merger, EndsTheMergedOnTheDayBefore) {
  const WardState ward = after(merger({kTanMy, kSaNhien}, kNew));
  for (const KhomId& khom : {kTanMy, kSaNhien}) {
    EXPECT_TRUE(ward.find_khom(khom)->valid_on(kDayBefore)) << khom.value;
    EXPECT_FALSE(ward.find_khom(khom)->valid_on(kMergerDay)) << khom.value;
  }
  const Khom& made = *ward.find_khom(kNew);
  EXPECT_FALSE(made.valid_on(kDayBefore));
  EXPECT_TRUE(made.valid_on(kMergerDay));
  EXPECT_EQ(made.name_on(kMergerDay), "Tân Sa");
  EXPECT_EQ(made.merged_from, (std::vector<KhomId>{kTanMy, kSaNhien}));
}

TEST(Merger, LetsTheOneThatTakesTheOthersInGoOnUnderItsNewName) {
  const WardState ward = after(merger({kTanMy, kSaNhien}, kTanMy));
  const Khom& going_on = *ward.find_khom(kTanMy);
  EXPECT_FALSE(going_on.last_day);
  EXPECT_EQ(going_on.valid_from, day("2015-01-01"));
  EXPECT_EQ(going_on.name_on(kDayBefore), "Tân Mỹ");
  EXPECT_EQ(going_on.name_on(kMergerDay), "Tân Sa");
  EXPECT_EQ(going_on.merged_from, (std::vector<KhomId>{kSaNhien}));
  EXPECT_EQ(ward.find_khom(kSaNhien)->last_day, kDayBefore);
}

TEST(Merger, IsOfTwoAtLeastEachNamedOnce) {
  given(a_ward())
      .when(MergeKhoms{merger({}, kNew)})
      .then_refused(value_required, {{"field", "from"}});
  given(a_ward()).when(MergeKhoms{merger({kTanMy}, kNew)}).then_refused(value_required);
  given(a_ward())
      .when(MergeKhoms{merger({kTanMy, kTanMy}, kNew)})
      .then_refused(duplicate_id, {{"id", "tan-my"}});
}

TEST(Merger, IsOfKhomThatAreThere) {
  given(a_ward())
      .when(MergeKhoms{merger({kTanMy, {"nowhere"}}, kNew)})
      .then_refused(unknown_khom, {{"khom", "nowhere"}});
  given(a_ward() + Past{{ward_stream(), KhomClosed{kSaNhien, kDayBefore, "Giải thể"}}})
      .when(MergeKhoms{merger({kTanMy, kSaNhien}, kNew)})
      .then_refused(khom_not_valid_then, {{"khom", "sa-nhien"}, {"date", "2021-07-01"}});
  given(a_ward() + Past{{ward_stream(), KhomAdded{{"tre"}, "Trẻ", false, kMergerDay, {}}}})
      .when(MergeKhoms{merger({kTanMy, {"tre"}}, kNew)})
      .then_refused(khom_not_valid_then, {{"khom", "tre"}, {"date", "2021-06-30"}});
}

TEST(Merger, GoesIntoANewKhomOrOneOfThose) {
  given(a_ward() + Past{{ward_stream(), KhomAdded{{"khac"}, "Khác", false, kPast, {}}}})
      .when(MergeKhoms{merger({kTanMy, kSaNhien}, {"khac"})})
      .then_refused(duplicate_id, {{"id", "khac"}});
}

TEST(Merger, NeedsANameADayAndADocument) {
  KhomsMerged what = merger({kTanMy, kSaNhien}, kNew);
  what.name = " ";
  given(a_ward()).when(MergeKhoms{what}).then_refused(value_required, {{"field", "name"}});
  what = merger({kTanMy, kSaNhien}, kNew);
  what.basis = "";
  given(a_ward()).when(MergeKhoms{what}).then_refused(value_required, {{"field", "basis"}});
  what = merger({kTanMy, kSaNhien}, {});
  given(a_ward()).when(MergeKhoms{what}).then_refused(value_required, {{"field", "into"}});
  what = merger({kTanMy, kSaNhien}, kNew);
  what.valid_from = Date{std::chrono::year{2021} / 2 / 30};
  given(a_ward()).when(MergeKhoms{what}).then_refused(value_not_valid);
}

TEST(AKhomTakenOver, RemembersTheWardItCameFrom) {
  const KhomAdded taken{{"moi"}, "Khóm mới", false, kMergerDay, "phường An Hòa"};
  given(a_ward()).when(AddKhom{taken}).then({{ward_stream(), taken}});
  WardState ward;
  evolve(ward, taken);
  EXPECT_EQ(ward.find_khom({"moi"})->taken_over_from, "phường An Hòa");

  KhomAdded from_nowhere = taken;
  from_nowhere.taken_over_from = " ";
  given(a_ward())
      .when(AddKhom{from_nowhere})
      .then_refused(value_required, {{"field", "taken_over_from"}});
}

TemplateAdopted wording(std::string type, std::string text) {
  return {std::move(type), 0, kMergerDay, std::move(text), "NĐ 30/2020/NĐ-CP"};
}

TemplateAdopted of_version(TemplateAdopted adopted, int version) {
  adopted.version = version;
  return adopted;
}

TEST(ATemplate, IsNumberedWithinItsType) {
  const TemplateAdopted first = of_version(wording("TB", "Kính gửi {addressee}"), 1);
  const Past past = a_ward() + Past{{ward_stream(), first}};
  given(a_ward()).when(AdoptTemplate{wording("TB", first.text)}).then({{ward_stream(), first}});
  given(past)
      .when(AdoptTemplate{wording("TB", "Mới")})
      .then({{ward_stream(), of_version(wording("TB", "Mới"), 2)}});
  given(past)
      .when(AdoptTemplate{wording("BC", "Báo cáo")})
      .then({{ward_stream(), of_version(wording("BC", "Báo cáo"), 1)}});
}

TEST(ATemplate, IsOfATypeOfDocumentAndRestsOnOne) {
  given(a_ward())
      .when(AdoptTemplate{wording("XX", "Mới")})
      .then_refused(value_not_valid, {{"field", "type"}, {"value", "XX"}});
  given(a_ward())
      .when(AdoptTemplate{wording("TB", " ")})
      .then_refused(value_required, {{"field", "text"}});
  TemplateAdopted what = wording("TB", "Mới");
  what.basis = "";
  given(a_ward()).when(AdoptTemplate{what}).then_refused(value_required, {{"field", "basis"}});
  what = wording("TB", "Mới");
  what.valid_from = Date{std::chrono::year{2021} / 2 / 30};
  given(a_ward()).when(AdoptTemplate{what}).then_refused(value_not_valid);
}

TemplateAdopted word_template() {
  TemplateAdopted what = wording("TB", "");
  what.kind = PaperKind::notice;
  what.files = {{std::string(64, 'a'),
                 "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 9}};
  return what;
}

TEST(ATemplate, MayBeAWordFileOfOnePaper) {
  const auto file = word_template();
  given(a_ward()).when(AdoptTemplate{file}).then({{ward_stream(), of_version(file, 1)}});
  // Files of a paper are counted apart from the words of its type.
  given(a_ward() + Past{{ward_stream(), of_version(wording("TB", "Mới"), 1)}})
      .when(AdoptTemplate{file})
      .then({{ward_stream(), of_version(file, 1)}});
  auto of_none = file;
  of_none.kind.reset();
  given(a_ward()).when(AdoptTemplate{of_none}).then_refused(value_required, {{"field", "kind"}});
  auto scanned = file;
  scanned.files[0].media_type = "application/pdf";
  given(a_ward()).when(AdoptTemplate{scanned}).then_refused(value_not_valid);
  auto without = file;
  without.files.clear();
  given(a_ward()).when(AdoptTemplate{without}).then_refused(value_required, {{"field", "files"}});
  WardState ward;
  evolve(ward, of_version(file, 1));
  EXPECT_EQ(ward.template_of(PaperKind::notice, kDayBefore), nullptr);
  EXPECT_EQ(ward.template_of(PaperKind::notice, kMergerDay)->files, file.files);
  EXPECT_EQ(ward.template_of(PaperKind::extension, kMergerDay), nullptr);
  EXPECT_EQ(ward.template_on("TB", kMergerDay), nullptr);
}

TEST(Recipients, StandFromTheirDayForTheirPaper) {
  const RecipientsAdopted before{PaperKind::notice, {"Phòng Nội vụ thành phố"}, kDayBefore, "QĐ"};
  const RecipientsAdopted after{PaperKind::notice, {"Sở Nội vụ"}, kMergerDay, "QĐ"};
  given(a_ward()).when(AdoptRecipients{before}).then({{ward_stream(), before}});
  WardState ward;
  evolve(ward, after);
  evolve(ward, before);
  EXPECT_EQ(*ward.recipients_of(PaperKind::notice, kDayBefore), before);
  EXPECT_EQ(*ward.recipients_of(PaperKind::notice, kMergerDay), after);
  EXPECT_EQ(ward.recipients_of(PaperKind::plan, kMergerDay), nullptr);
  auto nobody = after;
  nobody.recipients.clear();
  given(a_ward()).when(AdoptRecipients{nobody}).then_refused(value_required);
}

TEST(ATemplate, StandsFromItsDayForItsType) {
  WardState ward;
  evolve(ward, of_version(wording("TB", "Một"), 1));
  evolve(ward, of_version(wording("TB", "Hai"), 2));
  evolve(ward, of_version(wording("BC", "Ba"), 1));
  EXPECT_EQ(ward.template_on("TB", kDayBefore), nullptr);
  EXPECT_EQ(ward.template_on("TB", kMergerDay)->text, "Hai");
  EXPECT_EQ(ward.template_on("BC", day("2022-01-01"))->text, "Ba");
  EXPECT_EQ(ward.template_on("KH", kMergerDay), nullptr);
}

}  // namespace
}  // namespace langnghe::domain::spec
