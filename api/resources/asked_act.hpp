#pragma once

#include <expected>
#include <string_view>
#include <utility>

#include "acting/acting.hpp"
#include "call/path_values.hpp"
#include "problems/problem.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {

/// An act on what the path names, with a body of which its command is still to be made.
template <class Id, class Body>
struct AskedAct {
  Intake intake;
  Id id;
  wire::DatedBody<Body> told;
};

template <class Id, class Body>
[[nodiscard]] std::expected<AskedAct<Id, Body>, Problem> asked_act(
    const Call& call, const Act& act, wire::Read<Body> (*read)(std::string_view body)) {
  auto intake = take_in(call, act);
  if (!intake) {
    return fail(std::move(intake.error()));
  }
  auto id = path_id<Id>(call);
  if (!id) {
    return fail(std::move(id.error()));
  }
  auto told = read(call.request.body);
  if (!told) {
    return fail(std::move(told.error()));
  }
  return AskedAct<Id, Body>{*std::move(intake), *std::move(id), *std::move(told)};
}

}  // namespace langnghe::api::resources
