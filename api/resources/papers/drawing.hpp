#pragma once

#include <expected>
#include <string>
#include <utility>

#include <papers/content.hpp>
#include <papers/documents.hpp>
#include <papers/kinds.hpp>

#include <domain/ids.hpp>
#include <domain/period.hpp>

#include "reading/reading.hpp"
#include "resources/report_opening.hpp"
#include "sealed/sealed_reading.hpp"

namespace langnghe::api::resources {

/// A paper in words, with the number, day and signer that it bears.
struct Drawn {
  papers::Head head;
  papers::Content content;
};
using DrawnPaper = std::expected<Drawn, Problem>;

template <class Paper>
[[nodiscard]] Drawn drawn(const Paper& paper) {
  return {paper.head, papers::content_of(paper)};
}

/// Each 404 where there is no such thing, or where it has no paper of that kind. What is sealed is
/// shown as `sealed` allows.
[[nodiscard]] DrawnPaper draw_issue_paper(const Call& call, const Reading& reading,
                                          papers::Kind kind, const domain::IssueId& id,
                                          SealedReading& sealed);
[[nodiscard]] DrawnPaper draw_dialogue_paper(const Call& call, const Reading& reading,
                                             papers::Kind kind, const domain::DialogueId& id,
                                             SealedReading& sealed);
[[nodiscard]] DrawnPaper draw_plan_paper(const Call& call, const Reading& reading, int year);
[[nodiscard]] DrawnPaper draw_decision_paper(const Call& call, const Reading& reading, int year);
[[nodiscard]] DrawnPaper draw_report_paper(const OpenedReport& opened);
[[nodiscard]] DrawnPaper draw_supplement_paper(const OpenedReport& opened);

}  // namespace langnghe::api::resources
