#pragma once

#include <string_view>
#include <tuple>

#include <codec/fields.hpp>

#include "shapes/problem.hpp"
#include "wire/common_fields.hpp"

// Include in wire/*.cpp only.
namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::ProblemFault> {
  using T = shapes::ProblemFault;
  static constexpr std::string_view name = "ProblemFault";
  static constexpr auto list = std::tuple{
      field("code", &T::code), field("detail", &T::detail), field("pointer", &T::pointer),
      field("parameter", &T::parameter), field("expected", &T::expected)};
};
template <>
struct Fields<shapes::ProblemChange> {
  using T = shapes::ProblemChange;
  static constexpr std::string_view name = "ProblemChange";
  static constexpr auto list =
      std::tuple{field("position", &T::position), field("type", &T::type),
                 field("user", &T::user),         field("role", &T::role),
                 field("happened", &T::happened), field("recorded", &T::recorded)};
};
template <>
struct Fields<shapes::ProblemDetails> {
  using T = shapes::ProblemDetails;
  static constexpr std::string_view name = "Problem";
  static constexpr auto list = std::tuple{field("type", &T::type),
                                          field("title", &T::title),
                                          field("status", &T::status),
                                          field("detail", &T::detail),
                                          field("instance", &T::instance),
                                          field("code", &T::code),
                                          field("facts", &T::facts),
                                          field("errors", &T::errors),
                                          field("allowed_commands", &T::allowed_commands),
                                          field("current_version", &T::current_version),
                                          field("changes", &T::changes),
                                          field("request_id", &T::request_id)};
};

}  // namespace langnghe::codec
