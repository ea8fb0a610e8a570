#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/enum_text.hpp>
#include <domain/period.hpp>
#include <domain/report.hpp>
#include <domain/time.hpp>
#include <projections/report.hpp>

#include "shapes/allowed.hpp"
#include "shapes/head.hpp"
#include "shapes/texts.hpp"

/// Reports: a period's figures and the document around them.
namespace langnghe::api::shapes {

struct Balance {
  std::int64_t carried_in = 0;
  std::int64_t fresh = 0;
  std::int64_t reopened = 0;
  std::map<std::string, std::int64_t> ended;  ///< by the name of the ending
  std::int64_t carried_out = 0;
  std::int64_t voided = 0;
  bool holds = false;
};

struct FigurePart {
  std::string key;
  std::int64_t value = 0;
};

/// A name of the dictionary of figures.
struct FigureId {
  std::string text;
};

struct FigureRow {
  FigureId id;
  projections::report::FigureKind kind{};
  std::int64_t value = 0;
  std::optional<std::int64_t> of;  ///< the denominator, or how many were measured
  bool measured = false;           ///< a rate of nothing is not measured, which is not 0 %
  std::uint64_t items = 0;
  std::uint64_t events = 0;
  std::uint64_t against = 0;
  std::vector<FigurePart> parts;
};

/// A period's figures as they follow from the ledger.
struct Figures {
  int definition_version = 0;
  domain::Date measured_on{};
  bool estimate = false;
  Balance balance;
  std::map<std::string, Balance> by_khom;
  std::map<std::string, Balance> by_field;
  std::map<std::string, Balance> by_type;
  std::vector<FigureRow> figures;
  std::vector<std::uint64_t> late_entries;
};

/// A frozen report, and whether its figures still follow from the ledger.
struct FrozenFigures {
  std::uint64_t ledger_size = 0;
  Sha256 hash;
  bool estimate = false;
  bool matches = false;
  std::uint64_t records_since = 0;
};

/// An estimate that figures of the whole period took the place of.
struct Estimate {
  std::uint64_t number = 0;
  std::uint64_t ledger_size = 0;
  Sha256 hash;
  std::optional<domain::Date> measured_on;
  std::optional<domain::ReportSigned> signature;
};

struct Report {
  Head head;
  domain::Period period;
  std::uint64_t version = 0;
  domain::ReportPhase phase{};
  Sha256 figures_hash;
  std::optional<FrozenFigures> frozen;
  std::string narrative;
  std::optional<domain::ReportSigned> signature;
  std::optional<domain::ReportSubmitted> submission;
  std::optional<domain::ReportAcknowledged> acknowledgement;
  std::optional<domain::ReportReturned> returned;
  std::vector<domain::ReportSupplemented> supplements;
  std::vector<Estimate> estimates;
  std::vector<AllowedCommand> allowed_commands;
  Figures figures;
};

struct ReportLine {
  domain::Period period;
  domain::ReportPhase phase{};
  std::uint64_t version = 0;
  bool over = false;
};
struct ReportList {
  Head head;
  domain::PeriodFamily family{};
  int year = 0;
  std::vector<ReportLine> items;
};

enum class FigureItemKind {
  issue,
  dialogue,
  duty,
  document,
  recommendation,
  takedown,
  resident,
  other,
};

/// One thing that a figure counts.
struct FigureItem {
  std::string id;
  FigureItemKind kind{};
  std::string label;  ///< an issue's subject, a dialogue's date, a document's symbol
  std::string khom;
  std::string phase;
};

/// The items that one part of a figure counts, beside the figure's own.
struct OpenedPart {
  std::string key;
  std::int64_t value = 0;
  std::vector<std::string> items;
  std::vector<std::uint64_t> events;
};

struct FigureDetail {
  Head head;
  domain::Period period;
  std::uint64_t figures_position = 0;  ///< the ledger size that the figure follows from
  domain::Date measured_on{};
  bool estimate = false;
  FigureRow figure;
  std::vector<FigureItem> items;
  std::vector<std::uint64_t> events;
  std::vector<FigureItem> against;
  std::vector<std::uint64_t> against_events;
  std::vector<OpenedPart> parts;
};

}  // namespace langnghe::api::shapes

template <>
struct langnghe::domain::EnumText<langnghe::projections::report::FigureKind> {
  using Kind = langnghe::projections::report::FigureKind;
  static constexpr std::array<std::pair<Kind, std::string_view>, 4> kNames{
      {{Kind::count, "count"},
       {Kind::rate, "rate"},
       {Kind::average, "average"},
       {Kind::days, "days"}}};
};
template <>
struct langnghe::domain::EnumText<langnghe::api::shapes::FigureItemKind> {
  using Kind = langnghe::api::shapes::FigureItemKind;
  static constexpr std::array<std::pair<Kind, std::string_view>, 8> kNames{
      {{Kind::issue, "issue"},
       {Kind::dialogue, "dialogue"},
       {Kind::duty, "duty"},
       {Kind::document, "document"},
       {Kind::recommendation, "recommendation"},
       {Kind::takedown, "takedown"},
       {Kind::resident, "resident"},
       {Kind::other, "other"}}};
};
