#include <iterator>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include <gtest/gtest.h>

#include "property/any_story.hpp"

namespace langnghe::domain::spec {
namespace {

struct Reached {
  std::set<std::pair<std::size_t, std::size_t>> events;  ///< kind of stream, alternative
  std::set<std::pair<Subject, std::string_view>> acts;
  std::set<RefusalCode> refusals;
};

template <std::size_t kStream = 0>
void expect_all(const Reached& reached) {
  using StreamEvent = std::variant_alternative_t<kStream, StreamEvents>;
  for (std::size_t kind = 0; kind < std::variant_size_v<StreamEvent>; ++kind) {
    EXPECT_TRUE(reached.events.contains({kStream, kind}))
        << "alternative " << kind << " of the events of stream kind " << kStream;
  }
  if constexpr (kStream + 1 < std::variant_size_v<StreamEvents>) {
    expect_all<kStream + 1>(reached);
  }
}

/// As the table has it: an import is an act of the ward.
Subject subject_kind(const Command& command) {
  constexpr Subject kInOrder[] = {Subject::ward,     Subject::calendar, Subject::policy,
                                  Subject::plan,     Subject::dialogue, Subject::issue,
                                  Subject::ward,     Subject::report,   Subject::document_register,
                                  Subject::resident, Subject::user,     Subject::supervision};
  static_assert(std::size(kInOrder) == std::variant_size_v<StreamCommands>);
  return kInOrder[command.index()];
}

Reached reached_by(int stories) {
  Reached reached;
  const auto steps = any_steps();
  for (int seed = 0; seed < stories; ++seed) {
    const Story story(steps(rc::Random(static_cast<std::uint64_t>(seed)), 100).value());
    for (const auto& event : story.ledger().events()) {
      const auto kind =
          std::visit([](const auto& of_stream) { return of_stream.index(); }, event.event);
      reached.events.insert({event.event.index(), kind});
    }
    for (const auto& [command, by] : story.done()) {
      reached.acts.insert({subject_kind(command), act_of(command)});
    }
    for (const auto& refusal : story.refusals()) {
      reached.refusals.insert(refusal.code);
    }
  }
  return reached;
}

// A property that no story ever comes near holds by itself. These stories are always the same.
TEST(TheRandomStories, ReachEveryEventEveryActAndMostRefusals) {
  const auto reached = reached_by(3'000);
  expect_all(reached);
  for (const auto& rule : act_rules()) {
    EXPECT_TRUE(reached.acts.contains({rule.subject, rule.act}))
        << to_text(rule.subject) << ' ' << rule.act;
  }
  EXPECT_GT(reached.refusals.size(), 44U);
}

}  // namespace
}  // namespace langnghe::domain::spec
