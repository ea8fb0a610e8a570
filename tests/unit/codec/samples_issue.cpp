#include <utility>

#include "sample_values.hpp"

namespace langnghe::codec::test {
namespace {

using namespace domain;
using Events = std::vector<IssueEvent>;

const Term kMonth{30, DayUnit::calendar_days};

DeliveryProof proof() {
  return {sealed("nguoi nhan"),
          Acknowledgement::refused,
          "không đồng ý nội dung",
          "EK 123 456 789 VN",
          {scan()}};
}

Events intake() {
  return {
      IssueRecorded{IntakeChannel::letter, DialogueId{"dialogue-1"}, OpinionId{"opinion-1"},
                    KhomId{"tan-my"}, ResidentId{"resident-7"}, day(2021, 3, 12),
                    "Hẻm 12 ngập khi triều cường", FieldCode{"ROADS"}, true, sealed("thu"),
                    ImportOrigin{"sa-dec-2020", "A-17", std::string(64, 'd'), 17, day(2021, 4, 5)},
                    IssueId{"issue-0"}, FirstReplyOwed{day(2021, 3, 12), day(2021, 3, 26), 2, 3},
                    day(2021, 3, 20)},
      AnsweredOnTheSpot{"Đã có trong kế hoạch quý II", OfficialId{"official-3"}, false},
      Noted{"góp ý chung"},
      OnTheSpotAnswerContested{"nước vẫn ngập"},
      IssueClassified{IssueType::petition,
                      FieldCode{"WATER"},
                      Complexity::complex,
                      2,
                      3,
                      day(2021, 3, 26),
                      day(2021, 5, 11),
                      true,
                      {60, DayUnit::calendar_days},
                      day(2021, 3, 15),
                      true},
      IssueReclassified{IssueType::petition, IssueType::report, FieldCode{"ROADS"},
                        Complexity::simple, "việc đơn giản hơn", 2, 3, day(2021, 5, 11),
                        day(2021, 4, 12), day(2021, 4, 12), kMonth, true},
      IssueSplit{{IssueId{"issue-2"}, IssueId{"issue-3"}}, "hai việc khác nhau"},
      IssuesMerged{IssueId{"issue-1"}, IssueId{"issue-4"}, "cùng một cống",
                   ResidentId{"resident-8"}, day(2021, 3, 10), day(2021, 5, 11), day(2021, 5, 9), 3,
                   day(2021, 3, 11)},
      IssueUnmerged{IssueId{"issue-1"}, IssueId{"issue-4"}, "nhầm hẻm", day(2021, 3, 12),
                    day(2021, 5, 9), day(2021, 5, 11), 3},
      IssuesLinked{IssueId{"issue-5"}, LinkKind::recurring, "ngập lại"},
      IssueCorrected{CorrectedField::khom, "tan-my", "sa-nhien", "ghi nhầm khóm"},
      IssueVoided{"nhập hai lần", IssueId{"issue-6"}},
      IssueWithdrawn{WithdrawalForm::fingerprint, "đơn ngày 20/3", "đã tự giải quyết", {scan()}},
  };
}

Events handling() {
  return {
      IssueAssigned{UserId{"officer_1"}, "Địa chính - Xây dựng", day(2021, 4, 1)},
      AssignmentAccepted{},
      IssueReturned{ReturnReason::not_my_field, "việc của điện lực", "Kinh tế"},
      ProgressNoted{"Đã khảo sát \"hiện trường\"\nngày 20/3", NoteVisibility::internal, {scan()}},
      InformationRequested{"resident", "ảnh chỗ ngập"},
      InformationReceived{"ảnh ngày 22/3", {scan()}},
      ClockPaused{PauseGround::external_opinion, day(2021, 4, 20), "chờ ý kiến điện lực",
                  day(2021, 5, 11), day(2021, 5, 25), 3},
      ClockResumed{9, day(2021, 5, 25), day(2021, 5, 20), 3},
      ExtensionRequested{10, "chờ vật tư", true},
      ExtensionApproved{1, 10, day(2021, 5, 11), day(2021, 5, 25), 3, "22/UBND-VP",
                        OfficialId{"official-3"}, SigningCapacity::own},
      ExtensionRefused{"không đủ lý do"},
      DeadlineApproaching{ClockKind::resolution, day(2021, 5, 11), 3},
      DeadlineBreached{ClockKind::first_reply, day(2021, 3, 26)},
      BreachRetracted{ClockKind::first_reply, day(2021, 3, 26), day(2021, 3, 25)},
      FirstReplyDueSet{"calendar", day(2021, 3, 26),
                       FirstReplyOwed{day(2021, 3, 12), day(2021, 3, 29), 2, 4}},
      DeadlineRecomputed{"calendar", 2, day(2021, 5, 11), day(2021, 5, 12), 4, day(2021, 3, 26),
                         day(2021, 3, 29), true, kMonth, 3},
      IssueEscalated{2, "quá hạn mười ngày"},
      ChairInstructed{"hoàn thành trước lễ", day(2021, 4, 29)},
  };
}

Events elsewhere() {
  return {
      HandedOver{IssueType::denunciation, DialogueId{"dialogue-1"}, day(2021, 3, 12), 4, "12/SĐ",
                 OfficialId{"official-6"}},
      IssueForwarded{"Điện lực Sa Đéc", "15/CV-UBND", "thay trụ điện", true},
      ForwardAcknowledged{"220/ĐLSĐ"},
      ForwardBounced{"221/ĐLSĐ", "không thuộc thẩm quyền"},
      ExternalResultReceived{"260/ĐLSĐ", "đã thay trụ điện"},
      ExternalResultTold{DeliveryMethod::khom_head, proof(), IssueId{"issue-4"}, true},
      HandlingRefused{RefusalGround::under_court, "tòa đã thụ lý", 21, "21/TB-UBND",
                      day(2021, 4, 2), OfficialId{"official-3"}, SigningCapacity::kt},
  };
}

Events answer() {
  return {
      AnswerDrafted{2, Outcome::planned_budget, "Sẽ nâng cấp trong quý III", "Quyết định 12"},
      AnswerSentBack{1, "thiếu mốc thời gian"},
      AnswerApproved{2, "người soạn thảo duy nhất"},
      NoticeIssued{12, "12/TB-UBND", day(2021, 5, 20), OfficialId{"official-3"},
                   SigningCapacity::kt},
      NoticeDelivered{DeliveryMethod::read_at_dialogue, proof(), IssueId{"issue-4"}},
      NoticePosted{"trụ sở khóm Tân Mỹ", "02/BB-UBND", {scan()}, {IssueId{"issue-4"}}},
      DeliveryFailed{DeliveryMethod::post, "không có người nhận", IssueId{"issue-4"}},
      DeliveryGivenUp{IssueId{"issue-4"}, "đã chuyển đi"},
      NoticeReplaced{"12/TB-UBND", 18, "18/TB-UBND", day(2021, 5, 28), OfficialId{"official-3"},
                     SigningCapacity::tuq, "Sẽ nâng cấp trong quý IV", "sai mốc thời gian"},
      NoticeCorrected{"19/CV-UBND", "sai số nhà", OfficialId{"official-3"}, SigningCapacity::kt},
      NoticeRecalled{"18/TB-UBND", "ban hành nhầm"},
      IssueClosed{Outcome::warned, day(2020, 12, 30)},
      FeedbackAsked{"điện thoại"},
      FeedbackRecorded{Verdict::partly, false, sealed("nhan-xet")},
      ReopenRequested{Requester::supervisor, "khảo sát thấy chưa làm"},
      IssueReopened{1, "ngập lại", 2, 3, day(2021, 8, 2), kMonth,
                    FirstReplyOwed{day(2021, 6, 1), day(2021, 6, 15), 2, 3}},
      ReopenDeclined{"đã làm xong", "50/TB-UBND", OfficialId{"official-3"}, SigningCapacity::kt},
  };
}

Events promise() {
  const CommitmentId commitment{"cam-ket-1"};
  return {
      CommitmentMade{commitment, "thay nắp cống", OfficialId{"official-4"}, day(2021, 6, 1)},
      CommitmentRevised{commitment, day(2021, 6, 1), day(2021, 6, 15), "chờ vật tư"},
      EvidenceFiled{commitment, "ảnh sau khi thay", {scan()}},
      CommitmentVerified{commitment, "đã xem tận nơi", {scan()}},
      CommitmentDisputed{commitment, "mới thay một nắp", {scan()}},
      CommitmentMissed{commitment, day(2021, 6, 15)},
      CommitmentMissRetracted{commitment, day(2021, 6, 15)},
  };
}

}  // namespace

Events issue_samples() {
  Events all;
  for (const auto& chapter : {intake(), handling(), elsewhere(), answer(), promise()}) {
    all.insert(all.end(), chapter.begin(), chapter.end());
  }
  return all;
}

}  // namespace langnghe::codec::test
