#include "accounts/account_file.hpp"

#include <cerrno>
#include <chrono>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>

#include "accounts/private_file.hpp"

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

std::string words_of(const std::error_code& fault) {
  return "accounts.json cannot be read: " + fault.message();
}

/// Null if the file cannot be read or is not ours, and `fault` says why; an empty book if there is
/// none.
AccountFile::Snapshot load(const std::filesystem::path& path, std::string& fault) {
  fault.clear();
  auto snapshot = std::make_shared<AccountSnapshot>();
  auto file = read_private_file(path);
  if (!file) {
    fault = words_of(file.error());
    return nullptr;
  }
  if (!file->open_file) {
    return snapshot;
  }
  auto book = book_from_json(file->text);
  if (!book) {
    fault = file->text.empty() ? "accounts.json is empty" : "accounts.json is damaged";
    return nullptr;
  }
  snapshot->stamp = file->stamp;
  snapshot->book = std::move(*book);
  snapshot->tokens = index_tokens(snapshot->book);
  for (const auto& [key, account] : snapshot->book) {
    // The book is in the order of ledgers.
    if (!account.untold.empty() &&
        (snapshot->untold_in.empty() || snapshot->untold_in.back() != key.ledger)) {
      snapshot->untold_in.push_back(key.ledger);
    }
  }
  snapshot->open_file = std::move(file->open_file);
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
    publish(known, words_of({errno, std::generic_category()}));
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
  if (!replace_private_file(path_, to_json(book))) {
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
