// Limits, faults, the sweep and erasure.
#include <algorithm>
#include <cerrno>
#include <chrono>

#include <fcntl.h>
#include <sys/stat.h>

#include "attachment_fixture.hpp"

namespace langnghe::test {
namespace {

using Codes = AttachmentErrorCode;
using std::chrono::hours;
using std::chrono::system_clock;

void make_older(const std::filesystem::path& file, hours by) {
  const auto then = system_clock::to_time_t(system_clock::now() - by);
  const timespec times[2] = {{then, 0}, {then, 0}};
  ASSERT_EQ(::utimensat(AT_FDCWD, file.c_str(), times, 0), 0);
}

TEST_F(AttachmentTest, OnlyTheTypesThatAreAllowedAreTaken) {
  auto few = options();
  few.media_types = {"application/pdf"};
  AttachmentFolder files(few, *vault_);
  EXPECT_EQ(put(files, picture(10), std::nullopt).error().code, Codes::type_not_allowed);
  EXPECT_EQ(put(files, "<html>", std::nullopt, "text/html").error().code, Codes::type_not_allowed);
  EXPECT_TRUE(put(files, "%PDF-1.7 …", std::nullopt, "application/pdf"));
}

TEST_F(AttachmentTest, TheBytesMustBeOfTheDeclaredType) {
  AttachmentFolder files(options(), *vault_);
  for (const auto* content : {"", "x", "<html><script>", "%PDF-1.7"}) {
    for (const auto& resident : {std::optional<std::string>(), std::optional<std::string>("r-1")}) {
      EXPECT_EQ(put(files, content, resident).error().code, Codes::type_mismatch) << content;
    }
  }
  EXPECT_EQ(put(files, std::string(500'000, 'x'), std::nullopt).error().code, Codes::type_mismatch);
  EXPECT_TRUE(all_files().empty());
}

TEST_F(AttachmentTest, TheLimitIsOfTheContentToTheByte) {
  auto small = options();
  small.bytes_max = 200'000;
  AttachmentFolder files(small, *vault_);
  EXPECT_TRUE(put(files, picture(200'000), "r-1"));
  EXPECT_EQ(put(files, picture(200'001), "r-1").error().code, Codes::too_large);
  EXPECT_EQ(put(files, picture(200'001), std::nullopt).error().code, Codes::too_large);
  EXPECT_EQ(all_files().size(), 1u) << "what was begun is taken away";
}

TEST_F(AttachmentTest, AnUploadThatIsGivenUpLeavesNothing) {
  AttachmentFolder files(options(), *vault_);
  {
    auto writer = files.begin(kTheWard, kJpeg, "r-1");
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->write(picture(300'000)));
    EXPECT_EQ(all_files().size(), 1u) << "it is on its way";
  }
  EXPECT_TRUE(all_files().empty());
}

TEST_F(AttachmentTest, WhatAKilledProcessLeftIsNoFileAndGoesAtTheNextStart) {
  std::filesystem::create_directories(folder_ / kTheWard.value / "new");
  put_bytes(folder_ / kTheWard.value / "new" / "0123", picture(1000));
  EXPECT_TRUE(list_attachments(folder_)->empty());
  const AttachmentFolder files(options(), *vault_);
  EXPECT_TRUE(all_files().empty());
}

TEST_F(AttachmentTest, AFailedSyncLeavesNoFile) {
  for (int fails = 1; fails <= 2; ++fails) {  // of the bytes, then of the folder
    for (const int fault : {EIO, ENOSPC}) {
      auto failing = options();
      failing.sync = [&, count = 0](int) mutable {
        errno = fault;
        return ++count == fails ? -1 : 0;
      };
      AttachmentFolder files(failing, *vault_);
      const auto stored = put(files, picture(100'000), "r-1");
      ASSERT_FALSE(stored);
      EXPECT_EQ(stored.error().code, fault == EIO ? Codes::unavailable : Codes::disk_full);
      EXPECT_TRUE(all_files().empty());
    }
  }
}

TEST_F(AttachmentTest, AFailedSyncTakesNothingAwayThatWasThere) {
  const auto content = picture(1000);
  AttachmentFolder files(options(), *vault_);
  const auto stored = put(files, content, std::nullopt);
  ASSERT_TRUE(stored);
  auto failing = options();
  failing.sync = [count = 0](int) mutable { return ++count == 2 ? -1 : 0; };
  AttachmentFolder broken(failing, *vault_);
  EXPECT_FALSE(put(broken, content, std::nullopt));
  EXPECT_EQ(get(files, stored->hash), content);
}

TEST_F(AttachmentTest, WhatIsNoHashNamesNothing) {
  AttachmentFolder files(options(), *vault_);
  ASSERT_TRUE(put(files, picture(10), std::nullopt));
  for (const std::string& name :
       {std::string(), std::string("../../accounts.json"), std::string(63, 'a'),
        std::string(65, 'a'), std::string(64, 'A'), std::string(64, 'a')}) {
    EXPECT_EQ(get(files, name).error().code, Codes::not_there) << name;
    EXPECT_EQ(files.owner_of(kTheWard, name).error().code, Codes::not_there) << name;
    EXPECT_EQ(files.claim(kTheWard, name).error().code, Codes::not_there) << name;
  }
}

TEST_F(AttachmentTest, TheSweepTakesWhatIsOldAndNamedByNobody) {
  AttachmentFolder files(options(), *vault_);
  const auto named = put(files, picture(100), "r-1")->hash;
  const auto forgotten = put(files, picture(101), "r-1")->hash;
  const auto claimed = put(files, picture(102), std::nullopt)->hash;
  const auto fresh = put(files, picture(103), std::nullopt)->hash;
  for (const auto& hash : {named, forgotten, claimed}) {
    make_older(path(hash), hours(25));
  }
  ASSERT_TRUE(files.claim(kTheWard, claimed));
  const auto before = system_clock::now() - hours(24);
  int asked = 0;
  const auto referenced = [&]() -> AttachmentResult<std::set<std::string>> {
    ++asked;
    return std::set{named};
  };
  EXPECT_EQ(files.sweep(kTheWard, before, referenced), 1u);
  EXPECT_EQ(get(files, forgotten).error().code, Codes::not_there);
  for (const auto& hash : {named, claimed, fresh}) {
    EXPECT_TRUE(get(files, hash)) << hash;
  }
  EXPECT_EQ(files.sweep({"phuong-khac"}, before, referenced), 0u);
  EXPECT_EQ(asked, 1) << "a ledger is not read when there is nothing to remove";
}

TEST_F(AttachmentTest, NothingIsSweptWhenTheLedgerCannotBeRead) {
  AttachmentFolder files(options(), *vault_);
  const auto hash = put(files, picture(100), std::nullopt)->hash;
  make_older(path(hash), hours(48));
  const auto unreadable = []() -> AttachmentResult<std::set<std::string>> {
    return std::unexpected(AttachmentError{Codes::unavailable, "a record"});
  };
  EXPECT_FALSE(files.sweep(kTheWard, system_clock::now(), unreadable));
  EXPECT_TRUE(get(files, hash));
}

// An act claims a file after the sweep has looked at the ledger, and before it removes.
TEST_F(AttachmentTest, AFileThatIsClaimedDuringTheSweepStays) {
  AttachmentFolder files(options(), *vault_);
  const auto hash = put(files, picture(100), std::nullopt)->hash;
  make_older(path(hash), hours(48));
  const auto meanwhile = [&]() -> AttachmentResult<std::set<std::string>> {
    EXPECT_TRUE(files.claim(kTheWard, hash));
    return std::set<std::string>();
  };
  EXPECT_EQ(files.sweep(kTheWard, system_clock::now() - hours(24), meanwhile), 0u);
  EXPECT_TRUE(get(files, hash));
}

TEST_F(AttachmentTest, ErasingAResidentTakesTheirCiphertextAway) {
  AttachmentFolder files(options(), *vault_);
  const auto first = put(files, picture(100), "r-1")->hash;
  const auto second = put(files, picture(200'000), "r-1")->hash;
  const auto other = put(files, picture(100), "r-2")->hash;
  const auto open = put(files, picture(100), std::nullopt)->hash;
  auto names = *files.of_resident(kTheWard, "r-1");
  std::ranges::sort(names);
  std::vector<std::string> expected{first, second};
  std::ranges::sort(expected);
  EXPECT_EQ(names, expected);
  EXPECT_EQ(files.erase_resident(kTheWard, "r-1"), 2u);
  EXPECT_EQ(get(files, first).error().code, Codes::erased);
  EXPECT_EQ(files.owner_of(kTheWard, second).error().code, Codes::erased);
  EXPECT_FALSE(std::filesystem::exists(path(first)));
  EXPECT_TRUE(get(files, other) && get(files, open));
  EXPECT_EQ(files.erase_resident(kTheWard, "r-1"), 0u);
  const auto left = list_attachments(folder_);
  EXPECT_EQ(std::ranges::count(*left, true, &AttachmentFile::erased), 2);
}

TEST_F(AttachmentTest, ACopyIsWholeAndAnErasedFileDoesNotComeBack) {
  AttachmentFolder files(options(), *vault_);
  const auto to = directory_.path() / "copy";
  const auto hash = put(files, picture(200'000), "r-1")->hash;
  const AttachmentFile file{kTheWard.value, hash, false};
  ASSERT_TRUE(copy_attachment(folder_, to, file));
  EXPECT_EQ(bytes_of_file(to / relative_path(file)), bytes_of_file(path(hash)));
  EXPECT_FALSE(std::filesystem::exists(to / kTheWard.value / "new"));
  ASSERT_TRUE(copy_attachment(folder_, to, {kTheWard.value, hash, true}));
  EXPECT_FALSE(std::filesystem::exists(to / relative_path(file)));
  ASSERT_TRUE(copy_attachment(folder_, to, file));
  EXPECT_FALSE(std::filesystem::exists(to / relative_path(file))) << "the mark stays";
  put_bytes(path(hash), "damaged");
  const auto elsewhere = directory_.path() / "elsewhere";
  EXPECT_EQ(copy_attachment(folder_, elsewhere, file).error().code, Codes::damaged);
  EXPECT_TRUE(list_attachments(elsewhere)->empty());
}

TEST(AttachmentReferences, AreTheHashesThatRecordsName) {
  const std::string a(64, 'a');
  const std::string b(64, 'b');
  const std::string one = R"({"bytes":12,"hash":")" + a + R"(","media_type":"image/jpeg"})";
  EXPECT_EQ(references(R"({"data":{"scan":)" + one + "}}"), std::vector{a});
  EXPECT_EQ(possible_references(R"({"data":{"scan":)" + one + "}}"), std::vector{a});
  const std::string two = R"({"bytes":1,"hash":")" + b + R"(","media_type":"audio/ogg"})";
  EXPECT_EQ(references("[" + one + "," + two + "]"), (std::vector{a, b}));
  // Another member of that name is a reference for the sweep alone.
  const std::string other = R"({"data":{"hash":")" + a + R"("}})";
  EXPECT_TRUE(references(other).empty());
  EXPECT_EQ(possible_references(other), std::vector{a});
  // A text that somebody wrote, quotes escaped as JSON has them, is none.
  const std::string quoted =
      R"({"words":"\"bytes\":1,\"hash\":\")" + a + R"(\",\"media_type\":\"x"})";
  EXPECT_TRUE(references(quoted).empty());
  EXPECT_TRUE(possible_references(quoted).empty());
  EXPECT_TRUE(possible_references(R"({"figures_hash":")" + a + R"("})").empty());
  EXPECT_TRUE(possible_references(R"({"hash":"abc"})").empty());
  EXPECT_TRUE(possible_references(R"({"hash":")").empty());
}

}  // namespace
}  // namespace langnghe::test
