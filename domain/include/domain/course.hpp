#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <domain/time.hpp>

/// In what order the acts on one thing happened, whenever they were entered.
namespace langnghe::domain {

/// Independent strands of the life of a thing. An act follows the acts of the regions whose state
/// it acts on, and may cross those of all others: a promise is made beside the answer.
enum class Region : std::uint8_t {
  beginning,  ///< it came into being
  // an issue
  handling,
  assignment,
  round,  ///< classified, or opened again
  clock,
  extension,
  information,  ///< the earliest request
  notice,
  delivery,
  feedback,
  reopening,
  merger,
  correction,  ///< by field
  commitment,  ///< by promise
  evidence,    ///< by promise
  // a dialogue
  schedule,
  announcement,
  invitation,  ///< by participant
  meeting,
  attendance,
  presentation,
  opinion,  ///< by opinion
  opinions,
  closing,
  minutes,
  addendum,
  // a plan, a report
  plan,
  publication,
  amendment,
  credit,
  report,
  signature,
  supplement,
  // people and accounts
  identity,
  contact,
  account,
  role,  ///< by role
  // the ward's settings
  khom,        ///< by khóm
  official,    ///< by official
  delegation,  ///< by delegation
  wording,     ///< by type of document
  route,
  numbering,
  table,           ///< a calendar or a policy as a whole
  recommendation,  ///< by recommendation
};

/// The latest act of one region, or of one part of it.
struct Step {
  Region region{};
  std::string part;      ///< empty where the region has no parts
  std::string_view act;  ///< its name in the table of permissions
  Happened happened;
  bool operator==(const Step&) const = default;
};

/// Was `first` before `second`? Within one day only where both name a time.
[[nodiscard]] bool is_before(const Happened& first, const Happened& second);

/// The latest steps of one stream. Total like every fold: history that ran backwards is kept by its
/// latest day.
class Course {
 public:
  void note(Step step);
  /// Keeps the earliest step of the region instead of the latest.
  void note_first(Step step);
  [[nodiscard]] const Step* find(Region region, std::string_view part = {}) const;
  bool operator==(const Course&) const = default;

 private:
  Step* found(const Step& step);
  std::vector<Step> steps_;
};

}  // namespace langnghe::domain
