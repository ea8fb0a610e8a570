#include <set>
#include <string>
#include <utility>

#include "rules.hpp"
#include "settings/open_issues.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

// Far beyond any legal term; keeps a slip of the keyboard from asking for a walk of a million days.
constexpr int kLongestTermDays = 3660;
constexpr int kMostExtensions = 100;
constexpr int kMostDialoguesPerQuarter = 12;
constexpr int kMostGraceHours = 24 * 366;
constexpr int kLongestRetentionYears = 100;
constexpr std::chrono::minutes kWholeDay{24 * 60};

MaybeRefusal check_terms(const Policy& policy) {
  const std::pair<std::string_view, Term> terms[] = {
      {"first_reply", policy.first_reply},
      {"assign", policy.assign},
      {"forward", policy.forward},
      {"settle_simple", policy.settle_simple},
      {"settle_complex", policy.settle_complex},
      {"notice_after_settlement", policy.notice_after_settlement},
      {"publish_result", policy.publish_result},
      {"recommendation_answer", policy.recommendation_answer},
      {"refusal_notice", policy.refusal_notice}};
  for (const auto& [field, term] : terms) {
    if (auto refusal = check_between(field, term.days, 1, kLongestTermDays)) {
      return refusal;
    }
  }
  return std::nullopt;
}

MaybeRefusal check_numbers(const Policy& policy) {
  return first_of(
      {check_between("extensions_max", policy.extensions_max, 0, kMostExtensions),
       check_between("extension_days_max", policy.extension_days_max, 0, kLongestTermDays),
       check_between("announce_days_before", policy.announce_days_before, 0, kLongestTermDays),
       check_between("dialogues_per_quarter", policy.dialogues_per_quarter, 0,
                     kMostDialoguesPerQuarter),
       check_between("late_entry_days", policy.late_entry_days, 0, kLongestTermDays),
       check_between("approaching_days", policy.approaching_days, 0, kLongestTermDays),
       check_between("pause_days_max", policy.pause_days_max, 0, kLongestTermDays),
       check_between("missed_grace_hours", policy.missed_grace_hours, 0, kMostGraceHours),
       // A key kept for no time at all would be gone before the answer is.
       check_between("retention_years", policy.retention_years, 1, kLongestRetentionYears)});
}

/// Spans in the order of the day, none touching the one before.
MaybeRefusal check_office_hours(const std::vector<HoursSpan>& spans) {
  if (spans.empty()) {
    return value_required("office_hours");
  }
  std::chrono::minutes free_from{0};
  for (const HoursSpan& span : spans) {
    if (span.start < free_from || span.start >= span.end || span.end > kWholeDay) {
      return value_not_valid("office_hours", to_text(span.start) + "-" + to_text(span.end));
    }
    free_from = span.end;
  }
  return std::nullopt;
}

MaybeRefusal check_fields(const std::vector<FieldDefinition>& fields) {
  if (fields.empty()) {
    return value_required("fields");
  }
  for (const FieldDefinition& field : fields) {
    if (auto refusal = first_of({check_not_blank("fields.code", field.code.value),
                                 check_not_blank("fields.name_vi", field.name_vi),
                                 check_not_blank("fields.name_en", field.name_en)})) {
      return refusal;
    }
  }
  return check_distinct(fields, &FieldDefinition::code);
}

/// Each method and each of its parts once. Nobody takes in hand what is posted or read out to all.
MaybeRefusal check_delivery_proof(const std::vector<DeliveryRule>& rules) {
  std::set<DeliveryMethod> methods;
  for (const DeliveryRule& rule : rules) {
    const std::string method(to_text(rule.method));
    if (!methods.insert(rule.method).second) {
      return value_not_valid("delivery_proof", method);
    }
    const std::set<ProofPart> parts(rule.parts.begin(), rule.parts.end());
    const bool to_nobody = rule.method == DeliveryMethod::posted;
    const bool in_hand =
        parts.contains(ProofPart::recipient) || parts.contains(ProofPart::acknowledgement);
    if (parts.size() != rule.parts.size() || (to_nobody && in_hand)) {
      return value_not_valid("delivery_proof.parts", method);
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<StreamId> reads(const PolicyCommand& command, const Context&, const World&) {
  return read_with(policy_stream(), std::get<AdoptPolicy>(command).open_issues);
}

StreamId subject(const PolicyCommand&) {
  return policy_stream();
}

std::optional<Refusal> guard(const World&, const PolicyCommand&, const Context&) {
  return std::nullopt;
}

Decision rule(const World& world, const PolicyCommand& command, const Context&) {
  const auto& given = std::get<AdoptPolicy>(command);
  Policy policy = given.policy;
  if (auto refusal = first_of(
          {check_date("valid_from", policy.valid_from), check_not_blank("basis", policy.basis),
           check_terms(policy), check_numbers(policy), check_office_hours(policy.office_hours),
           check_fields(policy.fields), check_delivery_proof(policy.delivery_proof),
           check_open_issues(world, given.open_issues)})) {
    return std::unexpected(*refusal);
  }
  PolicyState policies = world.policy();
  policy.version = policies.exists() ? policies.versions.rbegin()->first + 1 : 1;
  const PolicyAdopted adopted{std::move(policy)};
  evolve(policies, adopted);
  std::vector events{Emitted{policy_stream(), adopted}};
  if (!given.open_issues.empty()) {
    const CalendarState& calendars = world.calendar();
    const WorkingCalendar calendar = calendars.exists() ? calendars.current() : WorkingCalendar{};
    move_deadlines(world, given.open_issues, policies, calendar, events);
  }
  return events;
}

}  // namespace langnghe::domain
