#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace langnghe::papers {

/// A folder of its own within another, gone with all that is in it. Belongs to one call.
class Workplace {
 public:
  Workplace(const std::filesystem::path& folder, std::string_view name);
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool made_;
};

/// The bytes of a file; empty where it cannot be read.
[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);

}  // namespace langnghe::papers
