#pragma once

#include <filesystem>

namespace langnghe::eventstore {

/// Only one process may sign for a folder: two would sign two histories. The system lets go when
/// the holder dies.
class FolderLock {
 public:
  /// Makes the file where it is absent.
  explicit FolderLock(const std::filesystem::path& file);
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

  [[nodiscard]] bool held() const { return held_; }

 private:
  int file_;
  bool held_;
};

}  // namespace langnghe::eventstore
