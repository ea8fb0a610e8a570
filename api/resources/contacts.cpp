#include "acting/sealing.hpp"
#include "reading/personal_data.hpp"
#include "resources/asked_act.hpp"
#include "resources/routes.hpp"
#include "wire/commands.hpp"

namespace langnghe::api::resources {
namespace {

/// The first member that says nothing: a blank would erase what is known and say so nowhere.
std::optional<Problem> check_contact(const wire::ContactBody& body) {
  const std::pair<const char*, const std::optional<std::string>*> members[] = {
      {"/name", &body.name}, {"/phone", &body.phone}, {"/address", &body.address}};
  for (const auto& [pointer, text] : members) {
    if (*text && is_blank(**text)) {
      return body_fault(pointer, "value_required");
    }
  }
  return std::nullopt;
}

}  // namespace

// POST …/residents/{id}/change-contact -> 200
Reply change_contact(Call& call, const Act& act) {
  auto asked = asked_act<domain::ResidentId>(call, act, &wire::read_contact);
  if (!asked) {
    return fail(std::move(asked.error()));
  }
  auto& [intake, resident, told] = *asked;
  auto& body = told.what;
  if (auto wrong = check_contact(body)) {
    return fail(*std::move(wrong));
  }
  if (auto missing = check_known(call, resident, "")) {
    return fail(missing->status == 422 ? problem(ProblemCode::not_found) : *std::move(missing));
  }
  Sealer sealer(call, intake, resident, false);
  const auto stream = domain::stream_of(resident);
  domain::ChangeContact command{resident, sealer.seal_if(stream, kNameField, body.name),
                                sealer.seal_if(stream, kPhoneField, body.phone),
                                sealer.seal_if(stream, kAddressField, body.address),
                                std::move(body.reason)};
  if (sealer.failed()) {
    return fail(sealer.problem());
  }
  const Place place{resident.value, ward_path(call, "residents/" + resident.value)};
  return carry_out(call, intake, std::move(command), told.happened, place);
}

}  // namespace langnghe::api::resources
