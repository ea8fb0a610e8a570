#pragma once

#include <domain/decide.hpp>

/// Private to the domain: what an act shows of deadlines and promises that passed. The clock
/// records what is late once nobody can still enter in time what was done in time; an act that
/// shows it records it with itself, and one that shows the reverse takes the record back.
namespace langnghe::domain {

/// Appends what the decided events show of every issue among them that the world knows.
void add_marks(const World& world, const Context& context, std::vector<Emitted>& events);

/// A clock that stopped was left alone by new calendars and policies. Appends what they make of
/// each clock that the decided events set going again. Reads the streams `policy` and `calendar`.
void add_recomputations(const World& world, const Context& context, std::vector<Emitted>& events);

/// Have the policy's days for late entry passed since that day? Reads the stream `policy`.
[[nodiscard]] bool is_entry_over(const World& world, const Date& day, Instant now);

/// The mark, dated with its own day where that is not the day of the act.
[[nodiscard]] Emitted marked_on(const Date& day, const Context& context, Emitted mark);

}  // namespace langnghe::domain
