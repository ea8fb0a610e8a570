#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <transparency/checkpoint.hpp>

namespace langnghe::eventstore {

/// The last head a witness signed for, of each log: one file per origin, replaced in one step.
/// Not thread-safe.
class HeadBook {
 public:
  /// Reads all that is kept. A file that cannot be read, or is not a head of its origin, is an
  /// error.
  [[nodiscard]] static ProofResult<HeadBook> open(const std::filesystem::path& folder);

  /// Size 0 and the root of nothing for a log that was never signed for.
  [[nodiscard]] Checkpoint known(const std::string& origin) const;

  /// On the disk when it answers. After an error nobody can tell what is there: the book takes
  /// nothing more.
  [[nodiscard]] ProofResult<void> keep(const Checkpoint& head, const Note& note);

 private:
  explicit HeadBook(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::filesystem::path folder_;
  std::map<std::string, Checkpoint> heads_;
  bool has_failed_ = false;
};

}  // namespace langnghe::eventstore
