#include "resources/papers/paper_answer.hpp"

#include <papers/pdf.hpp>
#include <papers/preview.hpp>

#include <log/log.hpp>

#include "bytes/digest.hpp"
#include "resources/papers/paper_template.hpp"
#include "resources/papers/ward_facts.hpp"
#include "routing/preferences.hpp"
#include "streams/stream_state.hpp"

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

/// The ledger's record of a paper, and whether the paper is made so now.
struct Compared {
  domain::PaperRecorded recorded;
  std::string sha256;  ///< of the copy that names nobody
};

/// As of the moment that is read: what was recorded of a later one is of another paper.
std::expected<std::optional<domain::PaperRecorded>, Problem> recorded_of(const Call& call,
                                                                         const Reading& reading,
                                                                         const PaperMaking& making,
                                                                         const papers::Head& head) {
  if (head.draft || head.symbol.empty() || !head.date) {
    return std::nullopt;
  }
  const auto year = static_cast<int>(head.date->year());
  const auto state =
      state_now(call.services.store, call.ledger_id(), domain::register_stream(year));
  if (!state) {
    return fail(state.error());
  }
  const auto* found = std::get<domain::RegisterState>(*state).paper(
      making.kind, making.of, head.symbol, reading.position());
  return found == nullptr ? std::nullopt : std::optional(*found);
}

/// `opened`: somebody's data may stand in the paper that goes out, so another is made without.
std::expected<std::optional<Compared>, Problem> compare(const Call& call, const Reading& reading,
                                                        const WardFacts& facts,
                                                        const PaperMaking& making,
                                                        const Drawn& drawn, bool opened,
                                                        const std::string& bytes) {
  auto recorded = recorded_of(call, reading, making, drawn.head);
  if (!recorded) {
    return fail(std::move(recorded.error()));
  }
  if (!*recorded) {
    return std::nullopt;
  }
  if (!opened) {
    return Compared{**std::move(recorded), sha256_hex(bytes)};
  }
  SealedReading closed(call, std::nullopt, making.of);
  const auto again = making.draw(closed);
  if (!again) {
    return fail(again.error());
  }
  const auto made = make_paper(call, facts, making.kind, *again);
  if (!made) {
    return fail(made.error());
  }
  return Compared{**std::move(recorded), sha256_hex(made->bytes)};
}

void set_compared(Response& response, const Compared& compared) {
  const auto& recorded = compared.recorded;
  response.set("X-Paper-Recorded", recorded.sha256);
  response.set("X-Paper-Ledger-Size", std::to_string(recorded.ledger_size));
  response.set("X-Paper-Same", compared.sha256 == recorded.sha256 ? "true" : "false");
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

std::expected<File, Problem> in_form(const Call& call, const PaperMaking& making,
                                     std::string docx) {
  const auto& kind = papers::facts_of(making.kind);
  const auto name = std::string(kind.file) + '-' + making.name;
  if (making.form == PaperForm::html) {
    auto page = papers::preview(docx, kind.title);
    if (!page) {
      return broken_template(making.kind, page.error());
    }
    return File{"text/html; charset=utf-8", name + ".html", *std::move(page)};
  }
  if (making.form == PaperForm::pdf) {
    auto pdf = pdf_of(call, docx);
    if (!pdf) {
      return fail(std::move(pdf.error()));
    }
    return File{"application/pdf", name + ".pdf", *std::move(pdf)};
  }
  return File{kDocx, name + ".docx", std::move(docx)};
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

std::expected<MadePaper, Problem> make_paper(const Call& call, const WardFacts& facts,
                                             papers::Kind kind, const Drawn& drawn) {
  auto by = template_in_force(call, facts.ward(), kind, drawn.head.date.value_or(facts.today()));
  if (!by) {
    return fail(std::move(by.error()));
  }
  auto paper = papers::fill(by->bytes, drawn.content);
  if (!paper) {
    return broken_template(kind, paper.error());
  }
  return MadePaper{*std::move(paper), by->version, std::move(by->sha256)};
}

Response docx_answer(const Reading& reading, std::string_view name, std::string bytes) {
  return file_response(reading, {kDocx, std::string(name) + ".docx", std::move(bytes)});
}

Reply sample_answer(const Call& call, const Reading& reading, papers::Kind kind, PaperForm form,
                    std::string docx) {
  auto file = in_form(call, {kind, form, "thu", {}, {}}, std::move(docx));
  if (!file) {
    return fail(std::move(file.error()));
  }
  return file_response(reading, *std::move(file));
}

Reply paper_answer(const Call& call, const Reading& reading, std::optional<std::string> purpose,
                   const PaperMaking& making) {
  const bool opened = purpose.has_value();
  SealedReading sealed(call, std::move(purpose), making.of);
  const auto drawn = making.draw(sealed);
  if (!drawn) {
    return fail(drawn.error());
  }
  const WardFacts facts(reading);
  auto paper = make_paper(call, facts, making.kind, *drawn);
  if (!paper) {
    return fail(std::move(paper.error()));
  }
  const auto compared = compare(call, reading, facts, making, *drawn, opened, paper->bytes);
  if (!compared) {
    return fail(compared.error());
  }
  auto file = in_form(call, making, std::move(paper->bytes));
  if (!file) {
    return fail(std::move(file.error()));
  }
  if (auto problem = record(&sealed)) {
    return fail(*std::move(problem));
  }
  auto response = file_response(reading, *std::move(file));
  if (*compared) {
    set_compared(response, **compared);
  }
  return response;
}

Reply page_answer(const Reading& reading, const SealedReading& sealed, std::string_view name,
                  std::string html) {
  if (auto problem = record(&sealed)) {
    return fail(*std::move(problem));
  }
  return file_response(reading,
                       {"text/html; charset=utf-8", std::string(name) + ".html", std::move(html)});
}

Reply bundle_answer(const Reading& reading, const SealedReading& sealed, std::string_view name,
                    std::string zip) {
  if (auto problem = record(&sealed)) {
    return fail(*std::move(problem));
  }
  return file_response(reading, {"application/zip", std::string(name) + ".zip", std::move(zip)});
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
