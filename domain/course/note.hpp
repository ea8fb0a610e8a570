#pragma once

#include <domain/event.hpp>
#include <domain/world.hpp>

/// Private to the domain.
namespace langnghe::domain::course {

/// Adds the steps an event leaves to the course of its stream's state.
void note(StreamState& state, const RecordedEvent& event);

}  // namespace langnghe::domain::course
