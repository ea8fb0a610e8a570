#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <domain/deadline.hpp>
#include <projections/dialogues.hpp>
#include <projections/issues.hpp>

#include "call.hpp"
#include "personal_data.hpp"
#include "reading.hpp"

namespace langnghe::api::wire {

[[nodiscard]] std::string issue_list(const Call& call, const Reading& reading,
                                     const projections::issues::Page& page,
                                     std::string_view next_cursor);

/// Who spoke and what was said, as this reader is shown it.
struct ShownSpeaker {
  domain::ResidentId resident;
  bool anonymous = false;
  std::optional<Shown> name;
  std::optional<Shown> phone;
  std::optional<Shown> address;
};
struct IssueDetail {
  projections::issues::IssueRow row;
  std::optional<Shown> words;
  std::optional<ShownSpeaker> speaker;
  std::vector<std::string_view> allowed;
};
[[nodiscard]] std::string issue_detail(const Call& call, const Reading& reading,
                                       const IssueDetail& detail);

/// One act in an issue's life.
struct HistoryItem {
  std::uint64_t position = 0;
  std::string stream;
  std::string type;
  std::string user;
  std::string role;
  std::string happened;
  std::string recorded;  ///< local time
  int late_days = 0;     ///< entered so many days after it happened, where the policy calls it late
  std::string data;      ///< JSON as stored; sealed parts stay ciphertext
};
[[nodiscard]] std::string issue_history(const Call& call, const Reading& reading,
                                        const domain::IssueId& issue,
                                        const std::vector<HistoryItem>& items);

/// A clock's step explained again from nothing but its start, term and calendar.
struct ExplainedStep {
  std::string kind;  ///< `first_reply`, `classified`, `extended`, `reopened`
  domain::Date start{};
  domain::Term term;
  domain::Date stored_due{};
  int policy_version = 0;
  std::string policy_basis;
  int calendar_version = 0;
  std::string calendar_basis;
  domain::Deadline explained;
  [[nodiscard]] bool matches() const { return explained.due == stored_due; }
};
struct ExplainedDeadline {
  domain::IssueId issue;
  std::optional<domain::Date> original_due;
  std::optional<domain::Date> effective_due;
  std::optional<ExplainedStep> first_reply;
  std::optional<domain::Date> first_reply_on;
  std::vector<ExplainedStep> resolution;
  bool matches =
      false;  ///< every step, each one's end being the next extension's start, and the sum
  bool provisional = false;
  int policy_version = 0;
  std::string basis;  ///< what the time limits rest on
};
[[nodiscard]] std::string issue_deadline(const Call& call, const Reading& reading,
                                         const ExplainedDeadline& deadline);

}  // namespace langnghe::api::wire
