#pragma once

#include <string>
#include <vector>

/// The wards that a sign-in page offers.
namespace langnghe::api::shapes {

struct PublicWard {
  std::string ward;
  std::string name;
};
struct PublicWardList {
  std::vector<PublicWard> items;
};

}  // namespace langnghe::api::shapes
