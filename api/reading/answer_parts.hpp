#pragma once

#include <vector>

#include <api/language.hpp>
#include <projections/projection.hpp>

#include "call/call.hpp"
#include "reading/reading.hpp"
#include "shapes/allowed.hpp"
#include "shapes/head.hpp"

/// The parts that every read's answer has.
namespace langnghe::api {

[[nodiscard]] shapes::Head head_of(const Call& call, const Reading& reading,
                                   const std::vector<projections::Projection>& made_by);

/// The reasons are in the reader's language.
[[nodiscard]] std::vector<shapes::AllowedCommand> allowed_of(const Call& call,
                                                             const AllowedActs& acts);
[[nodiscard]] std::vector<shapes::AllowedCommand> allowed_in(Language language,
                                                             const AllowedActs& acts);

}  // namespace langnghe::api
