#include <algorithm>
#include <functional>
#include <map>
#include <mutex>
#include <utility>

#include <following/supervisor.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

#include "rows/sha256.hpp"
#include "running/ledger_views.hpp"
#include "running/past.hpp"
#include "running/rebuild_beside.hpp"
#include "running/view_consumer.hpp"
#include "storage/memory_view.hpp"
#include "storage/rocksdb_open_on.hpp"
#include "storage/rows_database.hpp"

namespace langnghe::projections {
namespace {

using namespace std::chrono_literals;

/// After a fault; what cannot be read stays so, but a store or disk may recover.
constexpr eventstore::RetryDelays kRetry{.first = 250ms, .last = 1s};
/// For readers to give back the snapshots of a database that is opened anew.
constexpr auto kReadersPatience = 5s;
constexpr std::chrono::milliseconds kOpenWait = 1s;
constexpr std::chrono::milliseconds kOpenWaitMax = 8s;

std::string hash_rows(const ViewReader& view) {
  Sha256 hash;
  view.scan({}, {}, [&hash](std::string_view key, std::string_view value) {
    hash.add_part(key);
    hash.add_part(value);
    return true;
  });
  return hash.hex();
}

class KeptViews final : public Views {
 public:
  KeptViews(eventstore::LedgerReader& store, std::shared_ptr<RowsDatabase> rows,
            const FoldLimits& limits)
      : store_(store), rows_(std::move(rows)), limits_(limits), past_(store) {
    for (auto& ledger : rows_->ledgers()) {
      ledgers_.emplace(ledger, std::make_unique<LedgerViews>(store_, rows_, ledger, limits_));
    }
  }
  ~KeptViews() override;

  [[nodiscard]] std::expected<void, ViewError> catch_up(
      const eventstore::LedgerId& ledger, const std::function<void(Progress)>& progress) override;
  void follow() override;
  void follow(eventstore::Supervisor& supervisor) override;
  [[nodiscard]] std::expected<std::shared_ptr<const Snapshot>, ViewError> latest(
      const eventstore::LedgerId& ledger) override;
  [[nodiscard]] bool wait_for(const eventstore::LedgerId& ledger, std::uint64_t size,
                              std::chrono::steady_clock::time_point deadline) override;
  [[nodiscard]] std::expected<std::shared_ptr<const Snapshot>, ViewError> as_of(
      const eventstore::LedgerId& ledger, std::uint64_t size) override;
  [[nodiscard]] std::expected<std::uint64_t, ViewError> size_at(const eventstore::LedgerId& ledger,
                                                                domain::Instant instant) override;
  [[nodiscard]] Status status(const eventstore::LedgerId& ledger) override;
  [[nodiscard]] std::expected<std::map<std::string, std::string>, ViewError> hashes(
      const eventstore::LedgerId& ledger) override;
  [[nodiscard]] std::expected<void, ViewError> drop(const eventstore::LedgerId& ledger) override;

 private:
  using Found = std::expected<LedgerViews*, ViewError>;  ///< null: the store has no such ledger
  [[nodiscard]] Found find(const eventstore::LedgerId& ledger);
  [[nodiscard]] LedgerViews* find_made(const eventstore::LedgerId& ledger);
  [[nodiscard]] std::vector<LedgerViews*> all_made();
  [[nodiscard]] eventstore::Consumer* consumer_of(const eventstore::LedgerId& ledger);
  void wake(const eventstore::LedgerId& ledger);
  void mend();
  void open_anew_if_broken();
  void open_anew();
  void look_after_rebuild();

  eventstore::LedgerReader& store_;
  std::shared_ptr<RowsDatabase> rows_;  // shared with the snapshots made of it
  const FoldLimits limits_;
  Past past_;

  std::mutex creating_;  ///< held while views of a ledger are made; taken before mutex_
  std::mutex mutex_;     ///< guards ledgers_, whose entries are never removed, and following_
  std::map<eventstore::LedgerId, std::unique_ptr<LedgerViews>> ledgers_;
  std::chrono::steady_clock::time_point open_again_;  ///< of the consumer that mends alone
  std::chrono::milliseconds open_wait_ = kOpenWait;   ///< of the consumer that mends alone
  /// Of whoever looks for ledgers alone; the first one mends.
  std::map<eventstore::LedgerId, std::unique_ptr<ViewConsumer>> consumers_;
  std::unique_ptr<eventstore::Supervisor> own_supervisor_;
  eventstore::Supervisor* supervisor_ = nullptr;
  std::unique_ptr<RebuildBeside> rebuild_;            ///< of the consumer that mends alone
  std::unique_ptr<eventstore::Following> following_;  // after all that its consumers use
};

KeptViews::~KeptViews() {
  std::unique_ptr<eventstore::Following> following;
  {
    const std::scoped_lock lock(mutex_);
    following = std::move(following_);
  }
}

ViewError unknown(const eventstore::LedgerId& ledger) {
  return {
      .code = ViewError::Code::unknown_ledger, .position = 0, .what = "no ledger " + ledger.value};
}

LedgerViews* KeptViews::find_made(const eventstore::LedgerId& ledger) {
  const std::scoped_lock lock(mutex_);
  const auto found = ledgers_.find(ledger);
  return found == ledgers_.end() ? nullptr : found->second.get();
}

std::vector<LedgerViews*> KeptViews::all_made() {
  const std::scoped_lock lock(mutex_);
  std::vector<LedgerViews*> all;
  for (const auto& [ledger, views] : ledgers_) {
    all.push_back(views.get());
  }
  return all;
}

KeptViews::Found KeptViews::find(const eventstore::LedgerId& ledger) {
  if (auto* const made = find_made(ledger)) {
    return made;
  }
  const auto size = store_.size(ledger);
  if (!size) {
    return std::unexpected(view_error(size.error()));
  }
  if (*size == 0) {
    return nullptr;
  }
  const std::scoped_lock creating(creating_);
  if (auto* const made = find_made(ledger)) {
    return made;
  }
  try {
    auto views = std::make_unique<LedgerViews>(store_, rows_, ledger, limits_);
    const std::scoped_lock lock(mutex_);
    return ledgers_.emplace(ledger, std::move(views)).first->second.get();
  } catch (const ViewFault& fault) {
    return std::unexpected(
        ViewError{.code = ViewError::Code::unavailable, .position = 0, .what = fault.what()});
  }
}

std::expected<void, ViewError> KeptViews::catch_up(const eventstore::LedgerId& ledger,
                                                   const std::function<void(Progress)>& progress) {
  const auto views = find(ledger);
  if (!views) {
    return std::unexpected(views.error());
  }
  while (*views != nullptr) {
    const auto moved = (*views)->step();
    if (!moved) {
      return std::unexpected(moved.error());
    }
    if (progress) {
      progress({.done = (*views)->snapshot()->size(), .total = store_.known_size(ledger)});
    }
    if (*moved == 0) {
      break;
    }
  }
  return {};
}

void KeptViews::follow() {
  if (supervisor_ != nullptr) {
    return;
  }
  own_supervisor_ = std::make_unique<eventstore::Supervisor>(store_);
  follow(*own_supervisor_);
}

void KeptViews::follow(eventstore::Supervisor& supervisor) {
  if (supervisor_ != nullptr) {
    return;  // consumers of a second following would take the place of those that work
  }
  supervisor_ = &supervisor;
  eventstore::FollowingPlan plan;
  plan.consumer_of = [this](const eventstore::LedgerId& ledger) { return consumer_of(ledger); };
  plan.records_max = limits_.records;
  plan.retry = kRetry;
  auto following = supervisor.follow(std::move(plan));
  const std::scoped_lock lock(mutex_);
  following_ = std::move(following);
}

eventstore::Consumer* KeptViews::consumer_of(const eventstore::LedgerId& ledger) {
  const auto views = find(ledger);
  if (!views || *views == nullptr) {
    return nullptr;
  }
  std::function<void()> look_after;
  if (consumers_.empty()) {
    look_after = [this] { mend(); };
  }
  auto& consumer = consumers_[ledger];
  consumer = std::make_unique<ViewConsumer>(**views, std::move(look_after));
  return consumer.get();
}

/// The consumer waits for records beyond those it had.
void KeptViews::wake(const eventstore::LedgerId& ledger) {
  const std::scoped_lock lock(mutex_);
  if (following_) {
    following_->wake(ledger);
  }
}

void KeptViews::mend() {
  open_anew_if_broken();
  look_after_rebuild();
}

/// Old rows are served on while new ones are built; when they have changed places it is over.
void KeptViews::look_after_rebuild() {
  const bool is_wanted = RebuildBeside::is_wanted(*rows_);
  if (is_wanted && !rebuild_) {
    rebuild_ = std::make_unique<RebuildBeside>(
        store_, RebuildBeside::Served{rows_, creating_, [this] { return all_made(); }}, limits_,
        *supervisor_);
  } else if (!is_wanted) {
    rebuild_.reset();
  }
}

/// Readers are turned away while the database is opened: where that does not help, ever more
/// rarely.
void KeptViews::open_anew_if_broken() {
  const auto now = std::chrono::steady_clock::now();
  if (now < open_again_ || !rows_->can_open_anew()) {
    return;
  }
  open_wait_ =
      now - open_again_ < kOpenWaitMax ? std::min(2 * open_wait_, kOpenWaitMax) : kOpenWait;
  open_anew();
  open_again_ = std::chrono::steady_clock::now() + open_wait_;
}

/// Views can be made again: a fault of their database is no reason for a restart.
void KeptViews::open_anew() {
  const auto all = all_made();
  std::vector<std::unique_lock<std::mutex>> held;
  for (auto* const views : all) {
    held.push_back(views->let_go("the views' database is being opened anew"));
  }
  rows_->open_anew(kReadersPatience);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i]->take_up(std::move(held[i]));
    (void)all[i]->step();  // an error is shown there
    wake(all[i]->ledger());
  }
}

std::expected<std::shared_ptr<const Snapshot>, ViewError> KeptViews::latest(
    const eventstore::LedgerId& ledger) {
  static const auto kEmpty = std::make_shared<const MemorySnapshot>();
  const auto views = find(ledger);
  if (!views) {
    return std::unexpected(views.error());
  }
  return *views == nullptr ? kEmpty : (*views)->latest();
}

bool KeptViews::wait_for(const eventstore::LedgerId& ledger, std::uint64_t size,
                         std::chrono::steady_clock::time_point deadline) {
  // A ledger that is not there yet may come into being while we wait.
  (void)store_.wait_beyond(ledger, 0, size == 0 ? std::chrono::steady_clock::now() : deadline, {});
  const auto views = find(ledger);
  if (!views || *views == nullptr) {
    return views && size == 0;
  }
  return (*views)->wait_for(size, deadline);
}

std::expected<std::shared_ptr<const Snapshot>, ViewError> KeptViews::as_of(
    const eventstore::LedgerId& ledger, std::uint64_t size) {
  const auto views = find(ledger);
  if (!views) {
    return std::unexpected(views.error());
  }
  if (*views == nullptr) {
    return std::unexpected(unknown(ledger));
  }
  const auto held = store_.size(ledger);
  if (!held) {
    return std::unexpected(view_error(held.error()));
  }
  if (size > *held) {
    return std::unexpected(ViewError{.code = ViewError::Code::beyond_ledger,
                                     .position = *held,
                                     .what = "the ledger holds " + std::to_string(*held)});
  }
  if (auto newest = (*views)->snapshot(); newest->size() == size) {
    return newest;
  }
  return past_.as_of(ledger, size);
}

std::expected<std::uint64_t, ViewError> KeptViews::size_at(const eventstore::LedgerId& ledger,
                                                           domain::Instant instant) {
  const auto size = store_.size(ledger);
  if (!size) {
    return std::unexpected(view_error(size.error()));
  }
  if (*size == 0) {
    return std::unexpected(unknown(ledger));
  }
  return size_at_instant(store_, ledger, instant);
}

Views::Status KeptViews::status(const eventstore::LedgerId& ledger) {
  Status status{.size = 0,
                .ledger_size = store_.known_size(ledger),
                .skipped = 0,
                .stopped = {},
                .kept = true};
  const auto views = find(ledger);
  if (!views) {
    status.stopped = views.error().what;
  } else if (*views != nullptr) {
    const auto condition = (*views)->condition();
    status.size = condition.size;
    status.kept = condition.is_kept;
    status.stopped = condition.stopped;
  }
  return status;
}

std::expected<std::map<std::string, std::string>, ViewError> KeptViews::hashes(
    const eventstore::LedgerId& ledger) {
  const auto snapshot = latest(ledger);
  if (!snapshot) {
    return std::unexpected(snapshot.error());
  }
  try {
    std::map<std::string, std::string> hashes;
    for (const auto& projection : all_projections()) {
      hashes[std::string(projection.name)] = hash_rows((*snapshot)->of(projection.name));
    }
    return hashes;
  } catch (const ViewFault& fault) {
    return std::unexpected(
        ViewError{.code = ViewError::Code::unavailable, .position = 0, .what = fault.what()});
  }
}

std::expected<void, ViewError> KeptViews::drop(const eventstore::LedgerId& ledger) {
  past_.forget(ledger);
  const auto views = find(ledger);
  if (!views) {
    return std::unexpected(views.error());
  }
  if (*views == nullptr) {
    return {};
  }
  auto dropped = (*views)->drop();
  wake(ledger);
  return dropped;
}

}  // namespace

std::expected<std::unique_ptr<Views>, ViewError> Views::open(eventstore::LedgerReader& store,
                                                             const ViewsOptions& options) {
  return open_views_on(*rocksdb::Env::Default(), store, options);
}

std::expected<std::unique_ptr<Views>, ViewError> open_views_on(rocksdb::Env& env,
                                                               eventstore::LedgerReader& store,
                                                               const ViewsOptions& options) {
  const FoldLimits limits{.records = options.batch_records};
  auto rows = RowsDatabase::open(options, env);
  if (!rows) {
    return std::unexpected(rows.error());
  }
  try {
    try {
      return std::make_unique<KeptViews>(store, *rows, limits);
    } catch (const ViewFault&) {
      if (!(*rows)->is_broken() || !(*rows)->open_anew(kReadersPatience)) {
        throw;
      }
    }
    return std::make_unique<KeptViews>(store, *rows,
                                       limits);  // of rows that were damaged and built anew
  } catch (const ViewFault& fault) {
    return std::unexpected(
        ViewError{.code = ViewError::Code::unavailable, .position = 0, .what = fault.what()});
  }
}

}  // namespace langnghe::projections
