#pragma once

#include <array>
#include <string_view>
#include <utility>

#include <domain/enum_text.hpp>

/// The right to sign in a capacity (Decree 30/2020 Art. 13).
namespace langnghe::domain {

/// In what capacity a document is signed: on behalf of the body, for the head as a deputy, by order
/// of the head, by authorisation of the head, or as the head's own decision.
enum class SigningCapacity { tm, kt, tl, tuq, own };

template <>
struct EnumText<SigningCapacity> {
  static constexpr std::array<std::pair<SigningCapacity, std::string_view>, 5> kNames{
      {{SigningCapacity::tm, "TM"},
       {SigningCapacity::kt, "KT"},
       {SigningCapacity::tl, "TL"},
       {SigningCapacity::tuq, "TUQ"},
       {SigningCapacity::own, "OWN"}}};
};

/// The right that an office gives by itself: the chair signs for the body, a deputy for the
/// chair, everybody else by written delegation only.
enum class Office { chair, deputy, other };

template <>
struct EnumText<Office> {
  static constexpr std::array<std::pair<Office, std::string_view>, 3> kNames{
      {{Office::chair, "chair"}, {Office::deputy, "deputy"}, {Office::other, "other"}}};
};

/// Kinds of documents that are signed, by their type codes; `CV` is the official letter, which has
/// no code of its own in its symbol.
inline constexpr std::string_view kLetter = "CV";
inline constexpr std::array<std::string_view, 6> kSignedDocuments{"KH", "BC", "TB",
                                                                  "BB", "GM", kLetter};

/// The office a position names where the appointment does not state it: the exact titles of the
/// heads of a People's Committee and their deputies. Chairs of other bodies are `other`.
[[nodiscard]] Office office_by_position(std::string_view position);

}  // namespace langnghe::domain
