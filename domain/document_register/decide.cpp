#include <algorithm>
#include <array>
#include <limits>

#include "rules.hpp"
#include "value_checks.hpp"

namespace langnghe::domain {
namespace {

constexpr int kFirstYear = 1900;

int year_of(const RegisterCommand& command) {
  return std::visit([](const auto& act) { return act.year; }, command);
}

/// The day whose numbering governs a number of that year that is voided now.
Date governing_day(int year, const Date& on) {
  return std::min(on, Date{std::chrono::year{year}, std::chrono::December, std::chrono::day{31}});
}

Refusal not_next(int number, int next) {
  return refuse(RefusalCode::number_not_next,
                {{"number", std::to_string(number)}, {"next", std::to_string(next)}});
}

Decision judge(const World& world, const VoidNumber& command, const Context& context) {
  const Date& on = context.happened.date;
  if (auto refusal =
          first_of({check_between("year", command.year, kFirstYear, static_cast<int>(on.year())),
                    check_not_blank("reason", command.reason)})) {
    return std::unexpected(*refusal);
  }
  const NumberingMode mode = world.ward().numbering_on(governing_day(command.year, on));
  const RegisterState& numbers = world.document_register(command.year);
  const int next = numbers.next_free(mode, command.type);
  const int number = command.number.value_or(next);
  if (auto refusal = check_between("number", number, 1, std::numeric_limits<int>::max())) {
    return std::unexpected(*refusal);
  }
  if (numbers.is_taken(mode, command.type, number)) {
    return std::unexpected(
        refuse(RefusalCode::number_in_use, {{"number", std::to_string(number)}}));
  }
  if (number != next) {
    return std::unexpected(not_next(number, next));
  }
  return std::vector{
      Emitted{register_stream(command.year),
              NumberVoided{number, command.type,
                           document_symbol(number, command.type, world.ward().ward.issuer_symbol),
                           command.reason}}};
}

// The chair answers for a gap or a day out of order, before a document bears it. Numbers below the
// next one are never filled.
Decision judge(const World& world, const AllowNumber& command, const Context& context) {
  const Date& on = context.happened.date;
  if (auto refusal =
          first_of({check_exists(world.ward().exists, ward_stream()),
                    check_between("year", command.year, kFirstYear, static_cast<int>(on.year())),
                    check_between("number", command.number, 1, std::numeric_limits<int>::max()),
                    check_date("date", command.date), check_not_blank("reason", command.reason)})) {
    return std::unexpected(*refusal);
  }
  if (static_cast<int>(command.date.year()) != command.year || command.date > on) {
    return std::unexpected(value_not_valid("date", to_text(command.date)));
  }
  const NumberingMode mode = world.ward().numbering_on(command.date);
  const RegisterState& numbers = world.document_register(command.year);
  const int next = numbers.next_free(mode, command.type);
  if (command.number < next) {
    return std::unexpected(not_next(command.number, next));
  }
  return std::vector{
      Emitted{register_stream(command.year),
              NumberAllowed{command.number, command.type, command.date, command.reason}}};
}

Refusal unknown_document(std::string_view symbol) {
  return refuse(RefusalCode::unknown_document, {{"symbol", std::string(symbol)}});
}

/// Letters bear a number of a book of their own; every other paper takes one of this register.
bool takes_a_number(PaperKind kind) {
  constexpr std::array kLetters{PaperKind::correction, PaperKind::extension, PaperKind::forwarding,
                                PaperKind::reminder, PaperKind::invitation};
  return std::ranges::find(kLetters, kind) == kLetters.end();
}

MaybeRefusal check_digest(std::string_view field, const std::string& digest) {
  return is_sha256(digest) ? std::nullopt : MaybeRefusal(value_not_valid(field, digest));
}

Decision judge(const World& world, const RecordPaper& command, const Context&) {
  const PaperRecorded& paper = command.paper;
  if (auto refusal = first_of({check_not_blank("symbol", paper.symbol),
                               check_stream("of", paper.of), check_digest("sha256", paper.sha256),
                               check_digest("template_sha256", paper.template_sha256),
                               check_between("template_version", paper.template_version, 0,
                                             std::numeric_limits<int>::max())})) {
    return std::unexpected(*refusal);
  }
  const RegisterState& numbers = world.document_register(command.year);
  const auto carried = numbers.carried.find(paper.symbol);
  const bool taken = carried != numbers.carried.end();
  if ((!taken && takes_a_number(paper.kind)) || (taken && carried->second != paper.of)) {
    return std::unexpected(unknown_document(paper.symbol));
  }
  const auto* before = numbers.paper(paper.kind, paper.of, paper.symbol);
  if (before != nullptr && before->sha256 == paper.sha256) {
    return std::unexpected(refuse(RefusalCode::paper_unchanged, {{"symbol", paper.symbol}}));
  }
  return std::vector{Emitted{register_stream(command.year), paper}};
}

constexpr std::array<std::string_view, 2> kSignedMediaTypes{
    "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"};

/// At least one document, none of which came back before.
MaybeRefusal check_signed_files(const RegisterState& numbers,
                                const std::vector<Attachment>& files) {
  if (files.empty()) {
    return value_required("files");
  }
  if (auto refusal = check_files("files", files)) {
    return refusal;
  }
  for (const Attachment& file : files) {
    if (std::ranges::find(kSignedMediaTypes, file.media_type) == kSignedMediaTypes.end()) {
      return value_not_valid("files", file.media_type);
    }
    for (const SignedFileRecorded& before : numbers.signed_files) {
      if (std::ranges::find(before.files, file.hash, &Attachment::hash) != before.files.end()) {
        return refuse(RefusalCode::duplicate_id, {{"id", file.hash}});
      }
    }
  }
  return std::nullopt;
}

Decision judge(const World& world, const RecordSignedFile& command, const Context& context) {
  const RegisterState& numbers = world.document_register(command.year);
  const auto carried = numbers.carried.find(command.symbol);
  if (carried == numbers.carried.end()) {
    return std::unexpected(unknown_document(command.symbol));
  }
  if (auto refusal = first_of({check_signed_files(numbers, command.files),
                               check_date("signed_on", command.signed_on)})) {
    return std::unexpected(*refusal);
  }
  if (auto refusal = first_of({check_order(command.signed_on, context.happened.date),
                               check_official(world.ward(), command.signer, command.signed_on),
                               command.signed_at ? check_clock_time("signed_at", *command.signed_at)
                                                 : MaybeRefusal{}})) {
    return std::unexpected(*refusal);
  }
  return std::vector{
      Emitted{register_stream(command.year),
              SignedFileRecorded{command.symbol, carried->second, command.files, command.signer,
                                 command.signed_on, command.signed_at}}};
}

}  // namespace

std::vector<StreamId> reads(const RegisterCommand& command, const Context&, const World&) {
  return {register_stream(year_of(command)), ward_stream()};
}

StreamId subject(const RegisterCommand& command) {
  return register_stream(year_of(command));
}

std::optional<Refusal> guard(const World& world, const RegisterCommand&, const Context&) {
  return check_exists(world.ward().exists, ward_stream());
}

Decision rule(const World& world, const RegisterCommand& command, const Context& context) {
  return std::visit([&](const auto& what) { return judge(world, what, context); }, command);
}

}  // namespace langnghe::domain
