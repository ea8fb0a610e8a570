#include "issues/issue_filter.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

namespace langnghe::projections::issues {
namespace {

/// The parts of a filter whose values are counted, one bit each.
constexpr unsigned kTypes = 1;
constexpr unsigned kPhases = 2;
constexpr unsigned kFields = 4;
constexpr unsigned kKhoms = 8;
constexpr unsigned kChannels = 16;

template <class T>
bool is_one_of(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

template <class T>
bool is_one_of(const std::vector<T>& wanted, const std::optional<T>& value) {
  return wanted.empty() || (value && is_one_of(wanted, *value));
}

bool is_within(const Days& days, const std::optional<domain::Date>& day) {
  return (!days.from || (day && *days.from <= *day)) && (!days.to || (day && *day <= *days.to));
}

bool has_bound(const Days& days) {
  return days.from || days.to;
}

/// The parts that are not counted. The reader's scope is one of them: beyond it there is nothing to
/// count.
bool fits_beside_counts(const Filter& filter, const Summary& entry) {
  const bool overdue = entry.next_due && *entry.next_due < filter.today;
  return is_one_of(filter.scope, entry.khom) && (!filter.open || *filter.open == entry.open) &&
         (!filter.overdue || *filter.overdue == overdue) &&
         (!filter.recurring || *filter.recurring == entry.recurring) &&
         (!filter.unit || *filter.unit == entry.unit) &&
         is_one_of(filter.assignees, entry.assignee) &&
         is_one_of(filter.dialogues, entry.dialogue) && is_one_of(filter.verdicts, entry.verdict) &&
         is_within(filter.received, entry.received) && is_within(filter.due, entry.due) &&
         is_within(filter.closed, entry.closed);
}

/// The counted parts that it does not fit.
unsigned fallen_parts(const Filter& filter, const Summary& entry) {
  return (is_one_of(filter.types, entry.type) ? 0 : kTypes) |
         (is_one_of(filter.phases, entry.phase) ? 0 : kPhases) |
         (is_one_of(filter.fields, entry.field) ? 0 : kFields) |
         (is_one_of(filter.khoms, entry.khom) ? 0 : kKhoms) |
         (is_one_of(filter.channels, entry.channel) ? 0 : kChannels);
}

/// A later day, or a greater number, comes first: each digit is what it lacks to nine.
std::string turned(std::string digits) {
  for (char& digit : digits) {
    digit = digit >= '0' && digit <= '9' ? static_cast<char>('0' + '9' - digit) : digit;
  }
  return digits;
}

std::string padded(std::uint64_t number) {
  const auto digits = std::to_string(number);
  constexpr std::size_t kDigits = std::numeric_limits<std::uint64_t>::digits10 + 1;
  return std::string(kDigits - digits.size(), '0') + digits;
}

}  // namespace

bool takes_all(const Filter& filter, bool of_open) {
  return !filter.overdue && !filter.recurring && filter.types.empty() && filter.phases.empty() &&
         filter.fields.empty() && filter.khoms.empty() && filter.channels.empty() &&
         filter.assignees.empty() && filter.dialogues.empty() && filter.verdicts.empty() &&
         !filter.unit && !has_bound(filter.received) && !has_bound(filter.due) &&
         !has_bound(filter.closed) && !filter.among && filter.scope.empty() &&
         (!filter.open || of_open);
}

bool Sieve::may_take(std::string_view issue) const {
  return !filter_.among ||
         std::ranges::binary_search(*filter_.among, issue, {}, [](const domain::IssueId& id) {
           return std::string_view(id.value);
         });
}

bool Sieve::takes(const Summary& entry) {
  if (!fits_beside_counts(filter_, entry)) {
    return false;
  }
  const auto fallen = fallen_parts(filter_, entry);
  if (counts_) {
    count(entry, fallen);
  }
  return fallen == 0;
}

/// It counts for a part of the filter when it fits all the others.
void Sieve::count(const Summary& entry, unsigned fallen) {
  if (std::popcount(fallen) > 1) {
    return;
  }
  const auto counts_for = [fallen](unsigned part) { return fallen == 0 || fallen == part; };
  if (counts_for(kTypes)) {
    ++counts_->types[entry.type];
  }
  if (counts_for(kPhases)) {
    ++counts_->phases[entry.phase];
  }
  if (counts_for(kFields)) {
    ++counts_->fields[entry.field];
  }
  if (counts_for(kKhoms)) {
    ++counts_->khoms[entry.khom];
  }
  if (counts_for(kChannels)) {
    ++counts_->channels[entry.channel];
  }
}

std::string place_in(const Order& order, const Summary& entry, std::string_view issue) {
  constexpr std::string_view kAfterAll = "~";
  std::string place;
  switch (order.by) {
    case Order::By::due:
      place = entry.due ? domain::to_text(*entry.due) : std::string(kAfterAll);
      break;
    case Order::By::received:
      place = domain::to_text(entry.received);
      break;
    case Order::By::changed:
      place = padded(entry.last.value);
      break;
  }
  if (order.descending) {
    place = turned(std::move(place));
  }
  place += '/';
  place += issue;
  return place;
}

}  // namespace langnghe::projections::issues
