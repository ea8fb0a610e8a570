#include <cerrno>
#include <cstdio>
#include <utility>

#include <files/durable_file.hpp>
#include <transparency/anchor.hpp>
#include <transparency/key_change.hpp>

namespace langnghe::eventstore {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kEnding = ".key-changes";
constexpr std::string_view kHeadEnding = ".checkpoint";
constexpr std::size_t kChangesBytesMax = 1u << 20;

ProofError unavailable(const fs::path& file, const std::error_code& fault) {
  return {ProofErrorCode::unavailable, file.string() + ": " + fault.message()};
}

fs::path changes_file(const fs::path& keys, const LedgerId& ledger) {
  return keys / (ledger.value + std::string(kEnding));
}

ProofResult<std::vector<LedgerId>> ledgers_with_a_head(const fs::path& anchor) {
  std::vector<LedgerId> ledgers;
  std::error_code fault;
  fs::directory_iterator files(anchor, fault);
  for (; !fault && files != fs::directory_iterator(); files.increment(fault)) {
    if (files->path().extension() == kHeadEnding) {
      ledgers.push_back({files->path().stem().string()});
    }
  }
  if (fault && fault != std::errc::no_such_file_or_directory) {
    return std::unexpected(unavailable(anchor, fault));
  }
  return ledgers;
}

struct KeyPair {
  const SigningKey& before;
  const SigningKey& after;
};

/// Adds the ledger's note, unless an attempt that was cut off has written it already.
ProofResult<void> note_change(const KeyRotation& where, const LedgerId& ledger,
                              const KeyPair& keys) {
  const std::string origin = log_origin(where.origin_prefix, ledger);
  KeyChange change{keys.before.verifier(origin, SignatureKind::ed25519),
                   keys.after.verifier(origin, SignatureKind::ed25519), 0, empty_root()};
  auto text = read_key_changes(where.keys, ledger);
  const auto changes = text ? open_key_changes(*text)
                            : ProofResult<std::vector<KeyChange>>(std::unexpected(text.error()));
  if (!changes) {
    return std::unexpected(changes.error());
  }
  if (!changes->empty() && changes->back().after == change.after) {
    return {};
  }
  const auto accepted = all_keys(where.keys, ledger, change.before);
  const auto anchor = read_anchor(where.anchor, ledger);
  if (!accepted || !anchor) {
    return std::unexpected(accepted ? anchor.error() : accepted.error());
  }
  const auto head = open_checkpoint(anchor->value_or(""), *accepted);
  if (!head) {
    return std::unexpected(head.error());
  }
  change.size = head->size;
  change.root = head->root;
  const auto file = changes_file(where.keys, ledger);
  if (const auto fault =
          replace_file(file, *text + sign_key_change(change, keys.before, keys.after))) {
    return std::unexpected(unavailable(file, fault));
  }
  return {};
}

ProofResult<void> put_in_place(const KeyRotation& where) {
  if (std::rename(where.next().c_str(), where.current().c_str()) != 0) {
    return std::unexpected(unavailable(where.next(), {errno, std::generic_category()}));
  }
  if (const auto fault = sync_directory(where.keys)) {
    return std::unexpected(unavailable(where.keys, fault));
  }
  return {};
}

ProofResult<void> change_over(const KeyRotation& where, bool make) {
  const auto before = SigningKey::load(where.current(), false);
  const auto after = before ? SigningKey::load(where.next(), make)
                            : ProofResult<SigningKey>(std::unexpected(before.error()));
  const auto ledgers = after ? ledgers_with_a_head(where.anchor)
                             : ProofResult<std::vector<LedgerId>>(std::unexpected(after.error()));
  if (!ledgers) {
    return std::unexpected(ledgers.error());
  }
  for (const LedgerId& ledger : *ledgers) {
    if (auto done = note_change(where, ledger, {*before, *after}); !done) {
      return done;
    }
  }
  return put_in_place(where);
}

}  // namespace

ProofResult<std::string> read_key_changes(const fs::path& keys, const LedgerId& ledger) {
  const auto file = changes_file(keys, ledger);
  auto content = read_small_file(file, kChangesBytesMax);
  if (!content) {
    return std::unexpected(unavailable(file, content.error()));
  }
  return content->value_or("");
}

ProofResult<std::vector<VerifierKey>> all_keys(const fs::path& keys, const LedgerId& ledger,
                                               const VerifierKey& current) {
  const auto text = keys.empty() ? ProofResult<std::string>("") : read_key_changes(keys, ledger);
  auto found = text ? former_keys(*text, current)
                    : ProofResult<std::vector<VerifierKey>>(std::unexpected(text.error()));
  if (found) {
    found->insert(found->begin(), current);
  }
  return found;
}

ProofResult<void> rotate_signing_key(const KeyRotation& where) {
  return change_over(where, true);
}

ProofResult<void> finish_key_rotation(const KeyRotation& where) {
  std::error_code fault;
  return fs::exists(where.next(), fault) ? change_over(where, false) : ProofResult<void>{};
}

}  // namespace langnghe::eventstore
