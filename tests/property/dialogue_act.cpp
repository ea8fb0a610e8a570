#include <chrono>

#include "property/acts.hpp"

namespace langnghe::domain::spec {
namespace {

using std::chrono::hours;

const OfficialId kOfficial{"o1"};

void fill(ScheduleDialogue& act, const ActTarget& at, int value) {
  act.dialogue = {at.fresh};
  act.khom = at.khom;
  act.date = add_days(at.on, value % 9);
  act.start = hours(8 + value % 12);
  act.venue = {VenueKind::khom_office, say(at, "nhà văn hóa"), std::nullopt};
  if (value % 3 == 0) {
    const ResidentId host{"host-" + at.fresh};
    act.venue = {VenueKind::household, "", sealed(host, "address")};
    if (value % 2 == 0) {
      act.new_host =
          NewResident{host, sealed(host, "name"), std::nullopt, sealed(host, "home address")};
    }
  }
  act.format = choose<DialogueFormat>(value);
  act.chair = kOfficial;
  act.topics = say(at, "môi trường");
  act.others = at.dialogues;
  act.double_booking = value % 2 == 0;
}
void fill(AnnounceDialogue& act, const ActTarget& at, int) {
  act.document = "10/GM-UBND";
  act.channels = {say(at, "loa khóm")};
}
void fill(InviteParticipant& act, const ActTarget& at, int value) {
  act.participant = value % 2 == 0 ? "Mặt trận" : "Địa chính";
  act.role = say(at, "giám sát");
  act.required = value % 3 == 0;
}
void fill(AnswerInvitation& act, const ActTarget& at, int value) {
  act.participant = value % 2 == 0 ? "Mặt trận" : "Địa chính";
  act.coming = value % 3 != 0;
  act.note = say(at, "sẽ đến");
}
void fill(PostponeDialogue& act, const ActTarget& at, int value) {
  act.reason = say(at, "mưa lớn");
  if (value % 4 != 0) {
    act.date = add_days(at.on, value % 11);
    act.others = at.dialogues;
    act.double_booking = value % 3 != 0;
  }
}
void fill(RearrangeDialogue& act, const ActTarget& at, int value) {
  act.reason = say(at, "đổi nơi họp");
  act.others = at.dialogues;
  act.double_booking = value % 2 == 0;
  if (value % 3 != 0) {
    act.start = hours(8 + value % 12);
  }
  if (value % 3 != 1) {
    act.khom = at.khom;
  }
  if (value % 5 == 0) {
    act.venue = Venue{VenueKind::other, say(at, "trường học"), std::nullopt};
  }
  if (value % 7 == 0) {
    act.chair = at.official;
  }
}
void fill(CancelDialogue& act, const ActTarget& at, int) {
  act.reason = say(at, "phòng dịch");
}
void fill(MarkDialogueMissed&, const ActTarget&, int) {}
void fill(OpenDialogue& act, const ActTarget& at, int value) {
  act.start = hours(8 + value % 8);
  act.chaired_by = value % 4 == 0 ? at.official : kOfficial;
}
void fill(RecordAttendance& act, const ActTarget& at, int value) {
  act.attendance = {value % 30, {kOfficial}, {say(at, "Hội phụ nữ")}};
}
void fill(PresentPreviousResults& act, const ActTarget& at, int) {
  act.issues = at.issues;
  act.said = say(at, "đã sửa");
}
void fill(SkipPresentation& act, const ActTarget& at, int) {
  act.reason = say(at, "buổi đầu");
}
void fill(RecordOpinion& act, const ActTarget& at, int value) {
  act.opinion = {"op-" + at.fresh};
  act.resident = at.resident;
  if (value % 4 != 3) {
    act.resident = {"r-" + at.fresh};
    act.new_resident = NewResident{act.resident, sealed(act.resident, "name"),
                                   sealed(act.resident, "phone"), std::nullopt};
    if (value % 3 == 1) {
      act.new_resident->name.reset();
    }
  }
  act.anonymous = value % 5 == 0;
  act.words = sealed(act.resident, "words");
  for (int i = 0; i < (value + 1) % 4; ++i) {
    act.issues.push_back({{"i-" + at.fresh + "-" + std::to_string(i)},
                          say(at, "đường ngập"),
                          {value % 2 == 0 ? "ROADS" : "WATER"},
                          value % 7 == 0});
  }
}
void fill(ConfirmOpinion& act, const ActTarget& at, int value) {
  act.opinion = at.opinion;
  act.method = choose<ConfirmationMethod>(value);
}
void fill(DeclineConfirmation& act, const ActTarget& at, int) {
  act.opinion = at.opinion;
  act.reason = say(at, "đã về");
}
void fill(RedirectDenunciation& act, const ActTarget& at, int value) {
  act.issue = {"td-" + at.fresh};
  act.counter = value % 3 == 0 ? std::nullopt : std::optional(value % 5);
  act.paper_register_number = say(at, "02/TC");
  act.receiving_officer = kOfficial;
}
void fill(CloseDialogue& act, const ActTarget&, int value) {
  act.end = hours(20 + value % 4);
}
void fill(SignMinutes& act, const ActTarget& at, int value) {
  act.signers = {value % 8 == 0 ? at.official : kOfficial};
  act.taken_away = at.issues;
  act.redirected = at.redirected;
  act.number = value % 5 == 0 ? std::optional(value % 9) : std::nullopt;
}
void fill(RefuseSignature& act, const ActTarget& at, int) {
  act.signer = "trưởng khóm";
  act.reason = say(at, "thiếu một ý");
}
void fill(SignAddendum& act, const ActTarget& at, int) {
  act.text = say(at, "bổ sung một ý");
  act.signers = {kOfficial};
}
void fill(PublishConclusion& act, const ActTarget& at, int value) {
  act.signer = value % 4 == 0 ? at.official : kOfficial;
  if (value % 3 == 0) {
    act.capacity = choose<SigningCapacity>(value);
  }
  act.number = value % 5 == 0 ? std::optional(value % 9) : std::nullopt;
  act.text = say(at, "giao địa chính");
  act.places = {"trụ sở"};
}

}  // namespace

DialogueCommand dialogue_act(std::string_view name, const ActTarget& at, std::uint8_t value) {
  return named_act<DialogueCommand>(name, [&](auto& act) {
    act.dialogue = at.dialogue;
    fill(act, at, value);
  });
}

}  // namespace langnghe::domain::spec
