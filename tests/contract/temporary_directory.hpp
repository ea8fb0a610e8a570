#pragma once

#include <filesystem>

namespace langnghe::test {

enum class Medium {
  disk,
  memory,  ///< where there is one: for tests that simulate the disk's faults themselves
};

/// A new directory of its own that goes when this goes.
class TemporaryDirectory {
 public:
  explicit TemporaryDirectory(Medium medium = Medium::disk);
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace langnghe::test
