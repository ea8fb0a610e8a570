#include "finding.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace langnghe::search {
namespace {

/// In quotation marks: words hold none, so nothing that was typed is read as FTS5's syntax.
std::string phrase_of(const WordQuery::Term& term) {
  std::string phrase("\"");
  for (const auto& word : term.words) {
    phrase += phrase.size() == 1 ? "" : " ";
    phrase += word;
  }
  return phrase + (term.is_beginning ? "\" *" : "\"");
}

struct Name {
  std::string mark;
  std::string form;
};

std::vector<Name> names_in(Connection& index) {
  std::vector<Name> names;
  auto rows = index.prepare("SELECT mark, form FROM names");
  while (rows.next()) {
    names.push_back({rows.text(0), rows.text(1)});
  }
  return names;
}

bool is_in_name(const WordQuery::Term& term, const Name& name) {
  std::string wanted;
  for (const auto& word : term.words) {
    wanted += ' ';
    wanted += word;
  }
  wanted += term.is_beginning ? "" : " ";
  return (' ' + name.form + ' ').find(wanted) != std::string::npos;
}

/// Among the words, or in the name of the khóm or the field.
std::string expression_of(const WordQuery& query, const std::vector<Name>& names) {
  std::string all;
  for (const auto& term : query.terms()) {
    std::string any = "{subject answer notice} : " + phrase_of(term);
    for (const auto& name : names) {
      if (is_in_name(term, name)) {
        any += " OR place : \"" + name.mark + '"';
      }
    }
    all += all.empty() ? "" : " AND ";
    all += '(' + any + ')';
  }
  return all;
}

}  // namespace

std::vector<domain::IssueId> issues_with(Connection& index, std::uint64_t size,
                                         const WordQuery& query) {
  const auto expression = expression_of(query, names_in(index));
  auto rows = index.prepare(
      "SELECT d.issue FROM words JOIN docs d ON d.id = words.rowid "
      "WHERE words MATCH ?1 AND d.since <= ?2 AND ?2 < d.until");
  rows.with(expression, static_cast<std::int64_t>(size));
  std::vector<domain::IssueId> found;
  while (rows.next()) {
    found.push_back({rows.text(0)});
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace langnghe::search
