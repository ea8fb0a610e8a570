#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <text/search_words.hpp>

#include "finding.hpp"

namespace langnghe::search {
namespace {

/// A longer text is looked for by its rarest words: those say most of what it is about.
constexpr std::size_t kWordsReadMax = 64;
constexpr std::size_t kWordsAskedMax = 6;
constexpr std::size_t kLettersMin = 2;
constexpr std::int64_t kCandidatesMax = 120;
/// Less is chance: one common word, the same alley, or a few words of a long subject.
constexpr std::size_t kSharedWordsMin = 2;
constexpr int kPercentMin = 50;

/// How much a word says: the rarer, the more.
using Weights = std::map<std::string, double, std::less<>>;

struct AskedWords {
  std::vector<std::string> rarest;  ///< of those that any issue has
  std::set<std::string, std::less<>> all;
  Weights weights;      ///< of those that any issue has
  double unknown = 0;   ///< the weight of a word that no issue has
  double together = 0;  ///< the weight of all
};

double weight_of(std::int64_t issues_with_it, std::int64_t issues) {
  return std::log(1.0 + static_cast<double>(issues) / static_cast<double>(issues_with_it + 1));
}

AskedWords weighed(Connection& index, std::string_view text) {
  AskedWords asked;
  const auto issues = std::stoll(index.ask("SELECT count(*) FROM docs"));
  auto count = index.prepare("SELECT doc FROM terms WHERE term = ?");
  asked.unknown = weight_of(0, issues);
  for (auto& word : text::search_words(text)) {
    if (word.size() < kLettersMin || asked.all.size() >= kWordsReadMax ||
        !asked.all.insert(word).second) {
      continue;
    }
    if (count.with(word).next()) {
      asked.weights[word] = weight_of(count.number(0), issues);
      asked.together += asked.weights[word];
      asked.rarest.push_back(std::move(word));
    } else {
      asked.together += asked.unknown;
    }
  }
  count.reset();
  std::ranges::stable_sort(asked.rarest, std::ranges::greater(),
                           [&](const auto& word) { return asked.weights[word]; });
  asked.rarest.resize(std::min(asked.rarest.size(), kWordsAskedMax));
  return asked;
}

struct Candidate {
  Likeness like;
  std::uint64_t since = 0;
};

/// The share of the subject's words that the text has too, by weight, or of the text's words that
/// the subject has, whichever is more: a few words that are typed are all of a long subject's part
/// that is meant, and a long story has all words of a short subject.
int percent_of(const AskedWords& asked, std::string_view subject, std::size_t& shared) {
  double all = 0;
  double both = 0;
  std::set<std::string> seen;
  for (auto& word : text::search_words(subject)) {
    if (word.size() < kLettersMin || !seen.insert(word).second) {
      continue;
    }
    const auto known = asked.weights.find(word);
    const bool is_shared = known != asked.weights.end();
    all += is_shared ? known->second : asked.unknown;
    both += is_shared ? known->second : 0;
    shared += is_shared ? 1 : 0;
  }
  const double least = std::min(all, asked.together);
  constexpr double kWhole = 100;
  return least > 0 ? static_cast<int>(std::lround(kWhole * std::min(1.0, both / least))) : 0;
}

/// The identifiers are bound, never written into the statement.
std::string only_in(std::size_t khoms) {
  std::string condition = " AND d.khom IN (?";
  for (std::size_t i = 1; i < khoms; ++i) {
    condition += ", ?";
  }
  return condition + ')';
}

class Candidates {
 public:
  Candidates(Connection& index, std::uint64_t size, const AskedWords& asked)
      : index_(index), size_(static_cast<std::int64_t>(size)), asked_(asked) {
    std::string any;
    for (const auto& word : asked.rarest) {
      any += any.empty() ? "\"" : " OR \"";
      any += word + '"';
    }
    expression_ = "{subject answer} : (" + any + ')';
  }

  /// The best by the words alone, within these khóm; empty = all.
  void add(const std::vector<domain::KhomId>& khoms) {
    auto rows = index_.prepare(
        "SELECT d.issue, d.khom, d.since, words.subject FROM words "
        "JOIN docs d ON d.id = words.rowid WHERE words MATCH ? AND d.since <= ? AND ? < d.until" +
        (khoms.empty() ? std::string() : only_in(khoms.size())) + " ORDER BY words.rank LIMIT " +
        std::to_string(kCandidatesMax));
    rows.with(expression_, size_, size_);
    constexpr int kFirstKhom = 4;
    for (std::size_t i = 0; i < khoms.size(); ++i) {
      rows.bind(kFirstKhom + static_cast<int>(i), khoms[i].value);
    }
    while (rows.next()) {
      consider(rows);
    }
  }

  [[nodiscard]] std::vector<Candidate> take() && { return std::move(found_); }

 private:
  void consider(const Statement& row) {
    Candidate candidate{{{row.text(0)}, {row.text(1)}, 0},
                        static_cast<std::uint64_t>(row.number(2))};
    std::size_t shared = 0;
    candidate.like.percent = percent_of(asked_, row.text(3), shared);
    const auto needed = std::min(kSharedWordsMin, asked_.all.size());
    if (shared >= needed && candidate.like.percent >= kPercentMin &&
        seen_.insert(candidate.like.issue).second) {
      found_.push_back(std::move(candidate));
    }
  }

  Connection& index_;
  std::int64_t size_;
  const AskedWords& asked_;
  std::string expression_;
  std::vector<Candidate> found_;
  std::set<domain::IssueId> seen_;
};

}  // namespace

std::vector<Likeness> issues_like(Connection& index, std::uint64_t size,
                                  const LikenessAsked& asked) {
  const auto words = weighed(index, asked.text);
  if (words.rarest.empty()) {
    return {};
  }
  Candidates candidates(index, size, words);
  const bool may_see_own =
      asked.scope.empty() || std::ranges::find(asked.scope, asked.khom) != asked.scope.end();
  if (!asked.khom.empty() && may_see_own) {
    candidates.add({asked.khom});
  }
  candidates.add(asked.scope);
  auto found = std::move(candidates).take();
  std::ranges::sort(found, [&](const Candidate& a, const Candidate& b) {
    const auto rank = [&](const Candidate& each) {
      return std::tuple(each.like.khom != asked.khom, -each.like.percent, ~each.since,
                        each.like.issue);
    };
    return rank(a) < rank(b);
  });
  std::vector<Likeness> best;
  for (std::size_t i = 0; i < std::min(found.size(), asked.most); ++i) {
    best.push_back(std::move(found[i].like));
  }
  return best;
}

}  // namespace langnghe::search
