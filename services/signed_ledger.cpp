#include <stdexcept>

#include <services/directory_checks.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>
#include <services/signed_ledger.hpp>
#include <transparency/anchor.hpp>
#include <transparency/cosigning.hpp>
#include <transparency/key_change.hpp>

namespace langnghe::tools {
namespace es = eventstore;
namespace {

[[noreturn]] void refuse(const es::ProofError& error) {
  const bool changed = error.code == es::ProofErrorCode::ledger_cut ||
                       error.code == es::ProofErrorCode::ledger_differs;
  const auto what =
      changed ? say("sổ cái không còn đúng với đầu sổ đã ký; không phục vụ. Hãy khôi phục bản sao "
                    "lưu mới nhất, và báo cho người giám sát",
                    "the ledger is not what its signed head stands for; it is not served. Restore "
                    "the newest backup, and tell the supervisors")
              : say("không ký được sổ cái", "the ledger cannot be signed");
  throw std::runtime_error(std::string(what) + " (" + error.context + ")");
}

[[noreturn]] void nothing_signed(const std::string& ledger) {
  throw std::runtime_error(std::string(say("sổ cái này chưa được ký lần nào; hãy chạy langnghe "
                                           "serve một lần",
                                           "nothing of this ledger is signed yet; run langnghe "
                                           "serve once")) +
                           " (" + ledger + ")");
}

es::SigningKey load_key(const DataDirectory& data, bool make) {
  if (make) {
    make_private(data.root);
    make_private(data.signing_key().parent_path());
  }
  auto key = es::SigningKey::load(data.signing_key(), make);
  if (!key) {
    throw std::runtime_error(std::string(say("không đọc được khóa ký sổ cái; hãy lấy lại từ bản "
                                             "sao lưu",
                                             "the key that signs the ledger cannot be read; take "
                                             "it from the backup")) +
                             " (" + key.error().context + ")");
  }
  return std::move(*key);
}

}  // namespace

std::unique_ptr<es::Transparency> start_log(es::LedgerReader& store, const DataDirectory& data,
                                            es::Supervisor* supervisor) {
  require_anchors(data, store);
  const es::KeyRotation rotation{.keys = data.keys(), .anchor = data.anchor()};
  if (const auto ended = es::finish_key_rotation(rotation); !ended) {
    refuse(ended.error());
  }
  // A new key beside heads of an old one would make them worthless: never made then.
  auto key = load_key(data, !std::filesystem::exists(data.anchor()));
  es::AnchorCheck check;
  check.anchor = data.anchor();
  check.proof = data.proof();
  check.public_key = key.public_key();
  check.keys = data.keys();
  // The records at the end are not where it was: all are looked at, until all are well again.
  const bool suspicious = std::filesystem::exists(data.found_differing());
  check.depth = suspicious ? es::AnchorDepth::whole : es::AnchorDepth::tail;
  if (const auto checked = es::check_against_anchor(store, check); !checked) {
    refuse(checked.error());
  }
  if (suspicious) {
    std::filesystem::remove(data.found_differing());
  }
  es::TransparencyOptions options;
  options.proof = data.proof();
  options.anchor = data.anchor();
  options.keys = data.keys();
  options.supervisor = supervisor;
  auto log = es::Transparency::start(store, std::move(key), options);
  if (!log) {
    refuse(log.error());
  }
  return std::move(*log);
}

namespace {

/// Opens a note of the ledger with whichever of its keys signed it.
SignedHead open_head(const DataDirectory& data, const es::LedgerId& ledger, std::string note) {
  const auto current =
      load_key(data, false)
          .verifier(es::log_origin(es::kOriginPrefix, ledger), es::SignatureKind::ed25519);
  const auto keys = proven(es::all_keys(data.keys(), ledger, current));
  auto checkpoint = proven(es::open_checkpoint(note, keys));
  const auto signed_by = proven(es::verify_note(proven(es::parse_note(note)), keys));
  return {std::move(note), std::move(checkpoint), signed_by.front().key, keys};
}

std::optional<SignedHead> read_head(const DataDirectory& data, const es::LedgerId& ledger,
                                    const std::filesystem::path& file) {
  auto note = proven(es::read_cosigned(file));
  return note ? std::optional(open_head(data, ledger, std::move(*note))) : std::nullopt;
}

}  // namespace

std::optional<SignedHead> last_head(const DataDirectory& data, const es::LedgerId& ledger) {
  auto note = proven(es::read_anchor(data.anchor(), ledger));
  if (!note) {
    return std::nullopt;
  }
  auto head = open_head(data, ledger, std::move(*note));
  // The same head with what witnesses have added to it.
  for (const auto& file :
       {es::cosigned_file(data.anchor(), ledger), es::witnessed_file(data.anchor(), ledger)}) {
    if (auto seen = read_head(data, ledger, file); seen && seen->checkpoint == head.checkpoint) {
      return seen;
    }
  }
  return head;
}

std::optional<SignedHead> witnessed_head(const DataDirectory& data, const es::LedgerId& ledger) {
  return read_head(data, ledger, es::witnessed_file(data.anchor(), ledger));
}

std::string compare(const es::Checkpoint& head, const es::MemoryHashes& hashes) {
  if (hashes.size() < head.size) {
    return "the signed head stands for " + std::to_string(head.size) + " records, there are " +
           std::to_string(hashes.size());
  }
  const auto root = es::tree_root(head.size, es::nodes_of(hashes));
  return root && *root == head.root ? "" : "the records do not give the root of the signed head";
}

std::unique_ptr<SignedLedger> open_signed_ledger(es::LedgerReader& store, const DataDirectory& data,
                                                 const es::LedgerId& ledger, bool witnessed) {
  auto head = witnessed ? witnessed_head(data, ledger) : last_head(data, ledger);
  if (!head) {
    nothing_signed(ledger.value);
  }
  auto opened = std::make_unique<SignedLedger>(ledger, std::move(*head));
  for_each_record(store, ledger, 0, opened->head.checkpoint.size, [&](const es::Record& record) {
    opened->hashes.append(es::leaf_hash(record.bytes));
  });
  if (const auto wrong = compare(opened->head.checkpoint, opened->hashes); !wrong.empty()) {
    refuse({es::ProofErrorCode::ledger_differs, wrong});
  }
  return opened;
}

}  // namespace langnghe::tools
