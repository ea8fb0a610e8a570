#include "issue/first_reply.hpp"

#include <domain/deadline.hpp>

namespace langnghe::domain {

FirstReplyOwed first_reply_owed(const World& world, const Date& start) {
  static const WorkingCalendar kWeekendsOnly;
  const Policy& policy = world.policy().valid_on(start);
  const WorkingCalendar& calendar =
      world.calendar().exists() ? world.calendar().current() : kWeekendsOnly;
  return {start, due_date(start, policy.first_reply, calendar), policy.version, calendar.version};
}

}  // namespace langnghe::domain
