#include <gtest/gtest.h>

#include "unit/domain/ward_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const StreamId kRegister = register_stream(2021);

VoidNumber spoiled(int number) {
  return {2021, DocumentType::notice, number, "In hỏng"};
}

Past with_number_four_taken() {
  return a_ward() + Past{{kRegister, NumberTaken{4, DocumentType::minutes, "04/BB-UBND", kPast,
                                                 kMeetingStream}}};
}

TEST(AVoidedNumber, StaysVisibleAndIsNeverFilled) {
  const NumberVoided voided{1, DocumentType::notice, "01/TB-UBND", "In hỏng"};
  given(a_ward()).when(spoiled(1)).then({{kRegister, voided}});
  RegisterState numbers;
  evolve(numbers, voided);
  EXPECT_TRUE(numbers.is_taken(NumberingMode::shared, DocumentType::minutes, 1));
  EXPECT_EQ(numbers.next_free(NumberingMode::shared, DocumentType::plan), 2);
  EXPECT_EQ(numbers.voided, (std::map<DocumentType, std::set<int>>{{DocumentType::notice, {1}}}));
  given(a_ward() + Past{{kRegister, voided}}).when(spoiled(1)).then_refused(number_in_use);
}

TEST(AVoidedNumber, IsOneThatNoDocumentCarries) {
  given(with_number_four_taken()).when(spoiled(4)).then_refused(number_in_use, {{"number", "4"}});
  given(with_number_four_taken() +
        Past{{ward_stream(), NumberingAdopted{NumberingMode::per_type, day("2021-01-01")}}})
      .when(spoiled(1))
      .then_accepted();
}

TEST(AVoidedNumber, IsJudgedByTheNumberingOfItsYear) {
  const Past since_2022 =
      with_number_four_taken() +
      Past{{ward_stream(), NumberingAdopted{NumberingMode::per_type, day("2022-01-01")}}};
  given(since_2022).on(day("2022-02-01")).when(spoiled(4)).then_refused(number_in_use);
}

TEST(AVoidedNumber, IsTheNextOneAndBurnsNoOther) {
  given(with_number_four_taken())
      .when(spoiled(99))
      .then_refused(number_not_next, {{"number", "99"}, {"next", "5"}});
  given(with_number_four_taken())
      .when(spoiled(3))
      .then_refused(number_not_next, {{"number", "3"}, {"next", "5"}});
  given(with_number_four_taken()).when(spoiled(5)).then_accepted();
  VoidNumber next = spoiled(0);
  next.number.reset();
  EXPECT_EQ(given(with_number_four_taken()).when(next).only<NumberVoided>().number, 5);
}

PaperRecorded paper_of_the_minutes(std::string sha256) {
  return {PaperKind::minutes,  kMeetingStream, "04/BB-UBND", 40, std::move(sha256), 0,
          std::string(64, 'b')};
}

TEST(ARecordedPaper, IsThatOfADocumentOfTheRegister) {
  const auto paper = paper_of_the_minutes(std::string(64, 'a'));
  given(with_number_four_taken()).when(RecordPaper{2021, paper}).then({{kRegister, paper}});
  auto of_another = paper;
  of_another.of = stream_of(IssueId{"i-1"});
  given(with_number_four_taken())
      .when(RecordPaper{2021, of_another})
      .then_refused(unknown_document, {{"symbol", "04/BB-UBND"}});
  auto unknown = paper;
  unknown.symbol = "05/BB-UBND";
  given(with_number_four_taken()).when(RecordPaper{2021, unknown}).then_refused(unknown_document);
  auto unhashed = paper;
  unhashed.sha256 = "x";
  given(with_number_four_taken()).when(RecordPaper{2021, unhashed}).then_refused(value_not_valid);
}

TEST(ARecordedPaper, ALetterHasANumberOfItsOwnBook) {
  const PaperRecorded letter{
      PaperKind::forwarding, stream_of(IssueId{"i-1"}), "45/UBND-VP", 40, std::string(64, 'a'), 0,
      std::string(64, 'b')};
  given(with_number_four_taken()).when(RecordPaper{2021, letter}).then({{kRegister, letter}});
}

TEST(ARecordedPaper, IsRecordedAgainOnlyWhereItChanged) {
  const auto before =
      with_number_four_taken() + Past{{kRegister, paper_of_the_minutes(std::string(64, 'a'))}};
  given(before)
      .when(RecordPaper{2021, paper_of_the_minutes(std::string(64, 'a'))})
      .then_refused(paper_unchanged);
  given(before).when(RecordPaper{2021, paper_of_the_minutes(std::string(64, 'c'))}).then_accepted();
}

// A later record is of a later paper.
TEST(ARecordedPaper, IsFoundAsOfAMoment) {
  RegisterState numbers;
  for (const auto& [size, letter] : {std::pair(40, 'a'), std::pair(90, 'c')}) {
    auto paper = paper_of_the_minutes(std::string(64, letter));
    paper.ledger_size = static_cast<std::uint64_t>(size);
    evolve(numbers, paper);
  }
  const auto hash_at = [&](std::uint64_t size) {
    const auto* paper = numbers.paper(PaperKind::minutes, kMeetingStream, "04/BB-UBND", size);
    return paper == nullptr ? std::string() : paper->sha256;
  };
  EXPECT_EQ(hash_at(39), "");
  EXPECT_EQ(hash_at(40), std::string(64, 'a'));
  EXPECT_EQ(hash_at(89), std::string(64, 'a'));
  EXPECT_EQ(hash_at(90), std::string(64, 'c'));
  const auto* newest = numbers.paper(PaperKind::minutes, kMeetingStream, "04/BB-UBND");
  ASSERT_NE(newest, nullptr);
  EXPECT_EQ(newest->sha256, std::string(64, 'c'));
}

RecordSignedFile signed_minutes() {
  return {2021,  "04/BB-UBND", {{std::string(64, 'd'), "application/pdf", 2'048}},
          kHead, kPast,        std::chrono::hours(8)};
}

TEST(ASignedFile, NamesTheDocumentWhatItsSignerAndTimeAre) {
  const auto act = signed_minutes();
  given(with_number_four_taken())
      .when(act)
      .then({{kRegister, SignedFileRecorded{act.symbol, kMeetingStream, act.files, act.signer,
                                            act.signed_on, act.signed_at}}});
}

TEST(ASignedFile, IsAPdfOrDocxOfADocumentThatWasIssued) {
  auto act = signed_minutes();
  act.symbol = "05/BB-UBND";
  given(with_number_four_taken()).when(act).then_refused(unknown_document);
  act = signed_minutes();
  act.files.clear();
  given(with_number_four_taken()).when(act).then_refused(value_required, {{"field", "files"}});
  act = signed_minutes();
  act.files[0].media_type = "image/png";
  given(with_number_four_taken()).when(act).then_refused(value_not_valid);
  act = signed_minutes();
  act.signer = {"o-nobody"};
  given(with_number_four_taken()).when(act).then_refused(unknown_official);
  act = signed_minutes();
  act.signed_on = day("2031-01-01");
  given(with_number_four_taken()).when(act).then_refused(date_order);
}

TEST(ASignedFile, ComesBackOnce) {
  const auto act = signed_minutes();
  const Past before =
      with_number_four_taken() +
      Past{{kRegister, SignedFileRecorded{
                           act.symbol, kMeetingStream, act.files, act.signer, act.signed_on, {}}}};
  given(before).when(act).then_refused(duplicate_id, {{"id", std::string(64, 'd')}});
}

AllowNumber allowance(int number, const Date& date) {
  return {2021, DocumentType::notice, number, date, "Văn bản giấy vào sổ muộn"};
}

TEST(AnAllowedNumber, IsWrittenDownAndBurnsNothing) {
  given(with_number_four_taken())
      .when(allowance(9, kPast))
      .then(
          {{kRegister, NumberAllowed{9, DocumentType::notice, kPast, "Văn bản giấy vào sổ muộn"}}});
  RegisterState numbers;
  evolve(numbers, NumberAllowed{9, DocumentType::notice, kPast, "X"});
  EXPECT_EQ(numbers.next_free(NumberingMode::shared, DocumentType::notice), 1);
  EXPECT_TRUE(numbers.is_allowed(DocumentType::notice, 9, kPast));
  EXPECT_FALSE(numbers.is_allowed(DocumentType::notice, 9, kToday));
  EXPECT_FALSE(numbers.is_allowed(DocumentType::plan, 9, kPast));
}

TEST(AnAllowedNumber, IsNotBelowTheNextNotOfAnotherYearAndNotAhead) {
  given(with_number_four_taken())
      .when(allowance(3, kPast))
      .then_refused(number_not_next, {{"number", "3"}, {"next", "5"}});
  given(with_number_four_taken())
      .when(allowance(9, day("2020-12-31")))
      .then_refused(value_not_valid, {{"field", "date"}, {"value", "2020-12-31"}});
  given(with_number_four_taken())
      .when(allowance(9, day("2021-03-11")))
      .then_refused(value_not_valid, {{"field", "date"}, {"value", "2021-03-11"}});
  AllowNumber command = allowance(9, kPast);
  command.reason = " ";
  given(with_number_four_taken()).when(command).then_refused(value_required, {{"field", "reason"}});
}

TEST(AVoidedNumber, NeedsANumberAYearAndAReason) {
  given(a_ward())
      .when(spoiled(0))
      .then_refused(value_not_valid, {{"field", "number"}, {"value", "0"}});
  VoidNumber command = spoiled(1);
  command.year = 2022;
  given(a_ward()).when(command).then_refused(value_not_valid,
                                             {{"field", "year"}, {"value", "2022"}});
  command = spoiled(1);
  command.reason = " ";
  given(a_ward()).when(command).then_refused(value_required, {{"field", "reason"}});
  given().when(spoiled(1)).then_refused(does_not_exist, {{"stream", "ward"}});
}

}  // namespace
}  // namespace langnghe::domain::spec
