#include "property/acts.hpp"

namespace langnghe::domain::spec {
namespace {

const OfficialId kOfficial{"o1"};

const CommitmentId& promise(int value) {
  static const CommitmentId kPromises[] = {{"c1"}, {"c2"}};
  return kPromises[value % 2];
}

/// Half of the time a merged issue whose person is owed the answer, where there is one.
std::optional<IssueId> somebody_owed(const ActTarget& at, int value) {
  const bool any = value % 2 == 0 && !at.owed.empty();
  return any ? std::optional(at.owed[static_cast<std::size_t>(value / 2) % at.owed.size()])
             : std::nullopt;
}

// The body of each act. An act that needs nothing but the issue has the first form.
template <class Act>
Act filled(const ActTarget& at, int) {
  return Act{at.issue};
}
template <>
AnswerOnTheSpot filled(const ActTarget& at, int value) {
  return {at.issue, say(at, "trả lời"), kOfficial, value % 2 == 0};
}
template <>
NoteIssue filled(const ActTarget& at, int) {
  return {at.issue, say(at, "góp ý")};
}
template <>
ClassifyIssue filled(const ActTarget& at, int value) {
  return {
      at.issue, choose<IssueType>(value), {"ROADS"}, choose<Complexity>(value / 8), value % 5 == 0};
}
template <>
HandOverIssue filled(const ActTarget& at, int value) {
  const auto counter = value % 3 == 0 ? std::optional(value % 7) : std::nullopt;
  return {at.issue, counter, "01/KN", kOfficial};
}
template <>
AssignIssue filled(const ActTarget& at, int value) {
  return {at.issue, {"u" + std::to_string(value % 3 + 1)}, say(at, "Địa chính"), std::nullopt};
}
template <>
NoteProgress filled(const ActTarget& at, int value) {
  return {at.issue, say(at, "đang làm"), choose<NoteVisibility>(value), {}};
}
template <>
RequestExtension filled(const ActTarget& at, int value) {
  return {at.issue, value % 12, say(at, "chờ số liệu")};
}
template <>
RefuseExtension filled(const ActTarget& at, int) {
  return {at.issue, say(at, "không đủ lý do")};
}
template <>
ForwardIssue filled(const ActTarget& at, int value) {
  return {at.issue, say(at, "Điện lực"), "15/UBND", say(at, "sửa đèn"), value % 2 == 0};
}
template <>
AcknowledgeForward filled(const ActTarget& at, int) {
  return {at.issue, say(at, "88/ĐL")};
}
template <>
RecordExternalResult filled(const ActTarget& at, int) {
  return {at.issue, say(at, "90/ĐL"), say(at, "đã thay bóng")};
}
template <>
TellExternalResult filled(const ActTarget& at, int value) {
  return {at.issue, choose<DeliveryMethod>(value), {}, somebody_owed(at, value)};
}
template <>
DraftAnswer filled(const ActTarget& at, int value) {
  return {at.issue, choose<Outcome>(value), say(at, "đã xong"), say(at, "Luật 2013")};
}
template <>
SendBackAnswer filled(const ActTarget& at, int) {
  return {at.issue, say(at, "nêu rõ căn cứ")};
}
template <>
ApproveAnswer filled(const ActTarget& at, int value) {
  return {at.issue, value % 4 == 0 ? say(at, "đi vắng") : ""};
}
template <>
IssueNotice filled(const ActTarget& at, int value) {
  const std::optional<int> number = value % 8 == 0 ? std::optional(value % 7) : std::nullopt;
  const bool any = value % 4 == 0;
  return {at.issue, number, any ? at.official : kOfficial,
          any ? choose<SigningCapacity>(value / 4) : SigningCapacity::tm};
}
template <>
RecordDelivery filled(const ActTarget& at, int value) {
  return {at.issue, choose<DeliveryMethod>(value), {}, somebody_owed(at, value)};
}
template <>
GiveUpDelivery filled(const ActTarget& at, int value) {
  return {at.issue, somebody_owed(at, value).value_or(at.other), say(at, "không rõ nơi ở")};
}
template <>
AskFeedback filled(const ActTarget& at, int) {
  return {at.issue, say(at, "điện thoại")};
}
template <>
RecordFeedback filled(const ActTarget& at, int value) {
  return {at.issue, choose<Verdict>(value), value % 3 == 0, sealed(at.resident, "words")};
}
template <>
ReopenIssue filled(const ActTarget& at, int) {
  return {at.issue, say(at, "tái diễn")};
}

// ---- which matter it is

template <>
RecordIssue filled(const ActTarget& at, int value) {
  RecordIssue act;
  act.issue = {at.fresh};
  act.channel = choose<IntakeChannel>(value);
  act.khom = at.khom;
  act.received = add_days(at.on, -(value % 4));
  act.subject = say(at, "đường ngập");
  act.field = {value % 2 == 0 ? "ROADS" : "WATER"};
  if (act.channel == IntakeChannel::import_) {
    act.origin = ImportOrigin{"sổ cũ", at.fresh, std::string(64, 'a'), 1};
  } else {
    act.resident = {"r-" + at.fresh};
    act.new_resident = NewResident{act.resident, sealed(act.resident, "name"), std::nullopt,
                                   sealed(act.resident, "address")};
    act.words = sealed(act.resident, "words");
  }
  return act;
}
template <>
ContestOnTheSpotAnswer filled(const ActTarget& at, int) {
  return {at.issue, say(at, "chưa đồng ý")};
}
template <>
ReclassifyIssue filled(const ActTarget& at, int value) {
  const auto agreed =
      value % 4 == 0 ? std::optional(add_days(at.on, value % 30)) : std::optional<Date>();
  return {at.issue,
          choose<IssueType>(value),
          {"ROADS"},
          choose<Complexity>(value / 8),
          say(at, "khảo sát lại"),
          agreed};
}
template <>
SplitIssue filled(const ActTarget& at, int value) {
  SplitIssue act{at.issue, {}, say(at, "nhiều việc")};
  for (int i = 0; i < value % 4; ++i) {
    act.parts.push_back({{at.fresh + "-" + std::to_string(i)}, say(at, "một phần"), {"ROADS"}});
  }
  return act;
}
template <>
MergeIssue filled(const ActTarget& at, int) {
  return {at.issue, at.other, say(at, "cùng một chỗ")};
}
template <>
UnmergeIssue filled(const ActTarget& at, int) {
  return {at.issue, say(at, "khác chỗ")};
}
template <>
LinkIssue filled(const ActTarget& at, int value) {
  return {at.issue, at.other, choose<LinkKind>(value), say(at, "gần nhau")};
}
template <>
CorrectIssue filled(const ActTarget& at, int value) {
  const auto field = choose<CorrectedField>(value);
  const std::string values[] = {say(at, "đường hư"), "WATER", "k2", "true"};
  return {at.issue, field, values[static_cast<std::size_t>(value) % 4], say(at, "ghi nhầm")};
}
template <>
VoidIssue filled(const ActTarget& at, int) {
  return {at.issue, say(at, "ghi nhầm"), std::nullopt};
}
template <>
WithdrawIssue filled(const ActTarget& at, int value) {
  return {at.issue, choose<WithdrawalForm>(value), say(at, "đơn rút"), say(at, "đã tự sửa"), {}};
}

// ---- handling and the clock

template <>
ReturnIssue filled(const ActTarget& at, int value) {
  return {at.issue, choose<ReturnReason>(value), say(at, "không đúng việc"), ""};
}
template <>
RequestInformation filled(const ActTarget& at, int) {
  return {at.issue, say(at, "Phòng Tài nguyên"), say(at, "hồ sơ")};
}
template <>
ReceiveInformation filled(const ActTarget& at, int) {
  return {at.issue, say(at, "hồ sơ"), {}};
}
template <>
PauseClock filled(const ActTarget& at, int value) {
  return {at.issue, choose<PauseGround>(value), add_days(at.on, value % 20), say(at, "chờ ý kiến")};
}
template <>
MarkDeadlineApproaching filled(const ActTarget& at, int value) {
  return {at.issue, choose<ClockKind>(value)};
}
template <>
MarkDeadlineBreached filled(const ActTarget& at, int value) {
  return {at.issue, choose<ClockKind>(value)};
}
template <>
EscalateIssue filled(const ActTarget& at, int value) {
  return {at.issue, value % 4, say(at, "quá hạn")};
}
template <>
InstructIssue filled(const ActTarget& at, int value) {
  if (value % 2 == 0) {
    return {at.issue, say(at, "làm ngay"), std::nullopt, std::nullopt, std::nullopt};
  }
  return {at.issue, say(at, "làm ngay"), add_days(at.on, value % 9), kOfficial, promise(value / 2)};
}

// ---- elsewhere and the notice

template <>
BounceForward filled(const ActTarget& at, int) {
  return {at.issue, say(at, "91/ĐL"), say(at, "không thuộc ngành")};
}
template <>
RefuseHandling filled(const ActTarget& at, int value) {
  return {at.issue, choose<RefusalGround>(value), say(at, "đã có kết luận"), std::nullopt,
          kOfficial};
}
template <>
PostNotice filled(const ActTarget& at, int) {
  return {at.issue, say(at, "văn phòng khóm")};
}
template <>
RecordDeliveryFailure filled(const ActTarget& at, int value) {
  return {at.issue, choose<DeliveryMethod>(value), say(at, "vắng nhà")};
}
template <>
ReplaceNotice filled(const ActTarget& at, int value) {
  return {at.issue,
          std::nullopt,
          kOfficial,
          value % 3 == 0 ? choose<SigningCapacity>(value / 3) : SigningCapacity::tm,
          say(at, "nội dung đúng"),
          say(at, "sai nội dung")};
}
template <>
CorrectNotice filled(const ActTarget& at, int value) {
  const auto signer = value % 2 == 0 ? std::optional(at.official) : std::nullopt;
  return {at.issue, "33/UBND", say(at, "sai thể thức"), signer, std::nullopt};
}
template <>
RecallNotice filled(const ActTarget& at, int) {
  return {at.issue, say(at, "không còn căn cứ")};
}
template <>
RequestReopen filled(const ActTarget& at, int value) {
  return {at.issue, choose<Requester>(value), say(at, "tái diễn")};
}
template <>
DeclineReopen filled(const ActTarget& at, int) {
  return {at.issue, say(at, "không có gì mới"), "21/TB"};
}

// ---- promises

template <>
MakeCommitment filled(const ActTarget& at, int value) {
  return {at.issue, promise(value), say(at, "nạo vét"), kOfficial, add_days(at.on, value % 9)};
}
template <>
ReviseCommitment filled(const ActTarget& at, int value) {
  return {at.issue, promise(value), add_days(at.on, value % 15), say(at, "chờ vật tư")};
}
template <>
FileEvidence filled(const ActTarget& at, int value) {
  return {at.issue, promise(value), say(at, "đã làm"), {}};
}
template <>
VerifyCommitment filled(const ActTarget& at, int value) {
  return {at.issue, promise(value), say(at, "đã thấy"), {}};
}
template <>
DisputeCommitment filled(const ActTarget& at, int value) {
  return {at.issue, promise(value), say(at, "chưa xong"), {}};
}
template <>
MarkCommitmentMissed filled(const ActTarget& at, int value) {
  return {at.issue, promise(value)};
}

}  // namespace

IssueCommand issue_act(std::string_view name, const ActTarget& at, std::uint8_t value) {
  return named_act<IssueCommand>(
      name, [&]<class Act>(Act& act) { act = filled<Act>(at, static_cast<int>(value)); });
}

}  // namespace langnghe::domain::spec
