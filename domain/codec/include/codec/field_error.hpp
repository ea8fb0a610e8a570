#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <domain/enum_text.hpp>

namespace langnghe::codec {

/// The fault of one place of a JSON document. The API turns it into words.
enum class FieldErrorCode {
  not_json,         ///< not a JSON text, or not UTF-8
  too_deep,         ///< nested deeper than kJsonDepthMax
  duplicate_field,  ///< the same name twice in one object
  not_an_object,
  unknown_field,  ///< `expected` lists the names there are
  missing_field,
  wrong_type,
  too_long,      ///< text over `expected` characters (Unicode code points, composed)
  too_many,      ///< more than `expected` items
  wrong_count,   ///< not exactly `expected` items
  out_of_range,  ///< `expected` is `least..most`
  not_a_choice,  ///< `expected` is `this|that`
  not_a_date,
  not_a_time,
  not_an_instant,
  not_well_formed_id,
  // text (text/typed_text.hpp); `expected` is the character, as `U+202E`
  not_utf8,
  control_character,
  line_break,
  bidirectional_control,
  invisible_character,
  unassigned_character,
  too_many_marks,
  blank_text,  ///< `value_required`, as the rules say it
  looks_like_tcvn3,
  looks_like_vni,
  secret_not_typable,  ///< a password with controls or characters that show nothing
};

struct FieldError {
  std::string where;  ///< JSON Pointer (RFC 6901); empty = the whole document
  FieldErrorCode code{};
  std::string expected;  ///< the same in every language: a form, choices, a limit
  bool operator==(const FieldError&) const = default;
};

/// Everything wrong with one document, so that a person sees it all at once; at most
/// kFieldErrorsMax.
using FieldErrors = std::vector<FieldError>;

inline constexpr std::size_t kFieldErrorsMax = 100;
inline constexpr std::size_t kJsonDepthMax = 32;
/// Limits of a request. A record has its own (eventstore/limits.hpp) and is never refused by these.
inline constexpr std::size_t kTextCharactersMax = 16'384;
inline constexpr std::size_t kItemsMax = 1'000;
inline constexpr int kYearMin = 1900;
inline constexpr int kYearMax = 2199;

/// The place in a document where the reader stands. Lives on the stack; a pointer text is only made
/// for an error. The parent must outlive it.
class Path {
 public:
  Path() = default;
  Path(const Path& parent, std::string_view name) : parent_(&parent), name_(name) {}
  Path(const Path& parent, std::size_t index) : parent_(&parent), index_(index), item_(true) {}

  [[nodiscard]] std::string pointer() const;
  /// The member's name; of an item, the name of its list.
  [[nodiscard]] std::string_view member() const {
    return item_ && parent_ != nullptr ? parent_->member() : name_;
  }

 private:
  const Path* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = 0;
  bool item_ = false;
};

}  // namespace langnghe::codec

template <>
struct langnghe::domain::EnumText<langnghe::codec::FieldErrorCode> {
  using Code = codec::FieldErrorCode;
  static constexpr std::array<std::pair<Code, std::string_view>, 27> kNames{
      {{Code::not_json, "not_json"},
       {Code::too_deep, "too_deep"},
       {Code::duplicate_field, "duplicate_field"},
       {Code::not_an_object, "not_an_object"},
       {Code::unknown_field, "unknown_field"},
       {Code::missing_field, "missing_field"},
       {Code::wrong_type, "wrong_type"},
       {Code::too_long, "too_long"},
       {Code::too_many, "too_many"},
       {Code::wrong_count, "wrong_count"},
       {Code::out_of_range, "out_of_range"},
       {Code::not_a_choice, "not_a_choice"},
       {Code::not_a_date, "not_a_date"},
       {Code::not_a_time, "not_a_time"},
       {Code::not_an_instant, "not_an_instant"},
       {Code::not_well_formed_id, "not_well_formed_id"},
       {Code::not_utf8, "not_utf8"},
       {Code::control_character, "control_character"},
       {Code::line_break, "line_break"},
       {Code::bidirectional_control, "bidirectional_control"},
       {Code::invisible_character, "invisible_character"},
       {Code::unassigned_character, "unassigned_character"},
       {Code::too_many_marks, "too_many_marks"},
       {Code::blank_text, "value_required"},
       {Code::looks_like_tcvn3, "looks_like_tcvn3"},
       {Code::looks_like_vni, "looks_like_vni"},
       {Code::secret_not_typable, "secret_not_typable"}}};
};
