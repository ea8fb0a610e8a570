#pragma once

#include <vector>

#include <domain/event.hpp>

namespace langnghe::codec::test {

/// One event of every type, on a stream of its kind; every member differs from its default as far
/// as the rules allow. The golden files were first written from these.
[[nodiscard]] std::vector<domain::Emitted> samples();

}  // namespace langnghe::codec::test
