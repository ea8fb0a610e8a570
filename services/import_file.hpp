#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <services/data_directory.hpp>
#include <services/staged_import.hpp>

namespace langnghe::tools {

/// `imports/WARD.json`: an import that takes place, whole, until its last commit is made.
class ImportFile {
 public:
  ImportFile(const DataDirectory& data, const eventstore::LedgerId& ledger);
  [[nodiscard]] static std::vector<ImportFile> all(const DataDirectory& data);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // Each is on the disk when it returns, or throws std::runtime_error.
  void write(const StagedImport& import) const;
  void remove() const;
  [[nodiscard]] StagedImport read() const;

 private:
  explicit ImportFile(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;
};

/// The rows as JSON, always the same bytes for the same rows.
[[nodiscard]] std::string to_json_text(const domain::ImportIssues& import);

}  // namespace langnghe::tools
