#include "caching/figures_cache.hpp"

#include <algorithm>

#include <domain/enum_text.hpp>
#include <ledger/types.hpp>
#include <projections/projection.hpp>

namespace langnghe::api {
namespace {

/// About so many are held by a list of what stands behind a figure.
std::size_t bytes_of(const std::vector<std::string>& items,
                     const std::vector<std::uint64_t>& events) {
  std::size_t bytes = items.size() * sizeof(std::string) + events.size() * sizeof(std::uint64_t);
  for (const auto& item : items) {
    bytes += item.capacity();
  }
  return bytes;
}

std::size_t bytes_of(const projections::report::Figures& figures) {
  std::size_t bytes = sizeof(figures);
  for (const auto& figure : figures.figures) {
    bytes += sizeof(figure) + bytes_of(figure.items, figure.events) +
             bytes_of(figure.against, figure.against_events);
    for (const auto& part : figure.parts) {
      bytes += sizeof(part) + bytes_of(part.items, part.events);
    }
  }
  return bytes;
}

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
  const auto* known = kept_.find(key);
  return known == nullptr ? nullptr : *known;
}

FiguresCache::Figures FiguresCache::keep(std::string key, const projections::Snapshot& snapshot,
                                         const FiguresAsked& asked) {
  auto figures =
      projections::report::figures_of(snapshot, asked.period, asked.today, asked.version);
  auto hash = projections::report::hash_of(figures);
  auto made =
      std::make_shared<const HashedFigures>(HashedFigures{std::move(figures), std::move(hash)});
  const std::lock_guard lock(mutex_);
  kept_.put(std::move(key), made, bytes_of(made->figures));
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
