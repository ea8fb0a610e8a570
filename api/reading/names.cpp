#include "reading/names.hpp"

#include <algorithm>
#include <ranges>

#include <api/language.hpp>
#include <projections/settings.hpp>

namespace langnghe::api {
namespace {

namespace settings = projections::settings;

const domain::FieldDefinition* find_field(const domain::Policy& policy,
                                          const domain::FieldCode& code) {
  const auto found = std::ranges::find(policy.fields, code, &domain::FieldDefinition::code);
  return found == policy.fields.end() ? nullptr : &*found;
}

const domain::FieldDefinition* find_field(const domain::PolicyState& policy,
                                          const domain::Date& today,
                                          const domain::FieldCode& code) {
  if (!policy.exists()) {
    return nullptr;
  }
  if (const auto* found = find_field(policy.valid_on(today), code)) {
    return found;
  }
  for (const auto& [version, each] : policy.versions | std::views::reverse) {
    if (const auto* found = find_field(each, code)) {
      return found;
    }
  }
  return nullptr;
}

}  // namespace

shapes::Names names_of(const Call& call, const Reading& reading, const NamedIds& ids) {
  const auto language = choose_language(call.request.header("accept-language"));
  const auto ward = settings::ward(*reading.snapshot).state;
  const auto policy = settings::policy(*reading.snapshot).state;
  shapes::Names names;
  for (const auto& id : ids.khoms) {
    if (const auto* khom = ward.find_khom(id)) {
      names.khoms.emplace(id.value, khom->name_on(reading.today));
    }
  }
  for (const auto& code : ids.fields) {
    if (const auto* field = find_field(policy, reading.today, code)) {
      names.fields.emplace(code.value, language == Language::en ? field->name_en : field->name_vi);
    }
  }
  for (const auto& id : ids.users) {
    if (const auto user = settings::user(*reading.snapshot, id)) {
      names.users.emplace(id.value, user->state.registration.display_name);
    }
  }
  return names;
}

}  // namespace langnghe::api
