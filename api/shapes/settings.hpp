#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/ids.hpp>
#include <domain/settings.hpp>
#include <domain/time.hpp>
#include <domain/ward.hpp>

#include "shapes/allowed.hpp"
#include "shapes/head.hpp"

/// The ward itself: its khóm and officials, and the calendar and policy in force.
namespace langnghe::api::shapes {

struct KhomName {
  domain::Date from{};
  std::string name;
};
struct Khom {
  domain::KhomId id;
  std::string name;             ///< today
  std::vector<KhomName> names;  ///< each with the day it began
  bool sample = false;
  domain::Date valid_from{};
  std::optional<domain::Date> last_day;
  std::optional<std::string> taken_over_from;
  std::vector<domain::KhomId> merged_from;
  bool valid = false;  ///< today
};

struct Official {
  domain::OfficialId id;
  std::string name;
  std::string position;
  std::string unit;
  domain::Office office{};
  domain::Date valid_from{};
  std::optional<domain::Date> last_day;
  bool in_office = false;  ///< today
};

struct Delegation {
  domain::SigningDelegated given;
  std::optional<domain::DelegationRevoked> revocation;
  bool in_force = false;  ///< today
};

/// The versions that If-Match asks for.
struct SettingsVersions {
  std::uint64_t ward = 0;
  std::uint64_t calendar = 0;
  std::uint64_t policy = 0;
};

struct Settings {
  Head head;
  domain::Date today{};
  SettingsVersions versions;
  std::optional<domain::WardEstablished> ward;  ///< none: it is not established
  std::vector<Khom> khoms;
  std::vector<Official> officials;
  std::optional<domain::ReportRouteAdopted> report_route;
  domain::NumberingMode numbering{};
  std::vector<domain::TemplateAdopted> templates;
  std::vector<Delegation> delegations;
  std::optional<domain::CalendarAdopted> calendar;  ///< none: none was adopted
  std::optional<domain::Policy> policy;
  std::vector<AllowedCommand> allowed_commands;
};

}  // namespace langnghe::api::shapes
