#include "accounts/account_file.hpp"

#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "scratch.hpp"

namespace langnghe::api::test {
namespace {

AccountFile::Change add(const std::string& user) {
  return [user](AccountBook& book) -> std::expected<void, AccountError> {
    book[{"ward", user}].password_hash = "h";
    return {};
  };
}

TEST(AccountFile, IsEmptyWhereThereIsNoFile) {
  const Scratch scratch;
  AccountFile file(scratch.file());
  ASSERT_TRUE(file.read());
  EXPECT_TRUE(file.read()->book.empty());
  EXPECT_FALSE(std::filesystem::exists(scratch.file()));
}

TEST(AccountFile, OnlyItsOwnerMayReadIt) {
  const Scratch scratch;
  AccountFile file(scratch.file());
  // A file that a crash left behind must not lend its mode or its bytes.
  std::ofstream(scratch.directory() / "accounts.json.new") << std::string(5000, 'x');
  std::filesystem::permissions(scratch.directory() / "accounts.json.new",
                               std::filesystem::perms::all);
  ASSERT_TRUE(file.update(add("a")));
  struct stat found{};
  ASSERT_EQ(::stat(scratch.file().c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777U, 0600U);
  EXPECT_TRUE(book_from_json(scratch.text()));
  EXPECT_FALSE(std::filesystem::exists(scratch.directory() / "accounts.json.new"));
}

TEST(AccountFile, IsNotReadAgainWhileItIsTheSame) {
  const Scratch scratch;
  AccountFile file(scratch.file());
  ASSERT_TRUE(file.update(add("a")));
  const auto first = file.read();
  EXPECT_EQ(first, file.read());
  AccountFile other(scratch.file());
  ASSERT_TRUE(other.update(add("b")));
  EXPECT_NE(first, file.read());
  EXPECT_EQ(file.read()->book.size(), 2U);
  EXPECT_EQ(first->book.size(), 1U);
}

TEST(AccountFile, NoticesEveryReplacementHoweverQuick) {
  const Scratch scratch;
  AccountFile reader(scratch.file());
  AccountFile writer(scratch.file());
  for (int i = 0; i < 50; ++i) {
    // The same size each time; within one tick of the file system's clock the times agree too.
    ASSERT_TRUE(writer.update([i](AccountBook& book) -> std::expected<void, AccountError> {
      book[{"ward", "a"}].password_hash = std::to_string(100 + i);
      return {};
    }));
    ASSERT_EQ(reader.read()->book.at({"ward", "a"}).password_hash, std::to_string(100 + i));
  }
}

TEST(AccountFile, ABrokenFileLeavesTheVersionBeforeInForce) {
  const Scratch scratch;
  AccountFile file(scratch.file());
  ASSERT_TRUE(file.update(add("a")));
  scratch.write("{");
  EXPECT_EQ(file.read()->book.size(), 1U);
  EXPECT_EQ(file.update(add("b")).error(), AccountError::unavailable);
  EXPECT_EQ(scratch.text(), "{");
}

TEST(AccountFile, ARefusedChangeWritesNothing) {
  const Scratch scratch;
  AccountFile file(scratch.file());
  ASSERT_TRUE(file.update(add("a")));
  const std::string before = scratch.text();
  const auto refused = file.update([](AccountBook& book) -> std::expected<void, AccountError> {
    book.clear();
    return std::unexpected(AccountError::unknown_user);
  });
  EXPECT_EQ(refused.error(), AccountError::unknown_user);
  EXPECT_EQ(scratch.text(), before);
  EXPECT_EQ(file.read()->book.size(), 1U);
}

TEST(AccountFile, ADirectoryThatIsNotThereIsAnAnswer) {
  const Scratch scratch;
  AccountFile file(scratch.directory() / "absent" / "accounts.json");
  EXPECT_EQ(file.update(add("a")).error(), AccountError::unavailable);
}

}  // namespace
}  // namespace langnghe::api::test
