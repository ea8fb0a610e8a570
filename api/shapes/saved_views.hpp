#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/enum_text.hpp>

/// Filters of a list that a person gave a name.
namespace langnghe::api::shapes {

/// The lists of which views are saved.
enum class ListPage { issues, dialogues, events };

struct SavedView {
  std::string id;
  std::string name;
  ListPage page{};
  std::string query;
};
struct SavedViewList {
  std::vector<SavedView> items;
};

}  // namespace langnghe::api::shapes

template <>
struct langnghe::domain::EnumText<langnghe::api::shapes::ListPage> {
  using enum langnghe::api::shapes::ListPage;
  static constexpr std::array<std::pair<langnghe::api::shapes::ListPage, std::string_view>, 3>
      kNames{{{issues, "issues"}, {dialogues, "dialogues"}, {events, "events"}}};
};
