#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/actor.hpp>
#include <domain/enum_text.hpp>

#include "problems/problem.hpp"

/// The body of a batch of acts.
namespace langnghe::api::wire {

enum class BatchMode {
  each,  ///< one after the other, each for itself
  all,   ///< all in one commit, or none
};

/// The body of one act: the very bytes, because they are what its key stands for.
struct ActBody {
  std::string json;  ///< an object; empty where there is none
};

/// The cause of an act; one of the two.
struct ActCause {
  std::optional<std::string> act;      ///< an earlier act of the batch, by its id
  std::optional<std::uint64_t> event;  ///< a record of the ledger, by its position
};

/// One act, in the form in which its own route takes it.
struct BatchAct {
  std::string id;    ///< the Idempotency-Key
  std::string path;  ///< of its route, below the ward
  ActBody body;
  std::optional<std::string> if_match;
  std::optional<std::string> after;  ///< in place of if_match: an earlier act on the same thing
  std::optional<ActCause> cause;
  std::optional<domain::Role> acting_role;
};

struct BatchBody {
  BatchMode mode{};
  std::vector<BatchAct> acts;
};

[[nodiscard]] std::expected<BatchBody, Problem> read_batch(std::string_view body);

}  // namespace langnghe::api::wire

namespace langnghe::domain {

template <>
struct EnumText<api::wire::BatchMode> {
  using M = api::wire::BatchMode;
  static constexpr std::array<std::pair<M, std::string_view>, 2> kNames{
      {{M::each, "each"}, {M::all, "all"}}};
};

}  // namespace langnghe::domain
