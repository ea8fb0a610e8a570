#pragma once

#include <cstddef>
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

/// The part of the lists that is shown.
struct WorkShown {
  bool entries = true;      ///< else the counts alone
  std::size_t limit = 500;  ///< entries of each list; the counts are of all
};

/// In the order of `lists`.
[[nodiscard]] std::string work_lists(
    const Call& call, const Reading& reading, const std::vector<projections::work::List>& lists,
    const std::map<projections::work::List, projections::work::Entries>& found,
    const WorkShown& shown);

}  // namespace langnghe::api::wire
