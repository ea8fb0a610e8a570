#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <codec/event_codec.hpp>
#include <domain/world.hpp>
#include <ledger/record.hpp>
#include <orders/cause.hpp>

namespace langnghe::orders {
namespace {

using domain::StreamId;
using Cause = std::expected<std::string, Failure>;

/// The fact of a stream's state on which an act is due, as a text that can be compared.
using Fact = std::function<std::string(const domain::StreamState&)>;

std::string text_of(const std::optional<domain::Date>& day) {
  return day ? domain::to_text(*day) : std::string();
}

std::string day_of(const domain::IssueState& issue, domain::ClockKind clock) {
  return text_of(clock == domain::ClockKind::first_reply ? issue.first_reply_due
                                                         : issue.effective_due);
}

std::string promised_day(const domain::IssueState& issue, const domain::CommitmentId& commitment) {
  const auto* const found = issue.find_commitment(commitment);
  return found == nullptr ? std::string() : domain::to_text(found->due);
}

/// The number of dialogues that the approved plan owes a khóm in a quarter, as text; empty: none.
std::string owed(const domain::PlanState& plan, const domain::MarkObligationMissed& act) {
  const auto line = std::ranges::find(plan.plan.lines, act.khom, &domain::PlanLine::khom);
  if (!plan.approval || line == plan.plan.lines.end() || act.quarter < 1 || act.quarter > 4) {
    return {};
  }
  return std::to_string(line->per_quarter.at(static_cast<std::size_t>(act.quarter - 1)));
}

template <class State, class Tell>
Fact fact_of(Tell tell) {
  return [tell = std::move(tell)](const domain::StreamState& state) {
    const auto* const own = std::get_if<State>(&state);
    return own == nullptr ? std::string() : tell(*own);
  };
}

class CauseOf {
 public:
  CauseOf(eventstore::LedgerReader& store, const eventstore::LedgerId& ledger)
      : store_(store), ledger_(ledger) {}

  template <class... T>
  Cause operator()(const std::variant<T...>& family) const {
    return std::visit(*this, family);
  }
  Cause operator()(const domain::MarkDeadlineApproaching& act) const {
    return deadline(act.issue, act.clock);
  }
  Cause operator()(const domain::MarkDeadlineBreached& act) const {
    return deadline(act.issue, act.clock);
  }
  Cause operator()(const domain::ResumeClock& act) const {
    return last_change(stream_of(act.issue), fact_of<domain::IssueState>([](const auto& issue) {
                         return issue.paused ? domain::to_text(issue.paused->until) : std::string();
                       }));
  }
  Cause operator()(const domain::MarkCommitmentMissed& act) const {
    return last_change(stream_of(act.issue), fact_of<domain::IssueState>([&](const auto& issue) {
                         return promised_day(issue, act.commitment);
                       }));
  }
  Cause operator()(const domain::MarkDialogueMissed& act) const {
    return last_change(
        stream_of(act.dialogue), fact_of<domain::DialogueState>([](const auto& dialogue) {
          return domain::to_text(dialogue.schedule.date) + domain::to_text(dialogue.schedule.start);
        }));
  }
  Cause operator()(const domain::MarkObligationMissed& act) const {
    return last_change(
        domain::plan_stream(act.year),
        fact_of<domain::PlanState>([&](const auto& plan) { return owed(plan, act); }));
  }
  Cause operator()(const domain::RecomputeDeadline&) const {
    return newest({domain::calendar_stream(), domain::policy_stream()});
  }
  Cause operator()(const domain::DestroyKey& act) const {
    std::vector<StreamId> streams;
    for (const auto& issue : act.issues) {
      streams.push_back(stream_of(issue));
    }
    if (streams.empty()) {
      streams.push_back(stream_of(act.resident));
    }
    return newest(streams);
  }
  template <class Act>
  Cause operator()(const Act&) const {
    return std::string();
  }

 private:
  static constexpr std::size_t kPage = 1'000;

  template <class Reason>
  static std::unexpected<Failure> failed(Reason reason) {
    return std::unexpected(Failure(std::move(reason)));
  }

  [[nodiscard]] Cause deadline(const domain::IssueId& issue, domain::ClockKind clock) const {
    return last_change(stream_of(issue), fact_of<domain::IssueState>([clock](const auto& state) {
                         return day_of(state, clock);
                       }));
  }

  /// The last record of the stream that has changed the fact.
  [[nodiscard]] Cause last_change(const StreamId& stream, const Fact& fact) const {
    auto state = domain::initial_state(stream);
    std::string cause;
    std::string before = state ? fact(*state) : std::string();
    for (eventstore::Version version = eventstore::kAbsent; state;) {
      const auto records = store_.read_stream(ledger_, {stream.value}, version, kPage);
      if (!records) {
        return failed(records.error());
      }
      for (const auto& record : *records) {
        const auto view = eventstore::parse(record.bytes);
        if (!view) {
          return failed(command::Unreadable{record.position, view.error()});
        }
        const auto event = codec::decode(*view);
        if (!event) {
          return failed(command::Unreadable{record.position, event.error().what});
        }
        domain::evolve(*state, *event);
        ++version.value;
        if (auto after = fact(*state); after != before) {
          cause = view->id;
          before = std::move(after);
        }
      }
      if (records->size() < kPage) {
        break;
      }
    }
    return cause;
  }

  /// The record of these streams that was written last.
  [[nodiscard]] Cause newest(const std::vector<StreamId>& streams) const {
    std::string id;
    std::optional<eventstore::Position> at;
    for (const auto& stream : streams) {
      const eventstore::StreamName name{stream.value};
      const auto version = store_.version_of(ledger_, name);
      if (!version) {
        return failed(version.error());
      }
      if (*version == eventstore::kAbsent) {
        continue;
      }
      const auto last = store_.read_stream(ledger_, name, {version->value - 1}, 1);
      if (!last) {
        return failed(last.error());
      }
      if (last->empty()) {
        continue;
      }
      const auto& record = last->front();
      const auto view = eventstore::parse(record.bytes);
      if (!view) {
        return failed(command::Unreadable{record.position, view.error()});
      }
      if (!at || *at < record.position) {
        at = record.position;
        id = view->id;
      }
    }
    return id;
  }

  eventstore::LedgerReader& store_;
  const eventstore::LedgerId& ledger_;
};

}  // namespace

std::expected<std::string, Failure> cause_of(eventstore::LedgerReader& store,
                                             const eventstore::LedgerId& ledger,
                                             const domain::Command& command) {
  return std::visit(CauseOf(store, ledger), command);
}

}  // namespace langnghe::orders
