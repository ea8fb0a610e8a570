#pragma once

#include <domain/world.hpp>

/// Private to the domain: when the first reply to a matter is owed (Law on Citizen Reception 2013
/// Art. 28(1)).
namespace langnghe::domain {

/// By the policy of the day `start` and the calendar in force; weekends only where none was
/// adopted. Requires an adopted policy; reads the streams `policy` and `calendar`.
[[nodiscard]] FirstReplyOwed first_reply_owed(const World& world, const Date& start);

}  // namespace langnghe::domain
