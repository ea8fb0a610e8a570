#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/enum_text.hpp>
#include <domain/issue_state.hpp>
#include <domain/time.hpp>

/// A ward as people see it who have no account: nothing here is personal data.
namespace langnghe::api::shapes {

struct PublicPause {
  domain::PauseGround ground{};
  domain::Date until{};
};

struct PublicAnswer {
  std::string text;
  std::optional<std::string> notice;  ///< number and symbol; none where it was given on the spot
  domain::Date on{};
};

struct PublicRefusal {
  domain::RefusalGround ground{};
  std::string notice;  ///< number and symbol
  domain::Date on{};
};

struct PublicPromise {
  std::string what;
  domain::Date first_due{};
  domain::Date due{};
  domain::Commitment::Status status{};
};

/// The acts that the holder of the code can do now.
struct PublicActs {
  bool feedback = false;
  bool reopen = false;
  bool withdraw = false;
};

struct PublicCase {
  std::string code;
  std::string ward;
  std::string ward_name;
  std::string khom;
  std::string khom_name;
  domain::Date today{};
  std::string subject;
  std::string field_name;
  domain::Date received{};
  domain::IssuePhase phase{};
  std::string phase_title;  ///< in the reader's language
  domain::Date phase_since{};
  std::optional<std::string> unit;          ///< that has it
  std::optional<std::string> forwarded_to;  ///< the body that has it
  std::optional<domain::Date> first_reply_due;
  std::optional<domain::Date> first_reply_on;
  std::optional<domain::Date> original_due;
  std::optional<domain::Date> due;
  std::optional<int> working_days_left;  ///< until `due`, below 0 after it; while it is awaited
  bool overdue = false;
  int extensions = 0;
  std::optional<PublicPause> paused;
  std::optional<PublicAnswer> answer;
  std::optional<PublicRefusal> refusal;
  std::vector<PublicPromise> promises;
  std::optional<domain::Verdict> verdict;
  PublicActs acts;
};

enum class PublicAct { feedback, reopen, withdraw };

/// The acts that the holder of a code has done.
struct PublicActed {
  std::string code;
  PublicAct act{};
  domain::Date on{};
};

struct PublicDialogue {
  domain::Date date{};
  std::string start;
  std::optional<std::string> place;  ///< none: at a household, whose address is nobody's business
  std::string topics;
};

/// Numbers of the twelve months before; none where they are so small that they tell of persons.
struct PublicNumbers {
  std::optional<std::uint64_t> received;
  std::optional<std::uint64_t> answered;
  std::optional<std::uint64_t> late;
};

struct PublishedAnswer {
  std::string subject;
  std::string field_name;
  domain::Date received{};
  PublicAnswer answer;
};

struct PublicKhom {
  std::string ward;
  std::string ward_name;
  std::string khom;
  std::string khom_name;
  domain::Date today{};
  std::optional<PublicDialogue> next_dialogue;
  PublicNumbers numbers;
  bool publishes_answers = false;  ///< as the policy says
  std::vector<PublishedAnswer> answers;
  std::vector<PublicPromise> promises;
};

}  // namespace langnghe::api::shapes

template <>
struct langnghe::domain::EnumText<langnghe::api::shapes::PublicAct> {
  using Act = langnghe::api::shapes::PublicAct;
  static constexpr std::array<std::pair<Act, std::string_view>, 3> kNames{
      {{Act::feedback, "feedback"}, {Act::reopen, "reopen"}, {Act::withdraw, "withdraw"}}};
};
