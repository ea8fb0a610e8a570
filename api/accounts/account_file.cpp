#include "accounts/account_file.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace langnghe::api {
namespace {

constexpr mode_t kOwnerOnly = 0600;
constexpr std::chrono::seconds kLockPatience{5};
constexpr std::chrono::milliseconds kLockPause{5};

bool is_same_version(const struct stat& a, const struct stat& b) {
  return a.st_ino == b.st_ino && a.st_dev == b.st_dev && a.st_size == b.st_size &&
         a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

/// The file's present state; all zero if there is none.
bool stat_or_absent(const std::filesystem::path& path, struct stat& found) {
  if (::stat(path.c_str(), &found) == 0) {
    return true;
  }
  found = {};
  return errno == ENOENT;
}

bool read_all(int fd, std::string& text) {
  std::array<char, 16 * 1024> piece{};
  for (;;) {
    const ssize_t count = ::read(fd, piece.data(), piece.size());
    if (count == 0) {
      return true;
    }
    if (count < 0 && errno != EINTR) {
      return false;
    }
    if (count > 0) {
      text.append(piece.data(), static_cast<std::size_t>(count));
    }
  }
}

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(fd, text.data(), text.size());
    if (count < 0 && errno != EINTR) {
      return false;
    }
    if (count > 0) {
      text.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  return true;
}

std::string last_error() {
  return "accounts.json cannot be read: " +
         std::error_code(errno, std::generic_category()).message();
}

/// Null if the file cannot be read or is not ours, and `fault` says why; an empty book if there is
/// none.
AccountFile::Snapshot load(const std::filesystem::path& path, std::string& fault) {
  fault.clear();
  auto snapshot = std::make_shared<AccountSnapshot>();
  UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) {
    fault = errno == ENOENT ? "" : last_error();
    return fault.empty() ? snapshot : nullptr;
  }
  std::string text;
  if (::fstat(file.get(), &snapshot->stamp) != 0 || !read_all(file.get(), text)) {
    fault = last_error();
    return nullptr;
  }
  auto book = book_from_json(text);
  if (!book) {
    fault = text.empty() ? "accounts.json is empty" : "accounts.json is damaged";
    return nullptr;
  }
  snapshot->book = std::move(*book);
  snapshot->tokens = index_tokens(snapshot->book);
  for (const auto& [key, account] : snapshot->book) {
    // The book is in the order of ledgers.
    if (!account.untold.empty() &&
        (snapshot->untold_in.empty() || snapshot->untold_in.back() != key.ledger)) {
      snapshot->untold_in.push_back(key.ledger);
    }
  }
  snapshot->open_file = std::move(file);
  return snapshot;
}

/// Held while the result lives. The lock file itself stays: removing it would let two in.
UniqueFd lock(const std::filesystem::path& path) {
  const std::string name = path.string() + ".lock";
  UniqueFd file(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly));
  const auto deadline = std::chrono::steady_clock::now() + kLockPatience;
  while (file && ::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK || std::chrono::steady_clock::now() > deadline) {
      return {};
    }
    std::this_thread::sleep_for(kLockPause);
  }
  return file;
}

bool sync_directory(const std::filesystem::path& file) {
  const auto parent = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  const UniqueFd directory(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return directory && ::fsync(directory.get()) == 0;
}

/// All or nothing, also over a power loss.
bool replace(const std::filesystem::path& path, std::string_view text) {
  const std::string draft = path.string() + ".new";
  {
    const UniqueFd file(
        ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, kOwnerOnly));
    // The mode again: a draft that a crash left behind may have another.
    if (!file || ::fchmod(file.get(), kOwnerOnly) != 0 || !write_all(file.get(), text) ||
        ::fsync(file.get()) != 0) {
      ::unlink(draft.c_str());
      return false;
    }
  }
  return ::rename(draft.c_str(), path.c_str()) == 0 && sync_directory(path);
}

}  // namespace

AccountFile::AccountFile(std::filesystem::path path) : path_(std::move(path)) {
  std::string fault;
  auto found = load(path_, fault);
  publish(std::move(found), std::move(fault));
}

std::string AccountFile::fault() const {
  const std::shared_lock lock(mutex_);
  return fault_;
}

AccountFile::Snapshot AccountFile::read() {
  Snapshot known = current();
  struct stat now{};
  if (!stat_or_absent(path_, now)) {
    publish(known, last_error());
    return known;
  }
  if (known && is_same_version(known->stamp, now)) {
    if (!fault().empty()) {
      publish(known, "");
    }
    return known;
  }
  std::string fault;
  Snapshot fresh = load(path_, fault);
  if (!fresh) {
    publish(known, std::move(fault));
    return known;
  }
  publish(fresh, "");
  return fresh;
}

std::expected<void, AccountError> AccountFile::update(const Change& change) {
  const UniqueFd held = lock(path_);
  if (!held) {
    return std::unexpected(AccountError::unavailable);
  }
  std::string fault;
  const Snapshot newest = load(path_, fault);
  if (!newest) {
    return std::unexpected(AccountError::unavailable);
  }
  AccountBook book = newest->book;
  if (const auto allowed = change(book); !allowed) {
    return allowed;
  }
  if (!replace(path_, to_json(book))) {
    return std::unexpected(AccountError::unavailable);
  }
  Snapshot written = load(path_, fault);
  if (!written) {
    return std::unexpected(AccountError::unavailable);
  }
  publish(std::move(written), "");
  return {};
}

AccountFile::Snapshot AccountFile::current() const {
  const std::shared_lock lock(mutex_);
  return snapshot_;
}

void AccountFile::publish(Snapshot snapshot, std::string fault) {
  const std::unique_lock lock(mutex_);
  snapshot_ = std::move(snapshot);
  fault_ = std::move(fault);
}

}  // namespace langnghe::api
