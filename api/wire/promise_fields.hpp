#pragma once

#include <string_view>
#include <tuple>

#include <codec/fields.hpp>

#include "shapes/commitments.hpp"
#include "shapes/recurrences.hpp"
#include "wire/commitment_fields.hpp"

// The descriptions of lines of promises and of recurrences. Include in wire/*.cpp only.
namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::CommitmentRow> {
  using T = shapes::CommitmentRow;
  static constexpr std::string_view name = "CommitmentRow";
  static constexpr auto list =
      std::tuple{flattened(&T::commitment), field("issue", &T::issue), field("khom", &T::khom),
                 field("made_on", &T::made_on), field("overdue", &T::overdue)};
};
template <>
struct Fields<shapes::Recurrence> {
  using T = shapes::Recurrence;
  static constexpr std::string_view name = "Recurrence";
  static constexpr auto list =
      std::tuple{field("khom", &T::khom),         field("field", &T::field),
                 field("issues", &T::issues),     field("recurring", &T::recurring),
                 field("reopened", &T::reopened), field("ids", &T::ids)};
};

}  // namespace langnghe::codec
