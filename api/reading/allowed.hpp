#pragma once

#include <expected>
#include <string_view>

#include "call/call.hpp"
#include "reading/reading.hpp"

namespace langnghe::api {

/// The acts this reader may do on a resource now: every act that one of their roles may do, in
/// the table's order, each with the reason why not yet. Asked of the ledger with the very guards of
/// the act, so a good body is not refused for its state afterwards. `about` is as in the path.
[[nodiscard]] std::expected<AllowedActs, Problem> allowed_now(const Call& call,
                                                              domain::Subject subject,
                                                              std::string_view about);
/// The same for what a read shows; of a moment that is past nothing can be done.
[[nodiscard]] std::expected<AllowedActs, Problem> allowed_for(const Call& call,
                                                              const Reading& reading,
                                                              domain::Subject subject,
                                                              std::string_view about);

}  // namespace langnghe::api
