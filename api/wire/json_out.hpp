#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <codec/fields.hpp>
#include <projections/projection.hpp>

#include "call.hpp"
#include "reading/personal_data.hpp"
#include "reading/reading.hpp"

// How answers are put together. Include in wire/*.cpp only.
namespace langnghe::api::wire {

using codec::Json;

/// Any value the codec can write: dates, ids, enumerations, optional ones as null, described
/// structs.
template <class T>
[[nodiscard]] Json out(const T& value) {
  return codec::Kind<T>::write(value);
}

/// The beginning of every read's answer: which ledger, how much of it, by which projections.
[[nodiscard]] Json head(const Call& call, const Reading& reading,
                        const std::vector<projections::Projection>& made_by);

/// Plain text, or why there is none.
[[nodiscard]] Json out(const Shown& shown);
[[nodiscard]] Json out(const std::optional<Shown>& shown);

[[nodiscard]] Json names(const std::vector<std::string_view>& list);

}  // namespace langnghe::api::wire
