#pragma once

#include <expected>
#include <optional>
#include <variant>
#include <vector>

#include <papers/documents.hpp>

#include <domain/event.hpp>
#include <projections/issues.hpp>

#include "resources/papers/drawing.hpp"
#include "resources/papers/ward_facts.hpp"

namespace langnghe::api::resources {

/// The facts that every paper of an issue is made of.
struct Making {
  const Call& call;
  const Reading& reading;
  const projections::issues::IssueRow& row;
  const WardFacts& facts;
  SealedReading& sealed;
  std::vector<domain::RecordedEvent> events;  ///< of the issue, up to the moment that is read
  papers::Matter matter;

  [[nodiscard]] const domain::IssueState& state() const { return row.state; }
  /// The newest event of that type; null where there is none.
  template <class Event>
  [[nodiscard]] const Event* newest() const {
    const Event* found = nullptr;
    for (const auto& each : events) {
      const auto* of_issue = std::get_if<domain::IssueEvent>(&each.event);
      const auto* wanted = of_issue == nullptr ? nullptr : std::get_if<Event>(of_issue);
      found = wanted == nullptr ? found : wanted;
    }
    return found;
  }
  /// The day of the newest event of that type.
  template <class Event>
  [[nodiscard]] std::optional<domain::Date> day_of() const {
    std::optional<domain::Date> day;
    for (const auto& each : events) {
      const auto* of_issue = std::get_if<domain::IssueEvent>(&each.event);
      if (of_issue != nullptr && std::holds_alternative<Event>(*of_issue)) {
        day = each.happened.date;
      }
    }
    return day;
  }
};

/// Read once for all papers of the issue. 404 where it has none of them.
[[nodiscard]] std::expected<Making, Problem> issue_making(const Call& call, const Reading& reading,
                                                          const projections::issues::IssueRow& row,
                                                          const WardFacts& facts,
                                                          SealedReading& sealed);
/// 404 where the issue has no paper of that kind.
[[nodiscard]] DrawnPaper issue_paper(const Making& making, papers::Kind kind);
/// Papers about the way of a matter and of what was handed over.
[[nodiscard]] DrawnPaper passage_paper(const Making& making, papers::Kind kind);

}  // namespace langnghe::api::resources
