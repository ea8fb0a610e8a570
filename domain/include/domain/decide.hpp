#pragma once

#include <expected>
#include <optional>
#include <vector>

#include <domain/actor.hpp>
#include <domain/command.hpp>
#include <domain/event.hpp>
#include <domain/refusal.hpp>
#include <domain/world.hpp>

/// The rules of the ward. Pure: the same world, command and context always decide the same.
namespace langnghe::domain {

/// Events to append (none = nothing needs to happen), or why not.
using Decision = std::expected<std::vector<Emitted>, Refusal>;

/// The streams a command reads, as far as can be told from those already in `world`. Asked again
/// after each load until it names nothing new: to sign the minutes one needs the dialogue, and then
/// the issues the dialogue raised.
[[nodiscard]] std::vector<StreamId> streams_read(const Command& command, const Context& context,
                                                 const World& world);

/// The reason that an act cannot be done on `context.happened`, whatever its body says; nothing
/// where it can be. Asks what `decide` asks before it looks at what the command says. `blank` only
/// has to say what it is about: see blank_command.hpp. The streams are those that `streams_read`
/// names for it, but for names that no stream has.
[[nodiscard]] std::optional<Refusal> why_not_now(const World& world, const Command& blank,
                                                 const Context& context);

/// Decides a command on the streams `streams_read` named. The first event's stream is the one the
/// command is about. Asked in this order, and the first no is the answer: may this role act; has it
/// happened yet; does the issue exist; is it in the actor's khóm; does the phase allow it; is the
/// day not before receipt; does anything else of the state forbid it; is it not dated before
/// an act it follows; then what the act says.
[[nodiscard]] Decision decide(const World& world, const Command& command, const Context& context);

/// The earlier acts on whose state a command acts, as they stand in the streams `streams_read`
/// named: none of them happened after it.
[[nodiscard]] std::vector<Step> steps_followed(const World& world, const Command& command);

/// The stream a command is about: what If-Match and the answer's version speak of.
[[nodiscard]] StreamId subject_of(const Command& command);

}  // namespace langnghe::domain
