#pragma once

#include <codec/fields.hpp>

#include "shapes/reports.hpp"

// Include in wire/*.cpp only.
/// The contract tells them all (api/contract/schemas/reports.yaml).
template <>
struct langnghe::codec::Kind<langnghe::api::shapes::FigureId> {
  static Json write(const api::shapes::FigureId& figure) { return figure.text; }
  static Schema schema(Schemas& known) {
    return known.text_form("FigureId", [&known] { return text_schema(known); });
  }
};
