#include <type_traits>
#include <utility>

#include <domain/event.hpp>

namespace langnghe::domain {

// `used`, or what is inlined below would be missing for the other files.
template <EventLike E>
[[gnu::used]] Event::Event(E event) : StreamEvents(std::move(event)) {}

Event::Event() = default;
Event::Event(const Event& other) = default;
Event::Event(Event&& other) noexcept = default;
Event& Event::operator=(const Event& other) = default;
Event& Event::operator=(Event&& other) noexcept = default;
Event::~Event() = default;

bool operator==(const Event& left, const Event& right) {
  return static_cast<const StreamEvents&>(left) == static_cast<const StreamEvents&>(right);
}

namespace {

// Every event struct there is, and each kind of stream's variant, has its constructor made here.
template <class... E>
std::size_t make_constructors(std::type_identity<std::variant<E...>>) {
  return (0 + ... + Event(E()).index());
}
template <class... Family>
std::size_t make_all(std::type_identity<std::variant<Family...>>) {
  return (0 + ... + (make_constructors(std::type_identity<Family>()) + Event(Family()).index()));
}

[[gnu::used]] std::size_t make_them() {
  return make_all(std::type_identity<StreamEvents>());
}

}  // namespace
}  // namespace langnghe::domain
