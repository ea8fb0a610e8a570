#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <projections/commitments.hpp>
#include <projections/issues.hpp>
#include <projections/work.hpp>

#include "call.hpp"
#include "reading/reading.hpp"

namespace langnghe::api::wire {

[[nodiscard]] std::string commitment_list(const Call& call, const Reading& reading,
                                          const projections::commitments::Page& page,
                                          std::string_view next_cursor);

/// Those raised most often first.
[[nodiscard]] std::string recurrence_list(
    const Call& call, const Reading& reading,
    const std::vector<projections::issues::Recurrence>& recurrences);

/// In the order of `lists`.
[[nodiscard]] std::string work_lists(
    const Call& call, const Reading& reading, const std::vector<projections::work::List>& lists,
    const std::map<projections::work::List, std::vector<projections::work::Item>>& items);

}  // namespace langnghe::api::wire
