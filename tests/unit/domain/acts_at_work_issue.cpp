#include "acts_at_work.hpp"
#include "issue_fixture.hpp"

namespace langnghe::domain::spec {
namespace {

using enum IssuePhase;

const CommitmentId kPromise{"c1"};
const Date kPromisedFor = day("2021-03-12");

Given at_ended_on_the_spot() {
  return Given(at(answered_on_the_spot)).recorded("u-cchc", kReceived, minutes_signed());
}

Given beside_another() {
  return with_other(at(classified), day("2021-03-03"));
}

/// With the official the matter was assigned to about to act.
Given with_assignee(IssuePhase phase) {
  return Given(at(phase)).by(Role::officer, kOfficer.value);
}

RecordIssue a_letter() {
  RecordIssue letter;
  letter.issue = kIssue;
  letter.channel = IntakeChannel::letter;
  letter.khom = kKhom;
  letter.resident = {"r-new"};
  letter.new_resident = NewResident{{"r-new"}, SealedText{{"r-new"}, "bmFtZQ"}, {}, {}};
  letter.received = kReceived;
  letter.subject = "Đường hẻm 12 ngập nước";
  letter.field = kRoads;
  return letter;
}

Given with_a_promise() {
  return at(in_progress)
      .having(Role::officer, kOfficer.value, day("2021-03-05"),
              MakeCommitment{kIssue, kPromise, "Thay nắp cống", kChairman, kPromisedFor});
}

Given with_evidence() {
  return with_a_promise().having(Role::officer, kOfficer.value, day("2021-03-09"),
                                 FileEvidence{kIssue, kPromise, "Đã thay", {photo()}});
}

}  // namespace

std::vector<ActAtWork> intake_acts() {
  const Given after_minutes = Given(at(noted)).recorded("u-cchc", kReceived, minutes_signed());
  return {
      {a_letter(), at(absent)},
      {AnswerOnTheSpot{kIssue, "Đã rõ", kChairman, true}, at(recorded)},
      {NoteIssue{kIssue, "Góp ý"}, at(recorded)},
      {ContestOnTheSpotAnswer{kIssue, "Vẫn còn ngập"}, after_minutes},
      {classify_as(IssueType::petition), at(recorded)},
      {ReclassifyIssue{kIssue, IssueType::report, kRoads, Complexity::complex, "Nhiều hộ", {}},
       at(classified)},
      {spec::split(), at(classified)},
      {merge(), beside_another()},
      {UnmergeIssue{kIssue, "Hai chỗ khác nhau"}, at(merged)},
      {LinkIssue{kIssue, kOther, LinkKind::related, "Cùng hẻm"}, beside_another()},
      {CorrectIssue{kIssue, CorrectedField::subject, "Đường hẻm 21 ngập nước", "Ghi nhầm số"},
       at(classified)},
      {VoidIssue{kIssue, "Ghi nhầm", std::nullopt}, at(classified)},
      {WithdrawIssue{kIssue, WithdrawalForm::signed_, "Đơn 04/3", "Đã tự sửa", {}}, at(classified)},
  };
}

std::vector<ActAtWork> handling_acts() {
  return {
      {assign(), at(classified)},
      {AcceptAssignment{kIssue}, with_assignee(assigned)},
      {ReturnIssue{kIssue, ReturnReason::not_my_field, "", "Xây dựng"}, with_assignee(assigned)},
      {NoteProgress{kIssue, "Đã khảo sát", NoteVisibility::public_, {}}, with_assignee(accepted)},
      {NoteProgress{kIssue, "Đã khảo sát", NoteVisibility::public_, {}},
       with_assignee(accepted).having(Role::system, "system", day("2021-03-16"),
                                      MarkDeadlineBreached{kIssue, ClockKind::first_reply})},
      {RequestInformation{kIssue, "resident", "Ảnh chỗ ngập"}, with_assignee(in_progress)},
      {ReceiveInformation{kIssue, "Đã có ảnh", {photo()}},
       with_assignee(in_progress)
           .recorded(kOfficer.value, day("2021-03-05"),
                     {{kIssueStream, InformationRequested{"resident", "Ảnh chỗ ngập"}}})},
      {EscalateIssue{kIssue, 2, "Im lặng quá lâu"}, at(in_progress)},
      {InstructIssue{kIssue, "Thay nắp cống", kPromisedFor, kChairman, kPromise}, at(in_progress)},
  };
}

std::vector<ActAtWork> clock_acts() {
  const PauseClock pause{kIssue, PauseGround::external_opinion, day("2021-03-16"), "Chờ ý kiến"};
  const auto asked = [] {
    return at(in_progress)
        .having(Role::officer, kOfficer.value, day("2021-03-08"), request_days(5));
  };
  CalendarAdopted newer = small_calendar();
  newer.version = 2;
  newer.days_off.push_back(day("2021-03-17"));
  const Given under_a_newer_calendar =
      Given(at(in_progress)).recorded("u-admin", kToday, {{calendar_stream(), newer}});
  return {
      {pause, at(in_progress)},
      {ResumeClock{kIssue},
       at(in_progress).having(Role::chair, kChair.value, day("2021-03-08"), pause)},
      {request_days(5), with_assignee(in_progress)},
      {ApproveExtension{kIssue}, asked()},
      {RefuseExtension{kIssue, "Không đủ lý do"}, asked()},
      {MarkDeadlineApproaching{kIssue, ClockKind::resolution},
       Given(at(in_progress)).on(day("2021-03-18"))},
      {MarkDeadlineBreached{kIssue, ClockKind::resolution},
       Given(at(in_progress)).on(day("2021-03-23"))},
      {RecomputeDeadline{kIssue}, under_a_newer_calendar},
      {RecomputeDeadline{kIssue}, at(recorded)},
  };
}

std::vector<ActAtWork> elsewhere_acts() {
  const Given complaint = with_issue().having(Role::cchc_officer, "u-cchc", day("2021-03-02"),
                                              classify_as(IssueType::complaint));
  return {
      {HandOverIssue{kIssue, 1, "07/KN", kChairman}, complaint},
      {refuse_handling(), at(classified)},
      {forward(), at(classified)},
      {AcknowledgeForward{kIssue, "88/ĐL"}, at(forwarded)},
      {BounceForward{kIssue, "89/ĐL", "Không thuộc thẩm quyền"}, at(forwarded)},
      {RecordExternalResult{kIssue, "90/ĐL", "Đã thay bóng"}, at(forward_acknowledged)},
      {TellExternalResult{kIssue, DeliveryMethod::khom_head}, at(external_result_received)},
  };
}

/// The neighbour's issue is merged into the first, whose notice is issued.
Given with_somebody_owed() {
  return with_other(at(in_progress), day("2021-03-03"))
      .having(Role::cchc_officer, "u-cchc", day("2021-03-04"),
              MergeIssue{kOther, kIssue, "Cùng một chỗ ngập"})
      .having(Role::officer, kOfficer.value, day("2021-03-05"), draft())
      .having(Role::chair, kChair.value, day("2021-03-08"), ApproveAnswer{kIssue, ""})
      .having(Role::clerk, "u-clerk", day("2021-03-08"), issue_notice());
}

/// Its day passed and the clock recorded it; the act is of that very day.
Given with_a_missed_promise() {
  const Date due = day("2021-03-08");
  auto given = at(in_progress)
                   .having(Role::chair, kChair.value, day("2021-03-05"),
                           MakeCommitment{kIssue, {"c-late"}, "Lắp đèn", kChairman, due});
  return given
      .recorded("system", day("2021-03-12"), {{kIssueStream, CommitmentMissed{{"c-late"}, due}}})
      .on(due);
}

std::vector<ActAtWork> answer_acts() {
  return {
      {draft(), with_assignee(in_progress)},
      {SendBackAnswer{kIssue, "Nêu căn cứ"}, at(answer_drafted)},
      {ApproveAnswer{kIssue, ""}, at(answer_drafted)},
      // Typed after the clock had recorded that it was late.
      {ApproveAnswer{kIssue, ""},
       at(answer_drafted)
           .recorded("system", day("2021-03-26"),
                     {{kIssueStream, DeadlineBreached{ClockKind::resolution, kSimpleDue}}})},
      {FileEvidence{kIssue, {"c-late"}, "Ảnh", {}}, with_a_missed_promise()},
      {issue_notice(), at(answer_approved)},
      {RecordDelivery{kIssue, DeliveryMethod::in_person}, at(notice_issued)},
      {RecordDeliveryFailure{kIssue, DeliveryMethod::post, "Không có người nhận"},
       at(notice_issued)},
      {PostNotice{kIssue, "Văn phòng khóm 1"}, at(notice_issued)},
      {GiveUpDelivery{kIssue, kOther, "Đã chuyển đi, không rõ nơi ở"}, with_somebody_owed()},
      {ReplaceNotice{kIssue, std::nullopt, kChairman, SigningCapacity::tm, "Nội dung đúng",
                     "Sai nội dung"},
       at(notice_issued)},
      {CorrectNotice{kIssue, "20/UBND-VP", "Sai ngày"}, at(notice_issued)},
      {RecallNotice{kIssue, "Chưa giải quyết xong"}, at(notice_issued)},
      {CloseIssue{kIssue}, at(notice_delivered)},
  };
}

std::vector<ActAtWork> after_acts() {
  const auto asked = [] {
    return at(closed).having(Role::cchc_officer, "u-cchc", kToday, AskFeedback{kIssue, "phone"});
  };
  const auto requested = [] {
    return at_ended_on_the_spot().having(Role::khom_head, "u-khom", day("2021-03-08"),
                                         RequestReopen{kIssue, Requester::resident, "Vẫn ngập"});
  };
  return {
      {AskFeedback{kIssue, "phone"}, at(closed)},
      {RecordFeedback{kIssue, Verdict::satisfied, true, std::nullopt}, asked()},
      {RequestReopen{kIssue, Requester::resident, "Vẫn ngập"}, at_ended_on_the_spot()},
      {ReopenIssue{kIssue, "Ngập lại"}, requested()},
      {DeclineReopen{kIssue, "Đã khắc phục", "21/UBND-VP"}, requested()},
  };
}

std::vector<ActAtWork> promise_acts() {
  return {
      {MakeCommitment{kIssue, kPromise, "Thay nắp cống", kChairman, kPromisedFor}, at(in_progress)},
      {ReviseCommitment{kIssue, kPromise, day("2021-03-20"), "Chờ vật tư"}, with_a_promise()},
      {FileEvidence{kIssue, kPromise, "Đã thay", {photo()}}, with_a_promise()},
      {FileEvidence{kIssue, kPromise, "Đã thay", {photo()}},
       with_a_promise().having(Role::system, "system", day("2021-03-13"),
                               MarkCommitmentMissed{kIssue, kPromise})},
      {VerifyCommitment{kIssue, kPromise, "Đã thấy", {}}, with_evidence()},
      {DisputeCommitment{kIssue, kPromise, "Nắp vỡ", {}}, with_evidence()},
      {MarkCommitmentMissed{kIssue, kPromise}, with_a_promise().on(day("2021-03-13"))},
  };
}

}  // namespace langnghe::domain::spec
