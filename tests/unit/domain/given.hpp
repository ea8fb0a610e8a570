#pragma once

#include <cstdlib>
#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <typeinfo>
#include <utility>
#include <variant>
#include <vector>

#include <cxxabi.h>
#include <gtest/gtest.h>

#include "unit/domain/scene.hpp"

/// Tests of the rules in the shape of a sentence:
///
///   given({{plan_stream(2021), PlanDrafted{…}}})
///       .having(Role::chair, "u-chair", day("2021-01-05"), ApprovePlan{…})
///       .by(Role::clerk, "u-clerk").on(day("2021-01-06"))
///       .when(PublishPlan{…})
///       .then({{plan_stream(2021), PlanPublished{…}}});
///
/// A failure is reported at the line of the test, not here.
namespace langnghe::domain::spec {

inline constexpr Date kPast{std::chrono::year{2021}, std::chrono::March, std::chrono::day{1}};
inline constexpr Date kToday{std::chrono::year{2021}, std::chrono::March, std::chrono::day{10}};

template <class T>
std::string type_name() {
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> name(
      abi::__cxa_demangle(typeid(T).name(), nullptr, nullptr, &status), std::free);
  const std::string text = status == 0 ? name.get() : typeid(T).name();
  return text.substr(text.rfind(':') + 1);
}

std::string name_of(const Event& event);

std::string describe(const Refusal& refusal);

std::string describe(const Decision& decision);

/// The outcome of a command.
class Decided {
 public:
  using Where = std::source_location;

  explicit Decided(Decision decision) : decision_(std::move(decision)) {}

  /// Exactly these events, in this order.
  void then(const std::vector<Emitted>& expected, Where where = Where::current()) const;

  /// Nothing needs to happen.
  void then_nothing(Where where = Where::current()) const { then({}, where); }

  void then_refused(RefusalCode code, Where where = Where::current()) const;

  /// Refused with exactly these facts.
  void then_refused(RefusalCode code, const std::vector<Fact>& facts,
                    Where where = Where::current()) const;

  /// Accepted, whatever the events.
  void then_accepted(Where where = Where::current()) const;

  /// The only event of that type among those decided; a failure and an empty one if there is none.
  template <class E>
  [[nodiscard]] E only(Where where = Where::current()) const {
    std::vector<E> found;
    if (decision_) {
      for (const auto& emitted : *decision_) {
        collect(emitted.event, found);
      }
    }
    if (found.size() != 1) {
      fail(where, "exactly one " + type_name<E>());
      return E{};
    }
    return found.front();
  }

  [[nodiscard]] const Decision& decision() const { return decision_; }

 private:
  template <class E>
  static void collect(const Event& event, std::vector<E>& found) {
    std::visit(
        [&](const auto& of_stream) {
          std::visit(
              [&]<class Actual>(const Actual& actual) {
                if constexpr (std::is_same_v<Actual, E>) {
                  found.push_back(actual);
                }
              },
              of_stream);
        },
        event);
  }

  void fail(const Where& where, const std::string& expected) const;

  Decision decision_;
};

/// The past, and who is about to act. Acts by `system` on `kToday` unless told otherwise, so that a
/// test about a rule need not speak of roles.
class Given {
 public:
  using Where = std::source_location;

  explicit Given(const std::vector<Emitted>& past);

  /// More of the past, with who did it and the day it happened.
  Given& recorded(const std::string& user, const Date& on, const std::vector<Emitted>& past);

  /// An act that was done before and must have been allowed.
  Given& having(Role role, const std::string& user, const Date& on, const Command& command,
                Where where = Where::current());

  /// An act done now, at the hour and the moment that were set.
  Given& doing(Role role, const std::string& user, const Command& command,
               Where where = Where::current());

  Given& by(Role role, std::string user, std::vector<KhomId> khoms = {});

  /// The day the act happens; it is entered at noon of the same day.
  Given& on(const Date& date);

  /// Entered at another moment than it happened.
  Given& entered_at(Instant now);

  Given& at(const Happened& happened);

  [[nodiscard]] Decided when(const Command& command) const;

  /// The earlier acts that one follows.
  [[nodiscard]] std::vector<Step> steps_before(const Command& command) const;

  [[nodiscard]] const Context& now() const { return context_; }
  [[nodiscard]] const Scene& scene() const { return scene_; }

 private:
  Scene scene_;
  Context context_ = context(Role::system, "u-system", kToday);
};

Given given(const std::vector<Emitted>& past = {});

}  // namespace langnghe::domain::spec
