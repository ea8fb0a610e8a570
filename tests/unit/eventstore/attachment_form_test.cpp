// Stored files: what comes back, and what is never handed out.
#include <algorithm>

#include <sodium.h>

#include "attachment_fixture.hpp"
#include "attachments/media_type.hpp"

namespace langnghe::test {
namespace {

constexpr std::size_t kPiece = 64 * 1024;

std::string sha256_of(std::string_view bytes) {
  unsigned char digest[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(digest, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  char text[sizeof digest * 2 + 1];
  return sodium_bin2hex(text, sizeof text, digest, sizeof digest);
}

TEST_F(AttachmentTest, WhatIsStoredComesBackWhateverItsLength) {
  AttachmentFolder files(options(), *vault_);
  for (const std::size_t bytes : {std::size_t{4}, std::size_t{5}, kPiece - 1, kPiece, kPiece + 1,
                                  2 * kPiece, 3 * kPiece + 7}) {
    const auto content = picture(bytes);
    for (const auto& resident : {std::optional<std::string>(), std::optional<std::string>("r-1")}) {
      const auto stored = put(files, content, resident);
      ASSERT_TRUE(stored) << stored.error().context;
      EXPECT_EQ(stored->bytes, bytes);
      EXPECT_EQ(stored->sealed, resident.has_value());
      EXPECT_EQ(get(files, stored->hash), content);
      const auto reader = files.open(kTheWard, stored->hash);
      ASSERT_TRUE(reader);
      EXPECT_EQ((*reader)->facts().bytes, bytes);
      EXPECT_EQ((*reader)->facts().media_type, kJpeg);
      EXPECT_EQ((*reader)->facts().sealed, resident.has_value());
    }
  }
}

TEST_F(AttachmentTest, TheNameIsTheHashOfTheStoredBytes) {
  AttachmentFolder files(options(), *vault_);
  for (const auto& resident : {std::optional<std::string>(), std::optional<std::string>("r-1")}) {
    const auto stored = put(files, picture(200'000), resident);
    ASSERT_TRUE(stored);
    EXPECT_EQ(sha256_of(bytes_of_file(path(stored->hash))), stored->hash);
    EXPECT_EQ(stored->hash.size(), 64u);
    EXPECT_TRUE(check_attachment(folder_, {kTheWard.value, stored->hash, false}));
  }
}

TEST_F(AttachmentTest, AnUnsealedFileIsTheFileItself) {
  AttachmentFolder files(options(), *vault_);
  const auto content = picture(100'000);
  const auto stored = put(files, content, std::nullopt);
  ASSERT_TRUE(stored);
  EXPECT_EQ(bytes_of_file(path(stored->hash)), content);
  EXPECT_EQ(put(files, content, std::nullopt)->hash, stored->hash);
  EXPECT_EQ(all_files().size(), 1u);
}

TEST_F(AttachmentTest, EqualScansOfTwoPeopleCannotBeToldToBeEqual) {
  AttachmentFolder files(options(), *vault_);
  const auto content = picture(100'000);
  const auto first = put(files, content, "r-1");
  const auto again = put(files, content, "r-1");
  const auto other = put(files, content, "r-2");
  ASSERT_TRUE(first && again && other);
  EXPECT_NE(first->hash, again->hash);
  EXPECT_NE(first->hash, other->hash);
  EXPECT_NE(bytes_of_file(path(first->hash)).substr(512, 4096),
            bytes_of_file(path(other->hash)).substr(512, 4096));
}

TEST_F(AttachmentTest, NothingOfASealedFileIsReadableOnTheDisk) {
  AttachmentFolder files(options(), *vault_);
  const auto content = picture(150'000);
  ASSERT_TRUE(put(files, content, "r-1"));
  const auto found = all_files();
  ASSERT_EQ(found.size(), 1u);
  const auto stored = bytes_of_file(found.front());
  for (std::size_t at = 0; at + 16 < content.size(); at += 997) {
    EXPECT_EQ(stored.find(content.substr(at, 16)), std::string::npos) << at;
  }
}

TEST_F(AttachmentTest, EveryFlippedByteOfASealedFileIsFound) {
  AttachmentFolder files(options(), *vault_);
  const auto stored = put(files, picture(300), "r-1");
  ASSERT_TRUE(stored);
  const auto file = path(stored->hash);
  const auto whole = bytes_of_file(file);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    auto flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
    put_bytes(file, flipped);
    const auto got = get(files, stored->hash);
    ASSERT_FALSE(got) << at;
    EXPECT_EQ(got.error().code, AttachmentErrorCode::damaged) << at;
    EXPECT_FALSE(check_attachment(folder_, {kTheWard.value, stored->hash, false})) << at;
    // Somebody who renames what he changed to the hash it now has is found by the seal.
    const auto renamed = path(sha256_of(flipped));
    std::filesystem::create_directories(renamed.parent_path());
    put_bytes(renamed, flipped);
    EXPECT_FALSE(get(files, sha256_of(flipped))) << at;
    std::filesystem::remove(renamed);
  }
  put_bytes(file, whole);
  EXPECT_TRUE(get(files, stored->hash));
}

TEST_F(AttachmentTest, EveryCutAndEveryAdditionIsFound) {
  AttachmentFolder files(options(), *vault_);
  for (const auto& resident : {std::optional<std::string>(), std::optional<std::string>("r-1")}) {
    const auto stored = put(files, picture(300), resident);
    ASSERT_TRUE(stored);
    const auto file = path(stored->hash);
    const auto whole = bytes_of_file(file);
    for (std::size_t length = 0; length < whole.size(); ++length) {
      put_bytes(file, whole.substr(0, length));
      EXPECT_FALSE(get(files, stored->hash)) << length;
      if (resident) {
        const auto renamed = path(sha256_of(whole.substr(0, length)));
        std::filesystem::create_directories(renamed.parent_path());
        put_bytes(renamed, whole.substr(0, length));
        EXPECT_FALSE(get(files, sha256_of(whole.substr(0, length)))) << length;
        std::filesystem::remove(renamed);
      }
    }
    put_bytes(file, whole + "x");
    EXPECT_FALSE(get(files, stored->hash));
    put_bytes(file, whole);
    EXPECT_TRUE(get(files, stored->hash));
  }
}

TEST_F(AttachmentTest, APieceLeftOutAtTheEndIsFoundThoughTheNameFits) {
  AttachmentFolder files(options(), *vault_);
  const auto stored = put(files, picture(3 * kPiece), "r-1");
  ASSERT_TRUE(stored);
  const auto whole = bytes_of_file(path(stored->hash));
  const std::size_t sealed_piece = kPiece + 17;
  const auto end = whole.substr(whole.size() - 57);
  const auto without = whole.substr(0, whole.size() - 57 - sealed_piece) + end;
  const auto renamed = path(sha256_of(without));
  std::filesystem::create_directories(renamed.parent_path());
  put_bytes(renamed, without);
  const auto got = get(files, sha256_of(without));
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().code, AttachmentErrorCode::damaged);
}

TEST_F(AttachmentTest, AFileMovedToAnotherWardDoesNotOpen) {
  AttachmentFolder files(options(), *vault_);
  const auto stored = put(files, picture(300), "r-1");
  ASSERT_TRUE(stored);
  const auto moved = folder_ / relative_path({"phuong-khac", stored->hash, false});
  std::filesystem::create_directories(moved.parent_path());
  std::filesystem::copy_file(path(stored->hash), moved);
  const auto opened = files.open({"phuong-khac"}, stored->hash);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, AttachmentErrorCode::no_key) << "a key is one ward's";
}

TEST_F(AttachmentTest, WhoseKeyIsDestroyedHasNoFilesAnyMore) {
  AttachmentFolder files(options(), *vault_);
  const auto gone = put(files, picture(300), "r-1");
  const auto kept = put(files, picture(300), "r-2");
  ASSERT_TRUE(gone && kept);
  ASSERT_TRUE(vault_->destroy_key(key_subject(kTheWard, "r-1")));
  EXPECT_EQ(get(files, gone->hash).error().code, AttachmentErrorCode::erased);
  EXPECT_EQ(put(files, picture(300), "r-1").error().code, AttachmentErrorCode::erased);
  EXPECT_TRUE(get(files, kept->hash));
  EXPECT_EQ(put(files, picture(300), "r-none").error().code, AttachmentErrorCode::no_key);
}

TEST(MediaType, IsToldByTheFirstBytes) {
  using namespace std::string_view_literals;
  EXPECT_EQ(sniff_media_type("\xFF\xD8\xFF\xE1 Exif"), "image/jpeg");
  EXPECT_EQ(sniff_media_type("\x89PNG\r\n\x1A\n...."), "image/png");
  EXPECT_EQ(sniff_media_type("%PDF-1.7"), "application/pdf");
  EXPECT_EQ(sniff_media_type("\xEF\xBB\xBF%PDF-1.4"), "application/pdf");
  EXPECT_EQ(sniff_media_type(std::string(1'019, ' ') + "%PDF-1.4"), "application/pdf");
  EXPECT_EQ(sniff_media_type(std::string(1'020, ' ') + "%PDF-1.4"), "");
  EXPECT_EQ(sniff_media_type("\xFF\xD8\xFF\xE1 %PDF-1.4"), "image/jpeg");
  const auto package = "PK\3\4"sv;
  const std::string before_name(26, 'x');
  EXPECT_EQ(sniff_media_type(std::string(package) + before_name + "[Content_Types].xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  EXPECT_EQ(sniff_media_type(std::string(package) + before_name + "virus.exe"), "");
  EXPECT_EQ(sniff_media_type("ID3\4"), "audio/mpeg");
  EXPECT_EQ(sniff_media_type("\xFF\xFB\x90\x64"sv), "audio/mpeg");
  EXPECT_EQ(sniff_media_type("OggS\0\2"sv), "audio/ogg");
  EXPECT_EQ(sniff_media_type("\0\0\0\x20"
                             "ftypM4A "sv),
            "audio/mp4");
  EXPECT_EQ(sniff_media_type("\0\0\0\x20"
                             "ftypheic"sv),
            "image/heic");
  for (const auto other :
       {""sv, "\xFF"sv, "\xFF\xD8"sv, "<html>"sv, "MZ\x90"sv, "PK\3\4"sv, "%PDF"sv, "LNSEAL\0\1"sv,
        "\0\0\0\x20"
        "ftypqt  "sv,
        "\xFF\xE0\x00\x00"sv, "GIF89a"sv, "<svg xmlns"sv}) {
    EXPECT_EQ(sniff_media_type(other), "") << other;
  }
}

TEST(MediaType, IsReadFromAHeaderInOneForm) {
  EXPECT_EQ(media_type_of("IMAGE/JPEG"), "image/jpeg");
  EXPECT_EQ(media_type_of("audio/ogg; codecs=opus"), "audio/ogg");
  EXPECT_EQ(media_type_of("audio/x-m4a"), "audio/mp4");
  EXPECT_EQ(media_type_of(""), "");
  EXPECT_EQ(media_type_of("text/html"), "text/html");
  const auto known = known_media_types();
  EXPECT_EQ(std::ranges::count(known, "image/jpeg"), 1);
}

}  // namespace
}  // namespace langnghe::test
