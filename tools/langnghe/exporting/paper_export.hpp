#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>

namespace langnghe::tools {

struct PaperExport {
  std::string url;
  std::string ward;
  std::string token;
  std::string purpose;  ///< empty: nobody is named
  std::size_t year = 0;
  std::chrono::milliseconds time{30'000};  ///< for each answer
  std::filesystem::path folder;
};

/// Asks a running server for every paper and book of the year that there is, as the token's person
/// may have them, and writes them into a new folder. Answers how many there are; throws
/// std::runtime_error.
[[nodiscard]] std::size_t write_papers(const PaperExport& wanted);

}  // namespace langnghe::tools
