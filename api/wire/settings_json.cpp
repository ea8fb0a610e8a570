#include "wire/settings_json.hpp"

#include <codec/fields/settings.hpp>
#include <codec/fields/ward.hpp>

#include "bytes/digest.hpp"
#include "wire/json_out.hpp"

namespace langnghe::api::wire {
namespace {

Json khom_json(const domain::Khom& khom, const domain::Date& today) {
  auto past = Json::array();
  for (const auto& [from, name] : khom.names) {
    past.push_back({{"from", out(from)}, {"name", name}});
  }
  return {{"id", khom.id.value},
          {"name", khom.name_on(today)},
          {"names", std::move(past)},
          {"sample", khom.sample},
          {"valid_from", out(khom.valid_from)},
          {"last_day", out(khom.last_day)},
          {"taken_over_from", out(khom.taken_over_from)},
          {"merged_from", out(khom.merged_from)},
          {"valid", khom.valid_on(today)}};
}

Json official_json(const domain::Official& official, const domain::Date& today) {
  return {{"id", official.id.value},
          {"name", official.name},
          {"position", official.position},
          {"unit", official.unit},
          {"office", out(official.office)},
          {"valid_from", out(official.valid_from)},
          {"last_day", out(official.last_day)},
          {"in_office", official.valid_on(today)}};
}

Json delegation_json(const domain::Delegation& delegation, const domain::Date& today) {
  const auto& given = delegation.given;
  auto shown = codec::to_json(given);
  shown.emplace("revocation",
                delegation.revocation ? codec::to_json(*delegation.revocation) : Json(nullptr));
  shown.emplace("in_force", delegation.covers(given.to, given.documents.front(), today));
  return shown;
}

void add_ward(const domain::WardState& ward, const domain::Date& today, Json& body) {
  auto khoms = Json::array();
  for (const auto& [id, khom] : ward.khoms) {
    khoms.push_back(khom_json(khom, today));
  }
  auto officials = Json::array();
  for (const auto& [id, official] : ward.officials) {
    officials.push_back(official_json(official, today));
  }
  const auto* route = ward.route_on(today);
  body.emplace("ward", ward.exists ? codec::to_json(ward.ward) : Json(nullptr));
  body.emplace("khoms", std::move(khoms));
  body.emplace("officials", std::move(officials));
  body.emplace("report_route", route == nullptr ? Json(nullptr) : codec::to_json(*route));
  auto templates = Json::array();
  for (const auto& adopted : ward.templates) {
    templates.push_back(codec::to_json(adopted));
  }
  body.emplace("numbering", out(ward.numbering_on(today)));
  body.emplace("templates", std::move(templates));
  auto delegations = Json::array();
  for (const auto& [id, delegation] : ward.delegations) {
    delegations.push_back(delegation_json(delegation, today));
  }
  body.emplace("delegations", std::move(delegations));
}

Json calendar_json(const domain::CalendarState& calendar) {
  if (!calendar.exists()) {
    return nullptr;
  }
  const auto& current = calendar.current();
  const std::vector off(current.days_off.begin(), current.days_off.end());
  const std::vector worked(current.worked_days.begin(), current.worked_days.end());
  return {{"version", current.version},
          {"days_off", out(off)},
          {"worked_days", out(worked)},
          {"confirmed_through", current.confirmed_through},
          {"basis", current.basis}};
}

}  // namespace

std::string settings(const Call& call, const Reading& reading,
                     const projections::settings::Versioned<domain::WardState>& ward,
                     const projections::settings::Versioned<domain::CalendarState>& calendar,
                     const projections::settings::Versioned<domain::PolicyState>& policy,
                     const AllowedActs& allowed) {
  auto body = head(call, reading, {projections::settings::definition()});
  body.emplace("today", out(reading.today));
  body.emplace("versions", Json{{"ward", ward.version.value},
                                {"calendar", calendar.version.value},
                                {"policy", policy.version.value}});
  add_ward(ward.state, reading.today, body);
  body.emplace("calendar", calendar_json(calendar.state));
  body.emplace("policy", policy.state.exists()
                             ? codec::to_json(policy.state.valid_on(reading.today))
                             : Json(nullptr));
  body.emplace("allowed_commands", out(call, allowed));
  return codec::to_json_text(body);
}

std::string assignees(const Call& call, const Reading& reading,
                      const std::vector<AssigneeRow>& rows) {
  auto body = head(call, reading, {projections::settings::definition()});
  auto list = Json::array();
  for (const auto& row : rows) {
    list.push_back(
        {{"user", row.user.value},
         {"display_name", row.display_name},
         {"khoms", out(row.khoms)},
         {"official", row.official ? official_json(*row.official, reading.today) : Json(nullptr)}});
  }
  body.emplace("today", out(reading.today));
  body.emplace("items", std::move(list));
  return codec::to_json_text(body);
}

// Records are put in as the bytes they are: what is hashed is what is served.
std::string events(const Call& call, const Reading& reading,
                   const std::vector<PositionedRecord>& records, bool more) {
  std::string text = R"({"ledger":")" + call.ledger + R"(","position":)" +
                     std::to_string(reading.position()) + R"(,"items":[)";
  constexpr std::size_t kAroundRecord = 48;
  std::size_t bytes = text.size() + kAroundRecord;
  for (const auto& record : records) {
    bytes += record.bytes.size() + kAroundRecord;
  }
  text.reserve(bytes);
  const char* separator = "";
  for (const auto& record : records) {
    text += separator;
    text += R"({"position":)" + std::to_string(record.position) + R"(,"record":)";
    if (record.withheld) {
      text += R"(null,"leaf":")" +
              to_base64({reinterpret_cast<const char*>(record.withheld->data()),
                         record.withheld->size()}) +
              '"';
    } else {
      text += record.bytes;
    }
    text += '}';
    separator = ",";
  }
  text += R"(],"next":)";
  text += more ? std::to_string(records.back().position) : "null";
  text += '}';
  return text;
}

std::string health() {
  return R"({"status":"ok"})";
}

}  // namespace langnghe::api::wire
