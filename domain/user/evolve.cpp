#include <algorithm>

#include <domain/user.hpp>

namespace langnghe::domain {
namespace {

void fold(UserState& state, const UserRegistered& event) {
  state.exists = true;
  state.enabled = true;
  state.registration = event;
}

void fold(UserState& state, const RoleGranted& event) {
  const auto held = std::ranges::find(state.roles, event.role, &RoleGranted::role);
  if (held == state.roles.end()) {
    state.roles.push_back(event);
  } else {
    *held = event;
  }
}

void fold(UserState& state, const RoleRevoked& event) {
  std::erase_if(state.roles, [&](const RoleGranted& held) { return held.role == event.role; });
}

void fold(UserState& state, const UserDisabled&) {
  state.enabled = false;
}

void fold(UserState& state, const UserEnabled&) {
  state.enabled = true;
}

// Ways in leave no trace in the state: they are read from the ledger itself.
void fold(UserState&, const PasswordSet&) {}
void fold(UserState&, const SignInLinkMade&) {}
void fold(UserState&, const SecondFactorTurnedOn&) {}
void fold(UserState&, const SecondFactorTurnedOff&) {}
void fold(UserState&, const TokenMade&) {}

}  // namespace

void evolve(UserState& state, const UserEvent& event) {
  std::visit([&](const auto& what) { fold(state, what); }, event);
}

}  // namespace langnghe::domain
