#include <variant>

#include <domain/refusal.hpp>
#include <orders/failure_words.hpp>

namespace langnghe::orders {
namespace {

struct Words {
  std::string operator()(const domain::Refusal& refusal) const {
    return std::string(domain::wire_name(refusal.code));
  }
  std::string operator()(const command::Stale&) const { return "stale"; }
  std::string operator()(const eventstore::StoreError& error) const { return error.context; }
  std::string operator()(const command::Unreadable& error) const {
    return "record " + std::to_string(error.position.value) + ": " + error.what;
  }
};

}  // namespace

std::string words_of(const Failure& failure) {
  return std::visit(Words{}, failure);
}

bool is_refused(const Failure& failure) {
  return std::holds_alternative<domain::Refusal>(failure);
}

}  // namespace langnghe::orders
