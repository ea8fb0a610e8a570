#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include <domain/period.hpp>
#include <domain/time.hpp>
#include <projections/report.hpp>
#include <projections/views.hpp>

#include "caching/kept_by_use.hpp"

namespace langnghe::api {

/// A period's figures with their hash.
struct HashedFigures {
  projections::report::Figures figures;
  std::string hash;
};

/// Of which period, as of which day, by which dictionary.
struct FiguresAsked {
  domain::Period period;
  domain::Date today{};
  int version = projections::report::kDefinitionVersion;
};

/// As figures were frozen or told by a supplement: an estimate names its day.
[[nodiscard]] FiguresAsked as_told(const domain::Period& period, int version,
                                   const std::optional<domain::Date>& measured_on);

/// Figures of a period at a ledger size, as of a day, by one version of the dictionary, never
/// change, and making them from the past replays the ledger: those last asked for are kept. Each
/// names all that stands behind it, which is megabytes in a ward with many issues. Thread-safe.
class FiguresCache {
 public:
  /// As of a day: while the period runs they are measured on it.
  [[nodiscard]] std::shared_ptr<const HashedFigures> of(const std::string& ledger,
                                                        const projections::Snapshot& snapshot,
                                                        const FiguresAsked& asked);

  /// At an earlier size of the ledger; the views are only asked when the figures are not at hand.
  [[nodiscard]] std::expected<std::shared_ptr<const HashedFigures>, projections::ViewError> as_of(
      const std::string& ledger, projections::Views& views, std::uint64_t size,
      const FiguresAsked& asked);

 private:
  using Figures = std::shared_ptr<const HashedFigures>;

  [[nodiscard]] Figures find(const std::string& key);
  Figures keep(std::string key, const projections::Snapshot& snapshot, const FiguresAsked& asked);

  static constexpr std::size_t kBytesMax = std::size_t{32} << 20;

  std::mutex mutex_;  ///< guards kept_
  KeptByUse<Figures> kept_{kBytesMax};
};

}  // namespace langnghe::api
