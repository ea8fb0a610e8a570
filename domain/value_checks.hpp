#pragma once

#include <chrono>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <domain/attachment.hpp>
#include <domain/ids.hpp>
#include <domain/refusal.hpp>
#include <domain/sealed.hpp>
#include <domain/time.hpp>

/// Private to the domain: checks of single values. Each answers the refusal, or nothing when all is
/// well. No check puts text that may be personal into a fact: facts reach answers and logs.
namespace langnghe::domain {

using MaybeRefusal = std::optional<Refusal>;

/// The first refusal of several checks, in the order they are written.
[[nodiscard]] MaybeRefusal first_of(std::initializer_list<MaybeRefusal> checks);

/// The ids in one fact, for example `i1, i2`.
template <class Id>
[[nodiscard]] std::string joined(const std::vector<Id>& ids) {
  std::string text;
  for (const Id& id : ids) {
    text += (text.empty() ? "" : ", ") + id.value;
  }
  return text;
}

[[nodiscard]] Refusal value_not_valid(std::string_view field, std::string value);
[[nodiscard]] Refusal value_required(std::string_view field);

[[nodiscard]] MaybeRefusal check_exists(bool exists, const StreamId& stream);
[[nodiscard]] MaybeRefusal check_absent(bool exists, const StreamId& stream);

[[nodiscard]] MaybeRefusal check_date(std::string_view field, const Date& date);
/// `date_order` unless first <= second.
[[nodiscard]] MaybeRefusal check_order(const Date& first, const Date& second);
/// A day a list gave for settling what was received then: not before, and not beyond any term.
[[nodiscard]] MaybeRefusal check_agreed_due(std::string_view field, const Date& received,
                                            const Date& agreed);
/// A time of day: 00:00 up to, but not, 24:00.
[[nodiscard]] MaybeRefusal check_clock_time(std::string_view field, std::chrono::minutes time);
/// `date_order` unless first < second, both on one day.
[[nodiscard]] MaybeRefusal check_clock_order(std::chrono::minutes first,
                                             std::chrono::minutes second);
[[nodiscard]] MaybeRefusal check_between(std::string_view field, int value, int lowest,
                                         int highest);
/// At least one text, none of them blank.
[[nodiscard]] MaybeRefusal check_texts(std::string_view field,
                                       const std::vector<std::string>& texts);
/// Not empty, and under the key of the person it speaks of: another key would outlive an erasure
/// (domain.md rule 15).
[[nodiscard]] MaybeRefusal check_sealed(std::string_view field, const SealedText& text,
                                        const ResidentId& owner);

/// SHA-256 in hexadecimal, lower case.
[[nodiscard]] bool is_sha256(std::string_view text);
/// Each is named by its hash, of a known media type and not empty; none at all is well too.
[[nodiscard]] MaybeRefusal check_files(std::string_view field,
                                       const std::vector<Attachment>& files);
/// A stream that can exist: the name of one that has a state.
[[nodiscard]] MaybeRefusal check_stream(std::string_view field, const StreamId& stream);

/// `duplicate_id` if two elements have the same id.
template <class Range, class Projection = std::identity>
[[nodiscard]] MaybeRefusal check_distinct(const Range& range, Projection id_of = {}) {
  std::set<std::string_view> seen;
  for (const auto& element : range) {
    const auto& id = std::invoke(id_of, element);
    if (!seen.insert(id.value).second) {
      return Refusal{RefusalCode::duplicate_id, {{"id", id.value}}};
    }
  }
  return std::nullopt;
}

}  // namespace langnghe::domain
