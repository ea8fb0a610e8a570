#include "any_act.hpp"

#include <vector>

#include "example_year.hpp"

namespace langnghe::test {
namespace {

using domain::Date;

const Date kBegin{std::chrono::year{2021}, std::chrono::January, std::chrono::day{1}};

const domain::IssueId kThis{"i"};
const domain::IssueId kOther{"i-other"};

std::vector<domain::IssueEvent> acts_of_intake() {
  using namespace domain;
  return {
      AnsweredOnTheSpot{"x", OfficialId{"o"}, true},
      Noted{"x"},
      OnTheSpotAnswerContested{"x"},
      classified(IssueType::petition, "ROADS", "2021-02-01", "2021-03-01"),
      IssueReclassified{IssueType::petition, IssueType::question, FieldCode{"LAND"},
                        Complexity::simple, "x", 1, 1, kBegin, kBegin, std::nullopt, Term{}, false},
      IssueSplit{{IssueId{"a"}, IssueId{"b"}}, "x"},
      IssuesMerged{kOther, kThis, "x", ResidentId{"r"}, kBegin, std::nullopt, std::nullopt, 1},
      IssuesMerged{kThis, kOther, "x", ResidentId{"r"}, kBegin, kBegin, kBegin, 1},
      IssueUnmerged{kOther, kThis, "x", kBegin, std::nullopt, std::nullopt, 1},
      IssueUnmerged{kThis, kOther, "x", kBegin, kBegin, kBegin, 1},
      IssueCorrected{CorrectedField::khom, "a", "b", "x"},
      IssueCorrected{CorrectedField::field, "ROADS", "LAND", "x"},
      IssueVoided{"x", std::nullopt},
      IssueWithdrawn{WithdrawalForm::signed_, "d", "x", {}},
      IssuesLinked{kOther, LinkKind::recurring, "x"}};
}

domain::DeadlineRecomputed recomputed() {
  domain::DeadlineRecomputed event;
  event.reason = "calendar";
  event.previous_due = kBegin;
  event.new_due = kBegin;
  event.term = {20, domain::DayUnit::working_days};
  return event;
}

std::vector<domain::IssueEvent> acts_of_handling() {
  using namespace domain;
  return {assigned("u"),
          IssueReturned{ReturnReason::overloaded, "x", ""},
          ProgressNoted{"x", NoteVisibility::internal, {}},
          ClockPaused{PauseGround::external_opinion, add_days(kBegin, 60), "x", kBegin, kBegin, 1},
          ClockResumed{3, kBegin, kBegin, 1},
          DeadlineBreached{ClockKind::resolution, kBegin},
          BreachRetracted{ClockKind::resolution, kBegin, std::nullopt},
          FirstReplyDueSet{"calendar", kBegin, {kBegin, kBegin, 1, 1}},
          AssignmentAccepted{},
          InformationRequested{"a", "b"},
          InformationReceived{"b", {}},
          ExtensionRequested{3, "x", true},
          ExtensionRefused{"x"},
          extended(1, "2021-03-01", "2021-03-08"),
          DeadlineApproaching{ClockKind::first_reply, kBegin, 2},
          recomputed(),
          IssueEscalated{2, "x"},
          ChairInstructed{"x", kBegin},
          HandedOver{IssueType::complaint, DialogueId{"d"}, kBegin, 1, "1", OfficialId{"o"}},
          IssueForwarded{"b", "d", "a", false},
          ForwardAcknowledged{"d"},
          ForwardBounced{"d", "x"},
          ExternalResultReceived{"d", "x"},
          ExternalResultTold{DeliveryMethod::post},
          ExternalResultTold{DeliveryMethod::post, {}, kOther, true},
          HandlingRefused{RefusalGround::abusive, "x", 1, "1", kBegin, OfficialId{"o"}}};
}

std::vector<domain::IssueEvent> acts_of_answering() {
  using namespace domain;
  return {drafted(),
          AnswerSentBack{1, "x"},
          AnswerApproved{1, ""},
          notice(1, "2021-03-01"),
          NoticeDelivered{DeliveryMethod::post},
          NoticeDelivered{DeliveryMethod::post, {}, kThis},
          NoticePosted{"x"},
          NoticePosted{"x", "", {}, {kThis, kOther}},
          DeliveryGivenUp{kOther, "x"},
          NoticeReplaced{"1", 2, "2", kBegin, OfficialId{"o"}, SigningCapacity::tm, "x", "x"},
          NoticeCorrected{"d", "x"},
          DeliveryFailed{DeliveryMethod::post, "x"},
          NoticeRecalled{"1", "x"},
          closed(),
          IssueClosed{Outcome::done, kBegin},
          FeedbackAsked{"phone"},
          feedback(Verdict::satisfied),
          ReopenRequested{Requester::resident, "x"},
          ReopenDeclined{"x", "d"},
          reopened(1, "2021-09-01"),
          CommitmentMade{CommitmentId{"c"}, "x", OfficialId{"o"}, kBegin},
          CommitmentRevised{CommitmentId{"c"}, kBegin, add_days(kBegin, 9), "x"},
          EvidenceFiled{CommitmentId{"c"}, "x", {}},
          CommitmentDisputed{CommitmentId{"c"}, "x", {}},
          CommitmentMissed{CommitmentId{"c"}, kBegin},
          CommitmentMissRetracted{CommitmentId{"c"}, kBegin},
          CommitmentVerified{CommitmentId{"c"}, "x", {}}};
}

}  // namespace

rc::Gen<Date> any_day() {
  return rc::gen::map(rc::gen::inRange(0, 400),
                      [](int days) { return domain::add_days(kBegin, days); });
}

std::vector<domain::IssueEvent> every_act() {
  auto acts = acts_of_intake();
  for (const auto& more : {acts_of_handling(), acts_of_answering()}) {
    acts.insert(acts.end(), more.begin(), more.end());
  }
  return acts;
}

rc::Gen<domain::IssueEvent> any_act() {
  return rc::gen::elementOf(every_act());
}

}  // namespace langnghe::test
