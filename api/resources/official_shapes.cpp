#include "resources/official_shapes.hpp"

namespace langnghe::api::resources {

shapes::Official official_on(const domain::Official& official, const domain::Date& today) {
  return {.id = official.id,
          .name = official.name,
          .position = official.position,
          .unit = official.unit,
          .office = official.office,
          .valid_from = official.valid_from,
          .last_day = official.last_day,
          .in_office = official.valid_on(today)};
}

}  // namespace langnghe::api::resources
