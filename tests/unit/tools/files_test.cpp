// Attachments that records name: found for the sweep, checked by doctor, taken along by an export.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <attachments/attachment_folder.hpp>
#include <following/supervisor.hpp>
#include <ledger/memory_store.hpp>
#include <rocksdb_engine/rocksdb_store.hpp>
#include <services/file_sweep.hpp>
#include <services/signed_ledger.hpp>

#include "checking/file_check.hpp"
#include "commit_builder.hpp"
#include "exporting/tlog_export.hpp"
#include "temporary_directory.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;
namespace fs = std::filesystem;
using std::chrono::seconds;
using std::chrono::steady_clock;

/// An event that names a file as the codec writes it.
NewEvent naming(const std::string& hash, std::uint64_t number) {
  auto made = event("issue-" + std::to_string(number), number);
  made.data = R"({"scan":{"bytes":10,"hash":")" + hash + R"(","media_type":"image/jpeg"}})";
  return made;
}

class Files : public testing::Test {
 protected:
  Files() {
    auto opened = open_rocksdb_store({.directory = data_.ledger(), .read_only = false});
    EXPECT_TRUE(opened) << opened.error().context;
    store_ = std::move(opened->store);
    EXPECT_TRUE(vault_->create_key(key_subject(kWard, "r-1")));
  }

  std::string put(char fill) {
    auto writer = files_.begin(kWard, "image/jpeg", "r-1");
    EXPECT_TRUE(writer);
    EXPECT_TRUE((*writer)->write("\xFF\xD8\xFF" + std::string(100'000, fill)));
    return (*writer)->finish()->hash;
  }

  void name_it(const std::string& hash) {
    const auto number = ++commits_;
    ASSERT_TRUE(store_->append(commit("key-" + std::to_string(number), {naming(hash, number)})));
  }

  [[nodiscard]] fs::path path(const std::string& hash) const {
    return data_.files() / relative_path({kWard.value, hash, false});
  }

  void make_older(const std::string& hash) const {
    const timespec times[2] = {{1'600'000'000, 0}, {1'600'000'000, 0}};
    ASSERT_EQ(::utimensat(AT_FDCWD, path(hash).c_str(), times, 0), 0);
  }

  TemporaryDirectory directory_;
  const tools::DataDirectory data_{directory_.path() / "data"};
  std::unique_ptr<Vault> vault_ = make_memory_vault();
  std::unique_ptr<EventStore> store_;
  AttachmentFolder files_{{.directory = data_.files()}, *vault_};
  std::uint64_t commits_ = 0;
};

TEST_F(Files, ALedgerIsReadOnFromWhereItWasRead) {
  tools::ReferencedFiles referenced;
  const auto read_on = [&] {
    const Records all(*store_, kWard, {0}, *store_->size(kWard));
    EXPECT_TRUE(referenced.take(all.between(referenced.checkpoint(), all.end())));
    return referenced.hashes();
  };
  EXPECT_TRUE(read_on().empty());
  const std::string first(64, 'a');
  const std::string second(64, 'b');
  name_it(first);
  EXPECT_EQ(read_on(), std::set{first});
  name_it(second);
  EXPECT_EQ(read_on(), (std::set{first, second}));
  EXPECT_EQ(read_on(), (std::set{first, second}));
  EXPECT_EQ(referenced.checkpoint(), Position{2}) << "each record once";
}

TEST_F(Files, TheSweepAtTheStartRemovesWhatNoRecordNames) {
  const auto named = put('a');
  const auto forgotten = put('b');
  const auto fresh = put('c');
  name_it(named);
  make_older(named);
  make_older(forgotten);
  Supervisor supervisor(*store_);
  const tools::FileSweep sweep(*store_, files_, {24}, supervisor);
  const auto deadline = steady_clock::now() + seconds(20);
  while (fs::exists(path(forgotten)) && steady_clock::now() < deadline) {
    std::this_thread::yield();
  }
  EXPECT_FALSE(fs::exists(path(forgotten)));
  EXPECT_TRUE(fs::exists(path(named)));
  EXPECT_TRUE(fs::exists(path(fresh)));
}

TEST_F(Files, DoctorFindsWhatIsMissingAndWhatIsDamaged) {
  const auto named = put('a');
  name_it(named);
  put('b');
  EXPECT_TRUE(tools::check_files(*store_, data_));
  fs::rename(path(named), directory_.path() / "aside");
  EXPECT_FALSE(tools::check_files(*store_, data_)) << "missing";
  std::ofstream(path(named)) << "something else";
  EXPECT_FALSE(tools::check_files(*store_, data_)) << "damaged";
  fs::rename(directory_.path() / "aside", path(named));
  EXPECT_TRUE(tools::check_files(*store_, data_));
  ASSERT_TRUE(files_.erase_resident(kWard, "r-1"));
  EXPECT_TRUE(tools::check_files(*store_, data_)) << "erased is not missing";
}

TEST_F(Files, AnExportTakesTheFilesAlongThatItsRecordsName) {
  const auto named = put('a');
  const auto other = put('b');
  name_it(named);
  const auto log = tools::start_log(*store_, data_);
  const auto deadline = steady_clock::now() + seconds(20);
  while (log->published(kWard) < 1 && steady_clock::now() < deadline) {
    std::this_thread::yield();
  }
  const auto source = tools::open_signed_ledger(*store_, data_, kWard);
  const auto to = directory_.path() / "export";
  tools::write_tlog(*store_, *source, data_, to);
  const auto exported = list_attachments(to / "files");
  ASSERT_TRUE(exported);
  EXPECT_EQ(*exported, (std::vector<AttachmentFile>{{kWard.value, named, false}}));
  EXPECT_TRUE(check_attachment(to / "files", exported->front()));
  ASSERT_TRUE(files_.erase_resident(kWard, "r-1"));
  tools::write_tlog(*store_, *source, data_, directory_.path() / "again");
  EXPECT_TRUE(list_attachments(directory_.path() / "again" / "files")->front().erased);
  fs::remove(path(named).string() + ".erased");
  EXPECT_THROW(tools::write_tlog(*store_, *source, data_, directory_.path() / "third"),
               std::runtime_error);
}

}  // namespace
}  // namespace langnghe::test
