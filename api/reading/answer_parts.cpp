#include "reading/answer_parts.hpp"

#include <string>

#include "problems/problem_texts.hpp"

namespace langnghe::api {

shapes::Head head_of(const Call& call, const Reading& reading,
                     const std::vector<projections::Projection>& made_by) {
  shapes::Head head{call.ledger, reading.position(), {}};
  for (const auto& projection : made_by) {
    head.projections.emplace(projection.name, projection.version);
  }
  return head;
}

std::vector<shapes::AllowedCommand> allowed_in(Language language, const AllowedActs& acts) {
  std::vector<shapes::AllowedCommand> shown;
  for (const auto& [act, refusal] : acts) {
    shapes::AllowedCommand one{std::string(act), !refusal, std::nullopt, std::nullopt};
    if (refusal) {
      one.code = domain::wire_name(refusal->code);
      const auto* text = find_problem_text(language, *one.code);
      one.reason =
          text == nullptr ? *one.code : filled(text->detail, in_words(language, refusal->facts));
    }
    shown.push_back(std::move(one));
  }
  return shown;
}

std::vector<shapes::AllowedCommand> allowed_of(const Call& call, const AllowedActs& acts) {
  return allowed_in(choose_language(call.request.header("accept-language")), acts);
}

}  // namespace langnghe::api
