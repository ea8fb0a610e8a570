#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <search/word_query.hpp>

#include <domain/ids.hpp>
#include <following/supervisor.hpp>
#include <ledger/reader.hpp>

namespace langnghe::search {

/// The reason that nothing can be said about what would be found.
enum class SearchFault {
  not_ready,    ///< the index is not as far as was asked: it is made, or follows a moment behind
  unavailable,  ///< its file cannot be read now; it is made anew
};

/// An issue whose subject has words of the text: 100 = all words of the one are in the other, each
/// weighed by how rare it is.
struct Likeness {
  domain::IssueId issue;
  domain::KhomId khom;
  int percent = 0;
};

/// The text for which issues like it are looked for.
struct LikenessAsked {
  std::string_view text;
  domain::KhomId khom;                ///< its issues come first; empty = none do
  std::vector<domain::KhomId> scope;  ///< only in these khóm; empty = all
  std::size_t most = 5;
};

/// The words of all ledgers' issues, each ledger's in a file of its own which a consumer fills from
/// the ledger. What is sealed, and whatever belongs to a denunciation, is not in it.
///
/// It finds issues by words as they were at any ledger size, and knows nothing of readers: who may
/// see which of them is for the caller to say. Thread-safe.
class IssueSearch {
 public:
  /// Makes the folder when it follows. `store` must outlive it.
  IssueSearch(eventstore::LedgerReader& store, std::filesystem::path directory);
  IssueSearch(const IssueSearch&) = delete;
  IssueSearch& operator=(const IssueSearch&) = delete;
  /// Stops following.
  ~IssueSearch();

  /// Follows all ledgers under a supervisor that outlives it. Called once.
  void follow(eventstore::Supervisor& supervisor,
              std::function<void(const eventstore::ConsumerState&)> on_failure = {});

  /// Waits until the ledger's index holds `size` records; false when the deadline passes first.
  [[nodiscard]] bool wait_for(const eventstore::LedgerId& ledger, std::uint64_t size,
                              std::chrono::steady_clock::time_point deadline);

  /// The issues that had all the words when the ledger had `size` records, in the order of their
  /// names. One that was voided since, or whose publication was taken down, is never among them.
  [[nodiscard]] std::expected<std::vector<domain::IssueId>, SearchFault> find(
      const eventstore::LedgerId& ledger, std::uint64_t size, const WordQuery& query);

  /// The issues most like a text, those of its khóm first.
  [[nodiscard]] std::expected<std::vector<Likeness>, SearchFault> like(
      const eventstore::LedgerId& ledger, std::uint64_t size, const LikenessAsked& asked);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace langnghe::search
