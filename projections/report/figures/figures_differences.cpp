#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string_view>

#include <projections/issues.hpp>
#include <projections/report.hpp>

#include "report/figures/figures_text.hpp"

namespace langnghe::projections::report {
namespace {

constexpr std::string_view kNone = "null";

void compare_groups(Differences& found, std::string_view name,
                    const std::map<std::string, Balance>& before,
                    const std::map<std::string, Balance>& after) {
  std::set<std::string> keys;
  for (const auto* group : {&before, &after}) {
    for (const auto& [key, balance] : *group) {
      keys.insert(key);
    }
  }
  const auto text_in = [](const std::map<std::string, Balance>& group, const std::string& key) {
    const auto balance = group.find(key);
    return balance == group.end() ? std::string(kNone) : balance_text(balance->second);
  };
  for (const auto& key : keys) {
    const auto was = text_in(before, key);
    const auto is = text_in(after, key);
    if (was != is) {
      found.figures.push_back({std::string(name) + '.' + key, was, is});
    }
  }
}

void compare_balances(Differences& found, const Figures& frozen, const Figures& current) {
  if (frozen.balance != current.balance) {
    found.figures.push_back(
        {"balance", balance_text(frozen.balance), balance_text(current.balance)});
  }
  compare_groups(found, "balance.khom", frozen.by_khom, current.by_khom);
  compare_groups(found, "balance.field", frozen.by_field, current.by_field);
  compare_groups(found, "balance.type", frozen.by_type, current.by_type);
}

/// Acts that change what an issue counts as in periods that are over, by the first two
/// dictionaries: since the third no later act does.
bool recasts(std::string_view type) {
  constexpr std::array<std::string_view, 9> kRecasting{"issue.answered_on_the_spot",
                                                       "issue.classified",
                                                       "issue.corrected",
                                                       "issue.handed_over",
                                                       "issue.noted",
                                                       "issue.reclassified",
                                                       "issue.split",
                                                       "issue.voided",
                                                       "issue.notice_recalled"};
  return std::ranges::find(kRecasting, type) != kRecasting.end();
}

/// The events of an issue since then that change the period's figures.
void add_history(std::set<std::uint64_t>& positions, const Snapshot& now,
                 const domain::IssueId& issue, std::uint64_t since, const Figures& current) {
  for (const auto& entry : issues::history(now, issue)) {
    if (entry.position.value >= since &&
        (entry.happened <= current.period.to ||
         (current.definition_version < 3 && recasts(entry.type)))) {
      positions.insert(entry.position.value);
    }
  }
}

void add_changed(std::set<std::string>& items, const std::vector<std::string>& before,
                 const std::vector<std::string>& after) {
  std::ranges::set_symmetric_difference(before, after, std::inserter(items, items.end()));
}

/// The items behind only one of the two, or counted against it in only one; where they are the same
/// ones, all of them.
std::set<std::string> items_in_question(const Figure& before, const Figure& after) {
  std::set<std::string> items;
  add_changed(items, before.items, after.items);
  add_changed(items, before.against, after.against);
  if (items.empty()) {
    items.insert(after.items.begin(), after.items.end());
  }
  return items;
}

class Bearing {
 public:
  Bearing(const Snapshot& now, std::uint64_t since, const Figures& current)
      : now_(now), since_(since), current_(current) {}

  void add(const Figure& before, const Figure& after) {
    for (const auto* events : {&after.events, &after.against_events}) {
      std::ranges::copy_if(*events, std::inserter(positions_, positions_.end()),
                           [&](std::uint64_t position) { return position >= since_; });
    }
    for (const auto& item : items_in_question(before, after)) {
      if (seen_.insert(item).second) {
        add_history(positions_, now_, {item}, since_, current_);
      }
    }
  }
  [[nodiscard]] std::vector<std::uint64_t> positions() const {
    return {positions_.begin(), positions_.end()};
  }

 private:
  const Snapshot& now_;
  std::uint64_t since_;
  const Figures& current_;
  std::set<std::string> seen_;
  std::set<std::uint64_t> positions_;
};

}  // namespace

namespace {

const Figure& figure_before(const Figures& frozen, const Figure& after) {
  static const Figure kNothing;
  const auto* before = frozen.find(after.id);
  return before == nullptr ? kNothing : *before;
}

std::vector<domain::FigureDifference> changed_values(const Figures& frozen,
                                                     const Figures& current) {
  Differences found;
  compare_balances(found, frozen, current);
  for (const auto& after : current.figures) {
    const auto* before = frozen.find(after.id);
    auto was = before ? value_text(*before) : std::string(kNone);
    auto is = value_text(after);
    if (was != is) {
      found.figures.push_back({after.id, std::move(was), std::move(is)});
    }
  }
  return std::move(found.figures);
}

}  // namespace

bool differ(const Figures& frozen, const Figures& current) {
  return !changed_values(frozen, current).empty();
}

Differences differences(const Figures& frozen, std::uint64_t since, const Snapshot& now,
                        const Figures& current) {
  Differences found{changed_values(frozen, current), {}};
  Bearing bearing(now, since, current);
  for (const auto& changed : found.figures) {
    if (const auto* after = current.find(changed.figure)) {
      bearing.add(figure_before(frozen, *after), *after);
    }
  }
  if (!found.figures.empty()) {
    found.positions = bearing.positions();
  }
  return found;
}

}  // namespace langnghe::projections::report
