// Backups of a ledger that is written to, and of a vault whose keys are destroyed.

#include <atomic>
#include <fstream>
#include <mutex>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <backup/backup.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>
#include <vault/vault.hpp>

#include "ledger_check.hpp"
#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;
namespace fs = std::filesystem;
constexpr std::uint32_t kWriters = 3;

/// Threads that append until they are told to stop.
class Writers {
 public:
  explicit Writers(EventStore& store) {
    for (std::uint32_t writer = 0; writer < kWriters; ++writer) {
      threads_.emplace_back([this, &store, writer](const std::stop_token& stop) {
        for (std::uint32_t number = 0; !stop.stop_requested(); ++number) {
          const auto answer = store.append(numbered_commit({writer, number}));
          ASSERT_TRUE(answer.has_value()) << answer.error().context;
          const std::lock_guard lock(mutex_);
          acknowledged_.push_back({{writer, number}, answer->first.value});
        }
      });
    }
  }

  std::vector<Acknowledgement> acknowledged() {
    const std::lock_guard lock(mutex_);
    return acknowledged_;
  }

 private:
  std::mutex mutex_;  // guards what follows
  std::vector<Acknowledgement> acknowledged_;
  std::vector<std::jthread> threads_;  // last: ends first
};

class Backup : public ::testing::Test {
 protected:
  Backup() { store_ = open(data() / "ledger"); }

  static OpenedStore open(const fs::path& ledger) {
    auto store = open_rocksdb_store({.directory = ledger, .read_only = false});
    EXPECT_TRUE(store.has_value());
    return *std::move(store);
  }

  static std::unique_ptr<Vault> open_vault(const fs::path& folder) {
    auto vault = open_file_vault(
        {.directory = folder, .master_file = {}, .master_hex = std::string(64, 'a')});
    EXPECT_TRUE(vault.has_value());
    return std::move(*vault);
  }

  BackupMade back_up_now() {
    const auto made =
        back_up(*store_.maintenance,
                {.data = data(), .vault = data() / "vault", .files = {"anchor"}, .to = backups()});
    EXPECT_TRUE(made.has_value()) << made.error().what;
    return made.value_or(BackupMade{});
  }

  [[nodiscard]] RestoreOptions restoring() const {
    RestoreOptions options;
    options.from = backups();
    options.to = restored();
    options.ledger = "ledger";
    options.vault = "vault";
    return options;
  }

  void write_head(std::uint64_t size) const {
    fs::create_directories(data() / "anchor");
    std::ofstream(data() / "anchor/tan-quy-dong.checkpoint") << "origin\n" << size << "\nAAAA\n";
  }

  [[nodiscard]] fs::path data() const { return directory_.path() / "data"; }
  [[nodiscard]] fs::path backups() const { return directory_.path() / "backups"; }
  [[nodiscard]] fs::path restored() const { return directory_.path() / "restored"; }

  TemporaryDirectory directory_{Medium::memory};
  OpenedStore store_;
};

TEST_F(Backup, TakenWhileOthersWriteHoldsAllThatWasAcknowledgedBefore) {
  constexpr std::uint32_t kBackups = 4;
  std::vector<std::vector<Acknowledgement>> before;
  {
    Writers writers(*store_.store);
    for (std::uint32_t at = 0; at < kBackups; ++at) {
      before.push_back(writers.acknowledged());
      EXPECT_EQ(back_up_now().number, at + 1);
    }
    // A single backup is over in milliseconds, in which a busy machine may run none of the writers.
    EXPECT_GT(writers.acknowledged().size(), before.front().size()) << "nobody wrote meanwhile";
  }
  for (std::uint32_t at = 0; at < kBackups; ++at) {
    RestoreOptions options = restoring();
    options.number = at + 1;
    const auto done = restore(options);
    ASSERT_TRUE(done.has_value()) << done.error().what;
    check_ledger(*open(restored() / "ledger").store, before[at]);
    fs::remove_all(restored());
  }
}

// The server replaces its heads while it is backed up: what it is writing is gone a moment later.
TEST_F(Backup, AHeadThatIsJustBeingWrittenIsNoPartOfIt) {
  write_head(0);
  const auto draft = "tan-quy-dong.checkpoint.new-0123456789abcdef";
  std::ofstream(data() / "anchor" / draft) << "half of a he";
  const auto number = back_up_now().number;
  const auto anchor = backups() / "numbers" / std::to_string(number) / "anchor";
  EXPECT_TRUE(fs::exists(anchor / "tan-quy-dong.checkpoint"));
  EXPECT_FALSE(fs::exists(anchor / draft));
}

TEST_F(Backup, HeadsAreReplacedWhileTheyAreCopied) {
  write_head(0);
  const std::jthread replacing([this](const std::stop_token& stop) {
    const auto head = data() / "anchor/tan-quy-dong.checkpoint";
    for (int round = 0; !stop.stop_requested(); ++round) {
      const auto draft = head.string() + ".new-" + std::to_string(round);
      std::ofstream(draft) << "origin\n0\nAAAA\n";
      fs::rename(draft, head);
    }
  });
  for (std::uint32_t round = 1; round <= 20; ++round) {
    EXPECT_EQ(back_up_now().number, round);
  }
}

TEST_F(Backup, AnUndamagedLedgerHasNoFindings) {
  {
    Writers writers(*store_.store);
    while (writers.acknowledged().size() < 200) {
      std::this_thread::yield();
    }
    const auto beside = store_.maintenance->scrub({.threads = 2, .progress = {}});
    ASSERT_TRUE(beside.has_value());
    EXPECT_EQ(beside->findings_count, 0u);
  }
  const auto report = store_.maintenance->scrub({.threads = 2, .progress = {}});
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->findings_count, 0u);
  EXPECT_EQ(report->records, store_.store->size({"tan-quy-dong"}).value());
}

TEST_F(Backup, ADestroyedKeyComesBackFromNoBackup) {
  const auto vault = open_vault(data() / "vault");
  for (const auto* subject : {"kept", "destroyed", "destroyed-later"}) {
    ASSERT_TRUE(vault->create_key(subject).has_value());
  }
  back_up_now();
  ASSERT_TRUE(vault->destroy_key("destroyed").has_value());
  EXPECT_EQ(back_up_now().destroyed, 1u);
  ASSERT_TRUE(vault->destroy_key("destroyed-later").has_value());

  RestoreOptions options = restoring();
  options.number = 1;
  options.tombstones = data() / "vault";
  const auto done = restore(options);
  ASSERT_TRUE(done.has_value()) << done.error().what;
  EXPECT_EQ(done->destroyed, 2u);
  const auto again = open_vault(restored() / "vault");
  EXPECT_TRUE(again->create_key("kept").has_value());
  EXPECT_EQ(again->create_key("destroyed").error().code, VaultErrorCode::key_destroyed);
  EXPECT_EQ(again->create_key("destroyed-later").error().code, VaultErrorCode::key_destroyed);
}

TEST_F(Backup, AFullFolderIsNotRestoredInto) {
  back_up_now();
  fs::create_directories(restored() / "something");
  const auto refused = restore(restoring());
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, BackupError::Code::not_empty);
}

TEST_F(Backup, AnOlderBackupIsRefusedWhenALaterOneHoldsANewerHead) {
  ASSERT_TRUE(store_.store->append(numbered_commit({0, 0})).has_value());
  back_up_now();
  ASSERT_TRUE(store_.store->append(numbered_commit({0, 1})).has_value());
  write_head(store_.store->size({"tan-quy-dong"}).value());
  back_up_now();
  RestoreOptions options = restoring();
  options.number = 1;
  const auto refused = restore(options);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, BackupError::Code::behind_head);
  EXPECT_FALSE(fs::exists(restored()));
  options.lose_newer = true;
  EXPECT_TRUE(restore(options).has_value());
}

TEST_F(Backup, AChangedBitOfABackupIsFoundBeforeAnythingIsRestored) {
  ASSERT_TRUE(store_.store->append(numbered_commit({0, 0})).has_value());
  back_up_now();
  for (const auto& entry : fs::recursive_directory_iterator(backups() / "ledger/private/1")) {
    if (entry.path().extension() == ".log" && entry.file_size() > 0) {
      std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(static_cast<std::streamoff>(entry.file_size() / 2)).put('\x7f');
    }
  }
  const auto refused = restore(restoring());
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, BackupError::Code::damaged);
  EXPECT_FALSE(fs::exists(restored()));
}

TEST_F(Backup, AnotherVaultIsNotMixedIn) {
  ASSERT_TRUE(open_vault(data() / "vault")->create_key("one").has_value());
  back_up_now();
  fs::remove_all(data() / "vault");
  ASSERT_TRUE(open_vault(data() / "vault")->create_key("one").has_value());
  const auto refused =
      back_up(*store_.maintenance,
              {.data = data(), .vault = data() / "vault", .files = {}, .to = backups()});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, BackupError::Code::other_vault);
}

}  // namespace
}  // namespace langnghe::test
