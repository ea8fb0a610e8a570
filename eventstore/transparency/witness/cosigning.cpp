#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include <transparency/cosigning.hpp>

#include "witness/ask.hpp"
#include "witness/signed_sizes.hpp"

namespace langnghe::eventstore {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

}  // namespace

class Cosigning::Impl {
 public:
  Impl(LedgerReader& store, Transparency& log, std::vector<WitnessAddress> witnesses,
       WitnessPost post, CosigningOptions options)
      : store_(store),
        log_(log),
        witnesses_(std::move(witnesses)),
        post_(std::move(post)),
        options_(std::move(options)),
        thread_([this](const std::stop_token& stop) { run(stop); }) {}

  void stop() {
    thread_.request_stop();
    if (thread_.joinable()) {
      thread_.join();
    }
  }

  [[nodiscard]] std::vector<WitnessState> states() const {
    const std::scoped_lock lock(mutex_);
    std::vector<WitnessState> states;
    for (const auto& [ledger, rows] : rows_) {
      std::ranges::transform(rows, std::back_inserter(states), &Row::state);
    }
    return states;
  }

 private:
  /// One witness and one ledger.
  struct Row {
    const WitnessAddress* witness = nullptr;
    WitnessState state;
    std::string signed_text;  ///< the head it signed last
    milliseconds backoff{0};
    steady_clock::time_point due{};
  };
  using Answer = std::expected<Cosigned, WitnessRefusal>;

  void run(const std::stop_token& stop) {
    std::mutex idle;
    std::condition_variable_any never;
    while (!stop.stop_requested()) {
      round(false);
      std::unique_lock lock(idle);
      static_cast<void>(never.wait_for(lock, stop, options_.interval, [] { return false; }));
    }
    round(true);
  }

  void round(bool last) {
    for (const LedgerId& ledger : store_.known_ledgers()) {
      if (auto head = log_.last_head(ledger)) {
        ask_all(ledger, *head, last);
      }
    }
  }

  /// The rows are made once; afterwards this thread alone changes them, under the lock.
  std::vector<Row>& rows_of(const LedgerId& ledger) {
    const std::scoped_lock lock(mutex_);
    auto& rows = rows_[ledger];
    if (rows.empty()) {
      const SignedSizes& sizes = sizes_of(ledger);
      for (const WitnessAddress& witness : witnesses_) {
        const auto last = sizes.of(witness.key.text());
        rows.push_back({.witness = &witness,
                        .state = {.name = witness.key.name,
                                  .url = witness.url,
                                  .ledger = ledger,
                                  .size = last.size,
                                  .signed_at = last.at,
                                  .detail = {}},
                        .signed_text = {}});
      }
    }
    return rows;
  }

  SignedSizes& sizes_of(const LedgerId& ledger) {
    return sizes_.try_emplace(ledger, options_.anchor / (ledger.value + ".witnesses"))
        .first->second;
  }

  void ask_all(const LedgerId& ledger, const PublishedHead& head, bool last) {
    const std::string text = to_text(head.checkpoint);
    std::vector<Row*> due;
    for (Row& row : rows_of(ledger)) {
      // The last round asks those that are well, and nobody who would keep us waiting.
      const bool now = last ? row.backoff.count() == 0 : steady_clock::now() >= row.due;
      if (row.signed_text != text && now) {
        due.push_back(&row);
      }
    }
    std::vector<Answer> answers(due.size());
    {
      std::vector<std::jthread> asking;
      for (std::size_t i = 0; i < due.size(); ++i) {
        asking.emplace_back([&, i] { answers[i] = ask(ledger, head, *due[i]); });
      }
    }
    for (std::size_t i = 0; i < due.size(); ++i) {
      take(*due[i], head, text, std::move(answers[i]));
    }
    const bool any = std::ranges::any_of(answers, &Answer::has_value);
    if (any) {
      // The witnesses tell it again where it is lost: no reason to stop.
      static_cast<void>(sizes_of(ledger).save());
    }
  }

  [[nodiscard]] Answer ask(const LedgerId& ledger, const PublishedHead& head,
                           const Row& row) const {
    try {
      return ask_witness(log_, ledger, head, std::min(row.state.size, head.checkpoint.size),
                         *row.witness, post_);
    } catch (const std::exception& thrown) {  // the door of this thread
      return std::unexpected(WitnessRefusal{WitnessFault::unreachable, thrown.what()});
    }
  }

  void take(Row& row, const PublishedHead& head, const std::string& text, Answer answer) {
    if (answer) {
      if (auto kept = log_.add_cosignature(row.state.ledger, head, answer->signature); !kept) {
        answer = std::unexpected(
            WitnessRefusal{WitnessFault::not_kept, std::move(kept.error().context)});
      }
    }
    const WitnessFault before = row.state.fault;
    {
      const std::scoped_lock lock(mutex_);
      if (answer) {
        row.state.size = head.checkpoint.size;
        row.state.signed_at = answer->at;
        row.state.fault = WitnessFault::none;
        row.state.detail.clear();
        row.signed_text = text;
        row.backoff = milliseconds(0);
        sizes_of(row.state.ledger).set(row.witness->key.text(), {row.state.size, answer->at});
      } else {
        row.state.fault = answer.error().fault;
        row.state.detail = std::move(answer.error().detail);
        ++row.state.failures;
        row.backoff = std::clamp(row.backoff * 2, options_.retry_first, options_.retry_most);
        row.due = steady_clock::now() + row.backoff;
      }
    }
    if (row.state.fault != before && options_.on_change) {
      options_.on_change(row.state);
    }
  }

  LedgerReader& store_;
  Transparency& log_;
  const std::vector<WitnessAddress> witnesses_;
  const WitnessPost post_;
  const CosigningOptions options_;

  mutable std::mutex mutex_;  // guards rows_ against `states`; the worker alone writes
  std::map<LedgerId, std::vector<Row>> rows_;
  std::map<LedgerId, SignedSizes> sizes_;  // the worker's own

  std::jthread thread_;  // last: uses all of the above
};

Cosigning::Cosigning(LedgerReader& store, Transparency& log, std::vector<WitnessAddress> witnesses,
                     WitnessPost post, CosigningOptions options)
    : impl_(std::make_unique<Impl>(store, log, std::move(witnesses), std::move(post),
                                   std::move(options))) {}

Cosigning::~Cosigning() {
  stop();
}

void Cosigning::stop() {
  impl_->stop();
}

std::vector<WitnessState> Cosigning::states() const {
  return impl_->states();
}

}  // namespace langnghe::eventstore
