#pragma once

#include <optional>
#include <vector>

#include <domain/time.hpp>

#include "report/report_facts.hpp"

/// When a term of an issue counts, and who has left the denominators by then.
namespace langnghe::projections::report {

/// The issue as it is counted: the parts of a split issue come on the day of the split, which moves
/// no period before it.
[[nodiscard]] IssueFacts as_counted(IssueFacts issue);

/// Endings by which an issue leaves. An issue that was answered, refused or told by another body
/// stays.
enum class Leaving {
  unanswered,  ///< voided, withdrawn, merged, split, handed over; noted or answered at the
               ///< dialogue: nobody waits for a first reply any more
  undone,      ///< voided, withdrawn, merged, handed over: nobody waits for a promise any more
};

/// Is it gone at the end of that day?
[[nodiscard]] bool is_away(const IssueFacts& issue, Leaving leaving, const domain::Date& day);

/// The day since which it is gone without a break at the end of `day`; nothing where it is there.
[[nodiscard]] std::optional<domain::Date> away_since(const IssueFacts& issue, Leaving leaving,
                                                     const domain::Date& day);

/// A term that ran out: on the first day at whose end it was due, as things stood then, and the
/// issue had not left. That day never changes, whatever moves the term later.
struct ExpiredTerm {
  domain::Date day{};
  domain::Date due{};
};
[[nodiscard]] std::optional<ExpiredTerm> ran_out(const IssueFacts& issue,
                                                 const std::vector<DueStep>& dues, Leaving leaving);

/// The due day as known at the end of that day.
[[nodiscard]] std::optional<domain::Date> due_on(const std::vector<DueStep>& dues,
                                                 const domain::Date& day);

}  // namespace langnghe::projections::report
