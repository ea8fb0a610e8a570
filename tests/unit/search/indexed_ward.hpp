#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <search/issue_search.hpp>

#include "temporary_directory.hpp"
#include "ward_ledger.hpp"

namespace langnghe::test {

using Names = std::vector<std::string>;

/// A ledger of issues, and the folder for its index.
class IndexedWard {
 public:
  IndexedWard();

  /// Of the khóm tan-my, with the field ROADS, unless said otherwise.
  void record(const std::string& issue, const std::string& subject,
              const std::string& khom = "tan-my", const std::string& field = "ROADS");
  void act(const std::string& issue, domain::IssueEvent event) {
    ledger.act("2021-02-01", issue, std::move(event));
  }
  void take_down(const std::string& issue);
  /// Fifty acts on a few issues, the same for the same seed.
  void acts(unsigned seed);

  [[nodiscard]] std::filesystem::path file() const {
    return folder.path() / (ledger.id().value + ".sqlite");
  }
  /// All bytes of all files of the index.
  [[nodiscard]] std::string index_bytes() const;

  WardLedger ledger;
  TemporaryDirectory folder;
};

/// An index that is followed, and asked as far as the ledger goes.
class Asked {
 public:
  explicit Asked(IndexedWard& ward);

  [[nodiscard]] Names find(std::string_view words);
  [[nodiscard]] Names find_at(std::uint64_t size, std::string_view words);
  [[nodiscard]] std::vector<search::Likeness> like(const search::LikenessAsked& asked);

  IndexedWard& ward;
  eventstore::Supervisor supervisor;
  search::IssueSearch search;
};

/// The words that the issues of `acts` may have.
[[nodiscard]] std::vector<std::string> asked_words();

}  // namespace langnghe::test
