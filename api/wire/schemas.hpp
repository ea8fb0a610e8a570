#pragma once

#include <map>
#include <string>
#include <string_view>

#include <codec/schema.hpp>
#include <domain/permissions.hpp>

/// The schemas of everything that is written and read, of which the contract is made.
namespace langnghe::api::wire {

/// Every answer, and what answers hold, by name.
void describe_answers(codec::Schemas& answers);

/// The bodies of requests by the act (`issue/assign`), of what is no act by the operation's name.
struct Bodies {
  codec::Schemas known{codec::SchemaUse::request};
  std::map<std::string, codec::Schema, std::less<>> of;
};
[[nodiscard]] Bodies describe_bodies();
/// The name of the schema of what the acts on these streams are answered with.
[[nodiscard]] std::string acted_name(domain::Subject subject);
[[nodiscard]] std::string act_path(domain::Subject subject, std::string_view act);

// Each of these describes the answers of one file.
void describe_schedule(codec::Schemas& answers);
void describe_accounts(codec::Schemas& answers);
void describe_saved_views(codec::Schemas& answers);
void describe_public_wards(codec::Schemas& answers);
void describe_acts(codec::Schemas& answers);
void describe_batch(codec::Schemas& answers);
void describe_board(codec::Schemas& answers);
void describe_brief(codec::Schemas& answers);
void describe_changes(codec::Schemas& answers);
void describe_comparison(codec::Schemas& answers);
void describe_deadline(codec::Schemas& answers);
void describe_dialogues(codec::Schemas& answers);
void describe_events(codec::Schemas& answers);
void describe_history(codec::Schemas& answers);
void describe_issue_lists(codec::Schemas& answers);
void describe_issues(codec::Schemas& answers);
void describe_live(codec::Schemas& answers);
void describe_oversight(codec::Schemas& answers);
void describe_problem(codec::Schemas& answers);
void describe_promises(codec::Schemas& answers);
void describe_proofs(codec::Schemas& answers);
void describe_public(codec::Schemas& answers);
void describe_reports(codec::Schemas& answers);
void describe_residents(codec::Schemas& answers);
void describe_settings(codec::Schemas& answers);
void describe_shown_events(codec::Schemas& answers);
void describe_trend(codec::Schemas& answers);
void describe_work(codec::Schemas& answers);

void describe_ward_bodies(Bodies& bodies);
void describe_dialogue_bodies(Bodies& bodies);
void describe_issue_bodies(Bodies& bodies);
void describe_document_bodies(Bodies& bodies);
void describe_resident_bodies(Bodies& bodies);
void describe_supervision_bodies(Bodies& bodies);
void describe_batch_bodies(Bodies& bodies);
void describe_public_bodies(Bodies& bodies);
void describe_user_bodies(Bodies& bodies);
void describe_saved_view_bodies(Bodies& bodies);

}  // namespace langnghe::api::wire
