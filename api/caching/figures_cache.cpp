#include "caching/figures_cache.hpp"

#include <algorithm>

#include <domain/enum_text.hpp>
#include <ledger/types.hpp>
#include <projections/projection.hpp>

namespace langnghe::api {
namespace {

constexpr std::size_t kEntriesMax = 64;

/// Once the period is over its figures are the same on every day.
std::string key_of(const std::string& ledger, std::uint64_t size, std::uint64_t definition,
                   const FiguresAsked& asked) {
  const auto& period = asked.period;
  const auto day = std::min(asked.today, domain::add_days(period.to, 1));
  return ledger + ' ' + std::to_string(size) + ' ' + std::to_string(definition) + ' ' +
         std::string(domain::to_text(period.family)) + ' ' + period.name + ' ' +
         domain::to_text(day) + ' ' + std::to_string(asked.version);
}

}  // namespace

FiguresCache::Figures FiguresCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(entries_, key, &std::pair<std::string, Figures>::first);
  return found == entries_.end() ? nullptr : found->second;
}

FiguresCache::Figures FiguresCache::keep(std::string key, const projections::Snapshot& snapshot,
                                         const FiguresAsked& asked) {
  auto figures =
      projections::report::figures_of(snapshot, asked.period, asked.today, asked.version);
  auto hash = projections::report::hash_of(figures);
  auto made =
      std::make_shared<const HashedFigures>(HashedFigures{std::move(figures), std::move(hash)});
  const std::lock_guard lock(mutex_);
  entries_.emplace_back(std::move(key), made);
  if (entries_.size() > kEntriesMax) {
    entries_.pop_front();
  }
  return made;
}

FiguresCache::Figures FiguresCache::of(const std::string& ledger,
                                       const projections::Snapshot& snapshot,
                                       const FiguresAsked& asked) {
  auto key = key_of(ledger, snapshot.size(), snapshot.definition(), asked);
  auto known = find(key);
  return known ? known : keep(std::move(key), snapshot, asked);
}

std::expected<FiguresCache::Figures, projections::ViewError> FiguresCache::as_of(
    const std::string& ledger, projections::Views& views, std::uint64_t size,
    const FiguresAsked& asked) {
  auto key =
      key_of(ledger, size, projections::definition_of(projections::all_projections()), asked);
  if (auto known = find(key)) {
    return known;
  }
  auto snapshot = views.as_of(eventstore::LedgerId{ledger}, size);
  if (!snapshot) {
    return std::unexpected(snapshot.error());
  }
  return keep(std::move(key), **snapshot, asked);
}

FiguresAsked as_told(const domain::Period& period, int version,
                     const std::optional<domain::Date>& measured_on) {
  return {.period = period,
          .today = measured_on.value_or(domain::add_days(period.to, 1)),
          .version = version};
}

}  // namespace langnghe::api
