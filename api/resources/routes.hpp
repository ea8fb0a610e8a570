#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/reading_rules.hpp"
#include "acting/acting.hpp"
#include "call/call.hpp"
#include "routing/router.hpp"

/// Every resource adds its own routes.
namespace langnghe::api::resources {

void add_service_routes(std::vector<Route>& routes);  ///< health, contract, dashboard
void add_session_routes(std::vector<Route>& routes);
void add_user_routes(std::vector<Route>& routes);
void add_ways_in_routes(std::vector<Route>& routes);
void add_second_factor_routes(std::vector<Route>& routes);
void add_saved_view_routes(std::vector<Route>& routes);
void add_settings_routes(std::vector<Route>& routes);
void add_schedule_routes(std::vector<Route>& routes);
void add_dialogue_routes(std::vector<Route>& routes);
void add_issue_routes(std::vector<Route>& routes);
void add_plan_routes(std::vector<Route>& routes);
void add_resident_routes(std::vector<Route>& routes);
void add_register_routes(std::vector<Route>& routes);
void add_supervision_routes(std::vector<Route>& routes);
void add_commitment_routes(std::vector<Route>& routes);
void add_recurrence_routes(std::vector<Route>& routes);
void add_work_routes(std::vector<Route>& routes);
void add_assignee_routes(std::vector<Route>& routes);
void add_report_routes(std::vector<Route>& routes);
void add_board_routes(std::vector<Route>& routes);
void add_brief_routes(std::vector<Route>& routes);
void add_trend_routes(std::vector<Route>& routes);
void add_change_routes(std::vector<Route>& routes);
void add_comparison_routes(std::vector<Route>& routes);
void add_event_routes(std::vector<Route>& routes);
void add_live_routes(std::vector<Route>& routes);
void add_public_routes(std::vector<Route>& routes);
void add_public_ward_routes(std::vector<Route>& routes);
void add_proof_routes(std::vector<Route>& routes);
void add_attachment_routes(std::vector<Route>& routes);
void add_issue_paper_routes(std::vector<Route>& routes);
void add_dialogue_paper_routes(std::vector<Route>& routes);
void add_document_paper_routes(std::vector<Route>& routes);  ///< plan and report
void add_case_file_routes(std::vector<Route>& routes);
void add_template_routes(std::vector<Route>& routes);
void add_book_routes(std::vector<Route>& routes);
void add_batch_routes(std::vector<Route>& routes);  ///< several acts in one request
/// One route per act of the domain's table.
void add_act_routes(std::vector<Route>& routes);

// Acts that need more than their body.
[[nodiscard]] Reply schedule_dialogue(Call& call, const Act& act);
[[nodiscard]] Reply rearrange_dialogue(Call& call, const Act& act);
[[nodiscard]] Reply record_opinion(Call& call, const Act& act);
[[nodiscard]] Reply redirect_denunciation(Call& call, const Act& act);
[[nodiscard]] Reply record_issue(Call& call, const Act& act);
[[nodiscard]] Reply record_feedback(Call& call, const Act& act);
[[nodiscard]] Reply record_delivery(Call& call, const Act& act);
[[nodiscard]] Reply tell_external_result(Call& call, const Act& act);
[[nodiscard]] Reply change_contact(Call& call, const Act& act);
[[nodiscard]] Reply freeze_figures(Call& call, const Act& act);
[[nodiscard]] Reply adopt_template(Call& call, const Act& act);
[[nodiscard]] Reply record_paper(Call& call, const Act& act);

/// Records the paper that an act issued. The act stands whether or not this
/// comes about: `record-paper` makes up for it. `key` is that of the act.
void record_issued_paper(const Call& call, const Act& act, const std::string& key);

// Acts whose secret stays beside the ledger.
[[nodiscard]] Reply set_password(Call& call, const Act& act);
[[nodiscard]] Reply make_sign_in_link(Call& call, const Act& act);
[[nodiscard]] Reply turn_on_second_factor(Call& call, const Act& act);
[[nodiscard]] Reply turn_off_second_factor(Call& call, const Act& act);

/// A GET for members, below /api/v1/wards/{ward}/: one of the table of reads. One that is not in it
/// is for nobody.
inline void add_read(std::vector<Route>& routes, std::string_view tail, Reply (*handle)(Call&)) {
  routes.push_back({Method::get, std::string(kWardBase) + std::string(tail), Gate::member, handle,
                    false, find_read_rule(tail)});
}

}  // namespace langnghe::api::resources
