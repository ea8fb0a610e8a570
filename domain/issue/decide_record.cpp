#include <limits>
#include <utility>

#include "issue/decision_input.hpp"
#include "issue/first_reply.hpp"
#include "resident/person.hpp"

namespace langnghe::domain::issue {
namespace {

// Words said at a dialogue come with their opinion; the channel of a list names its row.
MaybeRefusal check_channel(const RecordIssue& act) {
  if (act.channel == IntakeChannel::dialogue) {
    return value_not_valid("channel", std::string(to_text(act.channel)));
  }
  const bool imported = act.channel == IntakeChannel::import_;
  if (imported && !act.origin) {
    return value_required("origin");
  }
  if (!imported && act.origin) {
    return value_not_valid("origin", std::string(to_text(act.channel)));
  }
  return std::nullopt;
}

MaybeRefusal check_origin(const std::optional<ImportOrigin>& origin, const Date& received) {
  if (!origin) {
    return std::nullopt;
  }
  if (auto refusal = first_of(
          {check_not_blank("origin.source", origin->source),
           check_not_blank("origin.external_id", origin->external_id),
           check_between("origin.row", origin->row, 1, std::numeric_limits<int>::max())})) {
    return refusal;
  }
  if (!is_sha256(origin->file_hash)) {
    return value_not_valid("origin.file_hash", origin->file_hash);
  }
  return origin->agreed_due ? check_agreed_due("origin.agreed_due", received, *origin->agreed_due)
                            : std::nullopt;
}

// Somebody stands behind every matter, known or anonymous; only an old list may name nobody, and
// then there is no key for words either.
MaybeRefusal check_resident(const World& world, const RecordIssue& act) {
  if (!act.resident.empty()) {
    return check_person(world, act.resident, act.new_resident);
  }
  if (act.channel != IntakeChannel::import_ || act.new_resident || act.words) {
    return value_required("resident");
  }
  return std::nullopt;
}

MaybeRefusal check_words(const RecordIssue& act) {
  return act.words ? check_sealed("words", *act.words, act.resident) : std::nullopt;
}

}  // namespace

Decision decide(const DecisionInput& input, const RecordIssue& act) {
  const World& world = input.world;
  if (auto refusal =
          first_of({check_channel(act), check_origin(act.origin, act.received),
                    check_not_blank("issue", act.issue.value),
                    check_khom(world.ward(), act.khom, act.received),
                    check_not_blank("subject", act.subject), check_policy_adopted(world)})) {
    return std::unexpected(*std::move(refusal));
  }
  if (auto refusal = first_of({check_field(world.policy().valid_on(act.received), act.field),
                               check_resident(world, act), check_words(act)})) {
    return std::unexpected(*std::move(refusal));
  }
  std::vector events{input.emitted(IssueRecorded{act.channel,
                                                 {},
                                                 {},
                                                 act.khom,
                                                 act.resident,
                                                 act.received,
                                                 act.subject,
                                                 act.field,
                                                 act.pressing,
                                                 act.words,
                                                 act.origin,
                                                 std::nullopt,
                                                 first_reply_owed(world, act.received),
                                                 std::nullopt})};
  if (const auto& person = act.new_resident) {
    events.push_back({stream_of(act.resident),
                      ResidentRegistered{act.khom, !person->name.has_value(), person->name,
                                         person->phone, person->address}});
  }
  return events;
}

}  // namespace langnghe::domain::issue
