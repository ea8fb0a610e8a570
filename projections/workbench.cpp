#include "workbench.hpp"

namespace langnghe::projections {

void Workbench::remove(std::string_view key) {
  if (const auto found = things_.find(key); found != things_.end()) {
    things_.erase(found);
  }
  rows_.erase(key);
}

void Workbench::tidy() {
  if (things_.size() > things_max_) {
    put_away();
  }
}

void Workbench::put_away() {
  for (const auto& [key, thing] : things_) {
    if (thing->changed) {
      thing->write(key, rows_);
    }
  }
  things_.clear();
}

}  // namespace langnghe::projections
