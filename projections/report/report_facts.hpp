#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/dialogue.hpp>
#include <domain/issue_state.hpp>
#include <projections/projection.hpp>

/// The content of the report's rows: of every issue and dialogue the days that figures are made of,
/// each with the record that says so.
namespace langnghe::projections::report {

/// A day something happened, and where it is on the record.
struct Moment {
  domain::Date day{};
  std::uint64_t position = 0;
};

/// Acts that are figures by themselves: so many in the period, by `part` where it is not empty.
enum class Act {
  // issues
  contested,
  reclassified,
  corrected,  ///< by what was wrong
  overridden,
  returned,  ///< by reason
  linked_recurring,
  extension_requested,
  extension_requested_late,
  extension_approved,  ///< by reason
  extension_refused,
  paused,      ///< by ground
  breached,    ///< by clock
  recomputed,  ///< by reason
  escalated,   ///< by level
  bounced,
  refused,          ///< by ground
  delivered,        ///< by method, posting included
  delivery_failed,  ///< by method
  notice_posted,
  notice_replaced,
  notice_corrected,
  notice_recalled,
  feedback_asked,
  reopened_after_satisfied,
  commitment_made,
  commitment_revised,
  commitment_fulfilled,
  commitment_verified,
  commitment_disputed,
  commitment_missed,
  // dialogues
  postponed,
  cancelled,
  signature_refused,
  // supervision
  sealed_read,  ///< by role
  takedown,
  count_,  ///< how many there are
};

struct CountedAct {
  Act act{};
  Moment at;
  std::string part;
};

/// An issue came, ended or was opened again. Days never decrease along an issue's timeline.
struct Transition {
  enum class Kind { received, ended, reopened };
  domain::Date day{};
  Kind kind{};
  domain::Ending ending{};  ///< of `ended`
  std::uint64_t position = 0;
};

/// The phase an issue was in from a day on. Days never decrease either.
struct PhaseStep {
  domain::Date day{};
  domain::IssuePhase phase{};
};

/// The due day that held from a day on.
struct DueStep {
  domain::Date since{};
  domain::Date due{};
};

/// The answer was approved, or the matter settled otherwise. A recalled answer no longer stands
/// from its recall on; in the periods before it did.
struct Settlement {
  Moment at;
  domain::Date due{};  ///< in force on that day
  std::optional<domain::Date> recalled;
};

/// From getting a deadline to being settled. Reopening begins another round; the earlier one stays
/// counted where it was (domain.md rule 7).
struct Round {
  domain::Date began{};
  domain::Date start{};       ///< the day the clock counts from
  std::vector<DueStep> dues;  ///< at least one; the first is what was promised at the outset
  std::vector<Settlement> settlements;
};

/// The type of what nobody has classified.
inline constexpr std::string_view kUnclassified = "UNCLASSIFIED";

/// The khóm, field and type that an issue had from a day on.
struct Attributes {
  domain::Date since{};
  domain::KhomId khom;
  domain::FieldCode field;
  std::string type;  ///< `PETITION`, or `UNCLASSIFIED`
  bool pressing = false;
  bool group = false;
  bool same_as(const Attributes& other) const {
    return khom == other.khom && field == other.field && type == other.type &&
           pressing == other.pressing && group == other.group;
  }
};

/// An answer at the dialogue.
struct SpotAnswer {
  std::uint64_t position = 0;
  bool accepted = false;
};

/// A promise: what it was due on and what was known of it from a day on.
struct PromiseFacts {
  struct Known {
    domain::Date since{};
    domain::Commitment::Status status{};
    std::uint64_t position = 0;
  };
  domain::CommitmentId id;
  std::vector<DueStep> dues;
  std::vector<Known> known;
};

struct PauseFacts {
  domain::PauseGround ground{};
  Moment from;
  domain::Date until{};
  std::optional<domain::Date> ended;  ///< before its day: resumed, or settled
};

struct Forwarding {
  Moment sent;
  std::optional<Moment> acknowledged;
  std::optional<Moment> told;
  std::optional<Moment> bounced;
};

struct NoticeFacts {
  Moment issued;
  std::optional<domain::Date> settled;  ///< when what it tells was decided
  std::optional<Moment> delivered;
  bool replacement = false;  ///< of an earlier notice on the same answer
};

struct Feedback {
  Moment at;
  domain::Verdict verdict{};
  bool asked = false;  ///< else given unasked
  std::optional<bool> solved;
};

/// The answer was there, and the person of a merged issue had not got it yet.
struct OwedFacts {
  domain::IssueId absorbed;
  Moment since;
  std::optional<Moment> until;  ///< it reached them, or they are owed it no more
};

struct IssueFacts {
  domain::IssueId id;
  domain::IssueState state;  ///< folded by the domain, then without its texts
  std::vector<Transition> timeline;
  std::vector<PhaseStep> phases;
  std::vector<Round> rounds;
  std::vector<PauseFacts> pauses;
  std::vector<Forwarding> forwards;
  std::vector<NoticeFacts> notices;
  std::vector<OwedFacts> owed;
  std::vector<Feedback> feedback;
  std::vector<CountedAct> acts;
  std::map<domain::CommitmentId, std::uint64_t> promised_at;  ///< the newest record about each
  std::uint64_t recorded_at = 0;                              ///< position of its first record
  std::uint64_t first_reply_at = 0;
  std::uint64_t contest_at = 0;
  bool accepted_on_the_spot = false;
  std::vector<Attributes> attributes;  ///< at least one once it is recorded
  std::vector<SpotAnswer> spot_answers;
  std::vector<DueStep> reply_dues;  ///< of the first reply; none while none is owed
  std::optional<Moment> told;       ///< the earliest day on which the resident was told something
  std::vector<PromiseFacts> promises;
  /// When it ended, where it had before it was taken over: nothing is known of what was done until
  /// then.
  std::optional<domain::Date> imported_end;
  bool still_as_imported = false;  ///< nothing was done to it since
  /// Of a part of a split issue, the day of the split: received with the whole, it is one more
  /// issue from then on.
  std::optional<domain::Date> split_on;

  /// Its khóm, field and type at the end of that day.
  [[nodiscard]] const Attributes& attributes_on(const domain::Date& day) const;
  [[nodiscard]] bool is_denunciation() const;
  /// `PETITION`, or `UNCLASSIFIED`.
  [[nodiscard]] std::string type() const;
  [[nodiscard]] domain::FieldCode field() const;
  [[nodiscard]] domain::DialogueId dialogue() const;
  /// After the last day that any figure can ask about; far in the future while it is open.
  [[nodiscard]] domain::Date relevant_until() const;
};

/// The actor of an event, its day and its position in the ledger.
struct Entry {
  const domain::UserId& by;
  const domain::Date& on;
  std::uint64_t position = 0;
};

/// Takes one more event in. Total, like the domain's own fold.
void take_in(IssueFacts& facts, const domain::IssueEvent& event, const Entry& entry);

/// One record about a dialogue, as far as figures need it: what it was by the end of any day
/// follows from the steps of that day and before.
struct DialogueStep {
  enum class Kind {
    scheduled,
    announced,
    postponed,
    rearranged,
    cancelled,
    missed,
    miss_retracted,
    opened,
    attendance,
    presented,
    skipped,
    opinion,
    confirmed,
    declined,
    minutes_signed,
    signature_refused,
    published,
    other,
  };
  Kind kind{};
  domain::Date day{};
  std::uint64_t position = 0;
  domain::DialoguePhase phase{};  ///< after it
  domain::KhomId khom;
  std::optional<domain::Date> date;  ///< of the meeting, of the publication
  domain::VenueKind venue{};
  bool outside_office_hours = false;
  bool late = false;           ///< announced or published so; rearranged: to be announced again
  bool anonymous = false;      ///< of an opinion
  domain::ResidentId speaker;  ///< of an opinion
  int residents = 0;
  std::vector<std::string> bodies;
};

struct DialogueFacts {
  domain::DialogueId id;
  domain::DialoguePhase phase{};
  domain::KhomId khom;
  domain::Date date{};
  domain::VenueKind venue{};
  bool outside_office_hours = false;
  bool announced = false;
  bool short_notice = false;
  std::optional<int> residents;  ///< who came, once it was counted
  int opinions = 0;
  int anonymous_opinions = 0;
  std::vector<std::string> bodies;  ///< of those who came
  int confirmed = 0;                ///< opinions whose speakers agreed with what was written
  int declined = 0;
  std::optional<Moment> missed;
  domain::Presentation presentation{};
  bool minutes_signed = false;
  std::optional<domain::Date> published_on;
  bool published_late = false;
  std::vector<CountedAct> acts;
  // the records behind these
  std::vector<std::uint64_t> planning;  ///< scheduled, announced, postponed, cancelled
  std::vector<std::uint64_t> meeting;   ///< opened, attendance
  std::vector<std::uint64_t> opinion_records;
  std::vector<std::uint64_t> anonymous_records;
  std::vector<std::uint64_t> confirmations;
  std::uint64_t presentation_at = 0;
  std::uint64_t minutes_at = 0;
  std::uint64_t published_at = 0;
  std::vector<DialogueStep> steps;

  [[nodiscard]] bool opened() const { return phase >= domain::DialoguePhase::opened; }
  [[nodiscard]] bool held() const;
};

void take_in(DialogueFacts& facts, const domain::DialogueEvent& event, const Entry& entry);

/// The dialogue as it was at the end of a day.
[[nodiscard]] DialogueFacts as_of(const DialogueFacts& facts, const domain::Date& day);

/// An opinion's speaker who was registered without a name.
struct NamelessFacts {
  domain::Date since{};
  std::optional<domain::Date> named;  ///< when the name became known
};

/// An act that was entered on a later day than it happened.
struct LateEntry {
  domain::StreamId stream;
  domain::Date recorded{};  ///< local
  bool mark = false;  ///< what time alone says: nobody typed it late; the first two dictionaries
                      ///< counted it all the same
};

/// A duty of the plan that was missed, or covered late.
struct DutyFacts {
  domain::KhomId khom;
  int year = 0;
  int quarter = 0;
  std::uint64_t position = 0;
  bool credited = false;
  domain::DialogueId dialogue;  ///< of a credit
  domain::Date day{};           ///< of the act
};

}  // namespace langnghe::projections::report
