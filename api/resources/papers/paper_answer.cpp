#include "resources/papers/paper_answer.hpp"

#include <papers/pdf.hpp>
#include <papers/preview.hpp>

#include <log/log.hpp>

#include "routing/preferences.hpp"

namespace langnghe::api::resources {
namespace {

constexpr std::string_view kDocx =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view kXlsx =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr int kRetrySeconds = 30;

/// Is the second type more welcome than the first, which is the one without a wish?
bool prefers(const Call& call, std::string_view other) {
  for (const auto& wish : parse_preferences(call.request.header("accept"))) {
    if (wish.range == other && wish.weight > 0) {
      return true;
    }
  }
  return false;
}

std::optional<Problem> record(const SealedReading* sealed) {
  if (sealed == nullptr) {
    return std::nullopt;
  }
  if (const auto& fault = sealed->fault()) {
    return fault;
  }
  if (sealed->opened_anything()) {
    if (auto recorded = sealed->record(); !recorded) {
      return std::move(recorded.error());
    }
  }
  return std::nullopt;
}

struct File {
  std::string_view type;
  std::string name;
  std::string bytes;
};

/// Without a tag: nobody is told "not modified" of what they were shown once.
Response file_response(const Reading& reading, File file) {
  const bool shown = file.type.starts_with("text/html");
  auto response = answer(reading, std::move(file.bytes));
  response.set("Content-Type", std::string(file.type));
  response.set("Content-Disposition",
               std::string(shown ? "inline" : "attachment") + "; filename=\"" + file.name + '"');
  response.set("Content-Security-Policy",
               "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
  response.set("Cache-Control", "no-store");
  return response;
}

/// The shipped templates are tried with every kind's sample in the tests, so it is no reader's
/// fault.
Reply broken(papers::Kind kind, const papers::TemplateFault& fault) {
  log::error("papers: template " + std::string(papers::facts_of(kind).name) + ": " + fault.where);
  return fail(ProblemCode::internal_error);
}

std::expected<std::string, Problem> pdf_of(const Call& call, std::string_view docx) {
  if (call.services.pdf == nullptr) {
    return fail(ProblemCode::pdf_not_installed);
  }
  auto pdf = call.services.pdf->convert(docx);
  if (pdf) {
    return *std::move(pdf);
  }
  if (pdf.error() == papers::PdfFault::not_installed) {
    return fail(ProblemCode::pdf_not_installed);
  }
  if (pdf.error() == papers::PdfFault::failed) {
    log::error("papers: LibreOffice made no PDF");
  }
  return fail(retry_later(problem(ProblemCode::pdf_not_made), kRetrySeconds));
}

}  // namespace

PaperForm paper_form(const Call& call, Query& query) {
  if (const auto form = query.choice<PaperForm>("format")) {
    return *form;
  }
  if (prefers(call, "application/pdf")) {
    return PaperForm::pdf;
  }
  return prefers(call, "text/html") ? PaperForm::html : PaperForm::docx;
}

BookForm book_form(const Call& call, Query& query) {
  if (const auto form = query.choice<BookForm>("format")) {
    return *form;
  }
  return prefers(call, "text/csv") ? BookForm::csv : BookForm::xlsx;
}

Reply paper_answer(const Call& call, const Reading& reading, const SealedReading& sealed,
                   const PaperMaking& making, const papers::Content& content) {
  auto paper = papers::make(making.kind, content);
  if (!paper) {
    return broken(making.kind, paper.error());
  }
  const auto& kind = papers::facts_of(making.kind);
  const auto name = std::string(kind.file) + '-' + making.of;
  File file{kDocx, name + ".docx", *std::move(paper)};
  if (making.form == PaperForm::html) {
    auto page = papers::preview(file.bytes, kind.title);
    if (!page) {
      return broken(making.kind, page.error());
    }
    file = {"text/html; charset=utf-8", name + ".html", *std::move(page)};
  }
  if (making.form == PaperForm::pdf) {
    auto pdf = pdf_of(call, file.bytes);
    if (!pdf) {
      return fail(std::move(pdf.error()));
    }
    file = {"application/pdf", name + ".pdf", *std::move(pdf)};
  }
  if (auto problem = record(&sealed)) {
    return fail(*std::move(problem));
  }
  return file_response(reading, std::move(file));
}

Reply book_answer(const Reading& reading, const SealedReading* sealed, BookForm form,
                  std::string_view name, const papers::Book& book) {
  const auto file_name = std::string(name);
  File file{"text/csv; charset=utf-8", file_name + ".csv", {}};
  if (form == BookForm::csv) {
    file.bytes = papers::to_csv(book);
  } else {
    auto bytes = papers::to_xlsx(book, papers::passing_folder());
    if (!bytes) {
      log::error("books: " + bytes.error());
      return fail(retry_later(problem(ProblemCode::not_ready), kRetrySeconds));
    }
    file = {kXlsx, file_name + ".xlsx", *std::move(bytes)};
  }
  if (auto problem = record(sealed)) {
    return fail(*std::move(problem));
  }
  return file_response(reading, std::move(file));
}

std::expected<papers::Person, Problem> person_of(const std::optional<shapes::ShownSpeaker>& shown) {
  using As = papers::Person::As;
  if (!shown) {
    return papers::Person{As::nobody, {}, {}};
  }
  if (shown->erasure) {
    return papers::Person{As::erased, {}, {}};
  }
  if (!shown->name) {
    return papers::Person{shown->anonymous ? As::anonymous : As::nobody, {}, {}};
  }
  switch (shown->name->as) {
    case Shown::As::plain:
      break;
    case Shown::As::erased:
      return papers::Person{As::erased, {}, {}};
    case Shown::As::unreadable:
      return fail(ProblemCode::vault_unavailable);
    case Shown::As::sealed:
    case Shown::As::closed:
      return papers::Person{As::withheld, {}, {}};
  }
  const bool placed = shown->address && shown->address->as == Shown::As::plain;
  return papers::Person{As::named, shown->name->text, placed ? shown->address->text : ""};
}

}  // namespace langnghe::api::resources
