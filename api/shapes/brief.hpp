#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <domain/time.hpp>

#include "shapes/commitments.hpp"
#include "shapes/dialogue_summary.hpp"
#include "shapes/head.hpp"
#include "shapes/issues.hpp"
#include "shapes/names.hpp"
#include "shapes/recurrences.hpp"

/// The facts of the khóm that the chair of a dialogue has to know.
namespace langnghe::api::shapes {

struct BriefIssues {
  std::uint64_t total = 0;
  std::vector<IssueSummary> items;  ///< the first of them
};

struct BriefPromises {
  std::uint64_t total = 0;
  std::vector<CommitmentRow> items;  ///< the earliest due first
};

/// The khóm's dialogue before this one, and what became of what was said there.
struct LastDialogue {
  DialogueSummary dialogue;
  BriefIssues issues;
};

struct Brief {
  Head head;
  domain::Date today{};
  DialogueSummary dialogue;
  std::optional<LastDialogue> last;  ///< none: it is the first that is known
  domain::Date since{};              ///< the day of the last one; else a year before this one
  BriefIssues open;
  BriefIssues ended;  ///< since then: results to present
  BriefPromises promises;
  std::vector<Recurrence> recurrences;  ///< of a year: what comes up again and again
  Names names;
};

}  // namespace langnghe::api::shapes
