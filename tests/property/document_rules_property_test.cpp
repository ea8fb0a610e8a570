#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "property/any_story.hpp"

// Rule 6 of domain.md section 4: the numbers of documents (Decree 30/2020 Art. 15).
// RC_ASSERT takes an expression apart and knows no short circuit: || stands in its own parentheses.
namespace langnghe::domain::spec {
namespace {

/// The symbol under which something was signed.
template <class E>
const std::string* symbol_of(const E& event) {
  if constexpr (
      requires { event.signer, event.symbol; } || requires { event.signers, event.symbol; }) {
    return &event.symbol;
  } else {
    return nullptr;
  }
}

/// The symbol that a document carries, where the event is one. The documents stand in the streams
/// of their matters; the register only names what they carry, whatever its events say of signers.
const std::string* carried_by(const RecordedEvent& recorded) {
  if (std::holds_alternative<RegisterEvent>(recorded.event)) {
    return nullptr;
  }
  return std::visit(
      [](const auto& of_stream) {
        return std::visit([](const auto& event) { return symbol_of(event); }, of_stream);
      },
      recorded.event);
}

template <class E>
const E* in_register(const RecordedEvent& recorded) {
  const auto* of_register = std::get_if<RegisterEvent>(&recorded.event);
  return of_register == nullptr ? nullptr : std::get_if<E>(of_register);
}

/// The streams of documents, and the symbols they carry.
using Carried = std::multiset<std::pair<StreamId, std::string>>;

RC_GTEST_PROP(Rule6, EveryDocumentHasANumberOfItsOwnInTheRegister, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  Carried carried;
  Carried registered;
  for (const auto& recorded : story.ledger().events()) {
    if (const auto* symbol = carried_by(recorded)) {
      carried.insert({recorded.stream, *symbol});
    }
    if (const auto* taken = in_register<NumberTaken>(recorded)) {
      registered.insert({taken->taken_by, taken->symbol});
    }
  }
  RC_ASSERT(carried == registered);
}

// A letter has a number of another book, so the register knows it by the record of its paper alone.
RC_GTEST_PROP(Rule6, ASignedFileNamesADocumentOrALetterThatItsRegisterKnew, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  Carried carried;
  std::map<StreamId, Carried> numbered;
  std::map<StreamId, Carried> letters;
  for (const auto& recorded : story.ledger().events()) {
    if (const auto* symbol = carried_by(recorded)) {
      carried.insert({recorded.stream, *symbol});
    }
    if (const auto* taken = in_register<NumberTaken>(recorded)) {
      numbered[recorded.stream].insert({taken->taken_by, taken->symbol});
    }
    if (const auto* paper = in_register<PaperRecorded>(recorded)) {
      letters[recorded.stream].insert({paper->of, paper->symbol});
    }
    if (const auto* file = in_register<SignedFileRecorded>(recorded)) {
      const std::pair signed_one(file->of, file->symbol);
      const bool is_document =
          numbered[recorded.stream].contains(signed_one) && carried.contains(signed_one);
      RC_ASSERT((is_document || letters[recorded.stream].contains(signed_one)));
    }
  }
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
    } else if (const auto* voided = std::get_if<NumberVoided>(of_register)) {
      // A number of an earlier year is judged by the last day of that year.
      const int year = std::stoi(recorded.stream.value.substr(std::string("register-").size()));
      const Date last{std::chrono::year{year}, std::chrono::December, std::chrono::day{31}};
      take(*voided, std::min(last, recorded.happened.date));
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

/// One document, or one number that no document carries.
struct Numbered {
  DocumentType type{};
  int number = 0;
  std::optional<Date> date;  ///< nothing of a voided one
};

/// The document would leave a gap, or a day out of order, in what its series has so far.
bool is_out_of_order(const std::vector<Numbered>& before, NumberingMode mode,
                     const NumberTaken& taken) {
  int highest = 0;
  bool later = false;
  for (const Numbered& earlier : before) {
    if (mode == NumberingMode::shared || earlier.type == taken.type) {
      highest = std::max(highest, earlier.number);
      later = later || (earlier.date && taken.date < *earlier.date);
    }
  }
  return later || taken.number != highest + 1;
}

// A slip takes no number: out of order stands only what the chair allowed for that very day.
RC_GTEST_PROP(Rule6, NumbersFollowEachOtherAsTheirDaysDoUnlessTheChairAllowedIt, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  WardState ward;
  std::map<StreamId, std::vector<Numbered>> given;
  std::set<std::tuple<DocumentType, int, Date>> allowed;
  for (const auto& recorded : story.ledger().events()) {
    if (const auto* of_ward = std::get_if<WardEvent>(&recorded.event)) {
      evolve(ward, *of_ward);
    }
    const auto* of_register = std::get_if<RegisterEvent>(&recorded.event);
    if (of_register == nullptr) {
      continue;
    }
    auto& numbers = given[recorded.stream];
    if (const auto* taken = std::get_if<NumberTaken>(of_register)) {
      const bool strange = is_out_of_order(numbers, ward.numbering_on(taken->date), *taken);
      const bool may = allowed.contains({taken->type, taken->number, taken->date});
      RC_ASSERT((!strange || may));
      numbers.push_back({taken->type, taken->number, taken->date});
    } else if (const auto* voided = std::get_if<NumberVoided>(of_register)) {
      numbers.push_back({voided->type, voided->number, std::nullopt});
    } else if (const auto* open = std::get_if<NumberAllowed>(of_register)) {
      RC_ASSERT(recorded.role == Role::chair || recorded.role == Role::system);
      allowed.insert({open->type, open->number, open->date});
    }
  }
}

RC_GTEST_PROP(Rule6, ACounterIsGivenOnceInItsSeriesAndYear, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  std::set<std::tuple<StreamId, IssueType, int>> given;
  for (const auto& recorded : story.ledger().events()) {
    if (const auto* handed_over = as<HandedOver>(recorded)) {
      const int year = static_cast<int>(recorded.happened.date.year());
      RC_ASSERT(handed_over->counter > 0);
      RC_ASSERT(
          given.insert({register_stream(year), handed_over->type, handed_over->counter}).second);
    }
  }
}

/// May that official have signed on that day, by what the ward had recorded so far?
bool may_have_signed(const WardState& ward, const OfficialId& signer, SigningCapacity capacity,
                     std::string_view document, const Date& on) {
  const auto official = ward.officials.find(signer);
  if (official == ward.officials.end() || !official->second.valid_on(on)) {
    return false;
  }
  const bool chairs = official->second.position == "Chủ tịch";
  if (chairs && (capacity == SigningCapacity::tm || capacity == SigningCapacity::own)) {
    return true;
  }
  return std::ranges::any_of(ward.delegations, [&](const auto& entry) {
    return entry.second.given.capacity == capacity && entry.second.covers(signer, document, on);
  });
}

RC_GTEST_PROP(Signatures, StandInACapacityTheWardGave, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  WardState ward;
  for (const auto& recorded : story.ledger().events()) {
    const Date& on = recorded.happened.date;
    const auto check = [&](const auto& event, std::string_view document) {
      RC_ASSERT(may_have_signed(ward, event.signer, event.capacity, document, on));
    };
    if (const auto* of_ward = std::get_if<WardEvent>(&recorded.event)) {
      evolve(ward, *of_ward);
    } else if (const auto* notice = as<NoticeIssued>(recorded)) {
      check(*notice, "TB");
    } else if (const auto* replaced = as<NoticeReplaced>(recorded)) {
      check(*replaced, "TB");
    } else if (const auto* of_report = std::get_if<ReportEvent>(&recorded.event)) {
      if (const auto* report = std::get_if<ReportSigned>(of_report)) {
        check(*report, "BC");
      }
    }
  }
}

/// An issue that was taken over had ended on the day its list says.
Date day_of(const RecordedEvent& recorded) {
  const auto* closed = as<IssueClosed>(recorded);
  return closed != nullptr && closed->ended_on ? *closed->ended_on : recorded.happened.date;
}

template <class Later, class Earlier>
void expect_order(const Story& story) {
  std::map<StreamId, Date> latest;
  for (const auto& recorded : story.ledger().events()) {
    if (as<Later>(recorded) != nullptr && latest.contains(recorded.stream)) {
      RC_ASSERT(latest.at(recorded.stream) <= recorded.happened.date);
    }
    if (as<Earlier>(recorded) != nullptr) {
      auto& day = latest[recorded.stream];
      day = std::max(day, day_of(recorded));
    }
  }
}

// The papers of an answer, told once more apart from the table that orders all acts.
RC_GTEST_PROP(OrderOfActs, NoPaperIsDatedBeforeTheOneItRestsOn, ()) {
  const Story story(*any_steps());
  RC_LOG() << story.told();
  expect_order<AssignmentAccepted, IssueAssigned>(story);
  expect_order<AnswerDrafted, AssignmentAccepted>(story);
  expect_order<AnswerApproved, AnswerDrafted>(story);
  expect_order<NoticeIssued, AnswerApproved>(story);
  expect_order<NoticeDelivered, NoticeIssued>(story);
  expect_order<NoticePosted, NoticeIssued>(story);
  expect_order<NoticeReplaced, NoticeIssued>(story);
  expect_order<IssueClosed, NoticeDelivered>(story);
  expect_order<IssueReopened, IssueClosed>(story);
  expect_order<ClockResumed, ClockPaused>(story);
  expect_order<ExtensionApproved, ExtensionRequested>(story);
  expect_order<ExternalResultTold, ExternalResultReceived>(story);
  expect_order<ExternalResultReceived, IssueForwarded>(story);
}

}  // namespace
}  // namespace langnghe::domain::spec
