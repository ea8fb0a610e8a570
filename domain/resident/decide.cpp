#include <utility>

#include "resident/erasure.hpp"
#include "resident/person.hpp"

namespace langnghe::domain {
namespace {

const ResidentId& resident_of(const ResidentCommand& command) {
  return std::visit([](const auto& what) -> const ResidentId& { return what.resident; }, command);
}

Decision on_resident(const ResidentId& resident, ResidentEvent event) {
  return std::vector{Emitted{stream_of(resident), std::move(event)}};
}

Decision judge(const World&, const ChangeContact& command, const Context&) {
  if (!command.name && !command.phone && !command.address) {
    return std::unexpected(value_required("name"));
  }
  if (auto refusal = first_of(
          {check_contact("", command.resident, command.name, command.phone, command.address),
           check_not_blank("reason", command.reason)})) {
    return std::unexpected(*refusal);
  }
  return on_resident(command.resident,
                     ContactChanged{command.name, command.phone, command.address, command.reason});
}

Decision judge(const World&, const WithholdIdentity& command, const Context&) {
  if (auto refusal = check_not_blank("reason", command.reason)) {
    return std::unexpected(*refusal);
  }
  return on_resident(command.resident, IdentityWithheld{command.reason});
}

Decision judge(const World&, const RevealIdentity& command, const Context&) {
  if (auto refusal = check_not_blank("reason", command.reason)) {
    return std::unexpected(*refusal);
  }
  return on_resident(command.resident, IdentityRevealed{command.reason});
}

Decision judge(const World& world, const DestroyKey& command, const Context& context) {
  return decide_erasure(world, command, context);
}

}  // namespace

std::vector<StreamId> reads(const ResidentCommand& command, const Context&, const World& world) {
  std::vector<StreamId> streams{stream_of(resident_of(command))};
  if (const auto* erasure = std::get_if<DestroyKey>(&command)) {
    streams.push_back(policy_stream());
    for (const IssueId& issue : issues_with_successors(erasure->issues, world)) {
      streams.push_back(stream_of(issue));
    }
  }
  return streams;
}

StreamId subject(const ResidentCommand& command) {
  return stream_of(resident_of(command));
}

std::optional<Refusal> guard(const World& world, const ResidentCommand& command,
                             const Context& context) {
  const ResidentId& id = resident_of(command);
  const ResidentState& resident = world.resident(id);
  if (auto refusal =
          first_of({check_key(resident, id), check_scope(context.actor, resident.resident.khom),
                    check_phase(Subject::resident, act_of(command), to_text(resident.phase))})) {
    return refusal;
  }
  // Which issues are theirs is told by the program and not by who asks.
  const auto* erasure = std::get_if<DestroyKey>(&command);
  return erasure ? check_none_waits(world, *erasure) : std::nullopt;
}

Decision rule(const World& world, const ResidentCommand& command, const Context& context) {
  return std::visit([&](const auto& what) { return judge(world, what, context); }, command);
}

}  // namespace langnghe::domain
