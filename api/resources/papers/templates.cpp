// The Word templates of papers: tried with a sample before they are adopted.
//   GET …/paper-templates/{kind}                    the one in force, to be changed in Word
//   GET …/paper-templates/{kind}/preview?file=      a sample paper by it, or by a stored file
//   POST …/ward/adopt-template
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include <domain/ward.hpp>

#include "call/path_values.hpp"
#include "resources/act_subjects.hpp"
#include "resources/papers/paper_answer.hpp"
#include "resources/papers/paper_template.hpp"
#include "resources/papers/ward_facts.hpp"
#include "resources/routes.hpp"

namespace langnghe::api::resources {
namespace {

std::optional<papers::Kind> kind_of_path(const Call& call) {
  return domain::from_text<papers::Kind>(call.param("kind"));
}

// GET …/paper-templates/{kind}
Reply get_template(Call& call) {
  const auto kind = kind_of_path(call);
  if (!kind) {
    return fail(ProblemCode::not_found);
  }
  const auto reading = open_reading(call);
  if (!reading) {
    return fail(reading.error());
  }
  const WardFacts facts(*reading);
  auto found = template_in_force(call, facts.ward(), *kind, reading->today);
  if (!found) {
    return fail(std::move(found.error()));
  }
  auto response = docx_answer(*reading, "mau-" + std::string(papers::facts_of(*kind).file),
                              std::move(found->bytes));
  response.set("X-Template-Version", std::to_string(found->version));
  return response;
}

// GET …/paper-templates/{kind}/preview?file=&format=
Reply preview_template(Call& call) {
  const auto kind = kind_of_path(call);
  if (!kind) {
    return fail(ProblemCode::not_found);
  }
  Query query(call.target);
  const auto file = query.text("file");
  const auto form = paper_form(call, query);
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const WardFacts facts(*reading);
  std::string bytes;
  if (file) {
    auto checked = checked_template(call, *kind, *file);
    if (!checked) {
      return fail(std::move(checked.error()));
    }
    bytes = *std::move(checked);
  } else {
    auto found = template_in_force(call, facts.ward(), *kind, reading->today);
    if (!found) {
      return fail(std::move(found.error()));
    }
    bytes = std::move(found->bytes);
  }
  auto paper = papers::fill(bytes, papers::sample_of(*kind));
  if (!paper) {
    return broken_template(*kind, paper.error());
  }
  return sample_answer(call, *reading, *kind, form, *std::move(paper));
}

}  // namespace

Reply adopt_template(Call& call, const Act& act) {
  const auto intake = take_in(call, act);
  if (!intake) {
    return fail(intake.error());
  }
  auto told = read_command(call, act);
  if (!told) {
    return fail(std::move(told.error()));
  }
  const auto& adopted =
      std::get<domain::AdoptTemplate>(std::get<domain::WardCommand>(told->what)).adopted;
  if (!intake->answered && adopted.kind && adopted.files.size() == 1) {
    const auto checked = checked_template(call, *adopted.kind, adopted.files.front().hash);
    if (!checked) {
      return fail(checked.error());
    }
  }
  return carry_out(call, *intake, std::move(told->what), told->happened,
                   place_of(call, act.subject));
}

void add_template_routes(std::vector<Route>& routes) {
  add_read(routes, "paper-templates/{kind}", &get_template);
  add_read(routes, "paper-templates/{kind}/preview", &preview_template);
}

}  // namespace langnghe::api::resources
