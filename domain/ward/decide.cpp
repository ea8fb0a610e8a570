#include <algorithm>
#include <chrono>
#include <set>
#include <type_traits>
#include <utility>

#include "rules.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

// A report of a period is of no use to the body above after another year.
constexpr int kLongestDueDays = 366;

Decision on_ward(WardEvent event) {
  return std::vector{Emitted{ward_stream(), std::move(event)}};
}

Refusal not_in_state(std::string_view act, std::string state) {
  return refuse(RefusalCode::act_not_allowed_in_state,
                {{"act", std::string(act)}, {"state", std::move(state)}});
}

Decision judge(const WardState&, const EstablishWard& command) {
  const WardEstablished& given = command.ward;
  // No city is asked for: since 1 July 2025 a ward stands directly under its province.
  if (auto refusal = first_of({check_not_blank("name", given.name),
                               check_not_blank("place_name", given.place_name),
                               check_not_blank("issuer", given.issuer),
                               check_not_blank("issuer_symbol", given.issuer_symbol),
                               check_not_blank("province", given.province)})) {
    return std::unexpected(*refusal);
  }
  return on_ward(given);
}

Decision judge(const WardState& ward, const AddKhom& command) {
  const KhomAdded& given = command.khom;
  if (auto refusal = first_of(
          {check_not_blank("khom", given.khom.value), check_not_blank("name", given.name),
           check_date("valid_from", given.valid_from),
           given.taken_over_from ? check_not_blank("taken_over_from", *given.taken_over_from)
                                 : std::nullopt})) {
    return std::unexpected(*refusal);
  }
  if (ward.find_khom(given.khom)) {
    return std::unexpected(refuse(RefusalCode::duplicate_id, {{"id", given.khom.value}}));
  }
  return on_ward(given);
}

Decision judge(const WardState& ward, const RenameKhom& command) {
  const KhomRenamed& given = command.khom;
  if (auto refusal =
          first_of({check_not_blank("name", given.name), check_date("valid_from", given.valid_from),
                    check_khom(ward, given.khom, given.valid_from)})) {
    return std::unexpected(*refusal);
  }
  return on_ward(given);
}

Decision judge(const WardState& ward, const CloseKhom& command) {
  const KhomClosed& given = command.khom;
  const Khom* khom = ward.find_khom(given.khom);
  if (!khom) {
    return std::unexpected(refuse(RefusalCode::unknown_khom, {{"khom", given.khom.value}}));
  }
  if (khom->last_day) {
    return std::unexpected(not_in_state(CloseKhom::kAct, "closed"));
  }
  if (auto refusal = first_of({check_date("last_day", given.last_day),
                               check_order(khom->valid_from, given.last_day),
                               check_not_blank("reason", given.reason)})) {
    return std::unexpected(*refusal);
  }
  return on_ward(given);
}

/// Each of the merged is there on the day before the merger and would be on the day itself.
MaybeRefusal check_merged(const WardState& ward, const KhomsMerged& merger) {
  for (const KhomId& khom : merger.from) {
    if (auto refusal = first_of({check_khom(ward, khom, add_days(merger.valid_from, -1)),
                                 check_khom(ward, khom, merger.valid_from)})) {
      return refusal;
    }
  }
  const bool goes_on = std::ranges::find(merger.from, merger.into) != merger.from.end();
  if (!goes_on && ward.find_khom(merger.into)) {
    return refuse(RefusalCode::duplicate_id, {{"id", merger.into.value}});
  }
  return std::nullopt;
}

Decision judge(const WardState& ward, const MergeKhoms& command) {
  const KhomsMerged& given = command.merger;
  if (auto refusal =
          first_of({check_not_blank("into", given.into.value), check_not_blank("name", given.name),
                    check_date("valid_from", given.valid_from),
                    check_not_blank("basis", given.basis), check_distinct(given.from)})) {
    return std::unexpected(*refusal);
  }
  // One alone that gets another name is renamed.
  if (given.from.size() < 2) {
    return std::unexpected(value_required("from"));
  }
  if (auto refusal = check_merged(ward, given)) {
    return std::unexpected(*refusal);
  }
  return on_ward(given);
}

Decision judge(const WardState& ward, const AppointOfficial& command) {
  OfficialAppointed given = command.official;
  if (auto refusal = first_of(
          {check_not_blank("official", given.official.value), check_not_blank("name", given.name),
           check_not_blank("position", given.position), check_not_blank("unit", given.unit),
           check_date("valid_from", given.valid_from)})) {
    return std::unexpected(*refusal);
  }
  // A new office of the same person is a new id: what was signed keeps the office it was signed in.
  if (ward.officials.contains(given.official)) {
    return std::unexpected(refuse(RefusalCode::duplicate_id, {{"id", given.official.value}}));
  }
  // Said in the record, so that no later list of titles changes what it meant.
  given.office = given.office.value_or(office_by_position(given.position));
  return on_ward(std::move(given));
}

Decision judge(const WardState& ward, const RecordOfficialLeft& command) {
  const OfficialLeft& given = command.official;
  const auto official = ward.officials.find(given.official);
  if (official == ward.officials.end()) {
    return std::unexpected(
        refuse(RefusalCode::unknown_official, {{"official", given.official.value}}));
  }
  if (official->second.last_day) {
    return std::unexpected(not_in_state(RecordOfficialLeft::kAct, "left"));
  }
  if (auto refusal = first_of({check_date("last_day", given.last_day),
                               check_order(official->second.valid_from, given.last_day)})) {
    return std::unexpected(*refusal);
  }
  return on_ward(given);
}

Decision judge(const WardState&, const AdoptReportRoute& command) {
  // `through` may be empty: not every body above has an office that takes the reports in.
  if (auto refusal =
          first_of({check_not_blank("addressee", command.route.addressee),
                    check_date("valid_from", command.route.valid_from),
                    command.route.due_within
                        ? check_between("due_within.days", command.route.due_within->days, 1,
                                        kLongestDueDays)
                        : std::nullopt})) {
    return std::unexpected(*refusal);
  }
  return on_ward(command.route);
}

Decision judge(const WardState&, const AdoptNumbering& command) {
  if (auto refusal = check_date("valid_from", command.numbering.valid_from)) {
    return std::unexpected(*refusal);
  }
  return on_ward(command.numbering);
}

/// Words, or one Word file that is told of which paper it is.
MaybeRefusal check_wording(const TemplateAdopted& given) {
  if (given.files.empty()) {
    return given.kind ? value_required("files") : check_not_blank("text", given.text);
  }
  constexpr std::string_view kDocx =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  if (given.files.size() > 1) {
    return value_not_valid("files", std::to_string(given.files.size()));
  }
  if (given.files.front().media_type != kDocx) {
    return value_not_valid("files", given.files.front().media_type);
  }
  return given.kind ? check_files("files", given.files) : value_required("kind");
}

Decision judge(const WardState& ward, const AdoptTemplate& command) {
  TemplateAdopted given = command.adopted;
  if (!from_text<DocumentType>(given.type)) {
    return std::unexpected(value_not_valid("type", given.type));
  }
  if (auto refusal = first_of({check_date("valid_from", given.valid_from), check_wording(given),
                               check_not_blank("basis", given.basis)})) {
    return std::unexpected(*refusal);
  }
  const auto earlier = std::ranges::count_if(ward.templates, [&](const TemplateAdopted& each) {
    return each.type == given.type && each.kind == given.kind;
  });
  given.version = static_cast<int>(earlier) + 1;
  return on_ward(std::move(given));
}

Decision judge(const WardState&, const AdoptRecipients& command) {
  const RecipientsAdopted& given = command.adopted;
  if (auto refusal = first_of({check_texts("recipients", given.recipients),
                               check_date("valid_from", given.valid_from),
                               check_not_blank("basis", given.basis)})) {
    return std::unexpected(*refusal);
  }
  return on_ward(given);
}

MaybeRefusal check_documents(const std::vector<std::string>& documents) {
  if (documents.empty()) {
    return value_required("documents");
  }
  std::set<std::string_view> seen;
  for (const std::string& document : documents) {
    const bool known = std::ranges::find(kSignedDocuments, document) != kSignedDocuments.end();
    if (!known || !seen.insert(document).second) {
      return value_not_valid("documents", document);
    }
  }
  return std::nullopt;
}

/// Only the chair delegates, to somebody else, and never what is the chair's own.
MaybeRefusal check_parties(const WardState& ward, const SigningDelegated& given) {
  if (auto refusal = first_of({check_official(ward, given.by, given.date),
                               check_official(ward, given.to, given.valid_from)})) {
    return refusal;
  }
  if (ward.officials.at(given.by).office != Office::chair) {
    return value_not_valid("by", given.by.value);
  }
  if (ward.officials.at(given.to).office == Office::chair) {
    return value_not_valid("to", given.to.value);
  }
  if (given.capacity == SigningCapacity::tm || given.capacity == SigningCapacity::own) {
    return value_not_valid("capacity", std::string(to_text(given.capacity)));
  }
  return std::nullopt;
}

Decision judge(const WardState& ward, const DelegateSigning& command) {
  const SigningDelegated& given = command.delegation;
  if (auto refusal = first_of(
          {check_not_blank("delegation", given.delegation.value),
           check_not_blank("document", given.document), check_date("date", given.date),
           check_date("valid_from", given.valid_from), check_date("last_day", given.last_day)})) {
    return std::unexpected(*refusal);
  }
  // In writing and for a time: it gives nothing before the day it bears.
  if (auto refusal = first_of({check_order(given.date, given.valid_from),
                               check_order(given.valid_from, given.last_day),
                               check_documents(given.documents), check_parties(ward, given)})) {
    return std::unexpected(*refusal);
  }
  if (ward.delegations.contains(given.delegation)) {
    return std::unexpected(refuse(RefusalCode::duplicate_id, {{"id", given.delegation.value}}));
  }
  return on_ward(given);
}

Decision judge(const WardState& ward, const RevokeDelegation& command) {
  const DelegationRevoked& given = command.revocation;
  const auto found = ward.delegations.find(given.delegation);
  if (found == ward.delegations.end()) {
    return std::unexpected(value_not_valid("delegation", given.delegation.value));
  }
  if (found->second.revocation) {
    return std::unexpected(not_in_state(RevokeDelegation::kAct, "revoked"));
  }
  const SigningDelegated& stands = found->second.given;
  // Revoked before its first day it never gave anything: the last day is then the day before.
  if (auto refusal = first_of({check_date("last_day", given.last_day),
                               check_order(add_days(stands.valid_from, -1), given.last_day),
                               check_order(given.last_day, stands.last_day),
                               check_not_blank("reason", given.reason)})) {
    return std::unexpected(*refusal);
  }
  return on_ward(given);
}

/// The user who confirms a time has read another clock: that reading must be the recorded time.
Decision judge_time(const ConfirmTime& command, const Context& context) {
  constexpr std::chrono::minutes kApartMax{5};
  const TimeConfirmed& given = command.confirmed;
  if (auto refusal = check_not_blank("reason", given.reason)) {
    return std::unexpected(*refusal);
  }
  if (std::chrono::abs(given.time - context.now) > kApartMax) {
    return std::unexpected(value_not_valid("time", to_utc_text(given.time)));
  }
  return on_ward(given);
}

}  // namespace

std::vector<StreamId> reads(const WardCommand&, const Context&, const World&) {
  return {ward_stream()};
}

StreamId subject(const WardCommand&) {
  return ward_stream();
}

std::optional<Refusal> guard(const World& world, const WardCommand& command, const Context&) {
  const bool exists = world.ward().exists;
  return std::holds_alternative<EstablishWard>(command) ? check_absent(exists, ward_stream())
                                                        : check_exists(exists, ward_stream());
}

Decision rule(const World& world, const WardCommand& command, const Context& context) {
  return std::visit(
      [&]<class Act>(const Act& what) {
        if constexpr (std::is_same_v<Act, ConfirmTime>) {
          return judge_time(what, context);
        } else {
          return judge(world.ward(), what);
        }
      },
      command);
}

}  // namespace langnghe::domain
