#include "wire/schemas.hpp"

namespace langnghe::api::wire {

void describe_answers(codec::Schemas& answers) {
  describe_schedule(answers);
  describe_accounts(answers);
  describe_saved_views(answers);
  describe_public_wards(answers);
  describe_acts(answers);
  describe_batch(answers);
  describe_board(answers);
  describe_brief(answers);
  describe_changes(answers);
  describe_comparison(answers);
  describe_deadline(answers);
  describe_dialogues(answers);
  describe_events(answers);
  describe_history(answers);
  describe_issue_lists(answers);
  describe_issues(answers);
  describe_live(answers);
  describe_oversight(answers);
  describe_problem(answers);
  describe_promises(answers);
  describe_proofs(answers);
  describe_public(answers);
  describe_reports(answers);
  describe_residents(answers);
  describe_settings(answers);
  describe_shown_events(answers);
  describe_trend(answers);
  describe_work(answers);
}

std::string acted_name(domain::Subject subject) {
  std::string name(domain::to_text(subject));
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return "ActedOn" + name;
}

std::string act_path(domain::Subject subject, std::string_view act) {
  return std::string(domain::to_text(subject)) + '/' + std::string(act);
}

Bodies describe_bodies() {
  Bodies bodies;
  describe_ward_bodies(bodies);
  describe_dialogue_bodies(bodies);
  describe_issue_bodies(bodies);
  describe_document_bodies(bodies);
  describe_resident_bodies(bodies);
  describe_supervision_bodies(bodies);
  describe_batch_bodies(bodies);
  describe_public_bodies(bodies);
  describe_user_bodies(bodies);
  describe_saved_view_bodies(bodies);
  return bodies;
}

}  // namespace langnghe::api::wire
