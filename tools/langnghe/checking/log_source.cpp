#include "checking/log_source.hpp"

#include <fstream>

#include <services/say.hpp>
#include <transparency/note.hpp>

#include "checking/verify_fault.hpp"

namespace langnghe::tools {
namespace fs = std::filesystem;
namespace {

/// One byte more than allowed is read, so that a longer file shows.
std::string read_up_to(const fs::path& file, std::size_t bytes_max) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(bytes_max + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in.is_open() || in.bad() || !fs::is_regular_file(file)) {
    cannot_check(std::string(say("không đọc được ", "cannot read ")) + file.string());
  }
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (bytes.size() > bytes_max) {
    refuse(file.string() + std::string(say(" dài quá mức", " is longer than it may be")));
  }
  return bytes;
}

}  // namespace

std::optional<std::string> FolderLog::read(const std::string& path, std::size_t bytes_max) {
  const auto file = folder_ / path;
  return fs::exists(file) ? std::optional(read_up_to(file, bytes_max)) : std::nullopt;
}

std::string read_named_file(const fs::path& file) {
  return read_up_to(file, eventstore::kNoteBytesMax);
}

}  // namespace langnghe::tools
