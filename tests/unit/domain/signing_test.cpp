#include <gtest/gtest.h>

#include "issue_fixture.hpp"
#include "office_fixture.hpp"

/// The right to sign in a capacity (Decree 30/2020 Art. 13), and the order in which numbers are
/// taken (Art. 15).
namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;
using enum SigningCapacity;

const OfficialId kNewcomer{"newcomer"};

// ---- the office a position names

TEST(AnOffice, IsNamedByTheExactTitleOfAPeoplesCommittee) {
  using enum Office;
  const std::pair<std::string_view, Office> titles[] = {
      {"Chủ tịch", chair},
      {"Chủ tịch UBND", chair},
      {"Chủ tịch UBND phường", chair},
      {"Chủ tịch Ủy ban nhân dân phường", chair},
      {"Chủ tịch Uỷ ban nhân dân phường", chair},
      {"Phó Chủ tịch", deputy},
      {"Phó Chủ tịch UBND phường", deputy},
      {"Phó Chủ tịch Ủy ban nhân dân phường", deputy},
      {"Chủ tịch Hội đồng nhân dân phường", other},
      {"Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam phường", other},
      {"Phó Chủ tịch Hội Nông dân phường", other},
      {"Chủ tịch UBNDX", other},
      {"Chủ tịchX", other},
      {"Quyền Chủ tịch", other},
      {"Trưởng khóm", other},
      {"Công chức Văn phòng - Thống kê", other},
      {"", other}};
  for (const auto& [title, office] : titles) {
    EXPECT_EQ(office_by_position(title), office) << title;
  }
}

TEST(AnOffice, StatedInTheAppointmentStandsWhateverThePosition) {
  OfficialAppointed acting{{"q"}, "Q", "Quyền Chủ tịch", "UBND", kPast, Office::chair};
  EXPECT_EQ(given(a_ward()).when(AppointOfficial{acting}).only<OfficialAppointed>().office,
            Office::chair);
  acting.office.reset();
  EXPECT_EQ(given(a_ward()).when(AppointOfficial{acting}).only<OfficialAppointed>().office,
            Office::other);
}

TEST(AnOffice, OfAnAppointmentThatDoesNotStateItFollowsFromThePosition) {
  WardState ward;
  for (const Emitted& emitted : a_ward()) {
    evolve(ward, std::get<WardEvent>(emitted.event));
  }
  EXPECT_EQ(ward.officials.at(kHead).office, Office::chair);
  EXPECT_EQ(ward.officials.at(kDeputy).office, Office::deputy);
  EXPECT_EQ(ward.officials.at(kReception).office, Office::other);
}

// ---- who signs what

/// Every document that is signed, by one official in one capacity; nothing: the office decides.
struct SignedAct {
  std::string_view what;
  Given before;
  Command (*by)(const OfficialId&, std::optional<SigningCapacity>);
};

Past with_offices(Past past) {
  past.push_back(
      {ward_stream(), OfficialAppointed{kDeputy, "P", "Phó Chủ tịch", "UBND", day("2020-01-01")}});
  past.push_back(
      {ward_stream(), OfficialAppointed{kReception, "C", "Công chức", "", day("2020-01-01")}});
  past.push_back({ward_stream(), OfficialAppointed{kHead, "H", "Chủ tịch", "", day("2020-01-01")}});
  return past;
}

Given issue_at(IssuePhase phase) {
  return Given(at(phase)).recorded("u-admin", kPast, with_offices({}));
}

std::vector<SignedAct> signed_acts() {
  using Capacity = std::optional<SigningCapacity>;
  return {
      {"a plan", given(plan_at(PlanPhase::drafted)),
       [](const OfficialId& who, Capacity as) -> Command {
         return ApprovePlan{2021, {}, who, as};
       }},
      {"an amendment", given(plan_at(PlanPhase::approved)),
       [](const OfficialId& who, Capacity as) -> Command {
         return AmendPlan{2021, "Thêm", {{kTanMy, {2, 1, 1, 1}}}, who, as};
       }},
      {"a conclusion", given(meeting_at(DialoguePhase::minutes_signed)).on(kReportDay),
       [](const OfficialId& who, Capacity as) -> Command {
         return PublishConclusion{kMeeting, {}, who, "Giao", {"Trụ sở"}, as};
       }},
      {"a refusal", issue_at(IssuePhase::classified),
       [](const OfficialId& who, Capacity as) -> Command {
         return RefuseHandling{kIssue, RefusalGround::under_court, "Tòa", {}, who, as};
       }},
      {"a correction", issue_at(IssuePhase::notice_issued),
       [](const OfficialId& who, Capacity as) -> Command {
         return CorrectNotice{kIssue, "20/UBND-VP", "Sai ngày", who, as};
       }},
      {"an extension",
       issue_at(IssuePhase::in_progress)
           .having(Role::officer, kOfficer.value, day("2021-03-08"), request_days(5)),
       [](const OfficialId& who, Capacity as) -> Command {
         return ApproveExtension{kIssue, "21/UBND-VP", who, as};
       }},
      {"a declined reopening",
       issue_at(IssuePhase::closed)
           .having(Role::khom_head, "u-khom", kToday,
                   RequestReopen{kIssue, Requester::resident, "Vẫn ngập"}),
       [](const OfficialId& who, Capacity as) -> Command {
         return DeclineReopen{kIssue, "Đã khắc phục", "22/UBND-VP", who, as};
       }},
  };
}

/// Those whose capacity is always said.
std::vector<SignedAct> acts_with_a_capacity() {
  using Capacity = std::optional<SigningCapacity>;
  auto all = signed_acts();
  const std::vector<SignedAct> more{
      {"a notice", issue_at(IssuePhase::answer_approved),
       [](const OfficialId& who, Capacity as) -> Command {
         return IssueNotice{kIssue, {}, who, as.value_or(tm)};
       }},
      {"a replacement", issue_at(IssuePhase::notice_issued),
       [](const OfficialId& who, Capacity as) -> Command {
         return ReplaceNotice{kIssue, {}, who, as.value_or(tm), "Đúng", "Sai"};
       }},
      {"a report", given(report_at(ReportPhase::drafted)).on(kReportDay),
       [](const OfficialId& who, Capacity as) -> Command {
         return SignReport{kQuarterReport, {}, who, as.value_or(tm)};
       }}};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

TEST(ASignature, IsTheChairsForTheBodyAndADeputysForTheChair) {
  for (const SignedAct& act : acts_with_a_capacity()) {
    SCOPED_TRACE(act.what);
    for (const auto& [capacity, name] : EnumText<SigningCapacity>::kNames) {
      SCOPED_TRACE(name);
      const auto by = [&](const OfficialId& who) {
        return act.before.when(act.by(who, capacity)).decision();
      };
      EXPECT_EQ(by(kHead).has_value(), capacity == tm || capacity == own);
      EXPECT_EQ(by(kDeputy).has_value(), capacity == kt);
      const auto officer = by(kReception);
      ASSERT_FALSE(officer);
      EXPECT_EQ(officer.error().code, signature_not_authorised) << describe(officer);
    }
  }
}

TEST(ASignature, WithoutACapacityHasTheOneOfTheOffice) {
  for (const SignedAct& act : signed_acts()) {
    SCOPED_TRACE(act.what);
    act.before.when(act.by(kHead, {})).then_accepted();
    act.before.when(act.by(kDeputy, {})).then_accepted();
    act.before.when(act.by(kReception, {})).then_refused(signature_not_authorised);
  }
}

TEST(ASignature, SaysWhoWasRefusedForWhatAndWhen) {
  issue_at(IssuePhase::answer_approved)
      .when(IssueNotice{kIssue, {}, kReception, tm})
      .then_refused(signature_not_authorised, {{"official", "reception"},
                                               {"capacity", "TM"},
                                               {"document", "TB"},
                                               {"date", "2021-03-10"}});
}

TEST(ASignature, OfACapacityAloneNamesNobody) {
  given(plan_at(PlanPhase::approved))
      .when(AmendPlan{2021, "Thêm", {{kTanMy, {2, 1, 1, 1}}}, {}, kt})
      .then_refused(value_required, {{"field", "signer"}});
}

// ---- by delegation

Given delegated(const SigningDelegated& delegation, const Date& on) {
  return issue_at(IssuePhase::answer_approved)
      .recorded("u-admin", kPast, {{ward_stream(), delegation}})
      .on(on);
}

TEST(ADelegation, LetsSomebodySignItsDocumentsInItsCapacityOnItsDays) {
  const IssueNotice notice{kIssue, {}, kReception, tuq};
  SigningDelegated given_now = a_delegation();
  given_now.valid_from = day("2021-03-09");
  given_now.last_day = day("2021-03-11");
  delegated(given_now, day("2021-03-08")).when(notice).then_refused(signature_not_authorised);
  delegated(given_now, day("2021-03-09")).when(notice).then_accepted();
  delegated(given_now, day("2021-03-11")).when(notice).then_accepted();
  delegated(given_now, day("2021-03-12")).when(notice).then_refused(signature_not_authorised);
  delegated(given_now, day("2021-03-10"))
      .when(IssueNotice{kIssue, {}, kReception, tl})
      .then_refused(signature_not_authorised);
  given_now.documents = {"BC"};
  delegated(given_now, day("2021-03-10")).when(notice).then_refused(signature_not_authorised);
}

TEST(ADelegation, EndsWhenItIsRevoked) {
  const IssueNotice notice{kIssue, {}, kReception, tuq};
  const auto revoked = [&](const Date& on) {
    return delegated(a_delegation(), on)
        .recorded("u-admin", kPast,
                  {{ward_stream(), DelegationRevoked{kDelegated, day("2021-03-09"), "Chuyển"}}});
  };
  revoked(day("2021-03-09")).when(notice).then_accepted();
  revoked(day("2021-03-10")).when(notice).then_refused(signature_not_authorised);
}

TEST(ADelegation, IsGivenByTheChairInWritingForATime) {
  given(a_ward()).when(DelegateSigning{a_delegation()}).then({{ward_stream(), a_delegation()}});
  const auto changed = [](auto change) {
    DelegateSigning command{a_delegation()};
    change(command.delegation);
    return given(a_ward()).when(command);
  };
  changed([](auto& it) {
    it.by = kDeputy;
  }).then_refused(value_not_valid, {{"field", "by"}, {"value", "deputy"}});
  changed([](auto& it) {
    it.to = kHead;
  }).then_refused(value_not_valid, {{"field", "to"}, {"value", "head"}});
  changed([](auto& it) { it.to = {"nobody"}; }).then_refused(unknown_official);
  changed([](auto& it) {
    it.capacity = tm;
  }).then_refused(value_not_valid, {{"field", "capacity"}, {"value", "TM"}});
  changed([](auto& it) {
    it.document = " ";
  }).then_refused(value_required, {{"field", "document"}});
  changed([](auto& it) {
    it.documents.clear();
  }).then_refused(value_required, {{"field", "documents"}});
  changed([](auto& it) { it.documents = {"TB", "TB"}; }).then_refused(value_not_valid);
  changed([](auto& it) { it.documents = {"XX"}; }).then_refused(value_not_valid);
  changed([](auto& it) { it.valid_from = day("2021-02-28"); }).then_refused(date_order);
  changed([](auto& it) { it.last_day = day("2021-02-28"); }).then_refused(date_order);
  given(a_ward() + Past{{ward_stream(), a_delegation()}})
      .when(DelegateSigning{a_delegation()})
      .then_refused(duplicate_id, {{"id", "uq-1"}});
}

TEST(ADelegation, IsRevokedOnceWithinItsDays) {
  const auto revoke = [](const Date& last_day) {
    return given(a_ward() + Past{{ward_stream(), a_delegation()}})
        .when(RevokeDelegation{{kDelegated, last_day, "Chuyển công tác"}});
  };
  revoke(day("2021-03-15")).then_accepted();
  revoke(day("2021-02-28")).then_accepted();  // it never gave anything
  revoke(day("2021-02-27")).then_refused(date_order);
  revoke(day("2021-07-01")).then_refused(date_order);
  given(a_ward())
      .when(RevokeDelegation{{kDelegated, kPast, "X"}})
      .then_refused(value_not_valid, {{"field", "delegation"}, {"value", "uq-1"}});
  given(a_ward() + Past{{ward_stream(), a_delegation()},
                        {ward_stream(), DelegationRevoked{kDelegated, kToday, "X"}}})
      .when(RevokeDelegation{{kDelegated, kToday, "X"}})
      .then_refused(act_not_allowed_in_state, {{"act", "revoke-delegation"}, {"state", "revoked"}});
}

// ---- numbers

NumberTaken notice_number(int number, const Date& date) {
  return {number, DocumentType::notice, document_symbol(number, DocumentType::notice, "UBND"), date,
          kOtherStream};
}

Given numbered(const std::vector<Emitted>& past) {
  return issue_at(IssuePhase::answer_approved).recorded("u-clerk", kPast, past);
}

TEST(ANumber, IsTheNextOfItsSeries) {
  const StreamId numbers = register_stream(2021);
  const Given after_nine = numbered({{numbers, notice_number(9, kPast)}});
  IssueNotice notice{kIssue, 10, kChairman, tm};
  after_nine.when(notice).then_accepted();
  notice.number = 99;
  after_nine.when(notice).then_refused(number_not_next, {{"number", "99"}, {"next", "10"}});
  notice.number = 8;
  after_nine.when(notice).then_refused(number_not_next, {{"number", "8"}, {"next", "10"}});
}

TEST(ANumber, DoesNotRunAgainstItsDate) {
  const StreamId numbers = register_stream(2021);
  const IssueNotice notice{kIssue, {}, kChairman, tm};
  const Date later = day("2021-03-11");
  numbered({{numbers, notice_number(9, later)}})
      .when(notice)
      .then_refused(number_before_last, {{"number", "10"},
                                         {"date", "2021-03-10"},
                                         {"last", "09/TB-UBND"},
                                         {"last_date", "2021-03-11"}});
  // A series of its own for each type: another type's later day does not count.
  NumberTaken minutes = notice_number(9, later);
  minutes.type = DocumentType::minutes;
  numbered({{numbers, minutes}}).when(notice).then_refused(number_before_last);
  numbered({{ward_stream(), NumberingAdopted{NumberingMode::per_type, day("2021-01-01")}},
            {numbers, minutes}})
      .when(notice)
      .then_accepted();
}

TEST(ANumber, OutOfOrderIsTakenWhereTheChairAllowedItForThatDay) {
  const StreamId numbers = register_stream(2021);
  const Date later = day("2021-03-11");
  const auto allowed = [&](int number, const Date& date) {
    return numbered({{numbers, notice_number(9, later)},
                     {numbers, NumberAllowed{number, DocumentType::notice, date, "Muộn"}}});
  };
  IssueNotice notice{kIssue, {}, kChairman, tm};
  allowed(10, kToday).when(notice).then_accepted();
  allowed(10, later).when(notice).then_refused(number_before_last);
  allowed(11, kToday).when(notice).then_refused(number_before_last);
  notice.number = 99;
  allowed(99, kToday).when(notice).then_accepted();
  allowed(98, kToday).when(notice).then_refused(number_not_next);
}

TEST(ACounter, OfAComplaintIsUniqueInItsSeriesAndYear) {
  const auto complaint = [](const std::vector<Emitted>& past) {
    return with_issue()
        .recorded("u-clerk", kPast, past)
        .having(Role::cchc_officer, "u-cchc", day("2021-03-02"), classify_as(IssueType::complaint));
  };
  const std::vector<Emitted> taken{{register_stream(2021), CounterTaken{IssueType::complaint, 1}}};
  HandOverIssue act{kIssue, 1, "07/KN", kChairman};
  complaint({}).when(act).then_accepted();
  complaint(taken).when(act).then_refused(counter_taken, {{"counter", "1"}, {"year", "2021"}});
  act.counter.reset();
  EXPECT_EQ(complaint(taken).when(act).only<HandedOver>().counter, 2);
}

}  // namespace
}  // namespace langnghe::domain::spec
