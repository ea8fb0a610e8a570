#include "reading/figures_cache.hpp"

#include <algorithm>

#include <domain/enum_text.hpp>
#include <eventstore/types.hpp>

namespace langnghe::api {
namespace {

constexpr std::size_t kEntriesMax = 64;

std::string key_of(const std::string& ledger, std::uint64_t size, const domain::Period& period,
                   int version) {
  return ledger + ' ' + std::to_string(size) + ' ' + std::string(domain::to_text(period.family)) +
         ' ' + period.name + ' ' + std::to_string(version);
}

}  // namespace

FiguresCache::Figures FiguresCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(entries_, key, &std::pair<std::string, Figures>::first);
  return found == entries_.end() ? nullptr : found->second;
}

FiguresCache::Figures FiguresCache::keep(std::string key, const projections::Snapshot& snapshot,
                                         const domain::Period& period, int version) {
  auto figures =
      projections::report::in_version(projections::report::figures_of(snapshot, period), version);
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
                                       const domain::Period& period, int version) {
  auto key = key_of(ledger, snapshot.size(), period, version);
  auto known = find(key);
  return known ? known : keep(std::move(key), snapshot, period, version);
}

std::expected<FiguresCache::Figures, projections::ViewError> FiguresCache::as_of(
    const std::string& ledger, projections::Views& views, std::uint64_t size,
    const domain::Period& period, int version) {
  auto key = key_of(ledger, size, period, version);
  if (auto known = find(key)) {
    return known;
  }
  auto snapshot = views.as_of(eventstore::LedgerId{ledger}, size);
  if (!snapshot) {
    return std::unexpected(snapshot.error());
  }
  return keep(std::move(key), **snapshot, period, version);
}

}  // namespace langnghe::api
