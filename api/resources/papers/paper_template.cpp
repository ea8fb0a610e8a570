#include "resources/papers/paper_template.hpp"

#include <attachments/attachments.hpp>
#include <log/log.hpp>

#include "bytes/digest.hpp"

namespace langnghe::api::resources {
namespace {

constexpr int kRetrySeconds = 30;

Problem unavailable(const std::string& why) {
  log::error("templates: " + why);
  return retry_later(problem(ProblemCode::attachments_unavailable), kRetrySeconds);
}

/// The whole of a stored file that belongs to nobody.
std::expected<std::string, Problem> bytes_of(const Call& call, const std::string& hash) {
  auto* const store = call.services.attachments;
  if (store == nullptr) {
    return fail(unavailable("there is no store of files"));
  }
  const auto opened = store->open(call.ledger_id(), hash);
  if (!opened || (*opened)->facts().sealed) {
    return fail(ProblemCode::attachment_unknown, {{"hash", hash}});
  }
  std::string bytes;
  for (;;) {
    const auto piece = (*opened)->next();
    if (!piece) {
      return fail(unavailable(piece.error().context));
    }
    if (piece->empty()) {
      return bytes;
    }
    bytes += *piece;
  }
}

ProblemCode code_of(papers::TemplateFaultCode fault) {
  switch (fault) {
    case papers::TemplateFaultCode::not_a_package:
      return ProblemCode::template_not_a_document;
    case papers::TemplateFaultCode::too_large:
      return ProblemCode::template_too_large;
    case papers::TemplateFaultCode::malformed:
      return ProblemCode::template_malformed;
    case papers::TemplateFaultCode::macro:
      return ProblemCode::template_macro;
    case papers::TemplateFaultCode::external_link:
      return ProblemCode::template_external_link;
    case papers::TemplateFaultCode::unknown_tag:
      return ProblemCode::template_unknown_tag;
    case papers::TemplateFaultCode::missing_tag:
      break;
  }
  return ProblemCode::template_missing_tag;
}

}  // namespace

std::expected<PaperTemplate, Problem> template_in_force(const Call& call,
                                                        const domain::WardState& ward,
                                                        papers::Kind kind, const domain::Date& on) {
  const auto* const adopted = ward.template_of(kind, on);
  if (adopted == nullptr) {
    const auto shipped = papers::shipped_template(kind);
    return PaperTemplate{std::string(shipped), 0, sha256_hex(shipped)};
  }
  const auto& file = adopted->files.front();
  auto bytes = bytes_of(call, file.hash);
  if (!bytes) {
    // The ledger names it, so it is the store that lacks it.
    return fail(unavailable("the template " + file.hash + " cannot be read"));
  }
  return PaperTemplate{*std::move(bytes), adopted->version, file.hash};
}

std::expected<std::string, Problem> checked_template(const Call& call, papers::Kind kind,
                                                     const std::string& hash) {
  auto bytes = bytes_of(call, hash);
  if (!bytes) {
    return bytes;
  }
  const auto checked =
      papers::check_template(*bytes, papers::sample_of(kind), papers::shipped_template(kind));
  if (!checked) {
    return fail(code_of(checked.error().code), {{"where", checked.error().where}});
  }
  return bytes;
}

std::unexpected<Problem> broken_template(papers::Kind kind, const papers::TemplateFault& fault) {
  log::error("papers: template " + std::string(papers::facts_of(kind).name) + ": " + fault.where);
  return fail(ProblemCode::internal_error);
}

}  // namespace langnghe::api::resources
