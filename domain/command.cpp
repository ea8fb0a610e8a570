#include <domain/command.hpp>

namespace langnghe::domain {

std::string_view act_of(const Command& command) {
  return std::visit(
      [](const auto& of_stream) {
        return std::visit([]<class Act>(const Act&) { return Act::kAct; }, of_stream);
      },
      command);
}

}  // namespace langnghe::domain
