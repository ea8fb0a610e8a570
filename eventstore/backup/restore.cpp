#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include <backup/backup.hpp>
#include <files/durable_file.hpp>
#include <rocksdb_engine/backups.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>
#include <vault/key_file.hpp>

#include "files_mirror.hpp"
#include "layout.hpp"
#include "mirror.hpp"
#include "small_files.hpp"

namespace langnghe::eventstore {
namespace {

namespace fs = std::filesystem;

std::unexpected<BackupError> refuse(BackupError::Code code, std::string what) {
  return std::unexpected(BackupError{code, std::move(what)});
}

/// Runs in the order restore() calls it; belongs to the caller's thread.
class Restoring {
 public:
  explicit Restoring(const RestoreOptions& options)
      : options_(options),
        folder_{options.from},
        to_((options.to / "").lexically_normal().parent_path()),
        staging_(to_.string() + ".restoring") {}

  BackupResult<void> check_target() const {
    std::error_code fault;
    const bool absent = !fs::exists(to_, fault);
    if (!fault && (absent || (fs::is_directory(to_, fault) && fs::is_empty(to_, fault)))) {
      return {};
    }
    return fault ? std::unexpected(unavailable("the target cannot be looked at", fault))
                 : BackupResult<void>(refuse(BackupError::Code::not_empty, to_.string()));
  }

  BackupResult<void> choose() {
    auto finished = list_backups(folder_.root);
    if (!finished) {
      return std::unexpected(std::move(finished.error()));
    }
    finished_ = std::move(*finished);
    if (finished_.empty()) {
      return refuse(BackupError::Code::none, folder_.root.string());
    }
    number_ = options_.number.value_or(finished_.back());
    if (!std::ranges::binary_search(finished_, number_)) {
      return refuse(BackupError::Code::none, "number " + std::to_string(number_));
    }
    return {};
  }

  BackupResult<void> verify() {
    if (auto verified = verify_ledger_backup(folder_.ledger(), number_); !verified) {
      return std::unexpected(to_backup_error(verified.error()));
    }
    auto sums = read_sums(folder_.of(number_) / kSumsFile);
    if (!sums) {
      return std::unexpected(sums.error());
    }
    attachments_ = take_attachments(*sums);
    if (auto verified = check_attachments(folder_.files(), attachments_); !verified) {
      return verified;
    }
    for (const auto& [path, sum] : *sums) {
      const auto content = read_whole(folder_.root / path);
      if (!content) {
        return refuse(BackupError::Code::damaged, path + ": " + content.error().what);
      }
      // A key may have become a tombstone since; nothing else may have changed.
      if (sha256_hex(*content) != sum &&
          !(path.starts_with("vault/") && kind_of(*content) == KeyFileKind::tombstone)) {
        return refuse(BackupError::Code::damaged, path);
      }
    }
    return {};
  }

  BackupResult<void> lay_out() {
    std::error_code fault;
    fs::remove_all(staging_, fault);
    if (!fault) {
      fault = make_directories(staging_);
    }
    if (fault) {
      return std::unexpected(unavailable("the data directory cannot be made", fault));
    }
    if (auto made = restore_ledger_backup(folder_.ledger(), number_, staging_ / options_.ledger);
        !made) {
      return std::unexpected(to_backup_error(made.error()));
    }
    if (auto copied = copy_files(folder_.of(number_), staging_, ""); !copied) {
      return copied;
    }
    fs::remove(staging_ / kSumsFile, fault);
    if (fault) {
      return std::unexpected(unavailable("a file cannot be removed", fault));
    }
    auto laid_out =
        lay_out_attachments(folder_.files(), staging_ / options_.attachments, attachments_);
    return laid_out ? lay_out_vault() : laid_out;
  }

  BackupResult<void> check_ledger() {
    const auto opened =
        open_rocksdb_store({.directory = staging_ / options_.ledger, .read_only = true});
    if (!opened) {
      return std::unexpected(to_backup_error(opened.error()));
    }
    const auto report = opened->maintenance->scrub({});
    if (!report) {
      return std::unexpected(to_backup_error(report.error()));
    }
    if (!report->findings.empty()) {
      const auto& first = report->findings.front();
      return refuse(BackupError::Code::damaged, first.where + ": " + first.what);
    }
    const auto ledgers = opened->store->ledgers();
    if (!ledgers) {
      return std::unexpected(to_backup_error(ledgers.error()));
    }
    for (const auto& ledger : *ledgers) {
      const auto size = opened->store->size(ledger);
      if (!size) {
        return std::unexpected(to_backup_error(size.error()));
      }
      restored_.ledgers.emplace(ledger.value, *size);
    }
    return {};
  }

  // Its own heads must be reached; newer ones, of later backups or given, may be given up when the
  // operator says so.
  BackupResult<void> check_heads() const {
    if (auto own = check_heads_in(folder_.of(number_) / kHeadsFolder); !own) {
      return own;
    }
    if (options_.lose_newer) {
      return {};
    }
    for (const std::uint32_t later : finished_) {
      if (later > number_) {
        if (auto reached = check_heads_in(folder_.of(later) / kHeadsFolder); !reached) {
          return reached;
        }
      }
    }
    for (const auto& head : options_.heads) {
      if (auto reached = check_head(head); !reached) {
        return reached;
      }
    }
    return {};
  }

  BackupResult<Restored> put_in_place() {
    std::error_code fault = make_directories(to_.parent_path());
    if (!fault) {
      fs::rename(staging_, to_, fault);
    }
    if (!fault) {
      fault = sync_directory(to_.parent_path());
    }
    if (fault) {
      return std::unexpected(unavailable("the data directory cannot be put in place", fault));
    }
    restored_.number = number_;
    restored_.attachments = attachments_.size();
    return std::move(restored_);
  }

  /// After a refusal; what cannot be removed is removed by the next restore.
  void clear() const {
    std::error_code ignored;
    fs::remove_all(staging_, ignored);
  }

 private:
  BackupResult<void> lay_out_vault() {
    const auto vault = staging_ / options_.vault;
    if (!options_.tombstones.empty()) {
      if (auto merged = merge_tombstones(options_.tombstones, vault); !merged) {
        return merged;
      }
    }
    const auto merged = merge_vault(folder_.vault(), vault);
    if (!merged) {
      return std::unexpected(merged.error());
    }
    if (merged->damaged > 0) {
      return refuse(BackupError::Code::damaged, "a key file");
    }
    restored_.keys = merged->keys;
    restored_.destroyed = merged->destroyed;
    return {};
  }

  BackupResult<void> check_heads_in(const fs::path& heads) const {
    const auto files = list_files(heads);
    if (!files) {
      return std::unexpected(files.error());
    }
    for (const auto& file : *files) {
      if (file.extension() == ".checkpoint") {
        if (auto reached = check_head(heads / file); !reached) {
          return reached;
        }
      }
    }
    return {};
  }

  // C2SP tlog-checkpoint: the origin, the size in decimal and the root, each on a line.
  BackupResult<void> check_head(const fs::path& file) const {
    const auto text = read_whole(file);
    if (!text) {
      return std::unexpected(text.error());
    }
    const std::size_t begin = std::min(text->find('\n'), text->size() - 1) + 1;
    const char* const last = text->data() + text->size();
    std::uint64_t size = 0;
    const auto read = std::from_chars(text->data() + begin, last, size);
    if (text->empty() || read.ec != std::errc{} || read.ptr == last || *read.ptr != '\n') {
      return refuse(BackupError::Code::damaged, "the head " + file.filename().string());
    }
    const auto ledger = restored_.ledgers.find(file.stem().string());
    const std::uint64_t reached = ledger == restored_.ledgers.end() ? 0 : ledger->second;
    return size <= reached ? BackupResult<void>{}
                           : refuse(BackupError::Code::behind_head,
                                    file.stem().string() + ": " + std::to_string(reached) + " < " +
                                        std::to_string(size));
  }

  const RestoreOptions& options_;
  const BackupFolder folder_;
  const fs::path to_;
  const fs::path staging_;  // beside `to`, so that one rename puts it in place
  std::vector<std::uint32_t> finished_;
  std::uint32_t number_ = 0;
  std::vector<AttachmentFile> attachments_;
  Restored restored_;
};

BackupResult<Restored> run(Restoring& restoring) {
  for (const auto step : {&Restoring::lay_out, &Restoring::check_ledger}) {
    if (auto done = (restoring.*step)(); !done) {
      return std::unexpected(std::move(done.error()));
    }
  }
  if (auto reached = restoring.check_heads(); !reached) {
    return std::unexpected(std::move(reached.error()));
  }
  return restoring.put_in_place();
}

}  // namespace

BackupResult<Restored> restore(const RestoreOptions& options) {
  Restoring restoring(options);
  if (auto empty = restoring.check_target(); !empty) {
    return std::unexpected(std::move(empty.error()));
  }
  if (auto chosen = restoring.choose(); !chosen) {
    return std::unexpected(std::move(chosen.error()));
  }
  if (auto verified = restoring.verify(); !verified) {
    return std::unexpected(std::move(verified.error()));
  }
  auto restored = run(restoring);
  if (!restored) {
    restoring.clear();
  }
  return restored;
}

}  // namespace langnghe::eventstore
