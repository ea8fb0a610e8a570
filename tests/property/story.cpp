#include "property/story.hpp"

#include <algorithm>
#include <utility>

#include <domain/permissions.hpp>

namespace langnghe::domain::spec {
namespace {

const KhomId kKhom{"k1"};
const OfficialId kOfficial{"o1"};
const Date kFirstDay = day("2021-03-01");

Policy story_policy() {
  Policy policy;
  policy.version = 1;
  policy.valid_from = day("2021-01-01");
  policy.basis = "QĐ 01";
  policy.first_reply = {10, DayUnit::working_days};
  policy.settle_simple = {15, DayUnit::working_days};
  policy.settle_complex = {30, DayUnit::working_days};
  policy.extensions_max = kStoryExtensionsMax;
  policy.extension_days_max = 10;
  policy.fields = {{{"ROADS"}, "Giao thông", "Roads"}};
  return policy;
}

std::string user_name(std::uint8_t value) {
  return "u" + std::to_string(value % 3 + 1);
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Step& step) {
  return out << '{' << int{step.kind} << ' ' << int{step.target} << ' ' << int{step.act} << ' '
             << int{step.role} << ' ' << int{step.user} << ' ' << int{step.days} << ' '
             << int{step.value} << '}';
}

Story::Story(const std::vector<Step>& steps) : today_(kFirstDay) {
  set_up();
  for (const auto& step : steps) {
    play(step);
  }
}

// Settings and officials as the start of every story; each of the three people is an officer and
// can also act as chair, so that somebody may try to approve their own work.
void Story::set_up() {
  const auto by = context(Role::system, "u-setup", kFirstDay);
  const auto add = [&](const StreamId& stream, Event event) {
    const Emitted emitted{stream, std::move(event)};
    scene_.record(emitted, by);
    auto [state, added] = grown_.try_emplace(stream, initial_state(stream).value());
    evolve(state->second, scene_.events().back());
  };
  add(ward_stream(), WardEstablished{"phường Thử", "Thử", "UBND", "UBND", "", ""});
  add(ward_stream(), KhomAdded{kKhom, "Khóm 1", true, day("2020-01-01")});
  add(ward_stream(), OfficialAppointed{kOfficial, "A", "Chủ tịch", "", day("2020-01-01")});
  add(calendar_stream(), CalendarAdopted{1, {day("2021-04-21")}, {}, 2021, "TB"});
  add(policy_stream(), PolicyAdopted{story_policy()});
  for (const auto* user : {"u1", "u2", "u3"}) {
    add(stream_of(UserId{user}), UserRegistered{user, std::nullopt});
    add(stream_of(UserId{user}), RoleGranted{Role::officer, {}});
  }
  for (const auto* name : {"d1", "d2"}) {
    DialogueScheduled schedule;
    schedule.khom = kKhom;
    schedule.date = kFirstDay;
    schedule.chair = kOfficial;
    dialogues_.push_back({name});
    add(stream_of(dialogues_.back()), schedule);
    add(stream_of(dialogues_.back()), DialogueOpened{std::chrono::hours(19), kOfficial, false});
    add(stream_of(dialogues_.back()), AttendanceRecorded{12, {kOfficial}, {}});
  }
}

bool Story::act(const Command& command, const Context& by) {
  const auto before = scene_.events().size();
  if (!scene_.act(command, by)) {
    return false;
  }
  for (auto i = before; i < scene_.events().size(); ++i) {
    const auto& event = scene_.events()[i];
    auto [state, added] = grown_.try_emplace(event.stream, initial_state(event.stream).value());
    evolve(state->second, event);
  }
  told_ += to_text(by.happened) + " " + by.actor.user.value + " as " +
           std::string(to_text(by.actor.role)) + ": " + std::string(act_of(command)) + " " +
           subject_of(command).value + "\n";
  return true;
}

void Story::play(const Step& step) {
  if (step.days % 4 == 0) {
    today_ = add_days(today_, step.days / 4 % 8);
  }
  if (issues_.empty() || step.kind % 16 == 0) {
    record_opinion(step);
  } else if (step.kind % 16 == 1) {
    act_on_dialogue(step);
  } else {
    act_on_issue(step);
  }
}

void Story::record_opinion(const Step& step) {
  const std::string number = std::to_string(++opinions_);
  const ResidentId resident{"r" + number};
  RecordOpinion command;
  command.dialogue = dialogues_[step.target % dialogues_.size()];
  command.opinion = {"op" + number};
  command.resident = resident;
  command.new_resident = NewResident{resident, std::nullopt, std::nullopt, std::nullopt};
  command.words = {resident, "c2VhbGVk"};
  for (int i = 0; i < step.value % 3; ++i) {
    command.issues.push_back(
        {{"i" + number + "-" + std::to_string(i)}, "đường ngập", {"ROADS"}, false});
  }
  if (act(command, context(Role::cchc_officer, user_name(step.user), today_))) {
    for (const auto& raised : command.issues) {
      issues_.push_back(raised.issue);
    }
  }
}

void Story::act_on_dialogue(const Step& step) {
  const auto& dialogue = dialogues_[step.target % dialogues_.size()];
  const auto by = context(Role::chair, user_name(step.user), today_);
  if (step.act % 2 == 0) {
    act(CloseDialogue{dialogue, std::chrono::hours(21)}, by);
  } else {
    act(SignMinutes{dialogue, std::nullopt, {kOfficial}}, by);
  }
}

std::string_view Story::choose_act(const Step& step, const IssueState& issue) const {
  const auto allowed = allowed_acts(Subject::issue, to_text(issue.phase), Role::system);
  if (allowed.empty() || step.kind % 16 == 2) {
    const auto rules = act_rules();
    std::vector<std::string_view> all;
    for (const auto& rule : rules) {
      if (rule.subject == Subject::issue) {
        all.push_back(rule.act);
      }
    }
    return all[step.act % all.size()];
  }
  return allowed[step.act % allowed.size()];
}

Context Story::choose_actor(const Step& step, std::string_view act, const IssueState& issue) const {
  const auto& rule = *find_rule(Subject::issue, act);
  const auto roles = static_cast<std::size_t>(std::ranges::distance(rule.roles));
  const Role role =
      step.role % 8 == 7
          ? EnumText<Role>::kNames[step.role / 8 % EnumText<Role>::kNames.size()].first
          : rule.roles.begin()[step.role % roles];
  // Half of the time the assignee acts, or their work would seldom get anywhere.
  const std::string user = issue.assignment && step.user % 2 == 0 ? issue.assignment->assignee.value
                                                                  : user_name(step.user / 2);
  auto by = context(role, user, today_);
  by.happened.date = add_days(today_, -(step.days / 32));
  return by;
}

void Story::act_on_issue(const Step& step) {
  const auto& id = issues_[step.target % issues_.size()];
  const auto issue = scene_.issue(id);
  const auto name = choose_act(step, issue);
  act(issue_act(name, id, step.value), choose_actor(step, name, issue));
}

std::vector<RecordedEvent> Story::events_of(const IssueId& issue) const {
  std::vector<RecordedEvent> events;
  std::ranges::copy_if(scene_.events(), std::back_inserter(events),
                       [&](const auto& event) { return event.stream == stream_of(issue); });
  return events;
}

}  // namespace langnghe::domain::spec
