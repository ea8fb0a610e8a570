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

#include "scene.hpp"

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

inline std::string name_of(const Event& event) {
  return std::visit(
      [](const auto& of_stream) {
        return std::visit([]<class E>(const E&) { return type_name<E>(); }, of_stream);
      },
      event);
}

inline std::string describe(const Refusal& refusal) {
  std::string text = "refused " + std::string(wire_name(refusal.code));
  for (const auto& fact : refusal.facts) {
    text += " " + fact.name + "=" + fact.value;
  }
  return text;
}

inline std::string describe(const Decision& decision) {
  if (!decision) {
    return describe(decision.error());
  }
  std::string text = "decided";
  for (const auto& emitted : *decision) {
    text += " " + emitted.stream.value + ":" + name_of(emitted.event);
  }
  return text;
}

/// The outcome of a command.
class Decided {
 public:
  using Where = std::source_location;

  explicit Decided(Decision decision) : decision_(std::move(decision)) {}

  /// Exactly these events, in this order.
  void then(const std::vector<Emitted>& expected, Where where = Where::current()) const {
    if (!decision_ || decision_->size() != expected.size()) {
      fail(where, describe(Decision(expected)));
      return;
    }
    for (std::size_t i = 0; i < expected.size(); ++i) {
      if (!((*decision_)[i] == expected[i])) {
        fail(where, "event " + std::to_string(i) + " (" + name_of(expected[i].event) +
                        ") as written in the test; stream or a field differs");
      }
    }
  }

  /// Nothing needs to happen.
  void then_nothing(Where where = Where::current()) const { then({}, where); }

  void then_refused(RefusalCode code, Where where = Where::current()) const {
    if (decision_ || decision_.error().code != code) {
      fail(where, "refused " + std::string(wire_name(code)));
    }
  }

  /// Refused with exactly these facts.
  void then_refused(RefusalCode code, const std::vector<Fact>& facts,
                    Where where = Where::current()) const {
    if (decision_ || !(decision_.error() == Refusal{code, facts})) {
      fail(where, describe(Refusal{code, facts}));
    }
  }

  /// Accepted, whatever the events.
  void then_accepted(Where where = Where::current()) const {
    if (!decision_) {
      fail(where, "accepted");
    }
  }

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

  void fail(const Where& where, const std::string& expected) const {
    ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line()))
        << "expected: " << expected << "\n  actual: " << describe(decision_);
  }

  Decision decision_;
};

/// The past, and who is about to act. Acts by `system` on `kToday` unless told otherwise, so that a
/// test about a rule need not speak of roles.
class Given {
 public:
  using Where = std::source_location;

  explicit Given(const std::vector<Emitted>& past) {
    for (const auto& emitted : past) {
      scene_.record(emitted, context(Role::system, "u-past", kPast));
    }
  }

  /// More of the past, with who did it and the day it happened.
  Given& recorded(const std::string& user, const Date& on, const std::vector<Emitted>& past) {
    for (const auto& emitted : past) {
      scene_.record(emitted, context(Role::system, user, on));
    }
    return *this;
  }

  /// An act that was done before and must have been allowed.
  Given& having(Role role, const std::string& user, const Date& on, const Command& command,
                Where where = Where::current()) {
    auto decision = scene_.act(command, context(role, user, on));
    if (!decision) {
      ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line()))
          << act_of(command) << " should have been allowed: " << describe(decision);
    }
    return *this;
  }

  /// An act done now, at the hour and the moment that were set.
  Given& doing(Role role, const std::string& user, const Command& command,
               Where where = Where::current()) {
    by(role, user);
    const auto decision = scene_.act(command, context_);
    if (!decision) {
      ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line()))
          << act_of(command) << " should have been allowed: " << describe(decision);
    }
    return *this;
  }

  Given& by(Role role, std::string user, std::vector<KhomId> khoms = {}) {
    context_.actor = {{std::move(user)}, role, std::move(khoms)};
    return *this;
  }

  /// The day the act happens; it is entered at noon of the same day.
  Given& on(const Date& date) {
    context_.happened = {date, std::nullopt};
    context_.now = noon(date);
    return *this;
  }

  /// Entered at another moment than it happened.
  Given& entered_at(Instant now) {
    context_.now = now;
    return *this;
  }

  Given& at(const Happened& happened) {
    context_.happened = happened;
    return *this;
  }

  [[nodiscard]] Decided when(const Command& command) const {
    return Decided(scene_.decide(command, context_));
  }

  /// The earlier acts that one follows.
  [[nodiscard]] std::vector<Step> steps_before(const Command& command) const {
    return steps_followed(scene_.load(command, context_), command);
  }

  [[nodiscard]] const Context& now() const { return context_; }
  [[nodiscard]] const Scene& scene() const { return scene_; }

 private:
  Scene scene_;
  Context context_ = context(Role::system, "u-system", kToday);
};

inline Given given(const std::vector<Emitted>& past = {}) {
  return Given(past);
}

}  // namespace langnghe::domain::spec
