#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace langnghe::tools {

/// The source from which a published log (C2SP tlog-tiles) is read, file by file. Nothing it
/// answers is believed.
class LogSource {
 public:
  LogSource() = default;
  LogSource(const LogSource&) = delete;
  LogSource& operator=(const LogSource&) = delete;
  virtual ~LogSource() = default;

  /// The file of that name (`checkpoint`, `tile/0/000`, …); nothing where there is none. Throws
  /// VerifyFault: not_checked where that cannot be told, refused for a longer one.
  [[nodiscard]] virtual std::optional<std::string> read(const std::string& path,
                                                        std::size_t bytes_max) = 0;
};

/// An exported ledger (tlog_export.hpp).
class FolderLog final : public LogSource {
 public:
  explicit FolderLog(std::filesystem::path folder) : folder_(std::move(folder)) {}
  [[nodiscard]] std::optional<std::string> read(const std::string& path,
                                                std::size_t bytes_max) override;

 private:
  std::filesystem::path folder_;
};

/// A small file that is named on the command line. Throws VerifyFault (not_checked).
[[nodiscard]] std::string read_named_file(const std::filesystem::path& file);

}  // namespace langnghe::tools
