#pragma once

#include <string>

#include "shapes/accounts.hpp"
#include "shapes/acted.hpp"
#include "shapes/assignees.hpp"
#include "shapes/attachments.hpp"
#include "shapes/batch.hpp"
#include "shapes/board.hpp"
#include "shapes/brief.hpp"
#include "shapes/changes.hpp"
#include "shapes/commitments.hpp"
#include "shapes/comparison.hpp"
#include "shapes/deadline.hpp"
#include "shapes/dialogues.hpp"
#include "shapes/document_register.hpp"
#include "shapes/events.hpp"
#include "shapes/issue_history.hpp"
#include "shapes/issue_list.hpp"
#include "shapes/issues.hpp"
#include "shapes/live.hpp"
#include "shapes/oversight.hpp"
#include "shapes/plans.hpp"
#include "shapes/problem.hpp"
#include "shapes/proofs.hpp"
#include "shapes/public_cases.hpp"
#include "shapes/public_wards.hpp"
#include "shapes/recurrences.hpp"
#include "shapes/reports.hpp"
#include "shapes/residents.hpp"
#include "shapes/saved_views.hpp"
#include "shapes/schedule.hpp"
#include "shapes/service.hpp"
#include "shapes/settings.hpp"
#include "shapes/shown_events.hpp"
#include "shapes/trend.hpp"
#include "shapes/work.hpp"

/// Answers as JSON text. One overload for each shape that is a whole answer; the members are
/// described beside it, in wire/*.cpp.
namespace langnghe::api::wire {

[[nodiscard]] std::string text(const shapes::Schedule& schedule);
[[nodiscard]] std::string text(const shapes::Acted& shape);
[[nodiscard]] std::string text(const shapes::Batch& shape);
[[nodiscard]] std::string text(const shapes::Deadline& shape);
[[nodiscard]] std::string text(const shapes::Dialogue& shape);
[[nodiscard]] std::string text(const shapes::DialogueList& shape);
[[nodiscard]] std::string text(const shapes::History& shape);
[[nodiscard]] std::string text(const shapes::Issue& shape);
[[nodiscard]] std::string text(const shapes::IssueList& shape);
[[nodiscard]] std::string text(const shapes::SimilarIssues& shape);
[[nodiscard]] std::string text(const shapes::Resident& shape);
[[nodiscard]] std::string text(const shapes::ResidentList& shape);

[[nodiscard]] std::string text(const shapes::UserList& shape);
[[nodiscard]] std::string text(const shapes::User& shape);
[[nodiscard]] std::string text(const shapes::Me& shape);
[[nodiscard]] std::string text(const shapes::AccountActList& shape);
[[nodiscard]] std::string text(const shapes::FailedSignInList& shape);
[[nodiscard]] std::string text(const shapes::Session& shape);
[[nodiscard]] std::string text(const shapes::TokenList& shape);
[[nodiscard]] std::string text(const shapes::SessionList& shape);
[[nodiscard]] std::string text(const shapes::SignInLink& shape);
[[nodiscard]] std::string text(const shapes::SecondFactorOffer& shape);
[[nodiscard]] std::string text(const shapes::RecoveryCodes& shape);
[[nodiscard]] std::string text(const shapes::SavedViewList& shape);
[[nodiscard]] std::string text(const shapes::PublicWardList& shape);
[[nodiscard]] std::string text(const shapes::AssigneeList& shape);
[[nodiscard]] std::string text(const shapes::StoredAttachment& shape);
[[nodiscard]] std::string text(const shapes::CommitmentList& shape);
[[nodiscard]] std::string text(const shapes::Board& shape);
[[nodiscard]] std::string text(const shapes::Brief& shape);
[[nodiscard]] std::string text(const shapes::ChangeList& shape);
[[nodiscard]] std::string text(const shapes::Comparison& shape);
[[nodiscard]] std::string text(const shapes::DocumentRegister& shape);
[[nodiscard]] std::string text(const shapes::EventList& shape);
[[nodiscard]] std::string text(const shapes::LiveBegin& shape);
[[nodiscard]] std::string text(const shapes::LiveRecord& shape);
[[nodiscard]] std::string text(const shapes::LiveEnd& shape);
[[nodiscard]] std::string text(const shapes::Supervision& shape);
[[nodiscard]] std::string text(const shapes::SealedReads& shape);
[[nodiscard]] std::string text(const shapes::Plan& shape);
[[nodiscard]] std::string text(const shapes::ProblemDetails& shape);
[[nodiscard]] std::string text(const shapes::InclusionProof& shape);
[[nodiscard]] std::string text(const shapes::ConsistencyProof& shape);
[[nodiscard]] std::string text(const shapes::PublicCase& shape);
[[nodiscard]] std::string text(const shapes::PublicActed& shape);
[[nodiscard]] std::string text(const shapes::PublicKhom& shape);
[[nodiscard]] std::string text(const shapes::RecurrenceList& shape);
[[nodiscard]] std::string text(const shapes::Report& shape);
[[nodiscard]] std::string text(const shapes::ReportList& shape);
[[nodiscard]] std::string text(const shapes::FigureDetail& shape);
[[nodiscard]] std::string text(const shapes::Health& shape);
[[nodiscard]] std::string text(const shapes::Readiness& shape);
[[nodiscard]] std::string text(const shapes::Settings& shape);
[[nodiscard]] std::string text(const shapes::ShownEventList& shape);
[[nodiscard]] std::string text(const shapes::Trend& shape);
[[nodiscard]] std::string text(const shapes::WorkLists& shape);

}  // namespace langnghe::api::wire
