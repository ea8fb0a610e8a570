#pragma once

#include <optional>
#include <string>
#include <vector>

#include <domain/ids.hpp>
#include <domain/time.hpp>

#include "shapes/head.hpp"
#include "shapes/settings.hpp"

/// To whom work can be given.
namespace langnghe::api::shapes {

struct Assignee {
  domain::UserId user;
  std::string display_name;
  std::vector<domain::KhomId> khoms;  ///< where the role is limited to; empty = everywhere
  std::optional<Official> official;   ///< none: the account is nobody's in the ward's list
};

struct AssigneeList {
  Head head;
  domain::Date today{};
  std::vector<Assignee> items;
};

}  // namespace langnghe::api::shapes
