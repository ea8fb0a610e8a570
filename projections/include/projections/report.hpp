#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <domain/period.hpp>
#include <domain/report.hpp>
#include <eventstore/types.hpp>
#include <projections/projection.hpp>
#include <projections/views.hpp>

/// A period's figures. Acts belong to the day they happened; a transition entered with an earlier
/// day than the one before it counts on the day of the one before, so that the balance always
/// holds.
namespace langnghe::projections::report {

[[nodiscard]] Projection definition();

/// The version of the dictionary of figures below; frozen reports name it.
inline constexpr int kDefinitionVersion = 1;

/// One figure: a count, or a rate with its numerator and denominator. `of` absent = a plain count;
/// a rate with denominator 0 is "not measured".
struct Figure {
  std::string id;                  ///< `issues.new`, `time.resolution_on_time_original`
  std::int64_t value = 0;          ///< the count, or the numerator
  std::optional<std::int64_t> of;  ///< the denominator
  std::vector<std::string> items;  ///< ids of the issues or dialogues behind `value`, sorted
  bool operator==(const Figure&) const = default;
};

/// carried in + new + reopened = ended (by ending) + carried out + voided (domain.md rule 11).
struct Balance {
  std::int64_t carried_in = 0;
  std::int64_t fresh = 0;
  std::int64_t reopened = 0;
  std::map<std::string, std::int64_t> ended;  ///< by domain::Ending name
  std::int64_t carried_out = 0;
  std::int64_t voided = 0;
  [[nodiscard]] bool holds() const;
  bool operator==(const Balance&) const = default;
};

struct Figures {
  domain::Period period;
  int definition_version = kDefinitionVersion;
  domain::Date measured_on{};  ///< duties that fall due after this day are not measured yet
  Balance balance;
  std::map<std::string, Balance> by_khom;
  std::map<std::string, Balance> by_field;
  std::map<std::string, Balance> by_type;   ///< `UNCLASSIFIED` where no type was given
  std::vector<Figure> figures;              ///< in the dictionary's order
  std::vector<std::uint64_t> late_entries;  ///< positions recorded after the period's last day of
                                            ///< acts that happened within it: shown, not hidden
  bool operator==(const Figures&) const = default;
};

/// Figures of a period that is over, in the dictionary's order (docs/figures.md).
[[nodiscard]] Figures figures_of(const Snapshot& snapshot, const domain::Period& period);
/// The same while the period runs: `last_day` is the last day that is over (it is cut to the
/// period's end), so that a duty of next week is not yet a duty missed.
[[nodiscard]] Figures figures_of(const Snapshot& snapshot, const domain::Period& period,
                                 const domain::Date& last_day);

/// The figures as canonical JSON and its SHA-256 (hex): what a freeze keeps.
[[nodiscard]] std::string canonical_text(const Figures& figures);
[[nodiscard]] std::string hash_of(const Figures& figures);

struct ReportRow {
  eventstore::Version version;
  domain::ReportState state;
};
/// The document around the figures: frozen, signed, submitted. Absent while nothing was done.
[[nodiscard]] std::optional<ReportRow> find(const Snapshot& snapshot, const domain::ReportKey& key);

}  // namespace langnghe::projections::report
