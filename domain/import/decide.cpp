#include <algorithm>
#include <limits>
#include <string_view>

#include "issue/first_reply.hpp"
#include "rules.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

constexpr std::size_t kSha256HexLength = 64;

MaybeRefusal check_file_hash(std::string_view text) {
  const bool is_hash = text.size() == kSha256HexLength && std::ranges::all_of(text, [](char c) {
                         return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                       });
  return is_hash ? std::nullopt : MaybeRefusal(value_not_valid("file_hash", std::string(text)));
}

/// The row is there from an earlier import of the same list.
bool is_here(const IssueState& known, const ImportIssues& import, const ImportedIssue& row) {
  const auto& origin = known.recorded.origin;
  return known.phase != IssuePhase::absent && origin && origin->source == import.source &&
         origin->external_id == row.external_id;
}

MaybeRefusal check_row(const World& world, const ImportedIssue& row, const Context& context) {
  if (auto refusal = first_of(
          {check_not_blank("issue", row.issue.value),
           check_not_blank("external_id", row.external_id),
           check_between("row", row.row, 1, std::numeric_limits<int>::max()),
           check_not_blank("subject", row.subject), check_date("received", row.received),
           check_order(row.received, context.happened.date), check_scope(context.actor, row.khom),
           check_khom(world.ward(), row.khom, row.received),
           check_absent(world.issue(row.issue).phase != IssuePhase::absent,
                        stream_of(row.issue))})) {
    return refusal;
  }
  if (!world.policy().valid_on(row.received).knows_field(row.field)) {
    return refuse(RefusalCode::unknown_field_code, {{"field", row.field.value}});
  }
  if (row.agreed_due) {
    if (auto refusal = check_agreed_due("agreed_due", row.received, *row.agreed_due)) {
      return refusal;
    }
  }
  if (!row.ended_on) {
    return std::nullopt;
  }
  return first_of({check_date("ended_on", *row.ended_on), check_order(row.received, *row.ended_on),
                   check_order(*row.ended_on, context.happened.date)});
}

MaybeRefusal check_whole(const ImportIssues& import) {
  if (import.issues.empty()) {
    return value_required("issues");
  }
  return first_of({check_not_blank("source", import.source), check_file_hash(import.file_hash),
                   check_distinct(import.issues, &ImportedIssue::issue)});
}

/// An issue that ended before it was taken over is owed nothing: nobody knows what was told when.
void emit(std::vector<Emitted>& events, const World& world, const ImportIssues& import,
          const ImportedIssue& row) {
  IssueRecorded recorded;
  recorded.channel = IntakeChannel::import_;
  recorded.khom = row.khom;
  recorded.received = row.received;
  recorded.subject = row.subject;
  recorded.field = row.field;
  recorded.pressing = row.pressing;
  recorded.origin =
      ImportOrigin{import.source, row.external_id, import.file_hash, row.row, row.agreed_due};
  if (!row.ended_on) {
    recorded.first_reply = first_reply_owed(world, row.received);
  }
  const StreamId stream = stream_of(row.issue);
  events.push_back({stream, std::move(recorded)});
  if (row.ended_on) {
    events.push_back({stream, IssueClosed{row.outcome, row.ended_on}});
  }
}

}  // namespace

std::vector<StreamId> reads(const ImportCommand& command, const Context&, const World&) {
  const auto& import = std::get<ImportIssues>(command);
  std::vector<StreamId> streams{ward_stream(), policy_stream(), calendar_stream()};
  for (const ImportedIssue& row : import.issues) {
    streams.push_back(stream_of(row.issue));
  }
  return streams;
}

StreamId subject(const ImportCommand&) {
  return ward_stream();
}

std::optional<Refusal> guard(const World& world, const ImportCommand&, const Context&) {
  if (!world.policy().exists()) {
    return refuse(RefusalCode::no_policy_adopted);
  }
  return std::nullopt;
}

Decision rule(const World& world, const ImportCommand& command, const Context& context) {
  const auto& import = std::get<ImportIssues>(command);
  if (auto refusal = check_whole(import)) {
    return std::unexpected(*refusal);
  }
  std::vector<Emitted> events;
  for (const ImportedIssue& row : import.issues) {
    if (is_here(world.issue(row.issue), import, row)) {
      continue;
    }
    if (auto refusal = check_row(world, row, context)) {
      refusal->facts.push_back({"row", std::to_string(row.row)});
      return std::unexpected(*refusal);
    }
    emit(events, world, import, row);
  }
  return events;
}

}  // namespace langnghe::domain
