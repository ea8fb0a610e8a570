#include "proof/ledger_hashing.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace langnghe::eventstore {
namespace {

constexpr std::string_view kWhatToDo =
    "Do not go on writing. Compare with the newest backup and with the heads that witnesses hold; "
    "restore the ledger that the signed checkpoint belongs to.";

}  // namespace

ProofResult<void> hash_records(LedgerReader& store, const LedgerId& ledger, std::uint64_t from,
                               std::uint64_t to, const std::function<void(const Hash&)>& take,
                               const std::stop_token& stop) {
  if (from >= to) {
    return {};
  }
  const auto hashed = store.visit_ledger(ledger, {from}, to - from,
                                         [&](Position /*position*/, std::string_view bytes) {
                                           take(leaf_hash(bytes));
                                           return !stop.stop_requested();
                                         });
  if (hashed && *hashed == to - from) {
    return {};
  }
  if (stop.stop_requested()) {
    return std::unexpected(ProofError{ProofErrorCode::unavailable, "stopped"});
  }
  return std::unexpected(ProofError{ProofErrorCode::unavailable,
                                    "ledger " + ledger.value + " cannot be read" +
                                        (hashed ? " at position " + std::to_string(from + *hashed)
                                                : ": " + hashed.error().context)});
}

ProofResult<void> check_length(LedgerReader& store, const LedgerId& ledger,
                               const Checkpoint& signed_head) {
  const auto held = store.size(ledger);
  if (!held) {
    return std::unexpected(ProofError{ProofErrorCode::unavailable, held.error().context});
  }
  if (*held >= signed_head.size) {
    return {};
  }
  return std::unexpected(ProofError{ProofErrorCode::ledger_cut,
                                    "ledger " + ledger.value + " holds " + std::to_string(*held) +
                                        " records, but " + std::to_string(signed_head.size) +
                                        " were signed for. Records at its end are lost. " +
                                        std::string(kWhatToDo)});
}

ProofResult<bool> leads_to(const HashSource& hashes, const Checkpoint& signed_head) {
  const auto root = tree_root(signed_head.size, nodes_of(hashes));
  if (!root && root.error().code != ProofErrorCode::not_there) {
    return std::unexpected(root.error());
  }
  return root && *root == signed_head.root;
}

ProofResult<void> check_tail(LedgerReader& store, const LedgerId& ledger, const HashSource& hashes,
                             const Checkpoint& signed_head, const std::stop_token& stop) {
  const std::uint64_t count = std::min(kTailRecords, signed_head.size);
  const std::uint64_t from = signed_head.size - count;
  const auto kept = hashes.read(0, from, count);
  if (!kept) {
    return std::unexpected(kept.error());
  }
  std::vector<Hash> found;
  auto done = hash_records(
      store, ledger, from, signed_head.size, [&](const Hash& hash) { found.push_back(hash); },
      stop);
  if (done && found != *kept) {
    return std::unexpected(ledger_differs(ledger, signed_head));
  }
  return done;
}

ProofError ledger_differs(const LedgerId& ledger, const Checkpoint& signed_head) {
  return {ProofErrorCode::ledger_differs,
          "the first " + std::to_string(signed_head.size) + " records of ledger " + ledger.value +
              " are not those that were signed for. " + std::string(kWhatToDo)};
}

}  // namespace langnghe::eventstore
