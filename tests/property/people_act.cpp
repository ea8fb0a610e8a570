#include "property/acts.hpp"

namespace langnghe::domain::spec {
namespace {

// ---- residents

void fill(ChangeContact& act, const ActTarget& at, int value) {
  act.resident = at.resident;
  if (value % 4 != 0) {
    act.phone = sealed(at.resident, "phone");
    act.address = sealed(value % 16 == 1 ? ResidentId{"r-of-another"} : at.resident, "address");
  }
  act.reason = say(at, "đổi số");
}
void fill(WithholdIdentity& act, const ActTarget& at, int) {
  act.resident = at.resident;
  act.reason = say(at, "theo yêu cầu");
}
void fill(RevealIdentity& act, const ActTarget& at, int) {
  act.resident = at.resident;
  act.reason = say(at, "theo yêu cầu");
}
void fill(DestroyKey& act, const ActTarget& at, int value) {
  act.resident = at.resident;
  act.ground = choose<ErasureGround>(value);
  act.reason = say(at, "theo yêu cầu");
  act.decision = "09/QĐ-UBND";
  act.decided_on = at.on;
  act.issues = at.issues;
}

// ---- accounts

const Instant kWayInExpires = std::chrono::sys_days{std::chrono::January / 9 / 2022};

void fill(SetPassword& act, const ActTarget& at, int value) {
  act.user = at.user;
  act.means = choose<PasswordMeans>(value);
}
void fill(MakeSignInLink& act, const ActTarget& at, int) {
  act.user = at.user;
  act.expires = kWayInExpires;
}
void fill(MakeToken& act, const ActTarget& at, int) {
  act.user = at.user;
  act.token = at.fresh;
  act.name = say(at, "bảng tin");
  act.expires = kWayInExpires;
}
void fill(TurnOnSecondFactor& act, const ActTarget& at, int) {
  act.user = at.user;
}
void fill(TurnOffSecondFactor& act, const ActTarget& at, int) {
  act.user = at.user;
}

void fill(RegisterUser& act, const ActTarget& at, int value) {
  act.user = {"u-" + at.fresh};
  act.registration.display_name = say(at, "Cán bộ");
  if (value % 2 == 0) {
    act.registration.official = at.official;
  }
}
void fill(GrantRole& act, const ActTarget& at, int value) {
  act.user = at.user;
  act.grant.role = choose<Role>(value);
  if (value % 3 == 0) {
    act.grant.khoms = {at.khom};
  }
}
void fill(RevokeRole& act, const ActTarget& at, int value) {
  act.user = at.user;
  act.role = choose<Role>(value);
}
void fill(DisableUser& act, const ActTarget& at, int) {
  act.user = at.user;
  act.reason = say(at, "chuyển công tác");
}
void fill(EnableUser& act, const ActTarget& at, int) {
  act.user = at.user;
  act.reason = say(at, "trở lại");
}

// ---- supervision and the register

void fill(MakeRecommendation& act, const ActTarget& at, int value) {
  act.recommendation = {"kn-" + std::to_string(value % 6)};
  act.body = "Mặt trận";
  act.text = say(at, "họp đủ quý");
  act.basis = "Luật 2015";
  act.about = {stream_of(at.issue)};
}
void fill(AnswerRecommendation& act, const ActTarget& at, int value) {
  act.recommendation = {"kn-" + std::to_string(value % 6)};
  act.text = say(at, "đã bổ sung");
  act.document = "20/UBND";
}
void fill(RecordSealedRead& act, const ActTarget& at, int) {
  act.resident = at.resident;
  act.subject = stream_of(at.resident);
  act.purpose = say(at, "mời làm việc");
}
void fill(RegisterTakedown& act, const ActTarget& at, int value) {
  act.takedown = {"go-" + std::to_string(value % 6)};
  act.subject = stream_of(at.dialogue);
  act.place = "cổng thông tin";
  act.reason = say(at, "lộ danh tính");
  act.decision = "31/UBND";
}
void fill(VoidNumber& act, const ActTarget& at, int value) {
  act.year = at.year + (value % 16 == 0 ? 1 : 0);
  act.type = choose<DocumentType>(value);
  act.number = value % 2 == 0 ? std::nullopt : std::optional(value % 12);
  act.reason = say(at, "viết hỏng");
}
void fill(RecordPaper& act, const ActTarget& at, int value) {
  act.year = at.year;
  // A letter has a number of its own book; any other kind is refused without its document.
  act.paper.kind = value % 4 == 0 ? choose<PaperKind>(value) : PaperKind::forwarding;
  act.paper.of = stream_of(at.issue);
  act.paper.symbol = std::to_string(10 + value % 3) + "/UBND-VP";
  act.paper.sha256 = std::string(64, value % 2 == 0 ? 'a' : 'b');
  act.paper.template_sha256 = std::string(64, 'c');
}
void fill(RecordSignedFile& act, const ActTarget& at, int value) {
  act.year = at.year;
  act.symbol = std::to_string(10 + value % 3) + "/UBND-VP";
  act.files = {{std::string(64, value % 2 == 0 ? 'd' : 'e'), "application/pdf", 2'048}};
  act.signer = at.official;
  act.signed_on = at.on;
}
void fill(AllowNumber& act, const ActTarget& at, int value) {
  act.date = add_days(at.on, -(value % 40));
  act.year = static_cast<int>(act.date.year());
  act.type = choose<DocumentType>(value);
  act.number = value % 60;
  act.reason = say(at, "văn bản vào sổ muộn");
}

}  // namespace

Command people_act(Subject subject, std::string_view name, const ActTarget& at,
                   std::uint8_t value) {
  const auto give = [&](auto& act) { fill(act, at, value); };
  switch (subject) {
    case Subject::resident:
      return named_act<ResidentCommand>(name, give);
    case Subject::user:
      return named_act<UserCommand>(name, give);
    case Subject::supervision:
      return named_act<SupervisionCommand>(name, give);
    default:
      return named_act<RegisterCommand>(name, give);
  }
}

}  // namespace langnghe::domain::spec
