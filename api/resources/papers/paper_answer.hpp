#pragma once

#include <array>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <papers/book.hpp>
#include <papers/documents.hpp>
#include <papers/kinds.hpp>

#include <domain/enum_text.hpp>

#include "reading/reading.hpp"
#include "resources/papers/drawing.hpp"
#include "resources/papers/ward_facts.hpp"
#include "routing/query.hpp"
#include "sealed/sealed_reading.hpp"
#include "shapes/issues.hpp"

namespace langnghe::api {

enum class PaperForm { docx, html, pdf };
enum class BookForm { xlsx, csv };
enum class CaseForm { html, zip };

}  // namespace langnghe::api

template <>
struct langnghe::domain::EnumText<langnghe::api::PaperForm> {
  static constexpr std::array<std::pair<api::PaperForm, std::string_view>, 3> kNames{
      {{api::PaperForm::docx, "docx"},
       {api::PaperForm::html, "html"},
       {api::PaperForm::pdf, "pdf"}}};
};
template <>
struct langnghe::domain::EnumText<langnghe::api::CaseForm> {
  static constexpr std::array<std::pair<api::CaseForm, std::string_view>, 2> kNames{
      {{api::CaseForm::html, "html"}, {api::CaseForm::zip, "zip"}}};
};
template <>
struct langnghe::domain::EnumText<langnghe::api::BookForm> {
  static constexpr std::array<std::pair<api::BookForm, std::string_view>, 2> kNames{
      {{api::BookForm::xlsx, "xlsx"}, {api::BookForm::csv, "csv"}}};
};

namespace langnghe::api::resources {

/// `format=`, else what Accept prefers, else DOCX.
[[nodiscard]] PaperForm paper_form(const Call& call, Query& query);
[[nodiscard]] BookForm book_form(const Call& call, Query& query);

struct PaperMaking {
  papers::Kind kind{};
  PaperForm form{};
  std::string name;     ///< of the file: the issue, the dialogue, the period
  domain::StreamId of;  ///< what the paper is about
  std::function<DrawnPaper(SealedReading&)> draw;
};

/// The paper goes out, and what was opened for it is on the record before. It is made anew each
/// time and kept nowhere on the way. Of one that was issued the answer says whether its bytes are
/// those that the ledger holds (`X-Paper-…`).
[[nodiscard]] Reply paper_answer(const Call& call, const Reading& reading,
                                 std::optional<std::string> purpose, const PaperMaking& making);

/// The bytes of a paper and the template they were made by.
struct MadePaper {
  std::string bytes;
  int template_version = 0;  ///< 0: the shipped one
  std::string template_sha256;
};
[[nodiscard]] std::expected<MadePaper, Problem> make_paper(const Call& call, const WardFacts& facts,
                                                           papers::Kind kind, const Drawn& drawn);
/// A Word file, as it is.
[[nodiscard]] Response docx_answer(const Reading& reading, std::string_view name,
                                   std::string bytes);
/// A page and a bundle of files; what was opened for them is on the record before.
[[nodiscard]] Reply page_answer(const Reading& reading, const SealedReading& sealed,
                                std::string_view name, std::string html);
[[nodiscard]] Reply bundle_answer(const Reading& reading, const SealedReading& sealed,
                                  std::string_view name, std::string zip);
/// A paper of invented facts, for looking at a template.
[[nodiscard]] Reply sample_answer(const Call& call, const Reading& reading, papers::Kind kind,
                                  PaperForm form, std::string docx);
/// The same for a book; `sealed`: null where it names nobody.
[[nodiscard]] Reply book_answer(const Reading& reading, const SealedReading* sealed, BookForm form,
                                std::string_view file, const papers::Book& book);

/// The person as a paper names them. Where the vault cannot open them now, no paper is made.
[[nodiscard]] std::expected<papers::Person, Problem> person_of(
    const std::optional<shapes::ShownSpeaker>& shown);

}  // namespace langnghe::api::resources
