// Scans, photographs and recordings. A file is no act: it enters the ledger when an act names its
// hash, and is swept when none does.
#include "shapes/attachments.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <attachments/attachments.hpp>
#include <log/log.hpp>
#include <projections/issues.hpp>
#include <projections/residents.hpp>

#include "access/credentials.hpp"
#include "acting/sealing.hpp"
#include "reading/personal_data.hpp"
#include "reading/reading.hpp"
#include "resources/routes.hpp"
#include "routing/query.hpp"
#include "sealed/sealed_reading.hpp"
#include "sealed/speakers.hpp"
#include "streams/stream_state.hpp"
#include "wire/answers.hpp"

namespace langnghe::api::resources {
namespace {

using eventstore::AttachmentError;
using eventstore::AttachmentErrorCode;
using eventstore::Attachments;

constexpr int kRetrySeconds = 30;

/// The roles that take in or handle what residents say; the others read.
bool may_attach(const Access& access) {
  using domain::Role;
  return std::ranges::any_of(
      std::array{Role::chair, Role::cchc_officer, Role::officer, Role::clerk, Role::khom_head},
      [&](Role role) { return access.has(role); });
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) {
    text += (text.empty() ? "" : ", ") + name;
  }
  return text;
}

Problem too_large(const Attachments& files) {
  return problem(ProblemCode::attachment_too_large,
                 {{"bytes_max", std::to_string(files.limits().bytes_max)}});
}

Problem unavailable(const AttachmentError& error) {
  log::error("attachments: " + error.context);
  return retry_later(problem(ProblemCode::attachments_unavailable), kRetrySeconds);
}

/// The reason that a file was not taken.
Problem not_taken(const Attachments& files, const AttachmentError& error, std::string_view given) {
  switch (error.code) {
    case AttachmentErrorCode::type_not_allowed:
      return problem(
          ProblemCode::media_type_not_allowed,
          {{"given", std::string(given)}, {"allowed", joined(files.limits().media_types)}});
    case AttachmentErrorCode::type_mismatch:
      return problem(ProblemCode::media_type_mismatch, {{"media_type", std::string(given)}});
    case AttachmentErrorCode::too_large:
      return too_large(files);
    case AttachmentErrorCode::erased:
      return problem(ProblemCode::resident_key_destroyed);
    case AttachmentErrorCode::disk_full:
      log::error("attachments: " + error.context);
      return problem(ProblemCode::storage_full);
    case AttachmentErrorCode::not_there:
    case AttachmentErrorCode::damaged:
    case AttachmentErrorCode::no_key:
    case AttachmentErrorCode::unavailable:
      break;
  }
  return unavailable(error);
}

/// The reason that a file is not handed out.
Problem not_given(const AttachmentError& error) {
  switch (error.code) {
    case AttachmentErrorCode::not_there:
      return problem(ProblemCode::not_found);
    case AttachmentErrorCode::erased:
      return problem(ProblemCode::attachment_erased);
    case AttachmentErrorCode::damaged:
    case AttachmentErrorCode::no_key:
      log::error("attachments: damaged: " + error.context);
      return problem(ProblemCode::attachment_damaged);
    case AttachmentErrorCode::type_not_allowed:
    case AttachmentErrorCode::type_mismatch:
    case AttachmentErrorCode::too_large:
    case AttachmentErrorCode::disk_full:
    case AttachmentErrorCode::unavailable:
      break;
  }
  return unavailable(error);
}

std::expected<Attachments*, Problem> files_of(const Call& call) {
  if (call.services.attachments == nullptr) {
    return fail(retry_later(problem(ProblemCode::attachments_unavailable), kRetrySeconds));
  }
  return call.services.attachments;
}

/// A length that is told to be too much is refused before a byte of it is taken.
bool says_too_much(const Call& call, std::uint64_t most) {
  const auto text = call.request.header("content-length");
  std::uint64_t length = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), length);
  return !text.empty() && (read.ec == std::errc::result_out_of_range || length > most);
}

/// The owner of the file: nobody, or a resident whom the ledger knows.
std::expected<std::optional<domain::ResidentId>, Problem> resident_of(const Call& call) {
  Query query(call.target);
  auto resident = query.id<domain::ResidentId>("resident");
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  if (!resident) {
    return resident;
  }
  // As a read of the person is answered: one of another khóm is nobody.
  if (auto missing = check_known(call, *resident, "")) {
    return fail(missing->status == 422 ? problem(ProblemCode::not_found) : std::move(*missing));
  }
  if (auto made = make_key(call, *resident); !made) {
    return fail(std::move(made.error()));
  }
  return resident;
}

/// Everything that can be refused before the first byte.
std::optional<Problem> why_not(const Call& call, const Attachments& files) {
  if (!may_attach(*call.access)) {
    return problem(ProblemCode::attaching_not_permitted);
  }
  const auto given = eventstore::media_type_of(call.request.header("content-type"));
  const auto& allowed = files.limits().media_types;
  if (std::ranges::find(allowed, given) == allowed.end()) {
    return not_taken(files, {AttachmentErrorCode::type_not_allowed, ""}, given);
  }
  if (says_too_much(call, files.limits().bytes_max)) {
    return too_large(files);
  }
  return std::nullopt;
}

std::expected<eventstore::StoredAttachment, Problem> take_in_file(
    const Call& call, Attachments& files, const std::optional<domain::ResidentId>& resident) {
  const auto type = eventstore::media_type_of(call.request.header("content-type"));
  auto writer =
      files.begin(call.ledger_id(), type, resident ? std::optional(resident->value) : std::nullopt);
  if (!writer) {
    return fail(not_taken(files, writer.error(), type));
  }
  while (call.request.body_stream != nullptr) {
    const auto piece = call.request.body_stream->next();
    if (!piece) {
      return fail(ProblemCode::upload_interrupted);
    }
    if (piece->empty()) {
      break;
    }
    if (const auto done = (*writer)->write(*piece); !done) {
      return fail(not_taken(files, done.error(), type));
    }
  }
  auto stored = (*writer)->finish();
  if (!stored) {
    return fail(not_taken(files, stored.error(), type));
  }
  return std::move(*stored);
}

// POST …/attachments?resident= -> 201
Reply post_attachment(Call& call) {
  const auto files = files_of(call);
  if (!files) {
    return fail(files.error());
  }
  if (auto refused = why_not(call, **files)) {
    return fail(std::move(*refused));
  }
  const auto resident = resident_of(call);
  if (!resident) {
    return fail(resident.error());
  }
  const auto stored = take_in_file(call, **files, *resident);
  if (!stored) {
    return fail(stored.error());
  }
  const shapes::StoredAttachment answer{.attachment = {stored->hash},
                                        .bytes = stored->bytes,
                                        .media_type = stored->media_type,
                                        .sealed = stored->sealed};
  auto response = json_response(201, wire::text(answer));
  response.set("Location",
               std::string("/api/v1/wards/") + call.ledger + "/attachments/" + stored->hash);
  return response;
}

/// The file for the server to send, piece by piece.
class FileSource final : public ByteSource {
 public:
  explicit FileSource(std::unique_ptr<eventstore::AttachmentReader> reader)
      : reader_(std::move(reader)) {}

  std::expected<std::string_view, StreamFault> next() override {
    const auto piece = reader_->next();
    if (!piece) {
      log::error("attachments: cut: " + piece.error().context);
      return std::unexpected(StreamFault::gone);
    }
    return *piece;
  }

 private:
  std::unique_ptr<eventstore::AttachmentReader> reader_;
};

/// A sealed file has no tag: nobody is told "not modified" of what they were shown once.
Response file_response(std::unique_ptr<eventstore::AttachmentReader> reader) {
  const auto facts = reader->facts();
  const auto subtype = facts.media_type.ends_with("wordprocessingml.document")
                           ? std::string("docx")
                           : facts.media_type.substr(facts.media_type.find('/') + 1);
  constexpr std::size_t kNameDigits = 16;
  Response response;
  response.set("Content-Type", facts.media_type);
  response.set("Content-Disposition",
               "attachment; filename=\"" + facts.hash.substr(0, kNameDigits) + '.' + subtype + '"');
  response.set("Cache-Control", "private, no-store");
  response.set("Content-Security-Policy", "default-src 'none'; sandbox");
  response.set("Accept-Ranges", "bytes");
  if (!facts.sealed) {
    response.set("ETag", '"' + facts.hash + '"');
  }
  response.stream_bytes = facts.bytes;
  response.stream = std::make_shared<FileSource>(std::move(reader));
  return response;
}

/// The reader's share of a person whose sealed file they ask for.
struct FileShare {
  bool known = false;   ///< the reader may know of this person
  bool may = false;     ///< and of what is sealed of them
  bool erased = false;  ///< nobody can open it any more
};

/// Somebody who has one of the person's matters in hand.
bool has_matter_in_hand(const Call& call, const domain::ResidentId& resident) {
  const auto ids = projections::residents::issues_of(*call.latest, resident);
  return std::ranges::any_of(ids, [&](const domain::IssueId& id) {
    const auto row = projections::issues::find_one(*call.latest, id);
    return row && row->state.assignment && row->state.assignment->assignee == call.access->user;
  });
}

std::expected<FileShare, Problem> share_of(const Call& call, const domain::ResidentId& resident) {
  const auto state =
      state_at_end(call.services.store, call.ledger_id(), domain::stream_of(resident));
  if (!state) {
    return fail(state.error());
  }
  const auto& person = std::get<domain::ResidentState>(*state);
  const auto& khom = person.resident.khom;
  FileShare share;
  // The host of a household may be nobody who ever spoke: then no khóm is known.
  share.known = call.access->sees(khom);
  share.erased = person.erasure.has_value();
  const bool hidden = person.phase == domain::ResidentPhase::withheld &&
                      !handles(call, {khom, std::nullopt}) && !has_matter_in_hand(call, resident);
  share.may = !hidden && call.access->personal_data_in(khom) == PersonalData::full;
  return share;
}

/// The reason that a sealed file is not opened: the same as of sealed text. An erased one tells
/// that it is.
std::optional<Problem> why_closed(const Call& call, const Attachments::Owner& seen,
                                  const std::optional<std::string>& purpose) {
  if (!seen.sealed) {
    return std::nullopt;
  }
  const auto share = share_of(call, domain::ResidentId{seen.resident});
  if (!share) {
    return share.error();
  }
  if (!share->known) {
    return problem(ProblemCode::not_found);
  }
  if (!share->may) {
    return problem(ProblemCode::reading_not_permitted);
  }
  // A HEAD shows nothing of the content, so it opens nothing.
  if (!purpose && !share->erased && call.request.method == Method::get) {
    return refused({domain::RefusalCode::purpose_required, {}});
  }
  return std::nullopt;
}

// GET …/attachments/{hash}?purpose=
Reply get_attachment(Call& call) {
  const auto files = files_of(call);
  if (!files) {
    return fail(files.error());
  }
  Query query(call.target);
  const auto purpose = purpose_asked(call, query);
  if (auto wrong = query.problem()) {
    return fail(std::move(*wrong));
  }
  const auto& hash = call.param("hash");
  const auto seen = (*files)->owner_of(call.ledger_id(), hash);
  if (!seen) {
    return fail(not_given(seen.error()));
  }
  if (auto closed = why_closed(call, *seen, purpose)) {
    return fail(std::move(*closed));
  }
  auto reader = (*files)->open(call.ledger_id(), hash);
  if (!reader) {
    return fail(not_given(reader.error()));
  }
  if (seen->sealed && purpose) {
    const domain::ResidentId resident{seen->resident};
    auto recorded = record_reading(call, {resident, domain::stream_of(resident), *purpose, hash});
    if (!recorded) {
      return fail(std::move(recorded.error()));
    }
  }
  return file_response(std::move(*reader));
}

}  // namespace

void add_attachment_routes(std::vector<Route>& routes) {
  routes.push_back(
      {Method::post, std::string(kWardBase) + "attachments", Gate::member, post_attachment, true});
  add_read(routes, "attachments/{hash}", get_attachment);
}

}  // namespace langnghe::api::resources
