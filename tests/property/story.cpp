#include "property/story.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace langnghe::domain::spec {
namespace {

const Date kFirstDay = day("2021-03-01");
const OfficialId kChair{"o1"};

ActTarget at_first() {
  ActTarget at;
  at.on = kFirstDay;
  at.days_off = {day("2021-04-21")};
  return at;
}

std::vector<Command> founding_acts() {
  const Date before = day("2020-01-01");
  std::vector<Command> acts;
  acts.emplace_back(ward_act(EstablishWard::kAct, at_first(), 0));
  acts.emplace_back(AddKhom{{{"k1"}, "Khóm 1", true, before, std::nullopt}});
  acts.emplace_back(AddKhom{{{"k2"}, "Khóm 2", true, before, std::nullopt}});
  acts.emplace_back(AppointOfficial{{kChair, "A", "Chủ tịch", "UBND", before}});
  acts.emplace_back(AppointOfficial{{{"o2"}, "B", "Công chức", "Địa chính", before}});
  acts.emplace_back(AdoptReportRoute{{"UBND thành phố", "", before}});
  acts.emplace_back(settings_act(Subject::calendar, at_first(), 0));
  acts.emplace_back(AdoptPolicy{story_policy(), {}});
  for (const auto* user : {"u1", "u2", "u3"}) {
    const bool chairs = user == std::string_view("u3");
    const auto office = chairs ? std::optional(kChair) : std::nullopt;
    acts.emplace_back(RegisterUser{{user}, {user, office}});
    acts.emplace_back(GrantRole{{user}, {Role::officer, {}}});
  }
  return acts;
}

std::vector<Command> first_meetings() {
  std::vector<Command> acts;
  for (const auto* name : {"d1", "d2"}) {
    ScheduleDialogue schedule;
    schedule.dialogue = {name};
    schedule.khom = {name == std::string_view("d1") ? "k1" : "k2"};
    schedule.date = kFirstDay;
    schedule.start = std::chrono::hours(19);
    schedule.venue.place = "nhà văn hóa";
    schedule.chair = kChair;
    acts.emplace_back(schedule);
    acts.emplace_back(OpenDialogue{{name}, std::chrono::hours(19), kChair});
    acts.emplace_back(RecordAttendance{{name}, {12, {kChair}, {}}});
  }
  return acts;
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

// A story begins with a ward that can work: the three people are officers and can also act as
// chair, so that somebody may try to approve their own work.
void Story::set_up() {
  static const auto kBegun = [] {
    auto acts = founding_acts();
    std::ranges::copy(first_meetings(), std::back_inserter(acts));
    return acts;
  }();
  for (const auto& command : kBegun) {
    if (!carry_out({command, context(Role::system, "u-setup", kFirstDay)})) {
      std::abort();
    }
  }
}

bool Story::carry_out(const Order& order) {
  const auto before = ledger_.events().size();
  const auto decision = ledger_.act(order.command, order.context);
  if (!decision) {
    refusals_.push_back(decision.error());
    return false;
  }
  remember(before);
  done_.push_back(order);
  return true;
}

// A tenth of the steps is some days later, one in fifty a season, one in 256 more than a year: then
// quarters and years end, and a key has been kept long enough.
void Story::play(const Step& step) {
  constexpr int kYear = 255;
  constexpr int kSeason = 250;
  if (step.days == kYear) {
    today_ = add_days(today_, 400);
  } else if (step.days >= kSeason) {
    today_ = add_days(today_, 95);
  } else if (step.days % 4 == 0) {
    today_ = add_days(today_, step.days / 4 % 8);
  }
  carry_out(order_of(step));
}

void Story::remember(std::size_t from) {
  const auto id_after = [](const StreamId& stream, std::string_view kind) {
    return stream.value.substr(kind.size());
  };
  for (auto i = from; i < ledger_.events().size(); ++i) {
    const auto& [stream, event, by, role, happened, recorded] = ledger_.events()[i];
    if (const auto* of_issue = std::get_if<IssueEvent>(&event)) {
      const auto* handed_over = std::get_if<HandedOver>(of_issue);
      if (std::holds_alternative<IssueRecorded>(*of_issue)) {
        issues_.push_back({id_after(stream, "issue-")});
      } else if (handed_over != nullptr && handed_over->type == IssueType::denunciation) {
        denunciations_.push_back({id_after(stream, "issue-")});
      }
    } else if (const auto* of_resident = std::get_if<ResidentEvent>(&event)) {
      if (std::holds_alternative<ResidentRegistered>(*of_resident)) {
        residents_.push_back({id_after(stream, "resident-")});
      }
    } else if (const auto* of_dialogue = std::get_if<DialogueEvent>(&event)) {
      if (std::holds_alternative<DialogueScheduled>(*of_dialogue)) {
        dialogues_.push_back({id_after(stream, "dialogue-")});
      }
    }
  }
}

std::string Story::told() const {
  std::string told;
  for (const auto& [command, by] : done_) {
    told += to_text(by.happened) + " " + by.actor.user.value + " as " +
            std::string(to_text(by.actor.role)) + ": " + std::string(act_of(command)) + " " +
            subject_of(command).value + "\n";
  }
  return told;
}

std::vector<RecordedEvent> Story::events_of(const IssueId& issue) const {
  return ledger_.events_of(stream_of(issue));
}

std::vector<IssueId> Story::issues_of(const ResidentId& resident) const {
  std::vector<IssueId> theirs;
  std::ranges::copy_if(issues_, std::back_inserter(theirs), [&](const IssueId& issue) {
    return ledger_.issue(issue).recorded.resident == resident;
  });
  return theirs;
}

}  // namespace langnghe::domain::spec
