#include "property/acts.hpp"

namespace langnghe::domain::spec {
namespace {

const OfficialId kOfficial{"o1"};

std::vector<PlanLine> lines(int value) {
  const int more = value % 3;
  return {{{"k1"}, {1, 1, more, 1}}, {{"k2"}, {1 + more, 1, 1, more}}};
}

// ---- the plan of a year

void fill(DraftPlan& act, const ActTarget& at, int value) {
  act.plan = {at.year, say(at, "Kế hoạch đối thoại"), "Luật 2013", lines(value)};
}
void fill(ApprovePlan& act, const ActTarget& at, int value) {
  act.year = at.year;
  act.number = value % 4 == 0 ? std::optional(value % 9) : std::nullopt;
  act.signer = kOfficial;
}
void fill(PublishPlan& act, const ActTarget& at, int) {
  act.year = at.year;
  act.places = {say(at, "trụ sở")};
}
void fill(AmendPlan& act, const ActTarget& at, int value) {
  act.year = at.year;
  act.reason = say(at, "thêm một buổi");
  act.lines = lines(value);
}
// Half of the time only some of the dialogues are named, as by a view that lags.
void fill(MarkObligationMissed& act, const ActTarget& at, int value) {
  act.year = at.year;
  act.khom = at.khom;
  act.quarter = value % 8 == 7 ? value % 6 : 1 + value % 4;
  act.dialogues = at.dialogues;
}
void fill(CreditLateDialogue& act, const ActTarget& at, int value) {
  act.year = at.year;
  act.khom = at.khom;
  act.quarter = at.quarter > 0 && value % 4 != 0 ? at.quarter : 1 + value % 4;
  act.dialogue = at.dialogue;
  act.reason = say(at, "họp bù");
}
void fill(ClosePlan& act, const ActTarget& at, int) {
  act.year = at.year;
  act.lessons = say(at, "họp sớm hơn");
}

// ---- the report of a period

const std::string kHash(64, 'a');

void fill(FreezeFigures& act, const ActTarget& at, int value) {
  act.ledger_size = at.ledger_size;
  act.definition_version = 1 + value % 2;
  act.figures_hash = kHash;
  act.estimate = value % 3 != 0;
}
void fill(DraftReport& act, const ActTarget& at, int) {
  act.narrative = say(at, "Trong kỳ");
}
void fill(SendBackReport& act, const ActTarget& at, int) {
  act.comments = say(at, "nêu rõ hơn");
}
void fill(SignReport& act, const ActTarget&, int value) {
  act.signer = kOfficial;
  act.capacity = value % 3 == 0 ? choose<SigningCapacity>(value / 3) : SigningCapacity::tm;
  act.number = value % 5 == 0 ? std::optional(value % 9) : std::nullopt;
}
void fill(SubmitReport& act, const ActTarget& at, int) {
  act.channel = say(at, "trục liên thông");
}
void fill(AcknowledgeReport& act, const ActTarget& at, int) {
  act.receipt = say(at, "12/PNV");
}
void fill(ReturnReport& act, const ActTarget& at, int) {
  act.reason = say(at, "thiếu biểu");
}
void fill(SupplementReport& act, const ActTarget& at, int value) {
  act.ledger_size = at.ledger_size;
  act.definition_version = 1 + value % 2;
  act.figures_hash = kHash;
  if (value % 4 != 0) {
    act.differences = {{"issues.new", "1", "2"}};
  }
  act.positions = {at.ledger_size - 1};
  act.reason = say(at, "nhập muộn");
}

}  // namespace

PlanCommand plan_act(std::string_view name, const ActTarget& at, std::uint8_t value) {
  return named_act<PlanCommand>(name, [&](auto& act) { fill(act, at, value); });
}

ReportCommand report_act(std::string_view name, const ActTarget& at, std::uint8_t value) {
  return named_act<ReportCommand>(name, [&](auto& act) {
    act.report = at.report;
    fill(act, at, value);
  });
}

}  // namespace langnghe::domain::spec
