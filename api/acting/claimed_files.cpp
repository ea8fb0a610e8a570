#include "acting/claimed_files.hpp"

#include <iostream>
#include <span>
#include <variant>

#include <domain/attachment.hpp>
#include <eventstore/attachments.hpp>

namespace langnghe::api {
namespace {

constexpr int kRetrySeconds = 30;

std::span<const domain::Attachment> files_of(const domain::Command& command) {
  return std::visit(
      [](const auto& of_stream) {
        return std::visit(
            []<class Act>(const Act& act) -> std::span<const domain::Attachment> {
              if constexpr (requires { act.files; }) {
                return act.files;
              } else {
                return {};
              }
            },
            of_stream);
      },
      command);
}

Problem unavailable(const std::string& why) {
  std::clog << "api: attachments: " << why << '\n';
  return retry_later(problem(ProblemCode::attachments_unavailable), kRetrySeconds);
}

}  // namespace

std::expected<void, Problem> claim_files(const Call& call, const domain::Command& command) {
  const auto files = files_of(command);
  if (files.empty()) {
    return {};
  }
  auto* const store = call.services.attachments;
  if (store == nullptr) {
    return std::unexpected(unavailable("there is no store of files"));
  }
  for (const auto& file : files) {
    const auto claimed = store->claim(call.ledger_id(), file.hash);
    if (claimed) {
      continue;
    }
    const bool absent = claimed.error().code == eventstore::AttachmentErrorCode::not_there ||
                        claimed.error().code == eventstore::AttachmentErrorCode::erased;
    return std::unexpected(absent ? problem(ProblemCode::attachment_unknown, {{"hash", file.hash}})
                                  : unavailable(claimed.error().context));
  }
  return {};
}

}  // namespace langnghe::api
