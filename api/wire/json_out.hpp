#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <api/language.hpp>
#include <codec/fields.hpp>
#include <projections/projection.hpp>

#include "call.hpp"
#include "reading/personal_data.hpp"
#include "reading/reading.hpp"
#include "wire/common_fields.hpp"

// Helpers that put answers together. Include in wire/*.cpp only.
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

/// `[{command, allowed, code, reason}]`, the reasons in words.
[[nodiscard]] Json out(const AllowedActs& acts, Language language);
[[nodiscard]] Json out(const Call& call, const AllowedActs& acts);

}  // namespace langnghe::api::wire
