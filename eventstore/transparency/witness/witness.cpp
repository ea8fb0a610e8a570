#include <algorithm>
#include <mutex>
#include <utility>

#include <files/durable_file.hpp>
#include <files/folder_lock.hpp>
#include <transparency/witness.hpp>

#include "witness/head_book.hpp"

namespace langnghe::eventstore {
namespace {

WitnessAnswer refusal(int status, std::string why) {
  return {.status = status, .body = std::move(why) + "\n"};
}

/// C2SP tlog-witness: a 409 tells the size that is known, so that the log can prove from there.
WitnessAnswer conflict(std::uint64_t known_size) {
  return {.status = 409,
          .content_type = std::string(kSizeContentType),
          .body = std::to_string(known_size) + "\n"};
}

bool continues(const Checkpoint& known, const Checkpoint& head, const HashPath& proof) {
  if (known.size == 0) {
    return proof.empty();
  }
  return verify_consistency(known.size, head.size, known.root, head.root, proof);
}

}  // namespace

class Witness::Impl {
 public:
  Impl(WitnessKey key, std::vector<VerifierKey> trusted, HeadBook book,
       std::unique_ptr<FolderLock> lock)
      : key_(std::move(key)),
        trusted_(std::move(trusted)),
        lock_(std::move(lock)),
        book_(std::move(book)) {}

  [[nodiscard]] const WitnessKey& key() const { return key_; }

  [[nodiscard]] WitnessAnswer add_checkpoint(std::string_view body, std::uint64_t now) {
    const auto request = parse_add_checkpoint(body);
    auto note = request ? parse_note(request->checkpoint)
                        : ProofResult<Note>(std::unexpected(request.error()));
    const auto head = note ? parse_checkpoint(note->text)
                           : ProofResult<Checkpoint>(std::unexpected(note.error()));
    if (!head) {
      return refusal(400, head.error().context);
    }
    std::vector<VerifierKey> keys;
    std::ranges::copy_if(trusted_, std::back_inserter(keys),
                         [&](const VerifierKey& key) { return key.name == head->origin; });
    if (keys.empty()) {
      return refusal(404, "this log is not one of those that are witnessed here");
    }
    if (const auto good = verify_note(*note, keys); !good) {
      return refusal(403, good.error().context);
    }
    if (request->old_size > head->size) {
      return refusal(400, "the old size lies behind the checkpoint's");
    }
    return sign_if_it_continues(*request, *head, *note, now);
  }

 private:
  // Comparing, keeping and signing are one step: two requests for one log must not both be
  // compared with the same head and then be kept in the wrong order.
  [[nodiscard]] WitnessAnswer sign_if_it_continues(const AddCheckpoint& request,
                                                   const Checkpoint& head, const Note& note,
                                                   std::uint64_t now) {
    const std::scoped_lock lock(mutex_);
    const Checkpoint known = book_.known(head.origin);
    if (request.old_size != known.size) {
      return conflict(known.size);
    }
    if (head.size == known.size && head.root != known.root) {
      return conflict(known.size);
    }
    if (!continues(known, head, request.proof)) {
      return refusal(422, "the proof does not lead from the known head to this one");
    }
    if (head.size != known.size) {
      if (const auto kept = book_.keep(head, note); !kept) {
        return refusal(500, "the head could not be kept; nothing was signed");
      }
    }
    const Note signed_by_us{.text = note.text,
                            .signatures = {cosign_note(note.text, key_.name, key_.key, now)}};
    return {.body = to_bytes(signed_by_us).substr(note.text.size() + 1)};
  }

  const WitnessKey key_;
  const std::vector<VerifierKey> trusted_;
  const std::unique_ptr<FolderLock> lock_;

  std::mutex mutex_;  // guards book_
  HeadBook book_;
};

Witness::Witness(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Witness::~Witness() = default;

ProofResult<std::unique_ptr<Witness>> Witness::open(const std::filesystem::path& directory,
                                                    WitnessKey key,
                                                    std::vector<VerifierKey> trusted) {
  if (const auto fault = make_directories(std::filesystem::absolute(directory))) {
    return std::unexpected(
        ProofError{ProofErrorCode::unavailable, directory.string() + ": " + fault.message()});
  }
  auto lock = std::make_unique<FolderLock>(directory / "lock");
  if (!lock->held()) {
    return std::unexpected(
        ProofError{ProofErrorCode::unavailable, "another witness uses " + directory.string()});
  }
  auto book = HeadBook::open(directory);
  if (!book) {
    return std::unexpected(std::move(book.error()));
  }
  return std::unique_ptr<Witness>(new Witness(std::make_unique<Impl>(
      std::move(key), std::move(trusted), std::move(*book), std::move(lock))));
}

WitnessAnswer Witness::add_checkpoint(std::string_view body, std::uint64_t now) {
  return impl_->add_checkpoint(body, now);
}

VerifierKey Witness::verifier() const {
  return impl_->key().verifier();
}

}  // namespace langnghe::eventstore
