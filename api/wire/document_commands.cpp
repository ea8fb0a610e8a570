#include <array>

#include <codec/fields/attachment.hpp>
#include <codec/fields/plan.hpp>

#include "wire/read_body.hpp"

namespace langnghe::api::wire {

/// A plan without its year, which stands in the path.
struct PlanBody {
  std::string title;
  std::string legal_basis;
  std::vector<domain::PlanLine> lines;
};

/// The rest of what is recorded of a paper, the program finds by making it.
struct PaperBody {
  domain::PaperKind kind{};
  domain::StreamId of;
};

}  // namespace langnghe::api::wire

namespace langnghe::codec {

template <>
struct Fields<api::wire::PlanBody> {
  using T = api::wire::PlanBody;
  static constexpr auto list =
      std::tuple{field("title", &T::title), field_or_default("legal_basis", &T::legal_basis),
                 field("lines", &T::lines)};
};
template <>
struct Fields<domain::ApprovePlan> {
  using T = domain::ApprovePlan;
  static constexpr auto list =
      std::tuple{field("number", &T::number, between(1, 1'000'000)), field("signer", &T::signer),
                 field("capacity", &T::capacity)};
};
template <>
struct Fields<domain::PublishPlan> {
  static constexpr auto list = std::tuple{field("places", &domain::PublishPlan::places)};
};
template <>
struct Fields<domain::AmendPlan> {
  using T = domain::AmendPlan;
  static constexpr auto list =
      std::tuple{field("reason", &T::reason), field("lines", &T::lines),
                 field("signer", &T::signer), field("capacity", &T::capacity)};
};
template <>
struct Fields<domain::CreditLateDialogue> {
  using T = domain::CreditLateDialogue;
  static constexpr auto list =
      std::tuple{field("khom", &T::khom), field("quarter", &T::quarter, between(1, 4)),
                 field("dialogue", &T::dialogue), field("reason", &T::reason)};
};
template <>
struct Fields<domain::ClosePlan> {
  using T = domain::ClosePlan;
  static constexpr auto list = std::tuple{field("lessons", &T::lessons)};
};
template <>
struct Fields<domain::DraftReport> {
  static constexpr auto list = std::tuple{field("narrative", &domain::DraftReport::narrative)};
};
template <>
struct Fields<domain::SignReport> {
  using T = domain::SignReport;
  static constexpr auto list =
      std::tuple{field("number", &T::number, between(1, 1'000'000)), field("signer", &T::signer),
                 field("capacity", &T::capacity)};
};
template <>
struct Fields<domain::SubmitReport> {
  static constexpr auto list = std::tuple{field("channel", &domain::SubmitReport::channel)};
};
template <>
struct Fields<domain::AcknowledgeReport> {
  static constexpr auto list = std::tuple{field("receipt", &domain::AcknowledgeReport::receipt)};
};
template <>
struct Fields<domain::SendBackReport> {
  using T = domain::SendBackReport;
  static constexpr auto list = std::tuple{field("comments", &T::comments)};
};
template <>
struct Fields<domain::ReturnReport> {
  using T = domain::ReturnReport;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
struct Fields<domain::SupplementReport> {
  using T = domain::SupplementReport;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
struct Fields<domain::VoidNumber> {
  using T = domain::VoidNumber;
  static constexpr auto list =
      std::tuple{field("type", &T::type), field("number", &T::number, between(1, 1'000'000)),
                 field("reason", &T::reason)};
};
template <>
struct Fields<domain::AllowNumber> {
  using T = domain::AllowNumber;
  static constexpr auto list =
      std::tuple{field("type", &T::type), field("number", &T::number, between(1, 1'000'000)),
                 field("date", &T::date), field("reason", &T::reason)};
};
template <>
struct Fields<api::wire::PaperBody> {
  using T = api::wire::PaperBody;
  static constexpr auto list = std::tuple{field("kind", &T::kind), field("of", &T::of)};
};
template <>
struct Fields<domain::RecordSignedFile> {
  using T = domain::RecordSignedFile;
  static constexpr auto list = std::tuple{
      field("symbol", &T::symbol), field("files", &T::files), field("signer", &T::signer),
      field("signed_on", &T::signed_on), field("signed_at", &T::signed_at)};
};
template <>
struct Fields<api::wire::FreezeBody> {
  using T = api::wire::FreezeBody;
  static constexpr auto list = std::tuple{field_or_default("estimate", &T::estimate)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {
namespace {

using domain::ReportKey;

Read<domain::Command> read_draft(const int& year, std::string_view body) {
  auto told = read_body<PlanBody>(body);
  if (!told) {
    return std::unexpected(std::move(told.error()));
  }
  auto& plan = told->what;
  domain::DraftPlan command{
      {year, std::move(plan.title), std::move(plan.legal_basis), std::move(plan.lines)}};
  return DatedBody<domain::Command>{std::move(command), told->happened};
}

Read<domain::Command> read_record_paper(const int& year, std::string_view body) {
  auto told = read_body<PaperBody>(body);
  if (!told) {
    return std::unexpected(std::move(told.error()));
  }
  domain::RecordPaper command;
  command.year = year;
  command.paper.kind = told->what.kind;
  command.paper.of = std::move(told->what.of);
  return DatedBody<domain::Command>{std::move(command), told->happened};
}

constexpr std::array kPlanActs{
    ActReader<int>{domain::DraftPlan::kAct, &read_draft, &codec::Kind<DatedBody<PlanBody>>::schema},
    reader_of<domain::ApprovePlan, int>(),
    reader_of<domain::PublishPlan, int>(),
    reader_of<domain::AmendPlan, int>(),
    reader_of<domain::CreditLateDialogue, int>(),
    reader_of<domain::ClosePlan, int>()};
constexpr std::array kReportActs{reader_of<domain::DraftReport, ReportKey>(),
                                 reader_of<domain::SignReport, ReportKey>(),
                                 reader_of<domain::SubmitReport, ReportKey>(),
                                 reader_of<domain::AcknowledgeReport, ReportKey>(),
                                 reader_of<domain::SendBackReport, ReportKey>(),
                                 reader_of<domain::ReturnReport, ReportKey>(),
                                 reader_of<domain::SupplementReport, ReportKey>()};
constexpr std::array kRegisterActs{reader_of<domain::VoidNumber, int>(),
                                   reader_of<domain::AllowNumber, int>(),
                                   ActReader<int>{domain::RecordPaper::kAct, &read_record_paper,
                                                  &codec::Kind<DatedBody<PaperBody>>::schema},
                                   reader_of<domain::RecordSignedFile, int>()};

}  // namespace

Read<domain::Command> read_plan_act(std::string_view act, int year, std::string_view body) {
  return read_with<int>(kPlanActs, act, year, body);
}
Read<domain::Command> read_report_act(std::string_view act, const ReportKey& report,
                                      std::string_view body) {
  return read_with<ReportKey>(kReportActs, act, report, body);
}
Read<domain::Command> read_register_act(std::string_view act, int year, std::string_view body) {
  return read_with<int>(kRegisterActs, act, year, body);
}

Read<FreezeBody> read_freeze(std::string_view body) {
  return read_body<FreezeBody>(body);
}

void describe_document_bodies(Bodies& bodies) {
  using enum domain::Subject;
  describe_acts<int>(kPlanActs, plan, bodies);
  describe_acts<ReportKey>(kReportActs, report, bodies);
  describe_act<FreezeBody>(report, domain::FreezeFigures::kAct, bodies);
  describe_acts<int>(kRegisterActs, document_register, bodies);
}

}  // namespace langnghe::api::wire
