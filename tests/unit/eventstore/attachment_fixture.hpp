#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <attachments/attachment_folder.hpp>

#include "temporary_directory.hpp"

namespace langnghe::test {

using namespace eventstore;

inline const LedgerId kTheWard{"tan-quy-dong"};
inline constexpr std::string_view kJpeg = "image/jpeg";

inline std::string bytes_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void put_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// A picture of that length by its first bytes; what follows says its position, so that no two
/// pieces are equal.
inline std::string picture(std::size_t bytes) {
  std::string content("\xFF\xD8\xFF\xE0", 4);
  while (content.size() < bytes) {
    content += "ảnh " + std::to_string(content.size()) + ";";
  }
  content.resize(bytes);
  return content;
}

/// A store of attachments in a folder of its own, with a vault in memory that knows r-1 and r-2.
class AttachmentTest : public testing::Test {
 protected:
  AttachmentTest() {
    EXPECT_TRUE(vault_->create_key(key_subject(kTheWard, "r-1")));
    EXPECT_TRUE(vault_->create_key(key_subject(kTheWard, "r-2")));
  }

  AttachmentOptions options() const { return {.directory = folder_}; }

  static AttachmentResult<StoredAttachment> put(Attachments& files, std::string_view content,
                                                const std::optional<std::string>& resident,
                                                std::string_view type = kJpeg) {
    auto writer = files.begin(kTheWard, type, resident);
    if (!writer) {
      return std::unexpected(writer.error());
    }
    for (std::string_view rest = content; !rest.empty();) {
      const auto piece = rest.substr(0, 10'007);  // never a multiple of what is written at once
      if (auto done = (*writer)->write(piece); !done) {
        return std::unexpected(done.error());
      }
      rest.remove_prefix(piece.size());
    }
    return (*writer)->finish();
  }

  static AttachmentResult<std::string> get(const Attachments& files, std::string_view hash) {
    auto reader = files.open(kTheWard, hash);
    if (!reader) {
      return std::unexpected(reader.error());
    }
    std::string content;
    for (;;) {
      const auto piece = (*reader)->next();
      if (!piece) {
        return std::unexpected(piece.error());
      }
      if (piece->empty()) {
        return content;
      }
      content += *piece;
    }
  }

  [[nodiscard]] std::filesystem::path path(const std::string& hash) const {
    return folder_ / relative_path({kTheWard.value, hash, false});
  }

  /// Everything below the folder that is a file.
  [[nodiscard]] std::vector<std::filesystem::path> all_files() const {
    std::vector<std::filesystem::path> found;
    std::error_code absent;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_, absent)) {
      if (entry.is_regular_file()) {
        found.push_back(entry.path());
      }
    }
    return found;
  }

  TemporaryDirectory directory_;
  std::filesystem::path folder_ = directory_.path() / "files";
  std::unique_ptr<Vault> vault_ = make_memory_vault();
};

}  // namespace langnghe::test
