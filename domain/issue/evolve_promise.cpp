#include <algorithm>
#include <utility>

#include "issue/fold.hpp"

namespace langnghe::domain::issue {
namespace {

/// Calls `change` on the promise the event speaks of; a history without it is left as it is.
template <class Event, class Change>
void change_commitment(IssueState& state, const Event& event, const Change& change) {
  const auto found = std::ranges::find(state.commitments, event.commitment, &Commitment::id);
  if (found != state.commitments.end()) {
    change(*found);
  }
}

template <class Event>
void set_status(IssueState& state, const Event& event, Commitment::Status status, const Date& on) {
  change_commitment(state, event, [&](Commitment& held) {
    held.status = status;
    const bool runs = status == Commitment::Status::disputed;
    if (runs != held.course.is_running()) {
      held.course.set_running(on, runs);
    }
  });
}

}  // namespace

void fold(IssueState& state, const CommitmentMade& event, const Done& done) {
  Commitment made;
  made.id = event.commitment;
  made.what = event.what;
  made.owner = event.owner;
  made.first_due = event.due;
  made.due = event.due;
  made.course.set_due(done.on, event.due);
  made.course.set_running(done.on, true);
  state.commitments.push_back(std::move(made));
}

void fold(IssueState& state, const CommitmentRevised& event, const Done& done) {
  change_commitment(state, event, [&](Commitment& held) {
    held.due = event.new_due;
    held.course.set_due(done.on, event.new_due);
    ++held.revisions;
  });
}

void fold(IssueState& state, const EvidenceFiled& event, const Done& done) {
  set_status(state, event, Commitment::Status::evidence_filed, done.on);
}

void fold(IssueState& state, const CommitmentVerified& event, const Done& done) {
  set_status(state, event, Commitment::Status::verified, done.on);
}

void fold(IssueState& state, const CommitmentDisputed& event, const Done& done) {
  set_status(state, event, Commitment::Status::disputed, done.on);
}

void fold(IssueState& state, const CommitmentMissed& event, const Done& done) {
  change_commitment(state, event, [&](Commitment& held) {
    held.missed = true;
    held.missed_due = event.due;
    held.missed_on = done.on;
  });
}

void fold(IssueState& state, const CommitmentMissRetracted& event, const Done&) {
  change_commitment(state, event, [](Commitment& held) {
    held.missed = false;
    held.missed_due.reset();
    held.missed_on.reset();
    ++held.misses_retracted;
  });
}

}  // namespace langnghe::domain::issue
