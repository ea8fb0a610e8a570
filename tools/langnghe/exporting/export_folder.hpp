#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace langnghe::tools {

/// Makes the folder; throws std::runtime_error where something lies in it already.
void prepare_folder(const std::filesystem::path& folder);

/// Writes a file and the folders above it; throws std::runtime_error.
void write_file(const std::filesystem::path& file, const std::string& bytes);

/// Copies the attachments that the record names, sealed or not, or the marks of those that were
/// erased, from the store's folder of files to that of an export. Throws std::runtime_error.
void copy_named_files(const std::filesystem::path& files, const std::filesystem::path& to,
                      const std::string& ledger, std::string_view record);

}  // namespace langnghe::tools
