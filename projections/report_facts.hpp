#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/dialogue.hpp>
#include <domain/issue_state.hpp>

/// What the report's rows hold: of every issue and dialogue the days that figures are made of.
namespace langnghe::projections::report {

/// An issue came, ended or was opened again. Days never decrease along an issue's timeline.
struct Transition {
  enum class Kind { received, ended, reopened };
  domain::Date day{};
  Kind kind{};
  domain::Ending ending{};  ///< of `ended`
};

/// What the due day was from a day on.
struct DueStep {
  domain::Date since{};
  domain::Date due{};
};

/// From getting a deadline to being settled. Reopening begins another round; the earlier one stays
/// counted where it was (domain.md rule 7).
struct Round {
  domain::Date began{};
  std::vector<DueStep> dues;  ///< at least one; the first is what was promised at the outset
  std::optional<domain::Date> settled_on;
};

struct Forwarding {
  domain::Date sent{};
  std::optional<domain::Date> acknowledged;
  std::optional<domain::Date> told;
};

struct NoticeFacts {
  domain::Date issued{};
  std::optional<domain::Date> settled;  ///< when what it tells was decided
  std::optional<domain::Date> delivered;
};

struct Feedback {
  domain::Date on{};
  domain::Verdict verdict{};
};

struct IssueFacts {
  domain::IssueId id;
  domain::IssueState state;  ///< folded by the domain, then without its texts
  std::vector<Transition> timeline;
  std::vector<Round> rounds;
  std::vector<Forwarding> forwards;
  std::vector<NoticeFacts> notices;
  std::vector<domain::Date> extensions;  ///< days of approval
  std::vector<domain::Date> asked;       ///< days the resident was asked for a verdict
  std::vector<Feedback> feedback;

  [[nodiscard]] bool is_denunciation() const;
  /// `PETITION`, or `UNCLASSIFIED`.
  [[nodiscard]] std::string type() const;
  [[nodiscard]] domain::FieldCode field() const;
  [[nodiscard]] domain::DialogueId dialogue() const;
  /// After the last day that any figure can ask about; far in the future while it is open.
  [[nodiscard]] domain::Date relevant_until() const;
};

/// Takes one more event in. Total, like the domain's own fold.
void take_in(IssueFacts& facts, const domain::IssueEvent& event, const domain::UserId& by,
             const domain::Date& on);

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

  [[nodiscard]] bool held() const;
};

void take_in(DialogueFacts& facts, const domain::DialogueEvent& event);

/// An act that was entered on a later day than it happened.
struct LateEntry {
  domain::StreamId stream;
  domain::Date recorded{};  ///< local
};

}  // namespace langnghe::projections::report
