#include "running/workbench.hpp"

namespace langnghe::projections {

void Workbench::remove(std::string_view key) {
  things_.insert_or_assign(std::string(key), nullptr);
}

void Workbench::tidy() {
  if (things_.size() > things_max_) {
    put_away();
  }
}

void Workbench::put_away() {
  for (const auto& [key, thing] : things_) {
    if (!thing) {
      rows_.erase(key);
    } else if (thing->changed) {
      thing->write(key, rows_);
    }
  }
  things_.clear();
  rows_.settle();
}

}  // namespace langnghe::projections
