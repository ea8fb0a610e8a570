#pragma once

#include <vector>

#include "rules.hpp"
#include "value_checks.hpp"

/// Private to domain/resident: may a person's key be destroyed?
namespace langnghe::domain {

/// The issues named and those they went on in, as far as they were loaded; each once.
[[nodiscard]] std::vector<IssueId> issues_with_successors(const std::vector<IssueId>& issues,
                                                          const World& world);
/// The issues are the person's, and each of them, or what it went on in, has ended.
[[nodiscard]] MaybeRefusal check_none_waits(const World& world, const DestroyKey& command);
[[nodiscard]] Decision decide_erasure(const World& world, const DestroyKey& command,
                                      const Context& context);

}  // namespace langnghe::domain
