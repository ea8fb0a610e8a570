#pragma once

#include <string_view>

#include <domain/resident.hpp>
#include <projections/projection.hpp>

#include "rows/keys.hpp"

/// Residents lie in the projection `dialogues`, beside the opinions they gave.
namespace langnghe::projections::residents {

inline constexpr std::string_view kView = "dialogues";
inline constexpr std::string_view kResidents = "r/";

void apply(RowCache& cache, const Input& input, const domain::ResidentEvent& event);

}  // namespace langnghe::projections::residents
