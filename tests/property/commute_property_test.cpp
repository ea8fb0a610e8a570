#include <algorithm>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "property/any_story.hpp"

// Rule 16 of domain.md section 4: orders made offline, in whatever order they arrive.
namespace langnghe::domain::spec {
namespace {

struct Touched {
  std::set<StreamId> read;
  std::set<StreamId> written;
};

Touched touched_by(const Ledger& ledger, const Order& order, const Decision& decision) {
  const auto read = ledger.read_by(order.command, order.context);
  Touched touched{{read.begin(), read.end()}, {}};
  for (const auto& emitted : *decision) {
    touched.written.insert(emitted.stream);
  }
  return touched;
}

bool apart(const std::set<StreamId>& one, const std::set<StreamId>& other) {
  return std::ranges::none_of(one, [&](const auto& stream) { return other.contains(stream); });
}

/// Two orders that are allowed now, neither writing what the other reads.
bool unrelated(const Touched& one, const Touched& other) {
  return apart(one.written, other.read) && apart(other.written, one.read);
}

RC_GTEST_PROP(Rule16, UnrelatedOrdersCommute, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  std::vector<std::pair<Order, Touched>> orders;
  for (const auto& step : *any_steps(12)) {
    const auto order = story.order_of(step);
    const auto decision = story.ledger().decide(order.command, order.context);
    if (!decision) {
      continue;
    }
    const auto touched = touched_by(story.ledger(), order, decision);
    for (const auto& [earlier, by_earlier] : orders) {
      if (!unrelated(touched, by_earlier)) {
        continue;
      }
      Ledger one = story.ledger();
      Ledger other = story.ledger();
      const auto first = one.act(earlier.command, earlier.context);
      const auto second = one.act(order.command, order.context);
      RC_ASSERT((other.act(order.command, order.context) == second));
      RC_ASSERT((other.act(earlier.command, earlier.context) == first));
      RC_ASSERT((one.states() == other.states()));
      return;
    }
    orders.emplace_back(order, touched);
  }
}

// The commit states the version of every stream the decision rests on: one that was written
// without having been read could overwrite what somebody else did meanwhile.
RC_GTEST_PROP(Rule16, AnOrderWritesOnlyWhatItRead, ()) {
  Story story(*any_steps());
  RC_LOG() << story.told();
  for (const auto& step : *any_steps(20)) {
    const auto order = story.order_of(step);
    const auto decision = story.ledger().decide(order.command, order.context);
    if (decision) {
      const auto touched = touched_by(story.ledger(), order, decision);
      RC_ASSERT(std::ranges::includes(touched.read, touched.written));
      // An import is asked of the ward and writes issues alone.
      const bool of_its_subject = decision->empty() ||
                                  std::holds_alternative<ImportCommand>(order.command) ||
                                  decision->front().stream == subject_of(order.command);
      RC_ASSERT(of_its_subject);
      story.carry_out(order);
    }
  }
}

}  // namespace
}  // namespace langnghe::domain::spec
