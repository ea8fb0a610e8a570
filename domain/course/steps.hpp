#pragma once

#include <string_view>

#include <domain/command.hpp>
#include <domain/course.hpp>
#include <domain/event.hpp>
#include <domain/permissions.hpp>

/// Private to domain/course: the forms of the two rows that every event and every command has in
/// steps_*.hpp.
namespace langnghe::domain::course {

using Regions = InlineList<Region, 4>;
using FollowedRegions = InlineList<Region, 6>;

/// The regions an event leaves a step in, and the act it is told as. What the clock records leaves
/// none: no act of a person waits for it.
struct Leaves {
  std::string_view act;
  Regions regions;
};

/// The regions of its own stream that a command follows, besides the beginning, which every act
/// follows. The clock's acts follow none: they are computed.
struct Follows {
  FollowedRegions regions;
  bool is_told = true;
};

/// An event without a row does not compile: its act would be empty.
template <class E>
inline constexpr Leaves kLeaves{{}, {}};

/// A command without a row does not compile.
template <class C>
inline constexpr Follows kFollows{{}, false};

using enum Region;

}  // namespace langnghe::domain::course
