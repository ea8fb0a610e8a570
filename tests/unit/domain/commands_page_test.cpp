#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "acts_at_work.hpp"
#include "every_command.hpp"
#include "phases.hpp"

/// docs/commands.md is written from the table of permissions and from what the acts were seen to
/// write; a page that differs fails. LANGNGHE_WRITE_DOCS=1 writes it anew.
namespace langnghe::domain::spec {
namespace {

constexpr const char* kPage = LANGNGHE_DOCS "/commands.md";

constexpr std::string_view kHead =
    "# Every command\n\n"
    "Who may do what, from which state, and what it writes. The rows are the table in\n"
    "`domain/permissions.cpp`; the events are those the acts write when the tests do them. Write "
    "it\n"
    "anew with `LANGNGHE_WRITE_DOCS=1 ctest -R CommandsPage`.\n\n"
    "*clock*: done by the program alone, no person may ask for it. *any*: no state is asked.\n"
    "*Not before*: earlier acts on whose state it rests; it may be entered later, but not dated\n"
    "before them, as the acts follow each other in the tests.\n";

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

std::string who(const ActRule& rule) {
  if (is_clock_act(rule)) {
    return "*clock*";
  }
  std::vector<std::string> roles;
  for (const auto& [role, name] : EnumText<Role>::kNames) {
    if (role != Role::system && role_may(rule, role)) {
      roles.emplace_back(name);
    }
  }
  return joined(roles);
}

std::string from_states(const ActRule& rule) {
  std::vector<std::string> states;
  for (const auto phase : phases_of(rule.subject)) {
    if (phase_allows(rule, phase)) {
      states.emplace_back(phase);
    }
  }
  return rule.phases.empty() ? "*any*" : joined(states);
}

std::string events_column(const ActRule& rule, const std::vector<ActAtWork>& seen) {
  for (const ActAtWork& act : seen) {
    if (subject_kind(act.command) == rule.subject && act_of(act.command) == rule.act) {
      const auto names = events_of(act.command, seen);
      return joined({names.begin(), names.end()});
    }
  }
  return "";
}

/// The acts it was seen to follow: it is not dated before any of them.
std::string follows_column(const ActRule& rule, const std::vector<ActAtWork>& seen) {
  std::vector<std::string> acts;
  for (const ActAtWork& act : seen) {
    if (subject_kind(act.command) == rule.subject && act_of(act.command) == rule.act) {
      for (const Step& step : act.before.steps_before(act.command)) {
        acts.push_back("`" + std::string(step.act) + "`");
      }
    }
  }
  std::ranges::sort(acts);
  acts.erase(std::ranges::unique(acts).begin(), acts.end());
  return acts.empty() ? "" : joined(acts);
}

std::string written_page() {
  const std::vector<ActAtWork> seen = acts_at_work();
  std::ostringstream page;
  page << kHead;
  for (const auto& [subject, name] : EnumText<Subject>::kNames) {
    page << "\n## " << name
         << "\n\n| Act | Who | From | Not before | Events |\n|---|---|---|---|---|\n";
    for (const ActRule& rule : act_rules()) {
      if (rule.subject == subject) {
        page << "| `" << rule.act << "` | " << who(rule) << " | " << from_states(rule) << " | "
             << follows_column(rule, seen) << " | " << events_column(rule, seen) << " |\n";
      }
    }
  }
  return page.str();
}

TEST(CommandsPage, SaysWhatTheProgramDoes) {
  const std::string page = written_page();
  const char* asked = std::getenv("LANGNGHE_WRITE_DOCS");
  if (asked != nullptr && std::string_view(asked) == "1") {
    std::ofstream(kPage) << page;
  }
  std::ifstream file{kPage};
  const std::string stored{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(stored, page) << "docs/commands.md is out of date";
}

}  // namespace
}  // namespace langnghe::domain::spec
