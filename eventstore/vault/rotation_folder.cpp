#include "rotation_folder.hpp"

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <stdio.h>

#include <files/durable_file.hpp>
#include <vault/key_file.hpp>

namespace langnghe::eventstore {
namespace {

namespace fs = std::filesystem;

// One form for both, so that the sibling of `vault/` is not a file inside of it.
fs::path without_slash(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

}  // namespace

fs::path rotation_folder(const fs::path& vault) {
  return without_slash(vault).string() + ".rotating";
}

std::error_code clear_rotation_folder(const fs::path& vault) {
  const fs::path folder = rotation_folder(vault);
  std::error_code fault;
  if (!fs::exists(folder, fault)) {
    return fault;
  }
  const std::string nothing(kKeyFileBytes, '\0');
  for (fs::recursive_directory_iterator at(folder, fault);
       !fault && at != fs::recursive_directory_iterator(); at.increment(fault)) {
    if (at->is_regular_file(fault) && !fault) {
      fault = overwrite_in_place(at->path(), nothing);
    }
    if (fault) {
      break;
    }
  }
  if (!fault) {
    fs::remove_all(folder, fault);
  }
  return fault ? fault : sync_directory(folder.parent_path());
}

std::error_code exchange_with_rotation_folder(const fs::path& vault) {
  const fs::path folder = rotation_folder(vault);
  const fs::path present = without_slash(vault);
  if (::renameat2(AT_FDCWD, folder.c_str(), AT_FDCWD, present.c_str(), RENAME_EXCHANGE) != 0) {
    return {errno, std::generic_category()};
  }
  return sync_directory(folder.parent_path());
}

}  // namespace langnghe::eventstore
