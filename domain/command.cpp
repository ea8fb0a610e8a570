#include <cstddef>
#include <type_traits>
#include <utility>

#include <domain/command.hpp>

namespace langnghe::domain {

// `used`, or what is inlined below would be missing for the other files.
template <CommandLike C>
[[gnu::used]] Command::Command(C command) : StreamCommands(std::move(command)) {}

Command::Command() = default;
Command::Command(const Command& other) = default;
Command::Command(Command&& other) noexcept = default;
Command& Command::operator=(const Command& other) = default;
Command& Command::operator=(Command&& other) noexcept = default;
Command::~Command() = default;

namespace {

// Every command struct there is, and each kind of stream's variant, has its constructor made here.
template <class... C>
std::size_t make_constructors(std::type_identity<std::variant<C...>>) {
  return (0 + ... + Command(C()).index());
}
template <class... Family>
std::size_t make_all(std::type_identity<std::variant<Family...>>) {
  return (0 + ... + (make_constructors(std::type_identity<Family>()) + Command(Family()).index()));
}

[[gnu::used]] std::size_t make_them() {
  return make_all(std::type_identity<StreamCommands>());
}

}  // namespace

std::string_view act_of(const Command& command) {
  return std::visit(
      [](const auto& of_stream) {
        return std::visit([]<class Act>(const Act&) { return Act::kAct; }, of_stream);
      },
      command);
}

}  // namespace langnghe::domain
