#include "running/rebuild_beside.hpp"

#include <algorithm>
#include <utility>

namespace langnghe::projections {
namespace {

constexpr eventstore::RetryDelays kRetry{.first = std::chrono::milliseconds(250),
                                         .last = std::chrono::seconds(5)};
/// The rebuild stands behind the threads that serve.
constexpr int kNiceness = 10;

}  // namespace

RebuildBeside::RebuildBeside(eventstore::LedgerReader& store, Served served,
                             const FoldLimits& limits, eventstore::Supervisor& supervisor)
    : store_(store), served_(std::move(served)), limits_(limits) {
  eventstore::FollowingPlan plan;
  plan.consumer_of = [this](const eventstore::LedgerId& ledger) {
    const std::scoped_lock lock(mutex_);
    auto& made = rebuilds_[ledger];
    made = std::make_unique<LedgerRebuild>(store_, served_.rows->building(), ledger, limits_,
                                           [this] { return switch_if_ready(); });
    return made.get();
  };
  plan.threads = eventstore::FollowingThreads::one_for_all;
  plan.records_max = limits.records;
  plan.retry = kRetry;
  plan.niceness = kNiceness;
  following_ = supervisor.follow(std::move(plan));
}

RebuildBeside::~RebuildBeside() = default;

bool RebuildBeside::is_wanted(RowsDatabase& serving) {
  const auto building = serving.building();
  return building != nullptr && !building->projections().empty();
}

LedgerRebuild* RebuildBeside::rebuild_of(const LedgerViews& views) {
  const std::scoped_lock lock(mutex_);
  const auto found = rebuilds_.find(views.ledger());
  return found == rebuilds_.end() ? nullptr : found->second.get();
}

/// A batch at most is left to fold for each ledger while the views stand still.
bool RebuildBeside::is_ready(const std::vector<LedgerViews*>& all) {
  return std::ranges::all_of(all, [this](const LedgerViews* views) {
    const auto shown = views->snapshot()->size();
    const auto* const rebuild = rebuild_of(*views);
    const auto built = rebuild == nullptr ? 0 : rebuild->checkpoint().value;
    const bool has_rows = rebuild != nullptr || store_.known_size(views->ledger()) == 0;
    return has_rows && views->is_kept() && (rebuild == nullptr || built + limits_.records >= shown);
  });
}

std::expected<void, ViewError> RebuildBeside::switch_if_ready() {
  const std::scoped_lock creating(served_.creating);
  const auto all = served_.all();
  if (!is_ready(all)) {
    return {};
  }
  std::vector<std::unique_lock<std::mutex>> still;
  for (auto* const views : all) {
    still.push_back(views->hold_still());
  }
  for (auto* const views : all) {
    auto* const rebuild = rebuild_of(*views);
    if (rebuild == nullptr) {
      continue;
    }
    if (auto done = rebuild->fold_up_to(views->snapshot()->size()); !done) {
      return done;
    }
  }
  if (!is_ready(all)) {
    return {};  // the database was opened anew meanwhile
  }
  served_.rows->switch_over();
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i]->show_anew(std::move(still[i]));
  }
  return {};
}

}  // namespace langnghe::projections
