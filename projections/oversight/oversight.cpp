#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>
#include <utility>
#include <variant>

#include <projections/oversight.hpp>

#include "rows/keys.hpp"
#include "rows/row.hpp"
#include "rows/shape.hpp"
#include "running/row_cache.hpp"

// Rows: `n/<year>/<type>/<number, 6 digits>` -> DocumentRow; `m/<recommendation>` ->
// RecommendationRow; `s/<all bits of the position turned, 8 bytes>` -> SealedReadRow, so that the
// newest comes first, and the same under `q/<resident>/…`; `t/<position>` -> TakedownRow;
// `w/<all bits of the position turned>` -> AccountActRow, and the same under `x/<user>/…`;
// `v/<stream>` -> its version.

namespace langnghe::projections::oversight {
namespace {

constexpr std::string_view kName = "oversight";
constexpr std::string_view kRecommendations = "m/";
constexpr std::string_view kReads = "s/";
constexpr std::string_view kTakedowns = "t/";
constexpr std::string_view kAccountActs = "w/";

std::string year_prefix(std::string_view year) {
  return "n/" + std::string(year) + '/';
}

std::string document_key(std::string_view year, domain::DocumentType type, int number) {
  auto digits = std::to_string(number);
  digits.insert(0, 6 - std::min<std::size_t>(6, digits.size()), '0');
  return year_prefix(year) + std::string(domain::to_text(type)) + '/' + digits;
}

std::string recommendation_key(const domain::RecommendationId& id) {
  return std::string(kRecommendations) + id.value;
}

std::string reads_of(const domain::ResidentId& resident) {
  return "q/" + resident.value + '/';
}

std::string newest_first(eventstore::Position position) {
  return be64(std::numeric_limits<std::uint64_t>::max() - position.value);
}

std::string account_acts_of(const domain::UserId& user) {
  return "x/" + user.value + '/';
}

std::string version_key(const domain::StreamId& stream) {
  return "v/" + stream.value;
}

struct ApplyRegister {
  RowCache& cache;
  const Input& input;

  void operator()(const domain::NumberTaken& event) const {
    DocumentRow row;
    row.symbol = event.symbol;
    row.date = event.date;
    row.taken_by = event.taken_by;
    store(std::move(row), event.type, event.number);
  }
  void operator()(const domain::NumberVoided& event) const {
    DocumentRow row;
    row.symbol = event.symbol;
    row.date = input.event.happened.date;
    row.voided = true;
    row.reason = event.reason;
    store(std::move(row), event.type, event.number);
  }

  // No document bears it yet, and no document has this counter.
  void operator()(const domain::NumberAllowed&) const {}
  void operator()(const domain::CounterTaken&) const {}

  void operator()(const domain::PaperRecorded& event) const {
    if (const auto at = place_of(event.symbol)) {
      if (auto* const row = cache.change<DocumentRow>(*at)) {
        row->papers.push_back(event);
      }
    }
  }
  void operator()(const domain::SignedFileRecorded& event) const {
    if (const auto at = place_of(event.symbol)) {
      if (auto* const row = cache.change<DocumentRow>(*at)) {
        row->signed_files.push_back(event);
      }
    }
  }

 private:
  [[nodiscard]] std::string_view year_of_register() const {
    return std::string_view(input.event.stream.value).substr(kRegisterKind.size());
  }

  /// The row of `12/TB-UBND`; none of a letter, whose number is in no series of the register.
  [[nodiscard]] std::optional<std::string> place_of(std::string_view symbol) const {
    int number = 0;
    const auto* const end = symbol.data() + symbol.size();
    const auto read = std::from_chars(symbol.data(), end, number);
    if (read.ec != std::errc{} || read.ptr == end || *read.ptr != '/') {
      return std::nullopt;
    }
    const std::string_view rest(read.ptr + 1, end);
    const auto type = domain::from_text<domain::DocumentType>(rest.substr(0, rest.find('-')));
    return type ? std::optional(document_key(year_of_register(), *type, number)) : std::nullopt;
  }

  void store(DocumentRow row, domain::DocumentType type, int number) const {
    const auto year = year_of_register();
    std::from_chars(year.data(), year.data() + year.size(), row.year);
    row.type = type;
    row.number = number;
    row.by = input.event.by;
    row.position = input.position;
    cache.set(document_key(year, type, number), std::move(row));
  }
};

struct ApplySupervision {
  RowCache& cache;
  const Input& input;

  void operator()(const domain::RecommendationMade& event) const {
    RecommendationRow row{.recommendation = {.made = event, .answer = std::nullopt},
                          .made_on = input.event.happened.date,
                          .made_by = input.event.by,
                          .answered_on = std::nullopt,
                          .position = input.position,
                          .answered_at = {}};
    cache.set(recommendation_key(event.recommendation), std::move(row));
  }
  void operator()(const domain::RecommendationAnswered& event) const {
    if (auto* const row =
            cache.change<RecommendationRow>(recommendation_key(event.recommendation))) {
      row->recommendation.answer = event;
      row->answered_on = input.event.happened.date;
      row->answered_at = input.position;
    }
  }
  void operator()(const domain::SealedRead& event) const {
    const auto bytes = row::to_bytes(SealedReadRow{.position = input.position,
                                                   .read = event,
                                                   .by = input.event.by,
                                                   .role = input.event.role,
                                                   .happened = input.event.happened});
    cache.rows().put(std::string(kReads) + newest_first(input.position), bytes);
    cache.rows().put(reads_of(event.resident) + newest_first(input.position), bytes);
  }
  void operator()(const domain::TakedownRegistered& event) const {
    row::put(cache.rows(), std::string(kTakedowns) + be64(input.position.value),
             TakedownRow{.position = input.position,
                         .takedown = event,
                         .by = input.event.by,
                         .on = input.event.happened.date});
  }
};

/// The details of an act on an account besides its name.
struct AccountActDetail {
  std::string detail;
  std::string expires;
};

struct DetailOfAccountAct {
  AccountActDetail operator()(const domain::UserRegistered& event) const {
    return {event.display_name, {}};
  }
  AccountActDetail operator()(const domain::RoleGranted& event) const { return named(event.role); }
  AccountActDetail operator()(const domain::RoleRevoked& event) const { return named(event.role); }
  AccountActDetail operator()(const domain::UserDisabled& event) const {
    return {event.reason, {}};
  }
  AccountActDetail operator()(const domain::UserEnabled& event) const { return {event.reason, {}}; }
  AccountActDetail operator()(const domain::PasswordSet& event) const { return named(event.means); }
  AccountActDetail operator()(const domain::SignInLinkMade& event) const {
    return {{}, domain::to_local_text(event.expires)};
  }
  AccountActDetail operator()(const domain::TokenMade& event) const {
    return {event.name, domain::to_local_text(event.expires)};
  }
  AccountActDetail operator()(const domain::SecondFactorTurnedOn&) const { return {}; }
  AccountActDetail operator()(const domain::SecondFactorTurnedOff&) const { return {}; }

 private:
  static AccountActDetail named(const auto& value) {
    return {std::string(domain::to_text(value)), {}};
  }
};

void apply_account_act(RowCache& cache, const Input& input, const domain::UserEvent& event) {
  auto [detail, expires] = std::visit(DetailOfAccountAct{}, event);
  const auto& recorded = input.event;
  const domain::UserId user{recorded.stream.value.substr(kUserKind.size())};
  const auto bytes = row::to_bytes(AccountActRow{input.position, user, std::string(input.type),
                                                 std::move(detail), std::move(expires), recorded.by,
                                                 recorded.role, recorded.happened});
  const auto place = newest_first(input.position);
  cache.rows().put(std::string(kAccountActs) + place, bytes);
  cache.rows().put(account_acts_of(user) + place, bytes);
}

void apply(RowCache& cache, const Input& input) {
  const auto& event = input.event.event;
  if (const auto* numbers = std::get_if<domain::RegisterEvent>(&event)) {
    std::visit(ApplyRegister{cache, input}, *numbers);
  } else if (const auto* supervision = std::get_if<domain::SupervisionEvent>(&event)) {
    std::visit(ApplySupervision{cache, input}, *supervision);
  } else if (const auto* account = std::get_if<domain::UserEvent>(&event)) {
    apply_account_act(cache, input, *account);
    return;
  } else {
    return;
  }
  cache.set(version_key(input.event.stream), input.version);
}

eventstore::Version version_of(const Snapshot& snapshot, const domain::StreamId& stream) {
  return row::read<eventstore::Version>(snapshot.of(kName), version_key(stream))
      .value_or(eventstore::Version{});
}

template <class Row>
std::vector<Row> rows_under(const Snapshot& snapshot, std::string_view prefix,
                            std::size_t limit = std::numeric_limits<std::size_t>::max()) {
  std::vector<Row> rows;
  snapshot.of(kName).scan(prefix, {}, [&](std::string_view, std::string_view value) {
    if (rows.size() == limit) {
      return false;
    }
    rows.push_back(row::from_bytes<Row>(value));
    return true;
  });
  return rows;
}

bool matches(const RecommendationFilter& filter, const RecommendationRow& row) {
  return (!filter.answered || *filter.answered == row.answered_on.has_value()) &&
         (!filter.overdue || *filter.overdue == row.overdue_on(filter.today));
}

}  // namespace

Projection definition() {
  return {.name = kName,
          .version = 2,
          .shape = row::shape_of_rows<DocumentRow, RecommendationRow, SealedReadRow, TakedownRow,
                                      AccountActRow, eventstore::Version>(),
          .apply = apply};
}

std::vector<DocumentRow> documents(const Snapshot& snapshot, int year,
                                   std::optional<domain::DocumentType> type) {
  auto prefix = year_prefix(std::to_string(year));
  if (type) {
    prefix += std::string(domain::to_text(*type)) + '/';
  }
  return rows_under<DocumentRow>(snapshot, prefix);
}

eventstore::Version register_version(const Snapshot& snapshot, int year) {
  return version_of(snapshot, domain::register_stream(year));
}

bool RecommendationRow::overdue_on(const domain::Date& today) const {
  return !answered_on && recommendation.made.answer_due < today;
}

std::vector<RecommendationRow> recommendations(const Snapshot& snapshot,
                                               const RecommendationFilter& filter) {
  auto rows = rows_under<RecommendationRow>(snapshot, kRecommendations);
  std::erase_if(rows, [&](const RecommendationRow& row) { return !matches(filter, row); });
  std::ranges::stable_sort(
      rows, {}, [](const RecommendationRow& row) { return row.recommendation.made.answer_due; });
  return rows;
}

std::optional<RecommendationRow> recommendation(const Snapshot& snapshot,
                                                const domain::RecommendationId& id) {
  return row::read<RecommendationRow>(snapshot.of(kName), recommendation_key(id));
}

std::vector<SealedReadRow> sealed_reads(const Snapshot& snapshot,
                                        const domain::ResidentId& resident, std::size_t limit) {
  return rows_under<SealedReadRow>(
      snapshot, resident.empty() ? std::string(kReads) : reads_of(resident), limit);
}

std::vector<AccountActRow> account_acts(const Snapshot& snapshot, const domain::UserId& user,
                                        std::uint64_t from, std::size_t limit) {
  std::vector<AccountActRow> rows;
  const auto prefix = user.empty() ? std::string(kAccountActs) : account_acts_of(user);
  snapshot.of(kName).scan(prefix, {}, [&](std::string_view, std::string_view value) {
    if (rows.size() == limit) {
      return false;
    }
    auto row = row::from_bytes<AccountActRow>(value);
    if (row.position.value < from) {
      return false;
    }
    rows.push_back(std::move(row));
    return true;
  });
  return rows;
}

std::vector<TakedownRow> takedowns(const Snapshot& snapshot) {
  return rows_under<TakedownRow>(snapshot, kTakedowns);
}

eventstore::Version supervision_version(const Snapshot& snapshot) {
  return version_of(snapshot, domain::supervision_stream());
}

}  // namespace langnghe::projections::oversight
