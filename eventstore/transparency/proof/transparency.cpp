#include <algorithm>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include <files/durable_file.hpp>
#include <files/folder_lock.hpp>
#include <following/supervisor.hpp>
#include <transparency/key_change.hpp>
#include <transparency/transparency.hpp>

#include "proof/log_follower.hpp"
#include "proof/proven_hashes.hpp"

namespace langnghe::eventstore {
namespace {

using std::chrono::steady_clock;

/// Of a note of one's own: all that is signed under another name than the log's.
std::size_t count_cosignatures(std::string_view bytes) {
  const auto note = parse_note(bytes);
  const auto origin = note ? note->text.substr(0, note->text.find('\n')) : std::string();
  return note ? static_cast<std::size_t>(std::ranges::count_if(
                    note->signatures,
                    [&](const NoteSignature& made) { return made.name != origin; }))
              : 0;
}

ProofError not_there(std::string what) {
  return {ProofErrorCode::not_there, std::move(what)};
}

}  // namespace

class Transparency::Impl {
 public:
  Impl(LedgerReader& store, SigningKey key, TransparencyOptions options)
      : store_(store),
        key_(std::move(key)),
        options_(std::move(options)),
        lock_(options_.proof / "lock") {}

  [[nodiscard]] bool locked() const { return lock_.held(); }
  [[nodiscard]] const SigningKey& key() const { return key_; }
  [[nodiscard]] const TransparencyOptions& options() const { return options_; }
  [[nodiscard]] LedgerReader& store() const { return store_; }

  void begin() {
    if (options_.supervisor == nullptr) {
      own_supervisor_ = std::make_unique<Supervisor>(store_);
    }
    FollowingPlan plan;
    plan.consumer_of = [this](const LedgerId& ledger) { return make_follower(ledger); };
    Supervisor& supervisor = own_supervisor_ ? *own_supervisor_ : *options_.supervisor;
    following_ = supervisor.follow(std::move(plan));
  }

  void stop() {
    if (following_) {
      following_->stop();
    }
    const std::scoped_lock lock(mutex_);
    for (const auto& [ledger, follower] : followers_) {
      follower->end();
    }
  }

  void make_hashes_again(const LedgerId& ledger) const {
    if (LogFollower* follower = find(ledger)) {
      follower->make_hashes_again();
      following_->wake(ledger);
    }
  }

  void stop_signing(const LedgerId& ledger, ProofError why) {
    if (LogFollower* follower = find(ledger)) {
      follower->refuse(std::move(why));
      following_->wake(ledger);
    }
  }

  /// Followers are never taken away, so the pointer holds as long as this does.
  [[nodiscard]] LogFollower* find(const LedgerId& ledger) const {
    const std::scoped_lock lock(mutex_);
    const auto found = followers_.find(ledger);
    return found == followers_.end() ? nullptr : found->second.get();
  }

  [[nodiscard]] LogFollower* wait_to_find(const LedgerId& ledger, steady_clock::time_point deadline,
                                          const std::stop_token& stop) const {
    std::unique_lock lock(mutex_);
    static_cast<void>(
        came_.wait_until(lock, stop, deadline, [&] { return followers_.contains(ledger); }));
    const auto found = followers_.find(ledger);
    return found == followers_.end() ? nullptr : found->second.get();
  }

  /// The result of `make` over the ledger's hashes. Hashes that do not lead to the signed head are
  /// made again, and nothing of them is answered until then.
  template <class T, class Make>
  [[nodiscard]] ProofResult<T> from_hashes(const LedgerId& ledger, const Make& make) const {
    LogFollower* const follower = find(ledger);
    const auto hashed = follower == nullptr ? std::nullopt : follower->hashed();
    if (!hashed) {
      return std::unexpected(
          ProofError{ProofErrorCode::unavailable, "the tree's hashes are being made again"});
    }
    ProofResult<T> made = make(*hashed);
    // The request lies within the signed head, so a hash that is not there was lost.
    if (!made && (made.error().code == ProofErrorCode::not_proven ||
                  made.error().code == ProofErrorCode::not_there)) {
      make_hashes_again(ledger);
      made.error().code = ProofErrorCode::unavailable;
    }
    return made;
  }

  [[nodiscard]] std::optional<ProofError> first_fault() const {
    const std::scoped_lock lock(mutex_);
    for (const auto& [ledger, follower] : followers_) {
      if (auto fault = follower->fault()) {
        return fault;
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] Consumer* make_follower(const LedgerId& ledger) {
    const std::scoped_lock lock(mutex_);
    auto& follower = followers_[ledger];
    follower = std::make_unique<LogFollower>(store_, ledger, key_, options_);
    came_.notify_all();
    return follower.get();
  }

  LedgerReader& store_;
  const SigningKey key_;
  const TransparencyOptions options_;
  FolderLock lock_;

  mutable std::mutex mutex_;  // guards followers_
  mutable std::condition_variable_any came_;
  std::map<LedgerId, std::unique_ptr<LogFollower>> followers_;

  std::unique_ptr<Supervisor> own_supervisor_;
  std::unique_ptr<Following> following_;  // last: its consumers are the followers
};

Transparency::Transparency(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Transparency::~Transparency() {
  stop();
}

void Transparency::stop() {
  impl_->stop();
}

void Transparency::make_hashes_again(const LedgerId& ledger) {
  impl_->make_hashes_again(ledger);
}

void Transparency::stop_signing(const LedgerId& ledger, ProofError why) {
  impl_->stop_signing(ledger, std::move(why));
}

ProofResult<std::unique_ptr<Transparency>> Transparency::start(LedgerReader& store, SigningKey key,
                                                               TransparencyOptions options) {
  if (const auto fault = make_directories(options.proof)) {
    return std::unexpected(
        ProofError{ProofErrorCode::unavailable, options.proof.string() + ": " + fault.message()});
  }
  auto impl = std::make_unique<Impl>(store, std::move(key), std::move(options));
  if (!impl->locked()) {
    return std::unexpected(ProofError{
        ProofErrorCode::unavailable,
        "another process signs for " + impl->options().proof.string() + ". Stop it first."});
  }
  impl->begin();
  return std::unique_ptr<Transparency>(new Transparency(std::move(impl)));
}

VerifierKey Transparency::verifier(const LedgerId& ledger) const {
  return impl_->key().verifier(log_origin(impl_->options().origin_prefix, ledger),
                               SignatureKind::ed25519);
}

std::vector<VerifierKey> Transparency::verifiers(const LedgerId& ledger) const {
  auto keys = all_keys(impl_->options().keys, ledger, verifier(ledger));
  return keys ? std::move(*keys) : std::vector{verifier(ledger)};
}

ProofResult<std::string> Transparency::key_changes(const LedgerId& ledger) const {
  return impl_->options().keys.empty() ? ProofResult<std::string>("")
                                       : read_key_changes(impl_->options().keys, ledger);
}

ProofResult<void> Transparency::add_cosignature(const LedgerId& ledger, const PublishedHead& head,
                                                const NoteSignature& cosignature) {
  LogFollower* follower = impl_->find(ledger);
  const auto note = parse_note(head.note);
  if (follower == nullptr || !note) {
    return std::unexpected(note ? not_there("no such ledger") : note.error());
  }
  return follower->cosigned().add(*note, head.checkpoint, cosignature);
}

std::optional<PublishedHead> Transparency::last_head(const LedgerId& ledger) const {
  const LogFollower* follower = impl_->find(ledger);
  return follower == nullptr ? std::nullopt : follower->published();
}

std::optional<CosignedHead> Transparency::witnessed(const LedgerId& ledger) const {
  const LogFollower* follower = impl_->find(ledger);
  // Nothing is shown that reaches behind what is published: the file is only a copy.
  auto best = follower == nullptr ? std::nullopt : follower->cosigned().best();
  return best && best->checkpoint.size <= published(ledger) ? best : std::nullopt;
}

std::optional<std::string> Transparency::checkpoint(const LedgerId& ledger) const {
  const LogFollower* follower = impl_->find(ledger);
  auto published = follower == nullptr ? std::nullopt : follower->published();
  return published ? std::optional(follower->cosigned().with_cosignatures(published->note))
                   : std::nullopt;
}

std::uint64_t Transparency::published(const LedgerId& ledger) const {
  const LogFollower* follower = impl_->find(ledger);
  const auto published = follower == nullptr ? std::nullopt : follower->published();
  return published ? published->checkpoint.size : 0;
}

std::uint64_t Transparency::wait_for(const LedgerId& ledger, std::uint64_t size,
                                     steady_clock::time_point deadline,
                                     std::stop_token stop) const {
  const LogFollower* follower = impl_->wait_to_find(ledger, deadline, stop);
  return follower == nullptr ? 0 : follower->wait_for(size, deadline, stop);
}

std::optional<ProofError> Transparency::fault(const LedgerId& ledger) const {
  const LogFollower* follower = impl_->find(ledger);
  return follower == nullptr ? std::nullopt : follower->fault();
}

std::optional<ProofError> Transparency::fault() const {
  return impl_->first_fault();
}

ProofResult<std::string> Transparency::tile(const LedgerId& ledger,
                                            const TileCoordinate& tile) const {
  if (tile.width < 1 || tile.width > width_in_tree(tile, published(ledger))) {
    return std::unexpected(not_there("no such tile under the last checkpoint"));
  }
  if (!tile.entries) {
    return impl_->from_hashes<std::string>(ledger, [&](const LogFollower::Hashed& hashed) {
      return proven_tile(*hashed.hashes, hashed.checkpoint, tile);
    });
  }
  const auto records = impl_->store().read_ledger(ledger, {tile.index * kTileWidth}, tile.width);
  if (!records || records->size() != tile.width) {
    return std::unexpected(ProofError{ProofErrorCode::unavailable,
                                      records ? "records are missing" : records.error().context});
  }
  return encode_entries(*records);
}

ProofResult<std::string> Transparency::kept_tile(const LedgerId& ledger,
                                                 const TileCoordinate& tile) const {
  return impl_->from_hashes<std::string>(
      ledger, [&](const LogFollower::Hashed& hashed) { return hash_tile(*hashed.hashes, tile); });
}

ProofResult<HashPath> Transparency::inclusion(const LedgerId& ledger, std::uint64_t index,
                                              std::uint64_t size) const {
  if (size > published(ledger) || index >= size) {
    return std::unexpected(not_there("no such size was published yet"));
  }
  const auto record = impl_->store().read_ledger(ledger, {index}, 1);
  if (!record || record->size() != 1) {
    return std::unexpected(ProofError{ProofErrorCode::unavailable, "the record cannot be read"});
  }
  auto proven = impl_->from_hashes<ProvenLeaf>(ledger, [&](const LogFollower::Hashed& hashed) {
    return proven_inclusion(*hashed.hashes, hashed.checkpoint, index, size);
  });
  if (!proven) {
    return std::unexpected(std::move(proven.error()));
  }
  // The hashes are well: the record is not the one that was signed for.
  if (proven->leaf != leaf_hash(record->front().bytes)) {
    return std::unexpected(ProofError{
        ProofErrorCode::not_proven,
        "the record at position " + std::to_string(index) + " is not the one that was signed for"});
  }
  return std::move(proven->path);
}

ProofResult<HashPath> Transparency::consistency(const LedgerId& ledger, std::uint64_t from,
                                                std::uint64_t to) const {
  if (to > published(ledger)) {
    return std::unexpected(not_there("no such size was published yet"));
  }
  return impl_->from_hashes<HashPath>(ledger, [&](const LogFollower::Hashed& hashed) {
    return proven_consistency(*hashed.hashes, hashed.checkpoint, from, to);
  });
}

ProofResult<Receipt> Transparency::receipt(const LedgerId& ledger, Position position) const {
  const LogFollower* follower = impl_->find(ledger);
  auto head = follower == nullptr ? std::nullopt : follower->published();
  if (!head) {
    return std::unexpected(not_there("no checkpoint was published yet"));
  }
  head->note = follower->cosigned().with_cosignatures(std::move(head->note));
  const std::uint64_t last = head->checkpoint.size;
  for (auto& older : {follower->cosigned().newest(), follower->cosigned().best()}) {
    if (older && older->checkpoint.size > position.value && older->checkpoint.size <= last &&
        older->witnesses > count_cosignatures(head->note)) {
      head = PublishedHead{older->note, older->checkpoint};
    }
  }
  auto path = inclusion(ledger, position.value, head->checkpoint.size);
  if (!path) {
    return std::unexpected(std::move(path.error()));
  }
  // A receipt that does not verify must not leave the house.
  const auto record = impl_->store().read_ledger(ledger, position, 1);
  if (!record || record->size() != 1) {
    return std::unexpected(ProofError{ProofErrorCode::unavailable, "the record cannot be read"});
  }
  Receipt receipt{position.value, std::move(*path), std::move(head->note)};
  if (auto good = verify_receipt(receipt, record->front().bytes, verifiers(ledger)); !good) {
    return std::unexpected(std::move(good.error()));
  }
  return receipt;
}

}  // namespace langnghe::eventstore
