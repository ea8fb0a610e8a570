#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <transparency/checkpoint.hpp>

namespace langnghe::eventstore {

/// C2SP tlog-witness: somebody else who remembers how far a log was, and signs only what continues
/// it. Nothing here knows HTTP: a body goes in, a status and a body come out.

/// The request of a log to a witness: `old <size>`, the consistency proof, an empty line, the
/// signed head.
struct AddCheckpoint {
  std::uint64_t old_size = 0;
  HashPath proof;          ///< at most 63 hashes
  std::string checkpoint;  ///< the signed note
};

[[nodiscard]] std::string to_text(const AddCheckpoint& request);
[[nodiscard]] ProofResult<AddCheckpoint> parse_add_checkpoint(std::string_view text);

/// The content type of a 409's body, which is the size the witness knows.
inline constexpr std::string_view kSizeContentType = "text/x.tlog.size";

struct WitnessAnswer {
  int status = 200;  ///< 200, 400, 403, 404, 409, 422; 500 where the head cannot be kept
  std::string content_type{"text/plain; charset=utf-8"};
  std::string body;
};

struct WitnessKey {
  std::string name;
  SigningKey key;

  [[nodiscard]] VerifierKey verifier() const;
};

/// Makes the key's file (mode 0600, one line `<name> <seed in hex>`); refuses where there is one.
[[nodiscard]] ProofResult<VerifierKey> make_witness_key(const std::filesystem::path& file,
                                                        const std::string& name);
/// Refuses a file that others may read.
[[nodiscard]] ProofResult<WitnessKey> load_witness_key(const std::filesystem::path& file);

/// The logs a witness signs for: a verifier key a line; empty lines and those with `#` are passed
/// over. A log that changes its key has two.
[[nodiscard]] ProofResult<std::vector<VerifierKey>> parse_trusted_logs(std::string_view text);

/// A witness's memory and its pen. One process only: it holds a lock on its folder. Thread-safe.
class Witness {
 public:
  /// `directory` keeps one file per log: the last head that was signed for. A damaged file refuses
  /// to open: a witness that has forgotten must not sign with the same key.
  [[nodiscard]] static ProofResult<std::unique_ptr<Witness>> open(
      const std::filesystem::path& directory, WitnessKey key, std::vector<VerifierKey> trusted);

  Witness(const Witness&) = delete;
  Witness& operator=(const Witness&) = delete;
  ~Witness();

  /// The new head is on the disk before this answers with a cosignature. `now`: POSIX seconds.
  [[nodiscard]] WitnessAnswer add_checkpoint(std::string_view body, std::uint64_t now);

  [[nodiscard]] VerifierKey verifier() const;

 private:
  class Impl;
  explicit Witness(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace langnghe::eventstore
