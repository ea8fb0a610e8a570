#include "reading/names.hpp"

#include <algorithm>
#include <ranges>

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

void NameBook::mention_all(std::string_view json) {
  constexpr std::size_t kIdentifierMax = 64;
  std::size_t open = std::string_view::npos;  // of the text that is being looked at
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at] == '\\') {
      ++at;  // what follows ends no text
    } else if (json[at] == '"' && open == std::string_view::npos) {
      open = at + 1;
    } else if (json[at] == '"') {
      if (at - open <= kIdentifierMax) {
        mention(json.substr(open, at - open));
      }
      open = std::string_view::npos;
    }
  }
}

shapes::Names NameBook::names(Language language) const {
  const auto& views = *reading_.snapshot;
  const auto ward = settings::ward(views).state;
  const auto policy = settings::policy(views).state;
  shapes::Names names;
  for (const auto& id : mentioned_) {
    if (const auto user = settings::user(views, {id})) {
      names.users.emplace(id, user->state.registration.display_name);
    }
    if (const auto official = ward.officials.find({id}); official != ward.officials.end()) {
      names.officials.emplace(id, official->second.name);
    }
    if (const auto* khom = ward.find_khom({id})) {
      names.khoms.emplace(id, khom->name_on(reading_.today));
    }
    if (const auto* field = find_field(policy, reading_.today, {id})) {
      names.fields.emplace(id, language == Language::en ? field->name_en : field->name_vi);
    }
  }
  return names;
}

}  // namespace langnghe::api
