#pragma once

#include <domain/course.hpp>
#include <domain/event.hpp>

/// Private to the domain.
namespace langnghe::domain::course {

/// Adds the steps an event leaves to the course of its stream.
void note(Course& course, const RecordedEvent& event);

}  // namespace langnghe::domain::course
