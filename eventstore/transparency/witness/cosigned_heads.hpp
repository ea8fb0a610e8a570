#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <string>

#include <transparency/transparency.hpp>

namespace langnghe::eventstore {

/// The heads of one log that witnesses have signed: the newest head that any of them signed, and
/// the one that most of them did. Both are kept in files beside the anchor. Thread-safe.
class CosignedHeads {
 public:
  CosignedHeads(const std::filesystem::path& anchor, const LedgerId& ledger);

  /// Reads what was kept. What is not a head of this log is forgotten: witnesses sign again.
  void load(std::span<const VerifierKey> log_keys);

  /// Adds a witness's good signature to the head `note`, which the log signed. On the disk when it
  /// answers.
  [[nodiscard]] ProofResult<void> add(const Note& note, const Checkpoint& checkpoint,
                                      const NoteSignature& cosignature);

  /// The note with all co-signatures there are for the same text.
  [[nodiscard]] std::string with_cosignatures(std::string note) const;

  /// The head with most co-signatures, the newest of those.
  [[nodiscard]] std::optional<CosignedHead> best() const;
  [[nodiscard]] std::optional<CosignedHead> newest() const;

 private:
  struct Signed {
    Note note;
    Checkpoint checkpoint;
    std::size_t log_signatures = 1;

    [[nodiscard]] std::size_t witnesses() const { return note.signatures.size() - log_signatures; }
  };

  [[nodiscard]] static std::optional<Signed> read(const std::filesystem::path& file,
                                                  std::span<const VerifierKey> log_keys);
  [[nodiscard]] static ProofResult<void> write(const std::filesystem::path& file,
                                               const Signed& head);
  [[nodiscard]] static std::optional<CosignedHead> shown(const std::optional<Signed>& head);

  const std::filesystem::path newest_file_;
  const std::filesystem::path best_file_;
  mutable std::mutex mutex_;  // guards the two heads and the files
  std::optional<Signed> newest_;
  std::optional<Signed> best_;
};

}  // namespace langnghe::eventstore
