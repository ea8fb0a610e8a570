// Attachments of a process that is killed or has no room, and in backups.

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <attachments/attachment_folder.hpp>
#include <backup/backup.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>

#include "ledger_check.hpp"
#include "numbered_commit.hpp"
#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;
namespace fs = std::filesystem;

const LedgerId kHere{"tan-quy-dong"};

std::string recording(std::size_t bytes, char fill) {
  std::string content("OggS\0\2", 6);
  content.resize(bytes, fill);
  return content;
}

class AttachmentCrash : public testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<Vault> open_vault() const {
    auto vault = open_file_vault({.directory = data() / "vault",
                                  .master_file = {},
                                  .master_hex = std::string(64, 'a'),
                                  .create_master = false});
    EXPECT_TRUE(vault) << vault.error().context;
    EXPECT_TRUE((*vault)->create_key(key_subject(kHere, "r-1")) ||
                (*vault)->create_key(key_subject(kHere, "r-1")).error().code ==
                    VaultErrorCode::key_destroyed);
    return std::move(*vault);
  }

  static AttachmentResult<StoredAttachment> put(Attachments& files, const std::string& content,
                                                const std::optional<std::string>& resident) {
    auto writer = files.begin(kHere, "audio/ogg", resident);
    if (!writer) {
      return std::unexpected(writer.error());
    }
    if (auto done = (*writer)->write(content); !done) {
      return std::unexpected(done.error());
    }
    return (*writer)->finish();
  }

  static std::optional<std::string> get(const Attachments& files, const std::string& hash) {
    auto reader = files.open(kHere, hash);
    if (!reader) {
      return std::nullopt;
    }
    std::string content;
    for (auto piece = (*reader)->next(); piece; piece = (*reader)->next()) {
      if (piece->empty()) {
        return content;
      }
      content += *piece;
    }
    return std::nullopt;
  }

  /// Runs in a process of its own, which ends with what `work` answers.
  template <class Work>
  static pid_t in_child(Work work) {
    const pid_t child = ::fork();
    if (child == 0) {
      ::_exit(work() ? 0 : 1);
    }
    return child;
  }

  [[nodiscard]] fs::path data() const { return directory_.path() / "data"; }
  [[nodiscard]] fs::path files() const { return data() / "files"; }
  [[nodiscard]] fs::path file(const std::string& hash) const {
    return files() / relative_path({kHere.value, hash, false});
  }

  TemporaryDirectory directory_;
};

TEST_F(AttachmentCrash, AKilledProcessLeavesWholeFilesOnlyAndAllItHasNamed) {
  const auto vault = open_vault();
  std::mt19937 chance(20210312);
  for (int round = 0; round < 15; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = in_child([&] {
      AttachmentFolder store({.directory = files()}, *vault);
      for (int i = 0;; ++i) {
        const auto size = static_cast<std::size_t>(200'000 + 1'000 * (i % 50));
        const auto stored = put(store, recording(size, static_cast<char>(i)),
                                i % 2 == 0 ? std::optional<std::string>("r-1") : std::nullopt);
        if (!stored || ::write(ends[1], stored->hash.data(), 64) != 64) {
          return false;
        }
      }
    });
    ASSERT_GT(child, 0);
    ::close(ends[1]);
    std::string hash(64, '\0');
    ASSERT_EQ(::read(ends[0], hash.data(), hash.size()), 64) << "nothing was stored";
    std::vector<std::string> answered{hash};
    ::usleep(static_cast<useconds_t>(20'000 + chance() % 60'000));
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "it ended by itself: " << status;
    const AttachmentFolder store({.directory = files()}, *vault);
    while (::read(ends[0], hash.data(), hash.size()) == 64) {
      answered.push_back(hash);
    }
    ::close(ends[0]);
    for (const auto& name : answered) {
      EXPECT_TRUE(get(store, name)) << "round " << round << ": " << name;
    }
    const auto listed = list_attachments(files());
    ASSERT_TRUE(listed);
    for (const auto& found : *listed) {
      EXPECT_TRUE(check_attachment(files(), found)) << "round " << round << ": " << found.hash;
    }
    EXPECT_FALSE(fs::exists(files() / kHere.value / "new")) << "drafts go at the next start";
  }
}

TEST_F(AttachmentCrash, WhereThereIsNoRoomNothingIsLeft) {
  const auto vault = open_vault();
  const pid_t child = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit most{100'000, 100'000};
    if (::setrlimit(RLIMIT_FSIZE, &most) != 0) {
      return false;
    }
    AttachmentFolder store({.directory = files()}, *vault);
    const auto small = put(store, recording(50'000, 'a'), "r-1");
    const auto large = put(store, recording(150'000, 'b'), "r-1");
    return small && !large && large.error().code == AttachmentErrorCode::disk_full;
  });
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  std::size_t found = 0;
  for (const auto& entry : fs::recursive_directory_iterator(files())) {
    found += entry.is_regular_file() ? 1u : 0u;
  }
  EXPECT_EQ(found, 1u);
}

class AttachmentBackup : public AttachmentCrash {
 protected:
  AttachmentBackup()
      : vault_(open_vault()), store_(open()), files_({.directory = files()}, *vault_) {
    EXPECT_TRUE(store_.store->append(numbered_commit({0, 0})));
  }

  [[nodiscard]] OpenedStore open() const {
    auto store = open_rocksdb_store({.directory = data() / "ledger", .read_only = false});
    EXPECT_TRUE(store) << store.error().context;
    return *std::move(store);
  }

  BackupMade back_up() {
    const auto made = eventstore::back_up(*store_.maintenance, {.data = data(),
                                                                .vault = data() / "vault",
                                                                .files = {},
                                                                .to = backups(),
                                                                .attachments = files()});
    EXPECT_TRUE(made) << made.error().what;
    return made.value_or(BackupMade{});
  }

  BackupResult<Restored> restore(std::uint32_t number = 0) {
    RestoreOptions options;
    options.from = backups();
    options.to = restored();
    options.ledger = "ledger";
    options.vault = "vault";
    options.attachments = "files";
    if (number > 0) {
      options.number = number;
    }
    return eventstore::restore(options);
  }

  static std::string content(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  [[nodiscard]] fs::path backups() const { return directory_.path() / "backups"; }
  [[nodiscard]] fs::path restored() const { return directory_.path() / "restored"; }
  [[nodiscard]] static fs::path below_files(const std::string& hash) {
    return "files" / relative_path({kHere.value, hash, false});
  }

  std::unique_ptr<Vault> vault_;
  OpenedStore store_;
  AttachmentFolder files_;
};

TEST_F(AttachmentBackup, BringsEveryFileBackAsItWas) {
  const auto sealed = put(files_, recording(200'000, 'a'), "r-1")->hash;
  EXPECT_EQ(back_up().attachments, 1u);
  const auto open = put(files_, recording(1'000, 'b'), std::nullopt)->hash;
  EXPECT_EQ(back_up().attachments, 2u);
  const auto done = restore();
  ASSERT_TRUE(done) << done.error().what;
  EXPECT_EQ(done->attachments, 2u);
  for (const auto& hash : {sealed, open}) {
    EXPECT_TRUE(content(restored() / below_files(hash)) == content(file(hash)));
  }
  fs::remove_all(restored());
  ASSERT_TRUE(restore(1));
  EXPECT_TRUE(fs::exists(restored() / below_files(sealed)));
  EXPECT_FALSE(fs::exists(restored() / below_files(open))) << "it came after backup 1";
}

TEST_F(AttachmentBackup, AFileOfAnErasedResidentDoesNotComeBack) {
  const auto gone = put(files_, recording(200'000, 'a'), "r-1")->hash;
  back_up();
  ASSERT_TRUE(vault_->destroy_key(key_subject(kHere, "r-1")));
  ASSERT_EQ(files_.erase_resident(kHere, "r-1"), 1u);
  back_up();
  EXPECT_FALSE(fs::exists(backups() / below_files(gone))) << "nor does the ciphertext stay";
  for (const std::uint32_t number : {1u, 2u}) {
    const auto done = restore(number);
    ASSERT_TRUE(done) << done.error().what;
    EXPECT_FALSE(fs::exists(restored() / below_files(gone)));
    EXPECT_TRUE(fs::exists((restored() / below_files(gone)).string() + ".erased"));
    fs::remove_all(restored());
  }
}

TEST_F(AttachmentBackup, ADamagedFileIsNotTakenOverAndADamagedCopyNotRestored) {
  const auto well = put(files_, recording(1'000, 'a'), "r-1")->hash;
  const auto ill = put(files_, recording(1'000, 'b'), "r-1")->hash;
  std::ofstream(file(ill), std::ios::binary) << "something else";
  const auto made = back_up();
  EXPECT_EQ(made.attachments, 1u);
  EXPECT_EQ(made.damaged_attachments, 1u);
  ASSERT_TRUE(restore());
  fs::remove_all(restored());
  std::ofstream(backups() / below_files(well), std::ios::binary) << "something else";
  const auto refused = restore();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, BackupError::Code::damaged);
  fs::remove(backups() / below_files(well));
  EXPECT_EQ(restore().error().code, BackupError::Code::damaged);
  EXPECT_FALSE(fs::exists(restored()));
}

}  // namespace
}  // namespace langnghe::test
