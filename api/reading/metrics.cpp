#include "reading/metrics.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

#include "live/live_streams.hpp"
#include "reading/readiness.hpp"

namespace langnghe::api {
namespace {

/// Backslash, quote and line end are all that a label's value escapes.
std::string escaped(std::string_view value) {
  std::string text;
  for (const char letter : value) {
    if (letter == '\\' || letter == '"') {
      text += '\\';
    }
    text += letter == '\n' ? ' ' : letter;
  }
  return text;
}

std::string ledger_label(const Services& services, const eventstore::LedgerId& ledger) {
  return "ledger=\"" + escaped(shown_ledger(services, ledger)) + "\"";
}

/// One metric: its head, then a line for each thing measured.
class Metric {
 public:
  Metric(std::string& out, std::string_view name, std::string_view type, std::string_view help)
      : out_(out), name_(name) {
    out_ += "# HELP " + name_ + " " + std::string(help) + "\n# TYPE " + name_ + " " +
            std::string(type) + "\n";
  }
  void add(std::string_view labels, std::uint64_t value) { add(labels, std::to_string(value)); }
  void add(std::string_view labels, std::chrono::milliseconds time) {
    const std::string thousandths = std::to_string(1'000 + time.count() % 1'000);
    add(labels, std::to_string(time.count() / 1'000) + "." + thousandths.substr(1));
  }

 private:
  void add(std::string_view labels, const std::string& value) {
    out_ += name_;
    if (!labels.empty()) {
      out_ += "{" + std::string(labels) + "}";
    }
    out_ += " " + value + "\n";
  }

  std::string& out_;
  const std::string name_;
};

void add_ledgers(const Services& services, std::string& out) {
  const auto ledgers = services.store.known_ledgers();
  Metric records(out, "langnghe_ledger_records", "gauge", "Records of the ledger.");
  for (const auto& ledger : ledgers) {
    records.add(ledger_label(services, ledger), services.store.known_size(ledger));
  }
  Metric views(out, "langnghe_view_records", "gauge", "Records that the views hold.");
  for (const auto& ledger : ledgers) {
    views.add(ledger_label(services, ledger), services.views.status(ledger).size);
  }
  if (services.transparency == nullptr) {
    return;
  }
  Metric heads(out, "langnghe_signed_records", "gauge", "Records under the last signed head.");
  for (const auto& ledger : ledgers) {
    heads.add(ledger_label(services, ledger), services.transparency->published(ledger));
  }
}

void add_consumers(const Services& services, std::string& out) {
  if (services.following == nullptr) {
    return;
  }
  const auto states = services.following->states();
  const auto labels = [&](const eventstore::ConsumerState& state) {
    return "consumer=\"" + escaped(state.consumer) + "\"," + ledger_label(services, state.ledger);
  };
  Metric positions(out, "langnghe_consumer_position", "gauge",
                   "The position that the consumer of the ledger wants next.");
  for (const auto& state : states) {
    positions.add(labels(state), state.position);
  }
  Metric lags(out, "langnghe_consumer_lag_records", "gauge", "Records it has not taken.");
  for (const auto& state : states) {
    lags.add(labels(state), state.lag);
  }
  Metric failures(out, "langnghe_consumer_failures_total", "counter",
                  "Its failures since the start.");
  for (const auto& state : states) {
    failures.add(labels(state), state.failures);
  }
  Metric failing(out, "langnghe_consumer_failing", "gauge", "1 while its last attempt failed.");
  for (const auto& state : states) {
    failing.add(labels(state), state.is_failing ? 1 : 0);
  }
}

void add_witnesses(const Services& services, std::string& out) {
  if (services.cosigning == nullptr) {
    return;
  }
  const auto states = services.cosigning->states();
  const auto labels = [&](const eventstore::WitnessState& state) {
    return ledger_label(services, state.ledger) + ",witness=\"" + escaped(state.name) + "\"";
  };
  const auto seconds =
      std::chrono::floor<std::chrono::seconds>(services.now()).time_since_epoch().count();
  Metric sizes(out, "langnghe_witness_signed_records", "gauge",
               "Records under the last head that the witness signed.");
  for (const auto& state : states) {
    sizes.add(labels(state), state.size);
  }
  Metric ages(out, "langnghe_witness_age_seconds", "gauge", "Since the witness signed last.");
  for (const auto& state : states) {
    if (state.signed_at != 0) {
      const auto age =
          std::max<std::int64_t>(0, seconds - static_cast<std::int64_t>(state.signed_at));
      ages.add(labels(state), static_cast<std::uint64_t>(age));
    }
  }
  Metric failures(out, "langnghe_witness_failures_total", "counter",
                  "Attempts that failed since the start.");
  for (const auto& state : states) {
    failures.add(labels(state), state.failures);
  }
  Metric faults(out, "langnghe_witness_fault", "gauge", "1 for the fault of the last attempt.");
  for (const auto& state : states) {
    if (state.fault != eventstore::WitnessFault::none) {
      faults.add(labels(state) + ",fault=\"" + std::string(to_text(state.fault)) + "\"", 1);
    }
  }
}

// A run that is not over yet has no result: a monitor sees by the absence that none has ended.
void add_watch(const Services& services, std::string& out) {
  if (services.watch == nullptr) {
    return;
  }
  const auto states = services.watch->states();
  auto ended = states;
  std::erase_if(ended, [](const auto& state) { return state.finished_at == 0; });
  Metric results(out, "langnghe_ledger_check_result", "gauge",
                 "1 for how the last check of the whole ledger ended.");
  for (const auto& state : ended) {
    results.add(ledger_label(services, state.ledger) + ",result=\"" +
                    std::string(to_text(state.finding)) + "\"",
                1);
  }
  Metric times(out, "langnghe_ledger_check_timestamp_seconds", "gauge", "When it ended.");
  for (const auto& state : ended) {
    times.add(ledger_label(services, state.ledger), static_cast<std::uint64_t>(state.finished_at));
  }
  Metric records(out, "langnghe_ledger_check_records", "gauge", "Records that it read.");
  for (const auto& state : ended) {
    records.add(ledger_label(services, state.ledger), state.records);
  }
  Metric lasted(out, "langnghe_ledger_check_duration_seconds", "gauge", "How long it took.");
  for (const auto& state : ended) {
    lasted.add(ledger_label(services, state.ledger), state.took);
  }
  Metric reading(out, "langnghe_ledger_check_reading_records", "gauge",
                 "Records read by the check under way; 0 between two.");
  for (const auto& state : states) {
    reading.add(ledger_label(services, state.ledger), state.reading);
  }
}

void add_live(LiveStreams& live, std::string& out) {
  const auto& counts = live.counts();
  Metric(out, "langnghe_live_streams", "gauge", "Live streams that are open.").add("", live.open());
  Metric(out, "langnghe_live_streams_opened_total", "counter", "Opened since the start.")
      .add("", counts.opened);
  Metric(out, "langnghe_live_streams_turned_away_total", "counter",
         "Not opened, because the user had too many.")
      .add("", counts.turned_away);
  Metric(out, "langnghe_live_records_sent_total", "counter", "Records told to all of them.")
      .add("", counts.records_sent);
  Metric ended(out, "langnghe_live_streams_ended_total", "counter",
               "Ended by the server: `behind` are those whose client was too slow.");
  for (const auto& [why, name] : domain::EnumText<LiveEnding>::kNames) {
    ended.add("reason=\"" + std::string(name) + "\"",
              counts.ended.at(static_cast<std::size_t>(why)));
  }
}

}  // namespace

std::string shown_ledger(const Services& services, const eventstore::LedgerId& ledger) {
  if (services.limits.metrics_name_wards) {
    return ledger.value;
  }
  const auto ledgers = services.store.known_ledgers();
  const auto found = std::ranges::find(ledgers, ledger);
  return std::to_string(found - ledgers.begin() + 1);
}

namespace {

/// A place as `/readyz` names it (`/views/tan-quy-dong`), its ledger as everywhere here.
std::string shown_place(const Services& services, const std::string& place) {
  for (const auto& ledger : services.store.known_ledgers()) {
    const auto end = '/' + ledger.value;
    if (place.ends_with(end)) {
      return place.substr(0, place.size() - ledger.value.size()) + shown_ledger(services, ledger);
    }
  }
  return place;
}

}  // namespace

std::string metrics_text(const Services& services, LiveStreams& live) {
  std::string out;
  Metric(out, "langnghe_store_writable", "gauge", "1 while events can be appended.")
      .add("", services.store.writable() ? 1 : 0);
  const auto troubles = troubles_of(services);
  Metric(out, "langnghe_ready", "gauge", "1 while /readyz says 200.")
      .add("", troubles.empty() ? 1 : 0);
  Metric wrong(out, "langnghe_trouble", "gauge", "1 for each reason why /readyz says 503.");
  for (const auto& trouble : troubles) {
    wrong.add("where=\"" + escaped(shown_place(services, trouble.where)) + "\",code=\"" +
                  escaped(trouble.code) + "\"",
              1);
  }
  add_ledgers(services, out);
  add_consumers(services, out);
  add_witnesses(services, out);
  add_watch(services, out);
  add_live(live, out);
  return out;
}

}  // namespace langnghe::api
