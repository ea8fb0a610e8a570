#include "witness/head_book.hpp"

#include <array>
#include <utility>

#include <sodium.h>

#include <files/durable_file.hpp>

namespace langnghe::eventstore {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kEnding = ".head";

ProofError unavailable(const fs::path& file, const std::string& why) {
  return {ProofErrorCode::unavailable, file.string() + ": " + why};
}

// An origin may hold slashes and anything else; its hash is a name.
std::string name_of(const std::string& origin) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(origin.data()),
                     origin.size());
  std::string name(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(name.data(), name.size(), hash.data(), hash.size());
  name.pop_back();
  return name + std::string(kEnding);
}

ProofResult<Checkpoint> read_head(const fs::path& file) {
  const auto content = read_small_file(file, kNoteBytesMax);
  if (!content || !*content) {
    return std::unexpected(unavailable(file, content ? "it is gone" : content.error().message()));
  }
  const auto note = parse_note(**content);
  auto head =
      note ? parse_checkpoint(note->text) : ProofResult<Checkpoint>(std::unexpected(note.error()));
  if (!head || file.filename() != name_of(head->origin)) {
    return std::unexpected(unavailable(
        file, "this is no head that was kept. A witness that has lost its memory needs a new key"));
  }
  return head;
}

}  // namespace

ProofResult<HeadBook> HeadBook::open(const fs::path& folder) {
  HeadBook book(folder);
  if (const auto fault = make_directories(folder)) {
    return std::unexpected(unavailable(folder, fault.message()));
  }
  std::error_code fault;
  fs::directory_iterator files(folder, fault);
  for (; !fault && files != fs::directory_iterator(); files.increment(fault)) {
    if (files->path().extension() != kEnding) {
      continue;  // the lock, and drafts that a crash left behind
    }
    auto head = read_head(files->path());
    if (!head) {
      return std::unexpected(std::move(head.error()));
    }
    std::string origin = head->origin;
    book.heads_.emplace(std::move(origin), std::move(*head));
  }
  if (fault) {
    return std::unexpected(unavailable(folder, fault.message()));
  }
  return book;
}

Checkpoint HeadBook::known(const std::string& origin) const {
  const auto found = heads_.find(origin);
  return found == heads_.end() ? Checkpoint{origin, 0, empty_root()} : found->second;
}

ProofResult<void> HeadBook::keep(const Checkpoint& head, const Note& note) {
  if (has_failed_) {
    return std::unexpected(unavailable(folder_, "a write failed before"));
  }
  const fs::path file = folder_ / name_of(head.origin);
  if (const auto fault = replace_file(file, to_bytes(note))) {
    has_failed_ = true;
    return std::unexpected(unavailable(file, fault.message()));
  }
  heads_.insert_or_assign(head.origin, head);
  return {};
}

}  // namespace langnghe::eventstore
