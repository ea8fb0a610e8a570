#include "import/differences.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>

#include <codec/event_codec.hpp>
#include <domain/enum_text.hpp>
#include <domain/world.hpp>
#include <services/say.hpp>

namespace langnghe::tools {
namespace {

constexpr std::size_t kPage = 1'000;

/// Calls `take` with each event of the stream, in order.
template <class Take>
void for_each_event(eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
                    const domain::StreamId& stream, Take take) {
  eventstore::Version version = eventstore::kAbsent;
  for (;;) {
    const auto records = store.read_stream(ledger, {stream.value}, version, kPage);
    if (!records) {
      throw std::runtime_error(records.error().context);
    }
    if (records->empty()) {
      return;
    }
    for (const auto& record : *records) {
      const auto view = eventstore::parse(record.bytes);
      const auto event = view ? codec::decode(*view) : std::unexpected(codec::CodecError{});
      if (!event) {
        throw std::runtime_error(std::string(say("không đọc được bản ghi ở vị trí ",
                                                 "cannot read the record at position ")) +
                                 std::to_string(record.position.value));
      }
      take(*event);
      version = view->version;
    }
  }
}

struct RecordedIssue {
  domain::IssueState state;
  std::optional<domain::Date> ended_on;
  domain::Outcome outcome{};
};

RecordedIssue read_issue(eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
                         const domain::IssueId& issue) {
  const auto stream = domain::stream_of(issue);
  auto state = domain::initial_state(stream).value();
  RecordedIssue read;
  for_each_event(store, ledger, stream, [&](const domain::RecordedEvent& event) {
    domain::evolve(state, event);
    const domain::StreamEvents& any = event.event;
    const auto* const of_issue = std::get_if<domain::IssueEvent>(&any);
    const auto* const closed =
        of_issue == nullptr ? nullptr : std::get_if<domain::IssueClosed>(of_issue);
    if (closed != nullptr) {
      read.ended_on = closed->ended_on.value_or(event.happened.date);
      read.outcome = closed->outcome;
    }
  });
  read.state = std::get<domain::IssueState>(std::move(state));
  if (!domain::is_ended(read.state.phase)) {
    read.ended_on.reset();
  }
  return read;
}

std::string shown(const std::optional<domain::Date>& date) {
  return date ? domain::to_text(*date) : std::string(say("(trống)", "(empty)"));
}

/// Compares one row, column by column.
class Comparing {
 public:
  Comparing(const domain::ImportedIssue& row, std::vector<Difference>& into)
      : row_(row.row), into_(into) {}

  void operator()(const Source& source, std::string recorded, std::string listed) {
    if (recorded != listed) {
      into_.push_back({row_, source.column, std::move(recorded), std::move(listed)});
    }
  }

 private:
  int row_;
  std::vector<Difference>& into_;
};

void compare(const RecordedIssue& known, const domain::ImportedIssue& row, const Mapping& mapping,
             std::vector<Difference>& into) {
  Comparing differs(row, into);
  const auto& recorded = known.state.recorded;
  differs(mapping.received, domain::to_text(recorded.received), domain::to_text(row.received));
  differs(mapping.subject, recorded.subject, row.subject);
  differs(mapping.khom, recorded.khom.value, row.khom.value);
  differs(mapping.field, recorded.field.value, row.field.value);
  if (mapping.ended) {
    differs(*mapping.ended, shown(known.ended_on), shown(row.ended_on));
  }
  if (mapping.outcome && known.ended_on && row.ended_on) {
    differs(*mapping.outcome, std::string(domain::to_text(known.outcome)),
            std::string(domain::to_text(row.outcome)));
  }
  if (mapping.due) {
    differs(*mapping.due, shown(recorded.origin ? recorded.origin->agreed_due : std::nullopt),
            shown(row.agreed_due));
  }
}

}  // namespace

std::vector<Difference> differences(eventstore::LedgerReader& store,
                                    const eventstore::LedgerId& ledger,
                                    const domain::ImportIssues& import, const Mapping& mapping) {
  std::vector<Difference> found;
  for (const auto& row : import.issues) {
    const auto version = store.version_of(ledger, {domain::stream_of(row.issue).value});
    if (!version) {
      throw std::runtime_error(version.error().context);
    }
    if (*version != eventstore::kAbsent) {
      compare(read_issue(store, ledger, row.issue), row, mapping, found);
    }
  }
  return found;
}

bool is_administrator(eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
                      const std::string& user) {
  const auto stream = domain::stream_of(domain::UserId{user});
  auto state = domain::initial_state(stream);
  if (!state) {
    return false;
  }
  for_each_event(store, ledger, stream,
                 [&](const domain::RecordedEvent& event) { domain::evolve(*state, event); });
  const auto& account = std::get<domain::UserState>(*state);
  return account.enabled && std::ranges::any_of(account.roles, [](const auto& granted) {
           return granted.role == domain::Role::admin;
         });
}

}  // namespace langnghe::tools
