#include "course.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace langnghe::eventstore {

bool Course::is_due() {
  const auto now = Clock::now();
  if (ended_ || now < not_before_) {
    return false;
  }
  size_ = std::max(size_, store_.known_size(ledger_));
  const auto wanted = wanted_beyond();
  return now >= due_at() || (wanted && size_ > *wanted);
}

Course::Clock::time_point Course::due_at() const {
  if (ended_) {
    return Clock::time_point::max();
  }
  // After a failure it is well only once it has taken again, if only nothing.
  const bool waits = begun_ && !woken_ && !is_failing_;
  const auto asked = waits ? consumer_.next_call().at : Clock::time_point{};
  return std::max(asked, not_before_);
}

std::optional<std::uint64_t> Course::wanted_beyond() const {
  const bool takes = begun_ && !ended_ && Clock::now() >= not_before_;
  return takes && consumer_.next_call().for_records ? std::optional(consumer_.checkpoint().value)
                                                    : std::nullopt;
}

void Course::call(const std::stop_token& stop) {
  woken_ = false;
  const bool takes = begun_;
  Outcome outcome;
  try {
    outcome = try_once(stop);
  } catch (const std::exception& thrown) {  // the door of the worker's thread
    outcome = std::unexpected(Failure{thrown.what()});
  }
  if (outcome) {
    begun_ = true;
    note_success(takes);
  } else if (outcome.error().is_final || !stop.stop_requested()) {  // else it was cut off
    note_failure(std::move(outcome.error()));
  }
}

/// Asked again before every call: a lease may be lost at any time.
Outcome Course::take_up_duty() {
  if (!plan_.duty || (lease_ && lease_->held())) {
    return {};
  }
  lease_.reset();
  auto claimed = store_.claim(ledger_, *plan_.duty);
  if (!claimed) {
    return std::unexpected(Failure{claimed.error().context});
  }
  if (*claimed == nullptr) {
    return std::unexpected(Failure{"another process has the duty " +
                                   std::string(to_text(*plan_.duty)) + " for this ledger"});
  }
  lease_ = std::move(*claimed);
  return {};
}

Outcome Course::try_once(const std::stop_token& stop) {
  if (auto duty = take_up_duty(); !duty) {
    return duty;
  }
  if (!begun_) {
    return consumer_.begin(stop);
  }
  const auto from = consumer_.checkpoint();
  const auto end = std::max(from.value, std::min(size_, from.value + plan_.records_max));
  auto taken = consumer_.take(Records(store_, ledger_, from, end, stop));
  const bool took_none = from.value < end && consumer_.checkpoint() == from;
  if (taken && took_none && consumer_.next_call().for_records) {
    not_before_ = Clock::now() + plan_.retry.first;  // it could take none: not at once again
  }
  return taken;
}

void Course::note_wait(const StoreResult<std::uint64_t>& size) {
  if (size) {
    size_ = std::max(size_, *size);
  } else {
    note_failure(Failure{size.error().context});
  }
}

void Course::finish(const std::stop_token& stop) {
  if (ended_) {
    return;
  }
  Outcome outcome;
  try {
    outcome = try_to_finish(stop);
  } catch (const std::exception& thrown) {  // the door of the worker's thread
    outcome = std::unexpected(Failure{thrown.what()});
  }
  if (outcome) {
    note_success(true);
  } else {
    note_failure(std::move(outcome.error()));
  }
}

Outcome Course::try_to_finish(const std::stop_token& stop) {
  if (plan_.duty && !(lease_ && lease_->held())) {
    return {};  // the process that has the duty finishes it
  }
  if (!begun_ && !consumer_.begin(stop)) {
    return {};  // a last attempt of one that was failing, or was cut off
  }
  const auto size = store_.size(ledger_);
  if (!size) {
    return std::unexpected(Failure{size.error().context});
  }
  const auto from = consumer_.checkpoint();
  return consumer_.finish(Records(store_, ledger_, from, std::max(from.value, *size)));
}

void Course::note_success(bool has_taken) {
  const std::scoped_lock lock(mutex_);
  position_ = consumer_.checkpoint().value;
  if (is_failing_ && has_taken) {
    is_failing_ = false;
    well_since_ = Clock::now();
  }
}

void Course::note_failure(Failure failure) {
  const auto now = Clock::now();
  begun_ = false;
  ended_ = failure.is_final;
  bool is_new = false;
  {
    const std::scoped_lock lock(mutex_);
    const bool was_well_for_long = !is_failing_ && now - well_since_ > plan_.retry.last;
    delay_ = delay_.count() == 0 || was_well_for_long ? plan_.retry.first
                                                      : std::min(2 * delay_, plan_.retry.last);
    is_new = !is_failing_ || failure.what != failure_;
    is_failing_ = true;
    has_ended_ = ended_;
    ++failures_;
    failure_ = std::move(failure.what);
  }
  not_before_ = now + delay_;
  if (is_new && plan_.on_failure) {
    plan_.on_failure(state());
  }
}

ConsumerState Course::state() const {
  const auto size = store_.known_size(ledger_);
  const std::scoped_lock lock(mutex_);
  return {.consumer = name_,
          .ledger = ledger_,
          .position = position_,
          .lag = size - std::min(size, position_),
          .failures = failures_,
          .failure = failure_,
          .is_failing = is_failing_,
          .has_ended = has_ended_};
}

}  // namespace langnghe::eventstore
