#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <projections/oversight.hpp>

#include "call.hpp"
#include "reading/reading.hpp"

namespace langnghe::api::wire {

[[nodiscard]] std::string document_register(
    const Call& call, const Reading& reading, int year, eventstore::Version version,
    const std::vector<projections::oversight::DocumentRow>& documents, const AllowedActs& allowed);

struct Supervision {
  eventstore::Version version;
  std::vector<projections::oversight::RecommendationRow> recommendations;
  std::vector<projections::oversight::TakedownRow> takedowns;
  AllowedActs allowed;
};
[[nodiscard]] std::string supervision(const Call& call, const Reading& reading,
                                      const Supervision& shown);

[[nodiscard]] std::string sealed_reads(
    const Call& call, const Reading& reading,
    const std::vector<projections::oversight::SealedReadRow>& rows);

}  // namespace langnghe::api::wire
