#include "shapes/public_cases.hpp"

#include <tuple>

#include "wire/answer_text.hpp"
#include "wire/common_fields.hpp"
#include "wire/public_bodies.hpp"
#include "wire/read_body.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

// ---- in

template <>
struct Fields<api::wire::CaseBody> {
  using T = api::wire::CaseBody;
  static constexpr auto list =
      std::tuple{field("code", &T::code), field("phone_digits", &T::phone_digits)};
};
template <>
struct Fields<api::wire::CaseFeedbackBody> {
  using T = api::wire::CaseFeedbackBody;
  static constexpr auto list =
      std::tuple{flattened(&T::of), field("verdict", &T::verdict), field("solved", &T::solved)};
};
template <>
struct Fields<api::wire::CaseReopenBody> {
  using T = api::wire::CaseReopenBody;
  static constexpr auto list = std::tuple{flattened(&T::of), field("reason", &T::reason)};
};
template <>
struct Fields<api::wire::CaseWithdrawBody> {
  using T = api::wire::CaseWithdrawBody;
  static constexpr auto list = std::tuple{flattened(&T::of), field("reason", &T::reason)};
};

// ---- out

template <>
struct Fields<shapes::PublicPause> {
  using T = shapes::PublicPause;
  static constexpr std::string_view name = "PublicPause";
  static constexpr auto list = std::tuple{field("ground", &T::ground), field("until", &T::until)};
};
template <>
struct Fields<shapes::PublicAnswer> {
  using T = shapes::PublicAnswer;
  static constexpr std::string_view name = "PublicAnswer";
  static constexpr auto list =
      std::tuple{field("text", &T::text), nullable("notice", &T::notice), field("on", &T::on)};
};
template <>
struct Fields<shapes::PublicRefusal> {
  using T = shapes::PublicRefusal;
  static constexpr std::string_view name = "PublicRefusal";
  static constexpr auto list =
      std::tuple{field("ground", &T::ground), field("notice", &T::notice), field("on", &T::on)};
};
template <>
struct Fields<shapes::PublicPromise> {
  using T = shapes::PublicPromise;
  static constexpr std::string_view name = "PublicPromise";
  static constexpr auto list =
      std::tuple{field("what", &T::what), field("first_due", &T::first_due), field("due", &T::due),
                 field("status", &T::status)};
};
template <>
struct Fields<shapes::PublicActs> {
  using T = shapes::PublicActs;
  static constexpr std::string_view name = "PublicActs";
  static constexpr auto list =
      std::tuple{field("feedback", &T::feedback), field("reopen", &T::reopen),
                 field("withdraw", &T::withdraw)};
};
template <>
struct Fields<shapes::PublicCase> {
  using T = shapes::PublicCase;
  static constexpr std::string_view name = "PublicCase";
  static constexpr auto list = std::tuple{field("code", &T::code),
                                          field("ward", &T::ward),
                                          field("ward_name", &T::ward_name),
                                          field("khom", &T::khom),
                                          field("khom_name", &T::khom_name),
                                          field("today", &T::today),
                                          field("subject", &T::subject),
                                          field("field_name", &T::field_name),
                                          field("received", &T::received),
                                          field("phase", &T::phase),
                                          field("phase_title", &T::phase_title),
                                          field("phase_since", &T::phase_since),
                                          nullable("unit", &T::unit),
                                          nullable("forwarded_to", &T::forwarded_to),
                                          nullable("first_reply_due", &T::first_reply_due),
                                          nullable("first_reply_on", &T::first_reply_on),
                                          nullable("original_due", &T::original_due),
                                          nullable("due", &T::due),
                                          nullable("working_days_left", &T::working_days_left),
                                          field("overdue", &T::overdue),
                                          field("extensions", &T::extensions),
                                          nullable("paused", &T::paused),
                                          nullable("answer", &T::answer),
                                          nullable("refusal", &T::refusal),
                                          field("promises", &T::promises),
                                          nullable("verdict", &T::verdict),
                                          field("acts", &T::acts)};
};
template <>
struct Fields<shapes::PublicActed> {
  using T = shapes::PublicActed;
  static constexpr std::string_view name = "PublicActed";
  static constexpr auto list =
      std::tuple{field("code", &T::code), field("act", &T::act), field("on", &T::on)};
};
template <>
struct Fields<shapes::PublicDialogue> {
  using T = shapes::PublicDialogue;
  static constexpr std::string_view name = "PublicDialogue";
  static constexpr auto list =
      std::tuple{field("date", &T::date), field("start", &T::start), nullable("place", &T::place),
                 field("topics", &T::topics)};
};
template <>
struct Fields<shapes::PublicNumbers> {
  using T = shapes::PublicNumbers;
  static constexpr std::string_view name = "PublicNumbers";
  static constexpr auto list =
      std::tuple{nullable("received", &T::received), nullable("answered", &T::answered),
                 nullable("late", &T::late)};
};
template <>
struct Fields<shapes::PublishedAnswer> {
  using T = shapes::PublishedAnswer;
  static constexpr std::string_view name = "PublishedAnswer";
  static constexpr auto list =
      std::tuple{field("subject", &T::subject), field("field_name", &T::field_name),
                 field("received", &T::received), field("answer", &T::answer)};
};
template <>
struct Fields<shapes::PublicKhom> {
  using T = shapes::PublicKhom;
  static constexpr std::string_view name = "PublicKhom";
  static constexpr auto list =
      std::tuple{field("ward", &T::ward),       field("ward_name", &T::ward_name),
                 field("khom", &T::khom),       field("khom_name", &T::khom_name),
                 field("today", &T::today),     nullable("next_dialogue", &T::next_dialogue),
                 field("numbers", &T::numbers), field("publishes_answers", &T::publishes_answers),
                 field("answers", &T::answers), field("promises", &T::promises)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

std::expected<CaseBody, Problem> read_case(std::string_view body) {
  return read_plain<CaseBody>(body);
}
std::expected<CaseFeedbackBody, Problem> read_case_feedback(std::string_view body) {
  return read_plain<CaseFeedbackBody>(body);
}
std::expected<CaseReopenBody, Problem> read_case_reopening(std::string_view body) {
  return read_plain<CaseReopenBody>(body);
}
std::expected<CaseWithdrawBody, Problem> read_case_withdrawal(std::string_view body) {
  return read_plain<CaseWithdrawBody>(body);
}

template std::string text(const shapes::PublicCase&);
template std::string text(const shapes::PublicActed&);
template std::string text(const shapes::PublicKhom&);

void describe_public(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::PublicCase>::schema(answers);
  std::ignore = codec::Kind<shapes::PublicActed>::schema(answers);
  std::ignore = codec::Kind<shapes::PublicKhom>::schema(answers);
}

void describe_public_bodies(Bodies& bodies) {
  const auto add = [&bodies]<class T>(std::string_view name) {
    bodies.of.emplace(name, codec::Kind<T>::schema(bodies.known));
  };
  add.operator()<CaseBody>("lookUpCase");
  add.operator()<CaseFeedbackBody>("giveCaseFeedback");
  add.operator()<CaseReopenBody>("askToReopenCase");
  add.operator()<CaseWithdrawBody>("withdrawCase");
}

}  // namespace langnghe::api::wire
