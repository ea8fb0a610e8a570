#pragma once

#include <expected>
#include <string>
#include <vector>

#include <domain/actor.hpp>
#include <domain/time.hpp>

#include "init/draft.hpp"
#include "init/ward_name.hpp"

namespace langnghe::tools {

/// A new ward as it will be entered; every value is checked.
struct WardSetup {
  struct Khom {
    std::string id;
    std::string name;
  };
  struct Official {
    std::string id;
    std::string name;
    std::string position;
    std::string unit;
  };
  struct Grant {
    domain::Role role{};
    std::vector<std::string> khoms;  ///< of a khóm head alone
  };
  struct Account {
    std::string id;
    std::string name;
    std::string official;  ///< empty: holds no office of the ward
    std::vector<Grant> grants;
  };

  std::string ledger;  ///< `sa-dec`
  WardName ward;
  std::vector<Khom> khoms;
  std::vector<Official> officials;
  std::vector<Account> accounts;  ///< without the administrator's
  std::string administrator;
  int first_year = 0;
  domain::Date valid_from{};  ///< of khóm, officials, numbering and templates
  domain::Date today{};
  bool plan = false;
  std::string numbering;
  std::string reports_to;
  std::string reports_through;
};

/// The setup, or everything that is wrong with what was said, each with what to do, in the user's
/// language. `today` is the ward's day.
[[nodiscard]] std::expected<WardSetup, std::vector<std::string>> check_draft(
    const WardDraft& draft, const domain::Date& today);

}  // namespace langnghe::tools
