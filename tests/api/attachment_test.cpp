// Files over the API: who may send and open them, what is refused and how.
#include <algorithm>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "api/world.hpp"

namespace langnghe::api::spec {
namespace {

std::string picture(std::size_t bytes) {
  std::string content("\xFF\xD8\xFF\xE0", 4);
  while (content.size() < bytes) {
    content += "ảnh " + std::to_string(content.size()) + ";";
  }
  content.resize(bytes);
  return content;
}

class AttachmentApi : public testing::Test {
 protected:
  AttachmentApi() {
    world.found_ward();
    world.open_dialogue();
    world.hear_opinions();
  }

  Answer send(const std::string& query, std::string content, std::string_view user = "cchc",
              std::string_view type = "image/jpeg", Headers headers = {}) {
    return world.upload("attachments" + query, std::move(content), type, user, std::move(headers));
  }

  std::string stored(const std::string& query, std::string content) {
    const auto answer = send(query, std::move(content));
    EXPECT_EQ(answer.status(), 201) << answer.response.body;
    return answer.body.value("attachment", "");
  }

  std::size_t files_on_disk() {
    std::size_t count = 0;
    std::error_code absent;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(world.files_folder(), absent)) {
      count += entry.is_regular_file() ? 1u : 0u;
    }
    return count;
  }

  World world;
};

TEST_F(AttachmentApi, ASealedFileIsStoredAndComesBack) {
  const auto content = picture(150'000);
  const auto answer = send("?resident=r-1", content);
  ASSERT_EQ(answer.status(), 201) << answer.response.body;
  EXPECT_EQ(answer.body["bytes"], 150'000);
  EXPECT_EQ(answer.body["media_type"], "image/jpeg");
  EXPECT_EQ(answer.body["sealed"], true);
  const auto path = "attachments/" + answer.body["attachment"].get<std::string>();
  EXPECT_EQ(answer.header("Location"), "/api/v1/wards/tan-quy-dong/" + path);
  for (const auto* user : {"chair", "cchc", "officer", "head"}) {
    const auto got = world.open(path, user);
    EXPECT_EQ(got.status(), 200) << user;
    EXPECT_TRUE(got.response.body == content) << user;
    EXPECT_EQ(got.header("Content-Type"), "image/jpeg");
    EXPECT_EQ(got.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(got.header("Cache-Control"), "private, no-store");
    EXPECT_TRUE(got.header("Content-Disposition").starts_with("attachment; filename=\""));
  }
}

TEST_F(AttachmentApi, AHeadHasTheHeadersOfTheFile) {
  const auto hash = stored("?resident=r-1", picture(1'000));
  const auto got = world.send(Method::head, "attachments/" + hash, "chair");
  EXPECT_EQ(got.status(), 200);
  EXPECT_EQ(got.response.stream_bytes, 1'000u);
}

TEST_F(AttachmentApi, WhoDoesNotReadWhatWasSaidOpensNoSealedFile) {
  const auto sealed = "attachments/" + stored("?resident=r-1", picture(1'000));
  const auto open = "attachments/" + stored("", picture(2'000));
  const auto size = world.size();
  for (const auto* user : {"clerk", "supervisor", "above", "admin"}) {
    EXPECT_EQ(world.open(sealed, user).status(), 403) << user;
    EXPECT_EQ(world.open(sealed, user).code(), "reading_not_permitted") << user;
    EXPECT_EQ(world.get(open, user).status(), user == std::string_view("above") ? 403 : 200);
  }
  EXPECT_EQ(world.size(), size);
  EXPECT_EQ(world.get(sealed, "").status(), 401);
  EXPECT_EQ(world.get(open, "").status(), 401);
}

TEST_F(AttachmentApi, WhoOnlyReadsAttachesNothing) {
  for (const auto* user : {"supervisor", "above", "admin"}) {
    const auto answer = send("", picture(1'000), user);
    EXPECT_EQ(answer.status(), 403) << user;
    EXPECT_EQ(answer.code(), "attaching_not_permitted");
  }
  for (const auto* user : {"chair", "cchc", "officer", "clerk", "head"}) {
    EXPECT_EQ(send("", picture(1'000), user).status(), 201) << user;
  }
  EXPECT_EQ(send("", picture(1'000), "").status(), 401);
}

TEST_F(AttachmentApi, WhatIsTooLargeIsRefusedInBothLanguages) {
  EXPECT_EQ(send("", picture(kFileBytesMax)).status(), 201);
  const auto before = files_on_disk();
  for (const auto* resident : {"", "?resident=r-1"}) {
    const auto answer = send(resident, picture(kFileBytesMax + 1));
    EXPECT_EQ(answer.status(), 413);
    EXPECT_EQ(answer.code(), "attachment_too_large");
    EXPECT_NE(answer.body.value("detail", "").find("200000"), std::string::npos);
  }
  // Told in the header, it is refused before a byte was taken.
  for (const auto* length : {"200001", "99999999999999999999999"}) {
    const auto told =
        send("", "", "cchc", "image/jpeg", {{"content-length", length}, {"accept-language", "en"}});
    EXPECT_EQ(told.status(), 413) << length;
    EXPECT_EQ(told.body["title"], "The file is too large");
  }
  EXPECT_EQ(files_on_disk(), before);
}

TEST_F(AttachmentApi, WhatIsOfAnotherTypeIsRefused) {
  const auto html = send("", "<html>", "cchc", "text/html");
  EXPECT_EQ(html.status(), 415);
  EXPECT_EQ(html.code(), "media_type_not_allowed");
  EXPECT_NE(html.body.value("detail", "").find("application/pdf"), std::string::npos);
  const auto lie = send("?resident=r-1", "<html><script>", "cchc", "image/png");
  EXPECT_EQ(lie.status(), 415);
  EXPECT_EQ(lie.code(), "media_type_mismatch");
  EXPECT_EQ(send("", "", "cchc", "image/png").code(), "media_type_mismatch");
  EXPECT_EQ(send("", "{}", "cchc", "application/json").status(), 415);
  EXPECT_EQ(send("", "OggS\0", "cchc", "").status(), 415);
  EXPECT_EQ(files_on_disk(), 0u);
}

TEST_F(AttachmentApi, ASealedFileIsOpenedForAPurposeThatIsRecordedFirst) {
  const auto path = "attachments/" + stored("?resident=r-1", picture(1'000));
  auto size = world.size();
  const auto without = world.get(path, "officer");
  EXPECT_EQ(without.status(), 422) << without.response.body;
  EXPECT_EQ(without.code(), "purpose_required");
  EXPECT_EQ(world.get(path + "?purpose=%20", "officer").status(), 400);
  EXPECT_EQ(world.send(Method::head, path + "?purpose=x", "officer").status(), 200);
  EXPECT_EQ(world.size(), size) << "nothing was shown";
  // A conditional or partial request is a reading like any other.
  for (const auto& headers :
       {Headers{}, Headers{{"range", "bytes=0-1"}}, Headers{{"if-none-match", "*"}},
        Headers{{"if-range", "\"1\""}, {"range", "bytes=-1"}}}) {
    const auto got = world.get(path + '?' + std::string(kPurpose), "officer", headers);
    EXPECT_LT(got.status(), 300);
    EXPECT_NE(got.header("Cache-Control").find("no-store"), std::string::npos);
    EXPECT_EQ(world.size(), ++size);
    EXPECT_EQ(world.get(path, "officer", headers).status(), 422) << "and asks what for";
  }
  const auto log = world.get("supervision/sealed-reads", "supervisor").body["items"];
  ASSERT_EQ(log.size(), 4u);
  EXPECT_EQ(log[0]["resident"], "r-1");
  EXPECT_EQ(log[0]["subject"], "resident-r-1");
  EXPECT_EQ(log[0]["purpose"], "Báo kết quả");
  EXPECT_EQ("attachments/" + log[0]["file"].get<std::string>(), path);
  EXPECT_EQ(log[0]["by"], "officer");
  // A reading that cannot be recorded is not granted.
  world.store().stop_writing("test");
  const auto got = world.open(path, "officer");
  EXPECT_EQ(got.status(), 503) << got.response.body;
}

TEST_F(AttachmentApi, AWithheldPersonsFileIsForWhoHandlesTheMatter) {
  const auto path = "attachments/" + stored("?resident=r-1", picture(1'000));
  world.act("residents/r-1/withhold-identity", {{"reason", "Đề nghị giữ kín"}}, "cchc");
  const auto size = world.size();
  for (const auto* user : {"officer", "head"}) {
    EXPECT_EQ(world.open(path, user).status(), 403) << user;
    EXPECT_EQ(world.send(Method::head, path, user).status(), 403) << user;
  }
  EXPECT_EQ(world.size(), size);
  EXPECT_EQ(world.open(path, "cchc").status(), 200);
  world.take_away_i1();  // to the officer
  EXPECT_EQ(world.open(path, "officer").status(), 200);
}

TEST_F(AttachmentApi, ASealedFileOfAnotherKhomIsNotThere) {
  const auto path = "attachments/" + stored("?resident=r-1", picture(1'000));
  world.act("users/head/grant-role", {{"role", "khom_head"}, {"khoms", {"sa-nhien"}}}, "admin");
  const auto hidden = world.open(path, "head");
  const auto absent = world.open("attachments/" + std::string(64, 'a'), "head");
  EXPECT_EQ(hidden.status(), 404);
  EXPECT_EQ(hidden.code(), absent.code());
  EXPECT_EQ(send("?resident=r-1", picture(1'000), "head").status(), 404);
}

TEST_F(AttachmentApi, TheResidentMustBeKnown) {
  const auto unknown = send("?resident=r-none", picture(1'000));
  EXPECT_EQ(unknown.status(), 404) << unknown.response.body;
  const auto sealed = world.vault().seal("r-none", {{std::string(kWard)}, {"x"}, "f"}, "x");
  ASSERT_FALSE(sealed.has_value());
  EXPECT_EQ(sealed.error().code, eventstore::VaultErrorCode::no_key);
  EXPECT_EQ(send("?resident=R%201", picture(1'000)).status(), 400);
  EXPECT_EQ(send("?resident=r-1&resident=r-2", picture(1'000)).status(), 400);
  EXPECT_EQ(send("?khom=tan-my", picture(1'000)).status(), 400);
  EXPECT_EQ(files_on_disk(), 0u);
}

TEST_F(AttachmentApi, WhatIsNotThereIsNotFoundAndWhatIsErasedIsGone) {
  const auto content = picture(1'000);
  const auto sealed = stored("?resident=r-1", content);
  EXPECT_EQ(world.get("attachments/" + std::string(64, 'a')).status(), 404);
  EXPECT_EQ(world.get("attachments/..%2F..%2Faccounts.json").status(), 400);
  EXPECT_EQ(world.get("attachments/accounts.json").status(), 404);
  ASSERT_TRUE(world.vault().destroy_key(key_of("r-1")).has_value());
  const auto gone = world.open("attachments/" + sealed);
  EXPECT_EQ(gone.status(), 410);
  EXPECT_EQ(gone.code(), "attachment_erased");
  EXPECT_FALSE(gone.body.value("detail", "").empty());
  EXPECT_EQ(send("?resident=r-1", content).code(), "resident_key_destroyed");
  ASSERT_TRUE(world.files().erase_resident({std::string(kWard)}, "r-1"));
  EXPECT_EQ(world.open("attachments/" + sealed).status(), 410) << "also without its ciphertext";
}

TEST_F(AttachmentApi, ADamagedFileIsNeverHandedOut) {
  const auto hash = stored("?resident=r-1", picture(150'000));
  const auto file =
      world.files_folder() / eventstore::relative_path({std::string(kWard), hash, false});
  std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
  bytes.seekp(140'000);
  bytes.put('x').put('y').put('z');
  bytes.close();
  const auto answer = world.open("attachments/" + hash);
  EXPECT_EQ(answer.status(), 500);
  EXPECT_EQ(answer.code(), "attachment_damaged");
}

TEST_F(AttachmentApi, NothingOfAnUploadIsInTheLedger) {
  const auto size = world.size();
  stored("?resident=r-1", picture(1'000));
  EXPECT_EQ(world.size(), size);
}

TEST_F(AttachmentApi, AnActNamesAFileThatIsThereAndTheSweepLeavesIt) {
  const auto hash = stored("?resident=r-1", picture(1'000));
  const Json unknown = {
      {"form", "signed"},
      {"document", "Đơn rút"},
      {"reason", "Đã thỏa thuận"},
      {"files",
       {{{"hash", std::string(64, 'a')}, {"media_type", "image/jpeg"}, {"bytes", 1'000}}}}};
  const auto size = world.size();
  EXPECT_EQ(world.refusal("issues/i-1/withdraw", unknown, "cchc"), "attachment_unknown");
  EXPECT_EQ(world.size(), size);
  auto known = unknown;
  known["files"][0]["hash"] = hash;
  world.act("issues/i-1/withdraw", known, "cchc");
  EXPECT_GT(world.size(), size);
  EXPECT_EQ(world.open("attachments/" + hash, "cchc").status(), 200);
}

TEST_F(AttachmentApi, OnlyUploadsAreStreamed) {
  const auto streams = [&](Method method, std::string target, std::string type) {
    Request head;
    head.method = method;
    head.target = std::move(target);
    head.headers = {{"content-type", std::move(type)}};
    return world.application().streams_body(head);
  };
  EXPECT_TRUE(streams(Method::post, "/api/v1/wards/w/attachments", "image/png"));
  EXPECT_TRUE(streams(Method::post, "/api/v1/wards/w/attachments?resident=r-1", "text/html"));
  EXPECT_FALSE(streams(Method::post, "/api/v1/wards/w/attachments", "application/json"));
  EXPECT_FALSE(streams(Method::put, "/api/v1/wards/w/attachments", "image/png"));
  EXPECT_FALSE(streams(Method::post, "/api/v1/wards/w/dialogues", "image/png"));
  EXPECT_FALSE(streams(Method::post, "/nowhere", "image/png"));
  EXPECT_FALSE(streams(Method::post, "nonsense%", "image/png"));
}

}  // namespace
}  // namespace langnghe::api::spec
