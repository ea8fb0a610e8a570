#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/ids.hpp>
#include <ledger/types.hpp>

#include "issue_words.hpp"
#include "sqlite.hpp"

namespace langnghe::search {

/// How far an index is, and the digest of the last record it took: another ledger of the same name
/// has another record there.
struct Checkpoint {
  std::uint64_t size = 0;
  std::int64_t last_record = 0;
};

/// A digest against damage and mix-ups, not against people: FNV-1a, 64 bits.
[[nodiscard]] std::int64_t digest_of(std::string_view bytes);

/// `size last_record digest`
[[nodiscard]] std::string to_text(const Checkpoint& checkpoint);
/// Nothing where it is not what `to_text` writes.
[[nodiscard]] std::optional<Checkpoint> parse_checkpoint(const std::string& text);

/// One ledger's index as its writer has it: a SQLite file in which the words of every issue stand
/// as they were between two ledger sizes. One thread. Everything throws DatabaseFault.
///
///   docs   one row for each state of an issue's words: id, issue, since, until, khom, field,
///          digest. It holds for ledger sizes in [since, until); `kForEver` = it stands.
///   words  FTS5, with the same rowid: subject, answer, notice, place. `place` holds the khóm and
///          the field as marks, so that a new name costs no new words.
///   names  what khóm and fields are and were called
///   gone   issues of which nothing is kept
///   meta   form of the file, ledger, checkpoint
class IndexFile {
 public:
  static constexpr std::int64_t kForEver = std::int64_t{1} << 62;

  /// Opens the file, and reads it whole to see that it is as it was written. One that is damaged,
  /// of another form or of another ledger is removed and begun anew.
  IndexFile(std::filesystem::path file, const eventstore::LedgerId& ledger);
  IndexFile(const IndexFile&) = delete;
  IndexFile& operator=(const IndexFile&) = delete;
  ~IndexFile();

  [[nodiscard]] const Checkpoint& checkpoint() const { return checkpoint_; }

  /// Everything between this and `commit` is one step. Without `commit` nothing of it was.
  void begin();
  void commit(const Checkpoint& checkpoint);
  void roll_back();

  [[nodiscard]] IndexedWords find(const domain::IssueId& issue);
  /// The words of the issue from `since` on.
  void put(const domain::IssueId& issue, const IndexedWords& words, std::uint64_t since);
  void add_name(const domain::KhomId& khom, std::string_view name);
  void add_name(const domain::FieldCode& field, std::string_view name);

 private:
  struct Statements;

  void open(const eventstore::LedgerId& ledger);
  void make_tables(const eventstore::LedgerId& ledger);
  [[nodiscard]] bool is_as_written(const eventstore::LedgerId& ledger);
  [[nodiscard]] bool has_true_digests();
  void add_name(std::string_view mark, std::string_view name);
  void remove_all_of(const domain::IssueId& issue);
  void forget_what_was_removed();

  const std::filesystem::path file_;
  std::unique_ptr<Connection> connection_;
  std::unique_ptr<Statements> statements_;  // of the connection
  std::optional<Transaction> transaction_;
  Checkpoint checkpoint_;
  bool has_removed_ = false;     ///< in this transaction
  bool must_empty_log_ = false;  ///< bytes of what was removed are still in the log
};

/// The mark of a khóm or a field among the words: one word, which no text holds by chance.
[[nodiscard]] std::string mark_of(const domain::KhomId& khom);
[[nodiscard]] std::string mark_of(const domain::FieldCode& field);

/// Removes the file and what SQLite keeps beside it.
void remove_index(const std::filesystem::path& file);

}  // namespace langnghe::search
