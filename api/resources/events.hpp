#pragma once

#include <array>
#include <string_view>
#include <utility>

#include <domain/enum_text.hpp>

/// The choices of the list of events.
namespace langnghe::api::resources {

enum class EventForm {
  record,  ///< the bytes that are hashed
  shown,   ///< for people
};

enum class EventOrder { oldest, newest };  ///< first

}  // namespace langnghe::api::resources

template <>
struct langnghe::domain::EnumText<langnghe::api::resources::EventForm> {
  using Form = langnghe::api::resources::EventForm;
  static constexpr std::array<std::pair<Form, std::string_view>, 2> kNames{
      {{Form::record, "record"}, {Form::shown, "shown"}}};
};

template <>
struct langnghe::domain::EnumText<langnghe::api::resources::EventOrder> {
  using Order = langnghe::api::resources::EventOrder;
  static constexpr std::array<std::pair<Order, std::string_view>, 2> kNames{
      {{Order::oldest, "oldest"}, {Order::newest, "newest"}}};
};
