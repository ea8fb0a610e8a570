#pragma once

#include <domain/calendar.hpp>
#include <domain/period.hpp>
#include <domain/settings.hpp>

#include "report_facts.hpp"
#include "tally.hpp"

namespace langnghe::projections::report {

/// The groups `issues`, `time`, `forwarded`, `notices` and `feedback` of the dictionary: counts one
/// issue after the other.
class IssueFigures {
 public:
  /// `last_day` is the last day that is over, not after the period's end.
  IssueFigures(const domain::Period& period, const domain::Date& last_day,
               domain::PolicyState policies, domain::WorkingCalendar calendar);

  void count(const IssueFacts& issue);
  void add_to(FigureList& list) const;

 private:
  void count_origin(const IssueFacts& issue);
  void count_first_reply(const IssueFacts& issue);
  void count_settlement(const IssueFacts& issue);
  void count_overdue(const IssueFacts& issue);
  void count_forwards(const IssueFacts& issue);
  void count_notices(const IssueFacts& issue);
  void count_feedback(const IssueFacts& issue);
  [[nodiscard]] bool is_on_time(const NoticeFacts& notice) const;
  /// One for each of the days that lies in the period.
  void add_days(Tally& tally, const IssueFacts& issue, const std::vector<domain::Date>& days) const;

  domain::Period period_;
  domain::Date last_day_;
  domain::PolicyState policies_;
  domain::WorkingCalendar calendar_;

  Tally fresh_, on_the_spot_, noted_, taken_away_, complaints_, denunciations_, pressing_,
      reopened_;
  Tally reply_measured_, reply_on_time_;
  Tally settled_, on_time_original_, on_time_effective_;
  Tally open_, overdue_, extensions_;
  Tally sent_, acknowledged_, told_, pending_;
  Tally notices_, delivered_, notices_measured_, notices_on_time_;
  Tally asked_, answered_, satisfied_, partly_, dissatisfied_;
};

}  // namespace langnghe::projections::report
