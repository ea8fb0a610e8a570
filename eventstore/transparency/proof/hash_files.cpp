#include "proof/hash_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <files/durable_file.hpp>

#include "proof/fold.hpp"
#include "proof/text_forms.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::uint64_t kHashBytes = sizeof(Hash);

ProofError fault(const char* what) {
  return {ProofErrorCode::unavailable,
          std::string("the tree's hashes: ") + what + ": " +
              std::error_code(errno, std::generic_category()).message()};
}

off_t offset_of(std::uint64_t hash) {
  return static_cast<off_t>(hash * kHashBytes);
}

}  // namespace

HashFiles::HashFiles() = default;

HashFiles::~HashFiles() {
  for (const Level& level : levels_) {
    if (level.file >= 0) {
      ::close(level.file);
    }
  }
}

ProofResult<std::unique_ptr<HashFiles>> HashFiles::open(const std::filesystem::path& directory,
                                                        Access access) {
  const bool write = access == Access::write;
  if (write) {
    if (const auto failed = make_directories(directory)) {
      errno = failed.value();
      return std::unexpected(fault("making the folder"));
    }
  }
  auto files = std::make_unique<HashFiles>();
  for (unsigned number = 0; number < files->levels_.size(); ++number) {
    Level& level = files->levels_[number];
    const auto path = directory / ("level-" + std::to_string(number));
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown)) {  // no hashes: they are made again
      if (!write) {
        continue;
      }
      std::filesystem::remove_all(path, unknown);
    }
    level.file = ::open(path.c_str(), O_CLOEXEC | (write ? O_RDWR | O_CREAT : O_RDONLY), 0600);
    if (level.file < 0 && !write && errno == ENOENT) {
      continue;
    }
    struct stat known{};
    if (level.file < 0 || ::fstat(level.file, &known) != 0) {
      return std::unexpected(fault("opening"));
    }
    level.written = static_cast<std::uint64_t>(known.st_size) / kHashBytes;
  }
  if (write) {
    if (const auto failed = sync_directory(directory)) {
      errno = failed.value();
      return std::unexpected(fault("syncing the folder"));
    }
  }
  return files;
}

std::uint64_t HashFiles::size() const {
  std::uint64_t leaves = levels_[0].written;
  for (unsigned number = 1; number < levels_.size(); ++number) {
    const unsigned shift = kTileLevels * number;
    const std::uint64_t held = levels_[number].written;
    if (held < leaves >> shift) {
      leaves = ((held + 1) << shift) - 1;  // one leaf less than the next hash would need
    }
  }
  return leaves;
}

ProofResult<void> HashFiles::cut(unsigned number, std::uint64_t hashes) {
  Level& level = levels_[number];
  if (::ftruncate(level.file, offset_of(hashes)) != 0) {
    return std::unexpected(fault("cutting"));
  }
  level.written = hashes;
  level.waiting.clear();
  const std::uint64_t in_tile = hashes % kTileWidth;
  auto tile = read(number, hashes - in_tile, in_tile);
  if (!tile) {
    return std::unexpected(std::move(tile.error()));
  }
  level.open_tile = std::move(*tile);
  return {};
}

ProofResult<void> HashFiles::restart_at(std::uint64_t size) {
  for (unsigned number = 0; number < levels_.size(); ++number) {
    if (auto done = cut(number, size >> (kTileLevels * number)); !done) {
      return done;
    }
  }
  return {};
}

void HashFiles::append(const Hash& leaf) {
  Hash hash = leaf;
  for (Level& level : levels_) {
    level.waiting += bytes_of(hash);
    level.open_tile.push_back(hash);
    if (level.open_tile.size() < kTileWidth) {
      return;
    }
    hash = fold_complete(std::exchange(level.open_tile, {}));
  }
}

ProofResult<void> HashFiles::write(Level& level) {
  std::string_view rest = level.waiting;
  off_t offset = offset_of(level.written);
  while (!rest.empty()) {
    const ssize_t count = ::pwrite(level.file, rest.data(), rest.size(), offset);
    if (count < 0 && errno != EINTR) {
      return std::unexpected(fault("writing"));
    }
    const auto done = static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    rest.remove_prefix(done);
    offset += static_cast<off_t>(done);
  }
  // A failed sync is not tried again: what the kernel then holds is not known.
  if (::fdatasync(level.file) != 0) {
    return std::unexpected(fault("syncing"));
  }
  level.written += level.waiting.size() / kHashBytes;
  level.waiting.clear();
  return {};
}

ProofResult<void> HashFiles::flush() {
  for (Level& level : levels_) {
    if (level.waiting.empty()) {
      continue;
    }
    if (auto done = write(level); !done) {
      return done;
    }
  }
  return {};
}

ProofResult<std::vector<Hash>> HashFiles::read(unsigned tile_level, std::uint64_t first,
                                               std::uint64_t count) const {
  std::vector<Hash> hashes(count);
  auto* into = reinterpret_cast<char*>(hashes.data());
  std::size_t left = count * kHashBytes;
  off_t offset = offset_of(first);
  while (left > 0) {
    const ssize_t got = ::pread(levels_.at(tile_level).file, into, left, offset);
    if (got == 0) {
      return std::unexpected(ProofError{ProofErrorCode::not_there, "the tree is not that large"});
    }
    if (got < 0 && errno != EINTR) {
      return std::unexpected(fault("reading"));
    }
    const auto done = static_cast<std::size_t>(std::max<ssize_t>(got, 0));
    into += done;
    left -= done;
    offset += static_cast<off_t>(done);
  }
  return hashes;
}

}  // namespace langnghe::eventstore
