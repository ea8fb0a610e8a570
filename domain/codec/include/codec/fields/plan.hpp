#pragma once

#include <tuple>

#include <codec/fields.hpp>
#include <domain/plan.hpp>

// Wire names of fields: what was ever stored under one keeps it. Include in .cpp files only.
namespace langnghe::codec {

template <>
struct Fields<domain::PlanLine> {
  using T = domain::PlanLine;
  static constexpr auto list =
      std::tuple{field("khom", &T::khom), field("per_quarter", &T::per_quarter, between(0, 100))};
};
template <>
struct Fields<domain::PlanDrafted> {
  using T = domain::PlanDrafted;
  static constexpr auto list =
      std::tuple{field("year", &T::year, between(kYearMin, kYearMax)), field("title", &T::title),
                 field("legal_basis", &T::legal_basis), field("lines", &T::lines)};
};
template <>
struct Fields<domain::PlanApproved> {
  using T = domain::PlanApproved;
  static constexpr auto list = std::tuple{field("number", &T::number), field("symbol", &T::symbol),
                                          field("date", &T::date), field("signer", &T::signer)};
};
template <>
struct Fields<domain::PlanPublished> {
  using T = domain::PlanPublished;
  static constexpr auto list = std::tuple{field("places", &T::places)};
};

}  // namespace langnghe::codec
