#include <algorithm>

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
void set_status(IssueState& state, const Event& event, Commitment::Status status) {
  change_commitment(state, event, [&](Commitment& held) { held.status = status; });
}

}  // namespace

void fold(IssueState& state, const CommitmentMade& event, const Done&) {
  state.commitments.push_back({event.commitment, event.what, event.owner, event.due, event.due, 0,
                               Commitment::Status::made, false});
}

void fold(IssueState& state, const CommitmentRevised& event, const Done&) {
  change_commitment(state, event, [&](Commitment& held) {
    held.due = event.new_due;
    ++held.revisions;
  });
}

void fold(IssueState& state, const EvidenceFiled& event, const Done&) {
  set_status(state, event, Commitment::Status::evidence_filed);
}

void fold(IssueState& state, const CommitmentVerified& event, const Done&) {
  set_status(state, event, Commitment::Status::verified);
}

void fold(IssueState& state, const CommitmentDisputed& event, const Done&) {
  set_status(state, event, Commitment::Status::disputed);
}

void fold(IssueState& state, const CommitmentMissed& event, const Done&) {
  change_commitment(state, event, [](Commitment& held) { held.missed = true; });
}

}  // namespace langnghe::domain::issue
