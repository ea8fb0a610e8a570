#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <system_error>

#include "open_file.hpp"

namespace langnghe::eventstore {

/// A new file in a folder of drafts, removed again unless it was put in its place. Both folders are
/// made where they are absent.
class Draft {
 public:
  using Sync = std::function<int(int)>;

  /// `sync` stands for fsync(2) where it is given.
  Draft(std::filesystem::path folder, Sync sync) : folder_(std::move(folder)), sync_(sync) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft();

  [[nodiscard]] std::error_code open();
  [[nodiscard]] std::error_code write(std::string_view bytes) { return file_.write(bytes); }
  /// The bytes on the disk, before the file gets its name.
  [[nodiscard]] std::error_code sync();
  /// The name, and its entry on the disk. After an error there is no file that was not there
  /// before.
  [[nodiscard]] std::error_code place(const std::filesystem::path& target);

 private:
  [[nodiscard]] std::error_code sync_number(int number) const;
  [[nodiscard]] std::error_code sync_folder(const std::filesystem::path& folder) const;

  const std::filesystem::path folder_;
  const Sync sync_;
  std::filesystem::path path_;
  OpenFile file_;
};

}  // namespace langnghe::eventstore
