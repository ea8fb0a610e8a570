#include "checking/bundle_verify.hpp"

#include <algorithm>
#include <iostream>
#include <set>

#include <attachments/attachments.hpp>
#include <ledger/limits.hpp>
#include <services/say.hpp>
#include <transparency/key_change.hpp>
#include <transparency/stream_statement.hpp>

#include "checking/ledger_check.hpp"
#include "checking/log_source.hpp"
#include "checking/named_files.hpp"
#include "checking/published_head.hpp"
#include "checking/verify_fault.hpp"
#include "exporting/bundle_names.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace fs = std::filesystem;
namespace {

using Keys = std::vector<es::VerifierKey>;

/// The files of a bundle, of which each that is read is known from then on.
class Bundle {
 public:
  explicit Bundle(fs::path folder) : folder_(std::move(folder)), source_(folder_) {}

  std::optional<std::string> read(const std::string& name, std::size_t bytes_max) {
    known_.insert(folder_ / name);
    return source_.read(name, bytes_max);
  }

  std::string need(const std::string& name, std::size_t bytes_max = es::kNoteBytesMax) {
    auto bytes = read(name, bytes_max);
    if (!bytes) {
      refuse(name + std::string(say(": thiếu", ": is missing")));
    }
    return std::move(*bytes);
  }

  void refuse_others() const {
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
      const auto within = entry.path().lexically_relative(folder_);
      if (!entry.is_directory() && *within.begin() != "files" && !known_.contains(entry.path())) {
        refuse(within.string() +
               std::string(say(": không thuộc về gói này", ": does not belong to this bundle")));
      }
    }
  }

  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
  FolderLog source_;
  std::set<fs::path> known_;
};

template <class T>
T opened(es::ProofResult<T> result, const std::string& name) {
  if (!result) {
    refuse(name + ": " + result.error().context);
  }
  return std::move(*result);
}

/// The trusted key and those after it: the bundle brings the notes of its ledger's changes, each
/// signed by the key before.
Keys read_keys(Bundle& bundle, const TrustedKeys& trusted) {
  const auto log = read_key(trusted.log);
  const auto own = bundle.read("key-changes", es::kNoteBytesMax);
  const auto changes = opened(es::open_key_changes(own.value_or("")), "key-changes");
  auto keys =
      trusted.key_changes.empty() ? es::keys_through(log, changes) : keys_after(log, trusted);
  const auto shown = bundle.need("vkey");
  if (std::ranges::none_of(keys, [&](const auto& key) { return key.text() + '\n' == shown; })) {
    // Nothing unchecked is printed: it could be written for a terminal to obey.
    refuse(std::string(say("gói này mang khóa khác khóa anh/chị tin (vkey)",
                           "the bundle brings another key than the one you trust (vkey)")));
  }
  return keys;
}

es::StreamStatement read_statement(Bundle& bundle, const Keys& keys, const es::Checkpoint& head) {
  auto statement = opened(es::open_stream_statement(bundle.need("statement"), keys), "statement");
  if (statement.head.size != head.size || statement.head.root != head.root) {
    refuse(std::string(say("statement không nói về đầu sổ này: checkpoint là của lần xuất khác",
                           "the statement is not about this head: the checkpoint is another's")));
  }
  return statement;
}

/// One record: there, under this very head, at a place behind the one before; answers that place.
std::uint64_t check_record(Bundle& bundle, const std::string& note, const es::Checkpoint& head,
                           const std::string& name, es::ProvenRecord& read) {
  constexpr std::size_t kProofBytesMax = es::kRecordBytesMax * 2 + es::kNoteBytesMax;
  read = opened(es::parse_proven_record(bundle.need(name, kProofBytesMax)), name);
  if (read.receipt.checkpoint != note) {
    refuse(name + std::string(say(": bằng chứng theo đầu sổ khác", ": is under another head")));
  }
  if (!es::verify_inclusion(es::leaf_hash(read.record), read.receipt.index, head.size,
                            read.receipt.proof, head.root)) {
    refuse(name + std::string(say(": bản ghi này không có trong sổ đã ký ở chỗ ấy",
                                  ": this record is not in the signed ledger at that place")));
  }
  return read.receipt.index;
}

/// The names of the files that the records speak of.
std::set<std::string> check_records(Bundle& bundle, const std::string& note,
                                    const es::Checkpoint& head,
                                    const es::StreamStatement& statement) {
  std::set<std::string> files;
  RecordCheck check(ledger_of(head.origin));
  std::uint64_t next = 0;
  for (std::uint64_t version = 1; version <= statement.records; ++version) {
    const auto name = bundle_record(version);
    es::ProvenRecord read;
    const auto index = check_record(bundle, note, head, name, read);
    auto wrong = check.next(read.record);
    if (wrong.empty() && (index < next || es::parse(read.record)->stream != statement.stream)) {
      wrong = say("không phải bản ghi tiếp theo của hồ sơ này", "is not this stream's next record");
    }
    if (!wrong.empty()) {
      refuse(std::string(name).append(": ").append(wrong));
    }
    next = index + 1;
    for (auto& hash : es::references(read.record)) {
      files.insert(std::move(hash));
    }
  }
  return files;
}

}  // namespace

void verify_bundle(const fs::path& folder, const TrustedKeys& trusted) {
  Bundle bundle(folder);
  const auto keys = read_keys(bundle, trusted);
  const auto note = bundle.need("checkpoint");
  const auto witnesses = read_witnesses(trusted);
  const auto head = open_published_head(note, keys, witnesses, witnesses.needed);
  const auto statement = read_statement(bundle, keys, head.checkpoint);
  const auto files = check_records(bundle, note, head.checkpoint, statement);
  bundle.refuse_others();
  tell_witnesses(head);
  check_named_files(folder / "files", ledger_of(head.checkpoint.origin), files);
  std::cout << head.checkpoint.origin << " " << statement.stream << ": " << statement.records
            << say(" bản ghi, đủ và đúng với đầu sổ đã ký của ",
                   " records, all there are under the signed head of ")
            << head.checkpoint.size << '\n';
}

}  // namespace langnghe::tools
