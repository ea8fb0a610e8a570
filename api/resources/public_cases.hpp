#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>

#include <api/language.hpp>
#include <projections/issues.hpp>
#include <projections/views.hpp>

#include "call/call.hpp"
#include "shapes/public_cases.hpp"
#include "wire/public_bodies.hpp"

/// A case that is opened by its code.
namespace langnghe::api::resources {

struct OpenCase {
  std::string code;
  std::shared_ptr<const projections::Snapshot> snapshot;
  projections::issues::IssueRow row;
};

/// The case whose code this is, if the digits are those of its person's phone or none is known.
/// Whatever is wrong, the same work is done and the same is answered. From then on the call is
/// about the case's ward.
[[nodiscard]] std::expected<OpenCase, Problem> open_case(Call& call, const wire::CaseBody& asked);

/// The acts that the holder of the code can do now.
[[nodiscard]] shapes::PublicActs acts_on(const domain::IssueState& issue);

/// The answer as it reached the person; nothing before it did. Reads the ledger where it was given
/// on the spot.
[[nodiscard]] std::expected<std::optional<shapes::PublicAnswer>, Problem> answer_to(
    const Call& call, const projections::issues::IssueRow& row);

[[nodiscard]] std::string name_of_field(const projections::Snapshot& snapshot,
                                        const domain::IssueState& issue, const domain::Date& today,
                                        Language language);
[[nodiscard]] std::vector<shapes::PublicPromise> promises_of(const domain::IssueState& issue);

/// Acts of who holds a code, each once for its Idempotency-Key.
[[nodiscard]] Reply give_case_feedback(Call& call);
[[nodiscard]] Reply ask_to_reopen_case(Call& call);
[[nodiscard]] Reply withdraw_case(Call& call);

[[nodiscard]] Reply get_public_khom(Call& call);

}  // namespace langnghe::api::resources
