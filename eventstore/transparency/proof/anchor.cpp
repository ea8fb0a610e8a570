#include <utility>

#include <files/durable_file.hpp>
#include <transparency/anchor.hpp>
#include <transparency/key_change.hpp>

#include "proof/hash_files.hpp"
#include "proof/ledger_hashing.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::string_view kEnding = ".checkpoint";

std::filesystem::path anchor_file(const std::filesystem::path& directory, const LedgerId& ledger) {
  return directory / (ledger.value + std::string(kEnding));
}

ProofError unavailable(const std::filesystem::path& file, const std::error_code& fault) {
  return {ProofErrorCode::unavailable, file.string() + ": " + fault.message()};
}

ProofResult<void> rehash_whole(LedgerReader& store, const LedgerId& ledger,
                               const Checkpoint& signed_head) {
  MemoryHashes hashes;
  if (auto done = hash_records(store, ledger, 0, signed_head.size,
                               [&](const Hash& hash) { hashes.append(hash); });
      !done) {
    return done;
  }
  const auto same = leads_to(hashes, signed_head);
  if (!same) {
    return std::unexpected(same.error());
  }
  return *same ? ProofResult<void>{} : std::unexpected(ledger_differs(ledger, signed_head));
}

ProofResult<void> check_ledger(LedgerReader& store, const LedgerId& ledger,
                               const Checkpoint& signed_head, const AnchorCheck& check) {
  if (auto whole = check_length(store, ledger, signed_head); !whole) {
    return whole;
  }
  if (check.depth == AnchorDepth::whole || check.proof.empty()) {
    return rehash_whole(store, ledger, signed_head);
  }
  const auto kept = HashFiles::open(check.proof / ledger.value, HashFiles::Access::read);
  if (!kept) {
    return std::unexpected(kept.error());
  }
  if ((*kept)->size() < signed_head.size) {
    return rehash_whole(store, ledger, signed_head);
  }
  const auto good = leads_to(**kept, signed_head);
  if (!good) {
    return std::unexpected(good.error());
  }
  return *good ? check_tail(store, ledger, **kept, signed_head)
               : rehash_whole(store, ledger, signed_head);
}

ProofResult<Checkpoint> open_anchor(const LedgerId& ledger, std::string_view note,
                                    const AnchorCheck& check) {
  const VerifierKey key{log_origin(check.origin_prefix, ledger), SignatureKind::ed25519,
                        check.public_key};
  const auto keys = all_keys(check.keys, ledger, key);
  if (!keys) {
    return std::unexpected(keys.error());
  }
  auto opened = open_checkpoint(note, *keys);
  if (!opened) {
    opened.error().context = anchor_file(check.anchor, ledger).string() + ": " +
                             opened.error().context +
                             ". Was the log's key or the origin changed, or the file? Put back "
                             "what it was signed with.";
  }
  return opened;
}

}  // namespace

ProofResult<std::optional<std::string>> read_anchor(const std::filesystem::path& directory,
                                                    const LedgerId& ledger) {
  const auto file = anchor_file(directory, ledger);
  auto content = read_small_file(file, kNoteBytesMax);
  if (!content) {
    return std::unexpected(unavailable(file, content.error()));
  }
  return std::move(*content);
}

ProofResult<void> write_anchor(const std::filesystem::path& directory, const LedgerId& ledger,
                               std::string_view note) {
  const auto file = anchor_file(directory, ledger);
  if (const auto fault = make_directories(directory)) {
    return std::unexpected(unavailable(directory, fault));
  }
  if (const auto fault = replace_file(file, note)) {
    return std::unexpected(unavailable(file, fault));
  }
  return {};
}

ProofResult<std::map<LedgerId, Checkpoint>> check_against_anchor(LedgerReader& store,
                                                                 const AnchorCheck& check) {
  std::map<LedgerId, Checkpoint> heads;
  std::error_code fault;
  std::filesystem::directory_iterator files(check.anchor, fault);
  if (fault == std::errc::no_such_file_or_directory) {
    return heads;
  }
  for (; !fault && files != std::filesystem::directory_iterator(); files.increment(fault)) {
    if (files->path().extension() != kEnding) {
      continue;  // a draft that a crash left behind
    }
    const LedgerId ledger{files->path().stem().string()};
    const auto note = read_anchor(check.anchor, ledger);
    if (!note) {
      return std::unexpected(note.error());
    }
    auto head = open_anchor(ledger, note->value_or(""), check);
    if (!head) {
      return std::unexpected(head.error());
    }
    if (const auto good = check_ledger(store, ledger, *head, check); !good) {
      return std::unexpected(good.error());
    }
    heads.emplace(ledger, std::move(*head));
  }
  if (fault) {
    return std::unexpected(unavailable(check.anchor, fault));
  }
  return heads;
}

}  // namespace langnghe::eventstore
