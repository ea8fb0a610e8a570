#include "issue_words.hpp"

#include <string_view>
#include <variant>

#include <text/search_words.hpp>

namespace langnghe::search {
namespace {

/// One behind the other; a text that stands there already is not said again.
void append(std::string& to, std::string_view text) {
  const auto form = text::search_form(text);
  if (form.empty() || (' ' + to + ' ').find(' ' + form + ' ') != std::string::npos) {
    return;
  }
  to += to.empty() ? "" : " ";
  to += form;
}

/// The change that each event makes to the words. An event that is not named makes none.
struct Evolve {
  IssueWords& words;

  void operator()(const domain::AnsweredOnTheSpot& event) const {
    words.answer = text::search_form(event.answer);
  }
  void operator()(const domain::IssueClassified& event) const { words.field = event.field; }
  void operator()(const domain::IssueReclassified& event) const { words.field = event.field; }
  void operator()(const domain::IssueCorrected& event) const {
    switch (event.field) {
      case domain::CorrectedField::subject:
        words.subject = text::search_form(event.new_value);
        break;
      case domain::CorrectedField::field:
        words.field = {event.new_value};
        break;
      case domain::CorrectedField::khom:
        words.khom = {event.new_value};
        break;
      case domain::CorrectedField::pressing:
        break;
    }
  }
  void operator()(const domain::ExternalResultReceived& event) const {
    append(words.answer, event.summary);
    append(words.notice, event.document);
  }
  void operator()(const domain::HandlingRefused& event) const {
    append(words.notice, event.symbol);
  }
  void operator()(const domain::AnswerDrafted& event) const {
    words.answer = text::search_form(event.text);
  }
  void operator()(const domain::NoticeIssued& event) const { append(words.notice, event.symbol); }
  void operator()(const domain::NoticeReplaced& event) const {
    words.answer = text::search_form(event.text);
    append(words.notice, event.symbol);
  }
  void operator()(const domain::NoticeCorrected& event) const {
    append(words.notice, event.document);
  }
  void operator()(const auto&) const {}
};

bool ends_all_finding(const domain::IssueEvent& event) {
  const auto* handed_over = std::get_if<domain::HandedOver>(&event);
  return std::holds_alternative<domain::IssueVoided>(event) ||
         (handed_over != nullptr && handed_over->type == domain::IssueType::denunciation);
}

}  // namespace

void evolve(IndexedWords& issue, const domain::IssueEvent& event) {
  if (issue.is_gone) {
    return;
  }
  if (ends_all_finding(event)) {
    issue = {std::nullopt, true};
    return;
  }
  if (const auto* recorded = std::get_if<domain::IssueRecorded>(&event)) {
    issue.words =
        IssueWords{recorded->khom, recorded->field, text::search_form(recorded->subject), {}, {}};
  } else if (issue.words) {
    std::visit(Evolve{*issue.words}, event);
  }
}

}  // namespace langnghe::search
