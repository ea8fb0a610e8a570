#include "wire/json_out.hpp"

namespace langnghe::api::wire {

Json head(const Call& call, const Reading& reading,
          const std::vector<projections::Projection>& made_by) {
  auto versions = Json::object();
  for (const auto& projection : made_by) {
    versions.emplace(projection.name, projection.version);
  }
  return {{"ledger", call.ledger},
          {"position", reading.position()},
          {"projections", std::move(versions)}};
}

Json out(const Shown& shown) {
  switch (shown.as) {
    case Shown::As::plain:
      return shown.text;
    case Shown::As::sealed:
      return {{"sealed", true}};
    case Shown::As::closed:
      return {{"sealed", true}, {"purpose_required", true}};
    case Shown::As::erased:
      return {{"erased", true}};
    case Shown::As::unreadable:
      break;
  }
  return {{"unreadable", true}};
}

Json out(const std::optional<Shown>& shown) {
  return shown ? out(*shown) : Json(nullptr);
}

Json names(const std::vector<std::string_view>& list) {
  auto items = Json::array();
  for (const auto name : list) {
    items.push_back(name);
  }
  return items;
}

}  // namespace langnghe::api::wire
