#include <algorithm>

#include <domain/document_register.hpp>

namespace langnghe::domain {

bool RegisterState::is_taken(NumberingMode mode, DocumentType type, int number) const {
  if (mode == NumberingMode::per_type) {
    const auto series = taken.find(type);
    return series != taken.end() && series->second.contains(number);
  }
  return std::ranges::any_of(taken,
                             [&](const auto& series) { return series.second.contains(number); });
}

int RegisterState::next_free(NumberingMode mode, DocumentType type) const {
  int highest = 0;
  for (const auto& [series_type, numbers] : taken) {
    const bool belongs = mode == NumberingMode::shared || series_type == type;
    if (belongs && !numbers.empty()) {
      highest = std::max(highest, *numbers.rbegin());
    }
  }
  return highest + 1;
}

const NumberTaken* RegisterState::latest_of(NumberingMode mode, DocumentType type) const {
  const NumberTaken* found = nullptr;
  for (const auto& [series_type, document] : latest) {
    const bool belongs = mode == NumberingMode::shared || series_type == type;
    if (belongs && (found == nullptr || found->date < document.date)) {
      found = &document;
    }
  }
  return found;
}

bool RegisterState::is_allowed(DocumentType type, int number, const Date& date) const {
  return std::ranges::any_of(allowed, [&](const NumberAllowed& each) {
    return each.type == type && each.number == number && each.date == date;
  });
}

int RegisterState::next_counter(IssueType series) const {
  const auto taken_counters = counters.find(series);
  const bool none = taken_counters == counters.end() || taken_counters->second.empty();
  return none ? 1 : *taken_counters->second.rbegin() + 1;
}

const PaperRecorded* RegisterState::paper(PaperKind kind, const StreamId& of,
                                          std::string_view symbol,
                                          std::uint64_t ledger_size) const {
  const auto found = std::ranges::find_if(papers.rbegin(), papers.rend(), [&](const auto& each) {
    return each.kind == kind && each.of == of && each.symbol == symbol &&
           each.ledger_size <= ledger_size;
  });
  return found == papers.rend() ? nullptr : &*found;
}

namespace {

void fold(RegisterState& state, const NumberTaken& event) {
  state.carried[event.symbol] = event.taken_by;
  state.taken[event.type].insert(event.number);
  const auto last = state.latest.find(event.type);
  if (last == state.latest.end() || last->second.date <= event.date) {
    state.latest[event.type] = event;
  }
}

void fold(RegisterState& state, const NumberVoided& event) {
  state.taken[event.type].insert(event.number);
  state.voided[event.type].insert(event.number);
}

void fold(RegisterState& state, const NumberAllowed& event) {
  state.allowed.push_back(event);
}

void fold(RegisterState& state, const CounterTaken& event) {
  state.counters[event.series].insert(event.counter);
}

/// A paper whose number is kept elsewhere, as a letter's, is known by its symbol all the same.
void fold(RegisterState& state, const PaperRecorded& event) {
  state.carried.try_emplace(event.symbol, event.of);
  state.papers.push_back(event);
}

void fold(RegisterState& state, const SignedFileRecorded& event) {
  state.signed_files.push_back(event);
}

}  // namespace

void evolve(RegisterState& state, const RegisterEvent& event) {
  std::visit([&](const auto& what) { fold(state, what); }, event);
}

}  // namespace langnghe::domain
