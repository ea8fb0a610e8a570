#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <services/data_directory.hpp>
#include <transparency/checkpoint.hpp>
#include <transparency/tiles.hpp>
#include <transparency/transparency.hpp>

namespace langnghe::tools {

/// Checks every ledger against its last signed head and starts to sign. Makes the signing key with
/// the first start. Throws std::runtime_error with what to do where a ledger is not what was
/// signed. `supervisor` runs the log and must outlive it; none: it has one of its own.
[[nodiscard]] std::unique_ptr<eventstore::Transparency> start_log(
    eventstore::LedgerReader& store, const DataDirectory& data,
    eventstore::Supervisor* supervisor = nullptr);

/// A head as it was signed, opened with the ledger's own key.
struct SignedHead {
  std::string note;
  eventstore::Checkpoint checkpoint;
  eventstore::VerifierKey key;                  ///< people check it with this
  std::vector<eventstore::VerifierKey> keys{};  ///< all the ledger has had, newest first
};
/// The last one; nothing before the first. Throws where it cannot be read or is not signed.
[[nodiscard]] std::optional<SignedHead> last_head(const DataDirectory& data,
                                                  const eventstore::LedgerId& ledger);
/// The one that most witnesses have signed; nothing before the first.
[[nodiscard]] std::optional<SignedHead> witnessed_head(const DataDirectory& data,
                                                       const eventstore::LedgerId& ledger);

/// The records under the last signed head, hashed again from the ledger and found to be the ones.
struct SignedLedger {
  eventstore::LedgerId ledger;
  SignedHead head;
  eventstore::MemoryHashes hashes{};
};
/// Throws where there is no signed head, or the records are not those it stands for. `witnessed`:
/// under the head that most witnesses have signed, which may be an older one.
[[nodiscard]] std::unique_ptr<SignedLedger> open_signed_ledger(eventstore::LedgerReader& store,
                                                               const DataDirectory& data,
                                                               const eventstore::LedgerId& ledger,
                                                               bool witnessed = false);

/// Do these leaves give the head's root? What is wrong, or nothing.
[[nodiscard]] std::string compare(const eventstore::Checkpoint& head,
                                  const eventstore::MemoryHashes& hashes);

/// The value, or an exception with the reason.
template <class T>
T proven(eventstore::ProofResult<T> result) {
  if (!result) {
    throw std::runtime_error(std::string(eventstore::to_text(result.error().code)) + ": " +
                             result.error().context);
  }
  if constexpr (!std::is_void_v<T>) {
    return std::move(*result);
  }
}

}  // namespace langnghe::tools
