#include <map>
#include <set>
#include <string>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "property/any_story.hpp"

// Rule 6 of domain.md section 4: the numbers of documents (Decree 30/2020 Art. 15).
// RC_ASSERT takes an expression apart and knows no short circuit: || stands in its own parentheses.
namespace langnghe::domain::spec {
namespace {

/// The symbol a document carries, of events that are one.
template <class E>
const std::string* symbol_of(const E& event) {
  if constexpr (
      requires { event.signer, event.symbol; } || requires { event.signers, event.symbol; }) {
    return &event.symbol;
  } else {
    return nullptr;
  }
}

using Carried = std::multiset<std::pair<StreamId, std::string>>;

RC_GTEST_PROP(Rule6, EveryDocumentHasANumberOfItsOwnInTheRegister, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  Carried carried;
  Carried registered;
  for (const auto& recorded : story.ledger().events()) {
    std::visit(
        [&](const auto& of_stream) {
          std::visit(
              [&](const auto& event) {
                if (const auto* symbol = symbol_of(event)) {
                  carried.insert({recorded.stream, *symbol});
                }
              },
              of_stream);
        },
        recorded.event);
    const auto* of_register = std::get_if<RegisterEvent>(&recorded.event);
    if (of_register != nullptr && std::holds_alternative<NumberTaken>(*of_register)) {
      const auto& taken = std::get<NumberTaken>(*of_register);
      registered.insert({taken.taken_by, taken.symbol});
    }
  }
  RC_ASSERT(carried == registered);
}

/// The numbers one register gave out, and those that were voided.
struct Given {
  std::map<DocumentType, std::set<int>> numbers;

  [[nodiscard]] bool has(NumberingMode mode, DocumentType type, int number) const {
    return std::ranges::any_of(numbers, [&](const auto& of_type) {
      return (mode == NumberingMode::shared || of_type.first == type) &&
             of_type.second.contains(number);
    });
  }
};

// Whichever way the ward numbers on the day, and however often it changed its mind.
RC_GTEST_PROP(Rule6, ANumberIsNeverGivenTwiceNorAfterItWasVoided, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  WardState ward;
  std::map<StreamId, Given> given;
  std::set<std::pair<StreamId, std::string>> symbols;
  for (const auto& recorded : story.ledger().events()) {
    if (const auto* of_ward = std::get_if<WardEvent>(&recorded.event)) {
      evolve(ward, *of_ward);
    }
    const auto* of_register = std::get_if<RegisterEvent>(&recorded.event);
    if (of_register == nullptr) {
      continue;
    }
    const auto take = [&](const auto& event, const Date& day) {
      auto& numbers = given[recorded.stream];
      const auto mode = ward.numbering_on(day);
      RC_ASSERT(event.number > 0);
      RC_ASSERT(!numbers.has(mode, event.type, event.number));
      RC_ASSERT(symbols.insert({recorded.stream, event.symbol}).second);
      numbers.numbers[event.type].insert(event.number);
    };
    if (const auto* taken = std::get_if<NumberTaken>(of_register)) {
      RC_ASSERT(recorded.stream == register_stream(static_cast<int>(taken->date.year())));
      take(*taken, taken->date);
    } else {
      // A number of an earlier year is judged by the last day of that year.
      const int year = std::stoi(recorded.stream.value.substr(std::string("register-").size()));
      const Date last{std::chrono::year{year}, std::chrono::December, std::chrono::day{31}};
      take(std::get<NumberVoided>(*of_register), std::min(last, recorded.happened.date));
    }
  }
}

RC_GTEST_PROP(Rule6, TheNumberAnActLeavesOpenIsOneAboveAllBefore, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  std::map<StreamId, RegisterState> registers;
  for (const auto& recorded : story.ledger().events()) {
    const auto* of_register = std::get_if<RegisterEvent>(&recorded.event);
    if (of_register == nullptr) {
      continue;
    }
    auto& state = registers[recorded.stream];
    evolve(state, *of_register);
    for (const auto& [type, taken] : state.taken) {
      RC_ASSERT(state.next_free(NumberingMode::per_type, type) == *taken.rbegin() + 1);
      RC_ASSERT(state.next_free(NumberingMode::shared, type) > *taken.rbegin());
    }
  }
}

}  // namespace
}  // namespace langnghe::domain::spec
