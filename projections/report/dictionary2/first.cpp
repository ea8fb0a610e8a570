#include <algorithm>
#include <array>
#include <string_view>

#include "report/dictionary2/dictionary.hpp"

namespace langnghe::projections::report::second {
namespace {

/// The figures that versions 1 and 2 of the dictionary define alike.
constexpr std::array<std::string_view, 36> kFirstDictionary{
    "dialogues.held",
    "dialogues.required",
    "dialogues.khoms_covered",
    "dialogues.outside_office_hours",
    "dialogues.at_khom_office",
    "dialogues.at_household",
    "dialogues.residents",
    "dialogues.announced_in_time",
    "dialogues.minutes_signed",
    "opinions.total",
    "opinions.anonymous",
    "issues.new",
    "issues.answered_on_the_spot",
    "issues.noted",
    "issues.taken_away",
    "issues.handed_over_complaints",
    "issues.handed_over_denunciations",
    "issues.pressing",
    "time.first_reply_on_time",
    "time.resolution_on_time_original",
    "time.resolution_on_time_effective",
    "time.overdue_open",
    "time.extensions_approved",
    "forwarded.sent",
    "forwarded.acknowledged",
    "forwarded.result_told",
    "forwarded.pending",
    "notices.issued",
    "notices.delivered",
    "notices.on_time",
    "feedback.asked",
    "feedback.satisfied",
    "feedback.partly",
    "feedback.dissatisfied",
    "issues.reopened",
    "entries.late",
};

}  // namespace

Figures in_first_version(Figures figures) {
  figures.definition_version = 1;
  std::erase_if(figures.figures, [](const Figure& figure) {
    return std::ranges::find(kFirstDictionary, figure.id) == kFirstDictionary.end();
  });
  for (auto& figure : figures.figures) {
    figure.kind = figure.of ? FigureKind::rate : FigureKind::count;
    figure.events.clear();
    figure.parts.clear();
  }
  return figures;
}

}  // namespace langnghe::projections::report::second
