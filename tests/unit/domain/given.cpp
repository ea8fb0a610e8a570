#include "unit/domain/given.hpp"

namespace langnghe::domain::spec {

void Decided::then(const std::vector<Emitted>& expected, Where where) const {
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

void Decided::then_refused(RefusalCode code, Where where) const {
  if (decision_ || decision_.error().code != code) {
    fail(where, "refused " + std::string(wire_name(code)));
  }
}

void Decided::then_refused(RefusalCode code, const std::vector<Fact>& facts, Where where) const {
  if (decision_ || !(decision_.error() == Refusal{code, facts})) {
    fail(where, describe(Refusal{code, facts}));
  }
}

void Decided::then_accepted(Where where) const {
  if (!decision_) {
    fail(where, "accepted");
  }
}

void Decided::fail(const Where& where, const std::string& expected) const {
  ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line()))
      << "expected: " << expected << "\n  actual: " << describe(decision_);
}

Given::Given(const std::vector<Emitted>& past) {
  for (const auto& emitted : past) {
    scene_.record(emitted, context(Role::system, "u-past", kPast));
  }
}

Given& Given::recorded(const std::string& user, const Date& on, const std::vector<Emitted>& past) {
  for (const auto& emitted : past) {
    scene_.record(emitted, context(Role::system, user, on));
  }
  return *this;
}

Given& Given::having(Role role, const std::string& user, const Date& on, const Command& command,
                     Where where) {
  auto decision = scene_.act(command, context(role, user, on));
  if (!decision) {
    ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line()))
        << act_of(command) << " should have been allowed: " << describe(decision);
  }
  return *this;
}

Given& Given::doing(Role role, const std::string& user, const Command& command, Where where) {
  by(role, user);
  const auto decision = scene_.act(command, context_);
  if (!decision) {
    ADD_FAILURE_AT(where.file_name(), static_cast<int>(where.line()))
        << act_of(command) << " should have been allowed: " << describe(decision);
  }
  return *this;
}

Given& Given::by(Role role, std::string user, std::vector<KhomId> khoms) {
  context_.actor = {{std::move(user)}, role, std::move(khoms)};
  return *this;
}

Given& Given::on(const Date& date) {
  context_.happened = {date, std::nullopt};
  context_.now = noon(date);
  return *this;
}

Given& Given::entered_at(Instant now) {
  context_.now = now;
  return *this;
}

Given& Given::at(const Happened& happened) {
  context_.happened = happened;
  return *this;
}

Decided Given::when(const Command& command) const {
  return Decided(scene_.decide(command, context_));
}

std::vector<Step> Given::steps_before(const Command& command) const {
  return steps_followed(scene_.load(command, context_), command);
}

std::string name_of(const Event& event) {
  return std::visit(
      [](const auto& of_stream) {
        return std::visit([]<class E>(const E&) { return type_name<E>(); }, of_stream);
      },
      event);
}

std::string describe(const Refusal& refusal) {
  std::string text = "refused " + std::string(wire_name(refusal.code));
  for (const auto& fact : refusal.facts) {
    text += " " + fact.name + "=" + fact.value;
  }
  return text;
}

std::string describe(const Decision& decision) {
  if (!decision) {
    return describe(decision.error());
  }
  std::string text = "decided";
  for (const auto& emitted : *decision) {
    text += " " + emitted.stream.value + ":" + name_of(emitted.event);
  }
  return text;
}

Given given(const std::vector<Emitted>& past) {
  return Given(past);
}

}  // namespace langnghe::domain::spec
