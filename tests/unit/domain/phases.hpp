#pragma once

#include <string_view>
#include <vector>

#include <domain/permissions.hpp>

#include "given.hpp"

/// The phases a subject can be in, by name, and a past that led to each.
namespace langnghe::domain::spec {

/// None where no phase is asked.
[[nodiscard]] std::vector<std::string_view> phases_of(Subject subject);

/// The subject of `stream_with_phase` in that phase, and what stands around it.
[[nodiscard]] Given in_phase(Subject subject, std::string_view phase);

/// The stream whose phase is asked, of the one subject of its kind that these pasts are about.
[[nodiscard]] StreamId stream_with_phase(Subject subject);

/// As its state says.
[[nodiscard]] std::string_view phase_of(const Given& given, Subject subject);

}  // namespace langnghe::domain::spec
