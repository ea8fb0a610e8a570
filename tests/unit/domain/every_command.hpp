#pragma once

#include <cstddef>
#include <iterator>
#include <utility>
#include <variant>
#include <vector>

#include <domain/command.hpp>
#include <domain/permissions.hpp>

/// One command of every kind there is, empty but for the identifiers that name its streams.
namespace langnghe::domain::spec {

template <class Act>
Act named_act() {
  Act act{};
  if constexpr (requires { act.issue; }) {
    act.issue = {"i1"};
  }
  if constexpr (requires { act.into; }) {
    act.into = {"i2"};
  }
  if constexpr (requires { act.other; }) {
    act.other = {"i2"};
  }
  if constexpr (requires { act.dialogue; }) {
    act.dialogue = {"d1"};
  }
  if constexpr (requires { act.resident; }) {
    act.resident = {"r1"};
  }
  if constexpr (requires { act.user; }) {
    act.user = {"u1"};
  }
  if constexpr (requires { act.assignee; }) {
    act.assignee = {"u-officer"};
  }
  return act;
}

template <class StreamCommand>
std::vector<StreamCommand> every_act() {
  return []<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
    return std::vector<StreamCommand>{
        named_act<std::variant_alternative_t<kIndex, StreamCommand>>()...};
  }(std::make_index_sequence<std::variant_size_v<StreamCommand>>());
}

std::vector<Command> every_command();

/// In the order of the variant `Command`.
Subject subject_kind(const Command& command);

}  // namespace langnghe::domain::spec
