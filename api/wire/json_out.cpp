#include "wire/json_out.hpp"

#include "problems/problem_texts.hpp"

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

Json out(const AllowedActs& acts, Language language) {
  auto items = Json::array();
  for (const auto& [act, refusal] : acts) {
    Json item{{"command", act}, {"allowed", !refusal}, {"code", nullptr}, {"reason", nullptr}};
    if (refusal) {
      const auto code = domain::wire_name(refusal->code);
      const auto* text = find_problem_text(language, code);
      item["code"] = code;
      item["reason"] = text == nullptr ? std::string(code)
                                       : filled(text->detail, in_words(language, refusal->facts));
    }
    items.push_back(std::move(item));
  }
  return items;
}

Json out(const Call& call, const AllowedActs& acts) {
  return out(acts, choose_language(call.request.header("accept-language")));
}

}  // namespace langnghe::api::wire
