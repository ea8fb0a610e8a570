#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>

namespace langnghe::papers {

enum class PdfFault {
  not_installed,  ///< there is no LibreOffice on this machine
  busy,           ///< another paper is being made
  failed,         ///< it took too long, or ended without one
};

/// PDF by LibreOffice, where it is installed: a process of its own for each paper, with a profile
/// that is gone afterwards. One at a time. Thread-safe; `convert` blocks for seconds.
class PdfMaker {
 public:
  struct Settings {
    std::filesystem::path program;  ///< empty: there is none
    std::filesystem::path folder;   ///< what is made passes through it
    std::chrono::milliseconds time{60'000};
  };
  explicit PdfMaker(Settings settings) : settings_(std::move(settings)) {}

  [[nodiscard]] bool installed() const { return !settings_.program.empty(); }
  [[nodiscard]] std::expected<std::string, PdfFault> convert(std::string_view docx);

 private:
  Settings settings_;
  std::mutex one_;  ///< held while a paper is made
};

/// `soffice` on the PATH; empty where there is none.
[[nodiscard]] std::filesystem::path find_office();

/// Where what names people passes through: memory, where the machine has a folder of it.
[[nodiscard]] std::filesystem::path passing_folder();

}  // namespace langnghe::papers
