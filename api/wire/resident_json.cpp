#include "wire/resident_json.hpp"

#include <projections/dialogues.hpp>

#include "wire/issue_rows.hpp"

namespace langnghe::api::wire {

std::string resident_detail(const Call& call, const Reading& reading,
                            const ResidentDetail& detail) {
  auto shown = head(call, reading, {projections::dialogues::definition()});
  shown.update(resident_json(detail.person));
  shown.emplace("version", detail.version.value);
  shown.emplace("khom", detail.khom.value);
  shown.emplace("anonymous", detail.person.anonymous);
  shown.emplace("issues", out(detail.issues));
  shown.emplace("allowed_commands", out(call, detail.allowed));
  return codec::to_json_text(shown);
}

}  // namespace langnghe::api::wire
