#include "every_event.hpp"

#include <utility>
#include <vector>

#include "any_act.hpp"
#include "example_year.hpp"

namespace langnghe::test {
namespace {

using namespace domain;
using std::chrono::minutes;

const OfficialId kChair{"o-chair"};
const Date kDay{std::chrono::year{2021}, std::chrono::March, std::chrono::day{2}};

std::vector<WardEvent> ward_events() {
  return {KhomRenamed{{"sa-nhien"}, "Khóm Mới", kDay},
          KhomsMerged{{{"tan-my"}, {"sa-nhien"}}, {"k"}, "Khóm Một", true, kDay, "12/NQ"},
          KhomClosed{{"k"}, kDay, "x"},
          TemplateAdopted{"TB", 1, kDay, "{place}", "x"},
          RecipientsAdopted{PaperKind::notice, {"x"}, kDay, "x"},
          SigningDelegated{
              {"uq"}, kChair, kChair, SigningCapacity::tuq, {"TB"}, "01/GUQ", kDay, kDay, kDay},
          DelegationRevoked{{"uq"}, kDay, "x"},
          OfficialLeft{kChair, kDay},
          TimeConfirmed{std::chrono::sys_days(kDay), "x"}};
}

std::vector<PlanEvent> plan_events() {
  return {PlanAmended{2, "x", {{{"tan-my"}, {1, 1, 1, 1}}}}, ObligationMissed{{"tan-my"}, 1, 1, 0},
          ObligationMissRetracted{{"tan-my"}, 1},
          LateDialogueCredited{{"tan-my"}, 1, {"d-1"}, kDay, "x"}, PlanClosed{4, 3, 1, "x"}};
}

std::vector<DialogueEvent> dialogue_events() {
  return {ParticipantInvited{"Mặt trận", "x", true},
          InvitationAnswered{"Mặt trận", true, ""},
          DialogueAnnounced{"01/GM-UBND", {"loa"}, 3, true},
          DialoguePostponed{"x", kDay, kDay, minutes(540), true},
          DialogueRearranged{"x",
                             {"k"},
                             minutes(500),
                             {},
                             {VenueKind::other, "trường", {}},
                             kChair,
                             false,
                             true,
                             true},
          DialogueMissed{kDay},
          DialogueMissRetracted{kDay},
          DialogueOpened{minutes(485), kChair, false},
          AttendanceRecorded{7, {kChair}, {"Mặt trận"}},
          PreviousResultsPresented{{{"i"}}, "x"},
          PresentationSkipped{"x"},
          OpinionConfirmed{{"p-1"}, ConfirmationMethod::spoken, {{"h", "image/png", 3}}},
          ConfirmationDeclined{{"p-1"}, "x"},
          DialogueClosed{minutes(660), 7, 1, 1},
          MinutesSigned{1, "01/BB-UBND", kDay, {kChair}, 1, 0, 0, 0},
          SignatureRefused{"tổ trưởng", "x"},
          MinutesAddendumSigned{1, "x", kDay, {kChair}},
          ConclusionPublished{2, "02/TB-UBND", kDay, kChair, "x", {"trụ sở"}, kDay, true},
          DialogueCancelled{"x"}};
}

std::vector<ReportEvent> report_events() {
  return {
      FiguresFrozen{10, 2, std::string(64, 'a'), true},
      ReportDrafted{"x"},
      ReportSentBack{"x"},
      ReportSigned{3, "03/BC-UBND", kDay, kChair, SigningCapacity::kt},
      ReportSubmitted{"a", "b", "c"},
      ReportReturned{"x"},
      ReportAcknowledged{"x"},
      ReportSupplemented{1, 12, 2, std::string(64, 'b'), {{"issues.new", "1", "2"}}, {11}, "x"}};
}

std::vector<ResidentEvent> resident_events() {
  return {ContactChanged{std::nullopt, SealedText{{"r-p-1"}, "YQ"}, std::nullopt, "x"},
          IdentityWithheld{"x"}, IdentityRevealed{"x"},
          KeyDestroyed{ErasureGround::retention_over, "x", "7/QĐ", kDay}};
}

std::vector<SupervisionEvent> supervision_events() {
  return {RecommendationMade{{"m"}, "HĐND", "x", "x", {{"issue-i"}}, kDay, 1, 1},
          RecommendationAnswered{{"m"}, "x", "d", false}, SealedRead{{"r-p-1"}, {"issue-i"}, "x"},
          TakedownRegistered{{"t"}, {"issue-i"}, "x", "x", "d"}};
}

std::vector<RegisterEvent> register_events() {
  return {NumberTaken{1, DocumentType::plan, "01/KH-UBND", kDay, {"plan-2021"}},
          NumberVoided{2, DocumentType::notice, "02/TB-UBND", "x"},
          NumberAllowed{5, DocumentType::notice, kDay, "x"},
          CounterTaken{IssueType::complaint, 1},
          PaperRecorded{PaperKind::plan,
                        {"plan-2021"},
                        "01/KH-UBND",
                        4,
                        std::string(64, 'a'),
                        0,
                        std::string(64, 'b')},
          SignedFileRecorded{"01/KH-UBND", {"plan-2021"}, {}, {"o-1"}, kDay, std::nullopt}};
}

template <class Kind>
void play(WardLedger& ledger, const StreamId& stream, const std::vector<Kind>& events) {
  for (const auto& event : events) {
    ledger.act("2021-03-02", {{stream, event}});
  }
}

}  // namespace

void play_every_event(WardLedger& ledger) {
  establish(ledger);
  ledger.act("2021-03-01", {scheduled("d-1", "tan-my", "2021-03-02")});
  ledger.act("2021-03-02", opinion("d-1", "p-1", "tan-my", "2021-03-02", {"i"}));
  play(ledger, stream_of(DialogueId{"d-1"}), dialogue_events());
  for (const auto& act : every_act()) {
    ledger.act("2021-03-02", "i", act);
  }
  play(ledger, stream_of(ResidentId{"r-p-1"}), resident_events());
  play(ledger, ward_stream(), ward_events());
  play(ledger, plan_stream(2021), plan_events());
  play(ledger, register_stream(2021), register_events());
  play(ledger, report_stream("calendar", "2021-Q1"), report_events());
  play(ledger, supervision_stream(), supervision_events());
  const auto user = stream_of(UserId{"u-lan"});
  play<UserEvent>(ledger, user,
                  {UserDisabled{"x"}, UserEnabled{"x"}, PasswordSet{}, SignInLinkMade{},
                   TokenMade{"t", "x", {}}, SecondFactorTurnedOn{}, SecondFactorTurnedOff{}});
}

}  // namespace langnghe::test
