#include "mirror.hpp"

#include <files/durable_file.hpp>
#include <vault/key_file.hpp>

namespace langnghe::eventstore {
namespace {

namespace fs = std::filesystem;

std::unexpected<BackupError> fault_of(std::string_view what, const std::error_code& fault) {
  return std::unexpected(unavailable(what, fault));
}

std::unexpected<BackupError> other_vault() {
  return std::unexpected(
      BackupError{BackupError::Code::other_vault, "the keys are not of one vault"});
}

/// Empty when there is no such file; a longer one is damaged and cut.
BackupResult<std::string> read_key_file(const fs::path& path) {
  const auto content = read_small_file(path, kKeyFileBytes);
  if (!content) {
    if (content.error() == std::errc::file_too_large) {
      return std::string(1, '?');
    }
    return fault_of("a key file cannot be read", content.error());
  }
  return content->value_or("");
}

BackupResult<void> create(const fs::path& path, std::string_view content) {
  if (const auto fault = make_directories(path.parent_path())) {
    return fault_of("a key folder cannot be made", fault);
  }
  const auto made = create_file(path, content);
  return made ? BackupResult<void>{} : fault_of("a key file cannot be written", made.error());
}

BackupResult<void> take_over(const fs::path& target, std::string_view content) {
  const auto present = read_key_file(target);
  if (!present) {
    return std::unexpected(present.error());
  }
  if (present->empty()) {
    return create(target, content);
  }
  if (*present == content || kind_of(*present) == KeyFileKind::tombstone) {
    return {};
  }
  if (kind_of(content) == KeyFileKind::tombstone) {
    const auto fault = bury(target);
    return fault ? fault_of("a key cannot be destroyed", fault) : BackupResult<void>{};
  }
  if (kind_of(*present) == KeyFileKind::key) {
    return other_vault();
  }
  const auto fault = replace_file(target, content);
  return fault ? fault_of("a key file cannot be written", fault) : BackupResult<void>{};
}

BackupResult<std::vector<fs::path>> key_files(const fs::path& vault) {
  auto found = list_key_files(vault);
  if (!found) {
    return fault_of("a vault cannot be listed", found.error());
  }
  return std::move(*found);
}

BackupResult<void> merge_master_check(const fs::path& vault, const fs::path& mirror) {
  if (auto same = check_same_vault(vault, mirror); !same) {
    return same;
  }
  const auto check = read_key_file(vault / kMasterCheckFile);
  if (!check || check->empty()) {
    return check ? BackupResult<void>{} : std::unexpected(check.error());
  }
  return create(mirror / kMasterCheckFile, *check);
}

}  // namespace

BackupResult<void> check_same_vault(const fs::path& vault, const fs::path& mirror) {
  const auto ours = read_key_file(vault / kMasterCheckFile);
  const auto theirs = read_key_file(mirror / kMasterCheckFile);
  if (!ours || !theirs) {
    return std::unexpected(ours ? theirs.error() : ours.error());
  }
  return ours->empty() || theirs->empty() || *ours == *theirs ? BackupResult<void>{}
                                                              : other_vault();
}

BackupResult<Mirrored> merge_vault(const fs::path& vault, const fs::path& mirror) {
  if (auto merged = merge_master_check(vault, mirror); !merged) {
    return std::unexpected(std::move(merged.error()));
  }
  const auto files = key_files(vault);
  if (!files) {
    return std::unexpected(files.error());
  }
  std::uint64_t damaged = 0;
  for (const auto& file : *files) {
    const auto content = read_key_file(vault / file);
    if (!content) {
      return std::unexpected(content.error());
    }
    if (kind_of(*content) == KeyFileKind::damaged) {
      ++damaged;
    } else if (auto taken = take_over(mirror / file, *content); !taken) {
      return std::unexpected(std::move(taken.error()));
    }
  }
  const auto counted = check_key_files(mirror);
  if (!counted) {
    return std::unexpected(counted.error());
  }
  return Mirrored{counted->keys, counted->destroyed, damaged};
}

BackupResult<KeyFilesCheck> check_key_files(const fs::path& vault) {
  const auto files = key_files(vault);
  if (!files) {
    return std::unexpected(files.error());
  }
  KeyFilesCheck check;
  for (const auto& file : *files) {
    const auto content = read_key_file(vault / file);
    if (!content) {
      return std::unexpected(content.error());
    }
    const KeyFileKind kind = kind_of(*content);
    check.keys += kind == KeyFileKind::key ? 1u : 0u;
    check.destroyed += kind == KeyFileKind::tombstone ? 1u : 0u;
    check.damaged += kind == KeyFileKind::damaged ? 1u : 0u;
  }
  return check;
}

BackupResult<void> merge_tombstones(const fs::path& vault, const fs::path& mirror) {
  const auto files = key_files(vault);
  if (!files) {
    return std::unexpected(files.error());
  }
  for (const auto& file : *files) {
    const auto content = read_key_file(vault / file);
    if (!content) {
      return std::unexpected(content.error());
    }
    if (kind_of(*content) == KeyFileKind::tombstone) {
      if (auto taken = take_over(mirror / file, *content); !taken) {
        return taken;
      }
    }
  }
  return {};
}

BackupResult<Sums> sums_of_vault(const fs::path& mirror) {
  auto files = key_files(mirror);
  if (!files) {
    return std::unexpected(files.error());
  }
  std::error_code ignored;  // one that cannot be looked at cannot be read either
  if (fs::exists(mirror / kMasterCheckFile, ignored)) {
    files->emplace_back(kMasterCheckFile);
  }
  Sums sums;
  for (const auto& file : *files) {
    const auto content = read_whole(mirror / file);
    if (!content) {
      return std::unexpected(content.error());
    }
    sums.emplace((mirror.filename() / file).string(), sha256_hex(*content));
  }
  return sums;
}

}  // namespace langnghe::eventstore
