#include <chrono>
#include <string_view>
#include <utility>

#include <clockwork/erasures.hpp>

#include <following/catch_up.hpp>
#include <ledger/record.hpp>
#include <projections/residents.hpp>

namespace langnghe::clockwork {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t kPage = 500;
constexpr std::string_view kKeyDestroyed = "resident.key_destroyed";
constexpr std::string_view kResidentStream = "resident-";
/// At most so often, so that a busy ledger is read some records at a time.
constexpr std::chrono::milliseconds kRest{200};
/// A key that cannot be destroyed now is tried again soon: a person is waiting for it.
constexpr eventstore::RetryDelays kRetry{.first = std::chrono::milliseconds(200),
                                         .last = std::chrono::seconds(2)};

eventstore::Failure failure(std::string what) {
  return {.what = std::move(what)};
}

}  // namespace

/// The erasures of one ledger as a consumer of it. Its checkpoint is in memory: the first time the
/// views tell all that was decided up to their size.
class Erasures::OfLedger final : public eventstore::Consumer {
 public:
  OfLedger(eventstore::LedgerId ledger, const Erasures& all)
      : ledger_(std::move(ledger)), vault_(all.vault_), views_(all.views_), files_(all.files_) {}

  [[nodiscard]] std::string_view name() const override { return "erasures"; }
  [[nodiscard]] eventstore::Position checkpoint() const override { return seen_; }
  [[nodiscard]] eventstore::Outcome begin(const std::stop_token& stop) override;
  [[nodiscard]] eventstore::Outcome take(const eventstore::Records& records) override;
  [[nodiscard]] eventstore::NextCall next_call() const override;

 private:
  [[nodiscard]] eventstore::Outcome look_at(std::string_view bytes);
  [[nodiscard]] eventstore::Outcome destroy(std::string_view resident);

  const eventstore::LedgerId ledger_;
  eventstore::Vault& vault_;
  projections::Views& views_;
  eventstore::Attachments* const files_;
  bool begun_ = false;
  eventstore::Position seen_{0};
  steady_clock::time_point taken_at_{};
};

/// The views know every erasure up to their size; without views the ledger is read from its start.
eventstore::Outcome Erasures::OfLedger::begin(const std::stop_token& /*stop*/) {
  if (begun_) {
    return {};
  }
  if (const auto snapshot = views_.latest(ledger_)) {
    std::string from;
    do {
      const auto page = projections::residents::page(**snapshot, from, kPage);
      for (const auto& row : page.rows) {
        if (!row.state.erasure) {
          continue;
        }
        if (auto done = destroy(row.id.value); !done) {
          return done;
        }
      }
      from = page.next;
    } while (!from.empty());
    seen_ = {(*snapshot)->size()};
  }
  begun_ = true;
  return {};
}

eventstore::Outcome Erasures::OfLedger::take(const eventstore::Records& records) {
  if (!records.empty()) {
    taken_at_ = steady_clock::now();
  }
  eventstore::Outcome outcome;
  const auto visited = records.visit([&](eventstore::Position, std::string_view bytes) {
    outcome = look_at(bytes);
    seen_.value += outcome ? 1u : 0u;
    return outcome.has_value();
  });
  return visited ? outcome : std::unexpected(failure(visited.error().context));
}

eventstore::NextCall Erasures::OfLedger::next_call() const {
  const auto rested_at = taken_at_ + kRest;
  return steady_clock::now() >= rested_at
             ? eventstore::NextCall{}
             : eventstore::NextCall{.at = rested_at, .for_records = false};
}

eventstore::Outcome Erasures::OfLedger::look_at(std::string_view bytes) {
  const auto view = eventstore::parse(bytes);
  if (!view) {
    return std::unexpected(failure(view.error()));
  }
  if (view->type != kKeyDestroyed || !view->stream.starts_with(kResidentStream)) {
    return {};
  }
  return destroy(view->stream.substr(kResidentStream.size()));
}

/// A person who never had a key gets one first, so that a tombstone stands in the way of a
/// later one. A key that is gone already answers so.
eventstore::Outcome Erasures::OfLedger::destroy(std::string_view resident) {
  const auto subject = eventstore::key_subject(ledger_, resident);
  const auto there = vault_.create_key(subject);
  const bool was_gone = !there && there.error().code == eventstore::VaultErrorCode::key_destroyed;
  if (!was_gone) {
    const auto gone = there ? vault_.destroy_key(subject) : there;
    if (!gone) {
      return std::unexpected(failure(gone.error().context));
    }
  }
  if (files_ != nullptr) {
    if (const auto removed = files_->erase_resident(ledger_, resident); !removed) {
      return std::unexpected(failure(removed.error().context));
    }
  }
  return {};
}

Erasures::Erasures(eventstore::LedgerReader& store, eventstore::Vault& vault,
                   projections::Views& views, eventstore::Attachments* files)
    : store_(store), vault_(vault), views_(views), files_(files) {}

Erasures::~Erasures() = default;

std::expected<void, std::string> Erasures::carry_out() {
  for (const auto& ledger : store_.known_ledgers()) {
    if (auto done = eventstore::catch_up(*of(ledger), store_, ledger); !done) {
      return std::unexpected(std::move(done.error().what));
    }
  }
  return {};
}

eventstore::FollowingPlan Erasures::plan() {
  eventstore::FollowingPlan plan;
  plan.consumer_of = [this](const eventstore::LedgerId& ledger) { return of(ledger); };
  plan.threads = eventstore::FollowingThreads::one_for_all;
  plan.retry = kRetry;
  plan.duty = eventstore::Duty::erase;
  return plan;
}

eventstore::Consumer* Erasures::of(const eventstore::LedgerId& ledger) {
  auto& found = ledgers_[ledger];
  if (!found) {
    found = std::make_unique<OfLedger>(ledger, *this);
  }
  return found.get();
}

}  // namespace langnghe::clockwork
