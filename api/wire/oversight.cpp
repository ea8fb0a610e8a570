#include "shapes/oversight.hpp"

#include <tuple>

#include <codec/fields/document_register.hpp>
#include <codec/fields/supervision.hpp>

#include "shapes/document_register.hpp"
#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::Recommendation> {
  using T = shapes::Recommendation;
  static constexpr std::string_view name = "Recommendation";
  static constexpr auto list = std::tuple{flattened(&T::made),
                                          field("made_on", &T::made_on),
                                          field("made_by", &T::made_by),
                                          field("overdue", &T::overdue),
                                          nullable("answered_on", &T::answered_on),
                                          nullable("answer", &T::answer),
                                          field("position", &T::position)};
};
template <>
struct Fields<shapes::Takedown> {
  using T = shapes::Takedown;
  static constexpr std::string_view name = "Takedown";
  static constexpr auto list = std::tuple{flattened(&T::takedown), field("by", &T::by),
                                          field("on", &T::on), field("position", &T::position)};
};
template <>
struct Fields<shapes::Supervision> {
  using T = shapes::Supervision;
  static constexpr std::string_view name = "Supervision";
  static constexpr auto list = std::tuple{flattened(&T::head),
                                          field("version", &T::version),
                                          field("today", &T::today),
                                          field("recommendations", &T::recommendations),
                                          field("takedowns", &T::takedowns),
                                          field("allowed_commands", &T::allowed_commands)};
};
template <>
struct Fields<shapes::SealedRead> {
  using T = shapes::SealedRead;
  static constexpr std::string_view name = "SealedRead";
  static constexpr auto list =
      std::tuple{flattened(&T::read), field("by", &T::by), field("role", &T::role),
                 field("happened", &T::happened), field("position", &T::position)};
};
template <>
struct Fields<shapes::SealedReads> {
  using T = shapes::SealedReads;
  static constexpr std::string_view name = "SealedReads";
  static constexpr auto list = std::tuple{flattened(&T::head), field("items", &T::items)};
};
template <>
struct Fields<shapes::RegisterEntry> {
  using T = shapes::RegisterEntry;
  static constexpr std::string_view name = "RegisterEntry";
  static constexpr auto list = std::tuple{field("type", &T::type),
                                          field("number", &T::number),
                                          field("symbol", &T::symbol),
                                          field("date", &T::date),
                                          nullable("taken_by", &T::taken_by),
                                          field("voided", &T::voided),
                                          field("reason", &T::reason),
                                          field("by", &T::by),
                                          field("position", &T::position),
                                          field("papers", &T::papers),
                                          field("signed_files", &T::signed_files)};
};
template <>
struct Fields<shapes::DocumentRegister> {
  using T = shapes::DocumentRegister;
  static constexpr std::string_view name = "DocumentRegister";
  static constexpr auto list =
      std::tuple{flattened(&T::head), field("year", &T::year), field("version", &T::version),
                 field("items", &T::items), field("allowed_commands", &T::allowed_commands)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::Supervision&);
template std::string text(const shapes::SealedReads&);
template std::string text(const shapes::DocumentRegister&);

void describe_oversight(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::Supervision>::schema(answers);
  std::ignore = codec::Kind<shapes::SealedReads>::schema(answers);
  std::ignore = codec::Kind<shapes::DocumentRegister>::schema(answers);
}

}  // namespace langnghe::api::wire
