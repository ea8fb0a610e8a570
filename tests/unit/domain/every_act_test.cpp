#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "acts_at_work.hpp"
#include "every_command.hpp"
#include "phases.hpp"

/// Walks every act over every role and every phase there is, from the table alone.
namespace langnghe::domain::spec {
namespace {

using enum RefusalCode;

const std::vector<ActAtWork>& all_acts() {
  static const std::vector<ActAtWork> acts = acts_at_work();
  return acts;
}

const ActRule& rule_of(const ActAtWork& act) {
  return *find_rule(subject_kind(act.command), act_of(act.command));
}

std::string name_of_act(const ActRule& rule) {
  return std::string(to_text(rule.subject)) + " " + std::string(rule.act);
}

/// Refused because of the phase and nothing else: in so many words, or by the word that says more.
bool is_about_phase(const Refusal& refusal, const StreamId& stream, std::string_view phase) {
  const auto states = [&](std::string_view fact, std::string_view value) {
    return std::ranges::any_of(refusal.facts, [&](const Fact& given) {
      return given.name == fact && given.value == value;
    });
  };
  switch (refusal.code) {
    case act_not_allowed_in_state:
      return states("state", phase);
    case already_exists:
    case does_not_exist:
      return states("stream", stream.value);
    case dialogue_not_open:
      return phase != "opened" && phase != "closed";
    case figures_not_frozen:
      return phase == "open";
    case key_destroyed:
      return phase == "erased";
    default:
      return false;
  }
}

TEST(EveryAct, IsDoneOnceInTheseTests) {
  std::set<std::string> done;
  for (const ActAtWork& act : all_acts()) {
    ASSERT_NE(find_rule(subject_kind(act.command), act_of(act.command)), nullptr);
    const auto decision = act.before.when(act.command).decision();
    EXPECT_TRUE(decision && !decision->empty())
        << name_of_act(rule_of(act)) << ": " << describe(decision);
    done.insert(name_of_act(rule_of(act)));
  }
  for (const ActRule& rule : act_rules()) {
    EXPECT_TRUE(done.contains(name_of_act(rule))) << name_of_act(rule);
  }
}

TEST(EveryAct, WritesFirstToTheStreamItIsAbout) {
  for (const ActAtWork& act : all_acts()) {
    const auto decision = act.before.when(act.command).decision();
    ASSERT_TRUE(decision && !decision->empty());
    if (std::holds_alternative<ImportCommand>(act.command)) {
      continue;  // a list is about all its issues
    }
    EXPECT_EQ(decision->front().stream, subject_of(act.command)) << name_of_act(rule_of(act));
  }
}

TEST(EveryAct, IsRefusedToEveryRoleThatIsNotInItsRow) {
  for (const ActAtWork& act : all_acts()) {
    const ActRule& rule = rule_of(act);
    for (const auto& [role, name] : EnumText<Role>::kNames) {
      const auto decision = Given(act.before).by(role, "u-somebody").when(act.command).decision();
      const bool refused = !decision && decision.error().code == role_not_permitted;
      EXPECT_EQ(refused, !role_may(rule, role))
          << name << ", " << name_of_act(rule) << ": " << describe(decision);
      if (refused) {
        const auto& facts = decision.error().facts;
        ASSERT_EQ(facts.size(), 2u);
        EXPECT_EQ(facts.front(), (Fact{"act", std::string(rule.act)}));
        // A refusal names the roles that may do the act.
        for (const auto may : rule.roles) {
          EXPECT_NE(facts.back().value.find(to_text(may)), std::string::npos);
        }
      }
    }
  }
}

TEST(EveryPhaseOfASubject, IsReachedByItsPast) {
  for (const auto& [subject, name] : EnumText<Subject>::kNames) {
    for (const auto phase : phases_of(subject)) {
      EXPECT_EQ(phase_of(in_phase(subject, phase), subject), phase) << name;
    }
  }
}

TEST(EveryAct, IsRefusedInEveryPhaseThatIsNotInItsRow) {
  for (const auto& [subject, subject_name] : EnumText<Subject>::kNames) {
    const StreamId stream = stream_with_phase(subject);
    for (const auto phase : phases_of(subject)) {
      Given there = in_phase(subject, phase);
      there.on(day("2022-01-05"));
      for (const ActAtWork& act : all_acts()) {
        const ActRule& rule = rule_of(act);
        if (rule.subject != subject) {
          continue;
        }
        const auto decision = there.when(act.command).decision();
        const bool refused = !decision && is_about_phase(decision.error(), stream, phase);
        EXPECT_EQ(refused, !phase_allows(rule, phase))
            << name_of_act(rule) << " in " << phase << ": " << describe(decision);
      }
    }
  }
}

template <class StreamEvent>
void add_names(std::set<std::string>& names) {
  [&]<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
    (names.insert(type_name<std::variant_alternative_t<kIndex, StreamEvent>>()), ...);
  }(std::make_index_sequence<std::variant_size_v<StreamEvent>>());
}

TEST(EveryEvent, IsWrittenBySomeAct) {
  std::set<std::string> known;
  [&]<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
    (add_names<std::variant_alternative_t<kIndex, StreamEvents>>(known), ...);
  }(std::make_index_sequence<std::variant_size_v<StreamEvents>>());
  std::set<std::string> written;
  for (const ActAtWork& act : all_acts()) {
    written.merge(events_of(act.command, {act}));
  }
  EXPECT_EQ(written, known);
}

}  // namespace
}  // namespace langnghe::domain::spec
