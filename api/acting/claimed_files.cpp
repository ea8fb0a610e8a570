#include "acting/claimed_files.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <variant>

#include <attachments/attachments.hpp>
#include <domain/attachment.hpp>
#include <log/log.hpp>

#include "acting/sealing.hpp"

namespace langnghe::api {
namespace {

constexpr int kRetrySeconds = 30;

std::span<domain::Attachment> files_of(domain::Command& command) {
  return std::visit(
      [](auto& of_stream) {
        return std::visit(
            []<class Act>(Act& act) -> std::span<domain::Attachment> {
              if constexpr (requires { act.files; }) {
                return act.files;
              } else if constexpr (requires { act.proof.files; }) {
                return act.proof.files;
              } else if constexpr (requires { act.adopted.files; }) {
                return act.adopted.files;
              } else {
                return {};
              }
            },
            of_stream);
      },
      command);
}

Problem unavailable(const std::string& why) {
  log::error("attachments: " + why);
  return retry_later(problem(ProblemCode::attachments_unavailable), kRetrySeconds);
}

Problem not_claimed(const eventstore::AttachmentError& error, const std::string& hash) {
  const bool absent = error.code == eventstore::AttachmentErrorCode::not_there ||
                      error.code == eventstore::AttachmentErrorCode::erased;
  return absent ? problem(ProblemCode::attachment_unknown, {{"hash", hash}})
                : unavailable(error.context);
}

/// The description of the file as it is stored; nobody has to type it again, or can type another.
std::expected<void, Problem> describe(const eventstore::StoredAttachment& stored, std::size_t at,
                                      domain::Attachment& file) {
  const auto pointer = "/files/" + std::to_string(at);
  if (!file.media_type.empty() && file.media_type != stored.media_type) {
    return std::unexpected(body_fault(pointer + "/media_type", "value_not_valid"));
  }
  if (file.bytes != 0 && file.bytes != stored.bytes) {
    return std::unexpected(body_fault(pointer + "/bytes", "value_not_valid"));
  }
  file.media_type = stored.media_type;
  file.bytes = stored.bytes;
  return {};
}

}  // namespace

std::expected<void, Problem> claim_files(const Call& call, domain::Command& command) {
  const auto files = files_of(command);
  if (files.empty()) {
    return {};
  }
  auto* const store = call.services.attachments;
  if (store == nullptr) {
    return std::unexpected(unavailable("there is no store of files"));
  }
  for (std::size_t at = 0; at < files.size(); ++at) {
    auto& file = files[at];
    if (const auto claimed = store->claim(call.ledger_id(), file.hash); !claimed) {
      return std::unexpected(not_claimed(claimed.error(), file.hash));
    }
    const auto opened = store->open(call.ledger_id(), file.hash);
    if (!opened) {
      return std::unexpected(not_claimed(opened.error(), file.hash));
    }
    if (auto described = describe((*opened)->facts(), at, file); !described) {
      return described;
    }
  }
  return {};
}

}  // namespace langnghe::api
