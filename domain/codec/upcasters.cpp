#include "upcasters.hpp"

#include <utility>

namespace langnghe::codec {
namespace {

/// Gives a member that came later its value, unless the data has it: then it is left to be read as
/// strictly as new data. What is no object stays what it is and is refused by the reader.
void give(Json& data, const char* name, Json value) {
  if (data.is_object()) {
    data.emplace(name, std::move(value));
  }
}

Json term(int days) {
  return {{"days", days}, {"unit", "working_days"}};
}

/// Before there were other ways in, every issue was raised at a dialogue.
Json lift_issue_recorded_1(Json data) {
  give(data, "channel", "dialogue");
  return data;
}

/// The first policies said nothing of these: they get what the shipped policy proposes.
Json lift_policy_adopted_1(Json data) {
  give(data, "approaching_days", 3);
  give(data, "pause_days_max", 30);
  give(data, "missed_grace_hours", 24);
  give(data, "recommendation_answer", term(15));
  give(data, "refusal_notice", term(3));
  give(data, "retention_years", 20);
  return data;
}

}  // namespace

std::vector<Upcaster> all_upcasters() {
  return {
      {"issue.recorded", 1, &lift_issue_recorded_1},
      {"policy.adopted", 1, &lift_policy_adopted_1},
  };
}

}  // namespace langnghe::codec
