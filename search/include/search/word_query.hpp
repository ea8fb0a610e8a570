#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace langnghe::search {

/// The words that somebody looks for, in the form in which they are indexed. All of them must be
/// there, wherever in the issue. Words that belong together, as those of `12/TB-UBND` or of
/// `"đèn đường"` in quotation marks, must follow each other. A word that ends in `*` is the
/// beginning of one.
class WordQuery {
 public:
  /// One or more words that follow each other.
  struct Term {
    std::vector<std::string> words;
    bool is_beginning = false;  ///< of its last word
    bool operator==(const Term&) const = default;
  };

  static constexpr std::size_t kTermsMax = 16;
  static constexpr std::size_t kBytesMax = 800;

  /// Nothing where the text holds no word, or more than kTermsMax, or more than kBytesMax bytes.
  [[nodiscard]] static std::optional<WordQuery> of(std::string_view text);

  [[nodiscard]] const std::vector<Term>& terms() const { return terms_; }

 private:
  explicit WordQuery(std::vector<Term> terms) : terms_(std::move(terms)) {}

  std::vector<Term> terms_;
};

}  // namespace langnghe::search
