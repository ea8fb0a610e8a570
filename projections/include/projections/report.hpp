#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/period.hpp>
#include <domain/report.hpp>
#include <ledger/types.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

/// A period's figures. Acts belong to the day they happened; a transition entered with an earlier
/// day than the one before it counts on the day of the one before, so that the balance always
/// holds.
namespace langnghe::projections::report {

[[nodiscard]] Projection definition();

/// The version of the dictionary of figures below; frozen reports name it.
inline constexpr int kDefinitionVersion = 3;

/// The kind of a figure's numbers.
enum class FigureKind {
  count,    ///< so many
  rate,     ///< `value` of `of`; not measured where that is 0
  average,  ///< `value` divided by `of`; not measured where that is 0
  days,     ///< days: a sum; where `of` is there, a median or a maximum over so many measured ones,
            ///< and not measured where that is 0
};

/// The share of a figure that falls to one method, ground, khóm …
struct FigurePart {
  std::string key;
  std::int64_t value = 0;
  std::vector<std::string> items;
  std::vector<std::uint64_t> events;
  bool operator==(const FigurePart&) const = default;
};

/// One figure: a count, or a rate with its numerator and denominator.
struct Figure {
  std::string id;  ///< `issues.new`, `time.resolution_on_time_original`
  FigureKind kind = FigureKind::count;
  std::int64_t value = 0;             ///< the count, the numerator, the days
  std::optional<std::int64_t> of;     ///< the denominator, or how many were measured
  std::vector<std::string> items;     ///< ids of the issues, dialogues … behind `value`, sorted
  std::vector<std::uint64_t> events;  ///< ledger positions of the records behind it, sorted
  std::vector<FigurePart> parts;      ///< by key; empty where it has none
  /// Of a rate: what is in the denominator and not in `value`, as `items` and `events`. Empty
  /// before version 3.
  std::vector<std::string> against{};
  std::vector<std::uint64_t> against_events{};

  [[nodiscard]] bool measured() const { return !of || *of > 0; }
  bool operator==(const Figure&) const = default;
};

/// carried in + new + reopened = ended (by ending) + carried out + voided (domain.md rule 11).
struct Balance {
  std::int64_t carried_in = 0;
  std::int64_t fresh = 0;
  std::int64_t reopened = 0;                  ///< contested and unmerged ones included
  std::map<std::string, std::int64_t> ended;  ///< by domain::Ending name; voided stands apart
  std::int64_t carried_out = 0;
  std::int64_t voided = 0;
  [[nodiscard]] bool holds() const;
  bool operator==(const Balance&) const = default;
};

struct Figures {
  domain::Period period;
  int definition_version = kDefinitionVersion;
  domain::Date measured_on{};  ///< acts until its end count: today, or the period's last day
  bool estimate = false;       ///< that day is not over: what is due on it is not measured yet
  Balance balance;
  std::map<std::string, Balance> by_khom;
  std::map<std::string, Balance> by_field;
  std::map<std::string, Balance> by_type;   ///< `UNCLASSIFIED` where no type was given
  std::vector<Figure> figures;              ///< in the dictionary's order
  std::vector<std::uint64_t> late_entries;  ///< positions recorded after the period's last day of
                                            ///< acts that happened within it: shown, not hidden
  [[nodiscard]] const Figure* find(std::string_view id) const;
  bool operator==(const Figures&) const = default;
};

/// Figures of a period that is over, in the dictionary's order (docs/figures.md).
[[nodiscard]] Figures figures_of(const Snapshot& snapshot, const domain::Period& period);
/// The same as of a day: while the period runs they are measured on it.
[[nodiscard]] Figures figures_of(const Snapshot& snapshot, const domain::Period& period,
                                 const domain::Date& today);
/// The figures as an earlier dictionary defines them, byte for byte: a report frozen by it is
/// rebuilt with its own. `version` is 1 to kDefinitionVersion; the first two know no day of
/// measuring but the period's last.
[[nodiscard]] Figures figures_of(const Snapshot& snapshot, const domain::Period& period,
                                 const domain::Date& today, int version);

/// The figures as canonical JSON and its SHA-256 (hex): what a freeze keeps.
[[nodiscard]] std::string canonical_text(const Figures& figures);
[[nodiscard]] std::string hash_of(const Figures& figures);

/// The changes that later facts made in a period's figures.
struct Differences {
  std::vector<domain::FigureDifference> figures;  ///< by definition id; values in canonical JSON
  std::vector<std::uint64_t> positions;  ///< of the records since then that bear on the period
};
/// Between figures frozen when the ledger held `since` records and the same period's figures at
/// `now`. Besides the figures, the balances differ as `balance`, `balance.khom.<khóm>`,
/// `balance.field.<code>` and `balance.type.<type>`.
[[nodiscard]] Differences differences(const Figures& frozen, std::uint64_t since,
                                      const Snapshot& now, const Figures& current);
/// Is there any? It costs far less than to tell which records bear on it.
[[nodiscard]] bool differ(const Figures& frozen, const Figures& current);

struct ReportRow {
  eventstore::Version version;
  domain::ReportState state;
};
/// The document around the figures: frozen, signed, submitted. Absent while nothing was done.
[[nodiscard]] std::optional<ReportRow> find(const Snapshot& snapshot, const domain::ReportKey& key);

}  // namespace langnghe::projections::report
