#pragma once

#include <expected>
#include <optional>

#include <domain/ids.hpp>

#include "call/act.hpp"
#include "call/call.hpp"

/// The subject of an act by a role that is limited to some khóm. Where a read of it is 404, every
/// act on it is 404 as well, so that nothing tells it from a thing that does not exist.
namespace langnghe::api {

/// Of which khóm an issue, a dialogue or a resident is, straight from the ledger. A denunciation is
/// of none; nothing where there is no such stream. Asks the store once, whether it is there or not.
[[nodiscard]] std::expected<std::optional<domain::KhomId>, Problem> khom_of(
    const Call& call, const domain::StreamId& stream);

/// Does the reader know of this stream? True for who sees the whole ward, without asking.
[[nodiscard]] std::expected<bool, Problem> knows_of(const Call& call,
                                                    const domain::StreamId& stream);

/// The reason that nothing can be made under this name: it is taken by what the reader knows
/// nothing of, and nothing is said of that.
[[nodiscard]] std::optional<Problem> taken_unseen(const Call& call, const domain::StreamId& stream);

/// The reason that this reader cannot act on the thing the path names; looks at nothing else of the
/// request.
[[nodiscard]] std::optional<Problem> hidden_subject(const Call& call, const Act& act);

}  // namespace langnghe::api
