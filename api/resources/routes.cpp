#include "resources/routes.hpp"

namespace langnghe::api {

std::vector<Route> all_routes() {
  std::vector<Route> routes;
  resources::add_issue_routes(routes);
  resources::add_schedule_routes(routes);
  resources::add_dialogue_routes(routes);
  resources::add_report_routes(routes);
  resources::add_plan_routes(routes);
  resources::add_resident_routes(routes);
  resources::add_register_routes(routes);
  resources::add_supervision_routes(routes);
  resources::add_commitment_routes(routes);
  resources::add_recurrence_routes(routes);
  resources::add_work_routes(routes);
  resources::add_assignee_routes(routes);
  resources::add_settings_routes(routes);
  resources::add_event_routes(routes);
  resources::add_board_routes(routes);
  resources::add_brief_routes(routes);
  resources::add_trend_routes(routes);
  resources::add_change_routes(routes);
  resources::add_comparison_routes(routes);
  resources::add_live_routes(routes);
  resources::add_public_routes(routes);
  resources::add_public_ward_routes(routes);
  resources::add_proof_routes(routes);
  resources::add_attachment_routes(routes);
  resources::add_issue_paper_routes(routes);
  resources::add_dialogue_paper_routes(routes);
  resources::add_document_paper_routes(routes);
  resources::add_case_file_routes(routes);
  resources::add_template_routes(routes);
  resources::add_book_routes(routes);
  resources::add_user_routes(routes);
  resources::add_ways_in_routes(routes);
  resources::add_second_factor_routes(routes);
  resources::add_saved_view_routes(routes);
  resources::add_session_routes(routes);
  resources::add_act_routes(routes);
  resources::add_batch_routes(routes);
  resources::add_service_routes(routes);
  return routes;
}

}  // namespace langnghe::api
