#include <algorithm>
#include <utility>

#include <search/word_query.hpp>
#include <text/search_words.hpp>

namespace langnghe::search {
namespace {

/// Beginnings of one letter would be half of the index.
constexpr std::size_t kBeginningLettersMin = 2;

WordQuery::Term term_of(std::string_view text, bool may_be_beginning) {
  WordQuery::Term term{text::search_words(text)};
  term.is_beginning = may_be_beginning && text.ends_with('*') && !term.words.empty() &&
                      term.words.back().size() >= kBeginningLettersMin;
  return term;
}

}  // namespace

std::optional<WordQuery> WordQuery::of(std::string_view text) {
  if (text.size() > kBytesMax) {
    return std::nullopt;
  }
  std::vector<Term> terms;
  const auto add = [&terms](Term term) {
    if (!term.words.empty() && std::ranges::find(terms, term) == terms.end()) {
      terms.push_back(std::move(term));
    }
  };
  while (!text.empty()) {
    const bool is_quoted = text.front() == '"';
    if (is_quoted) {
      text.remove_prefix(1);
    }
    const auto end = std::min(text.find_first_of(is_quoted ? "\"" : " \t\n\""), text.size());
    add(term_of(text.substr(0, end), !is_quoted));
    // A quotation mark that begins the next term is left for it.
    const bool is_taken = end < text.size() && (is_quoted || text[end] != '"');
    text.remove_prefix(end + (is_taken ? 1 : 0));
  }
  if (terms.empty() || terms.size() > kTermsMax) {
    return std::nullopt;
  }
  return WordQuery(std::move(terms));
}

}  // namespace langnghe::search
