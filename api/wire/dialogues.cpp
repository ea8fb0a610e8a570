#include "shapes/dialogues.hpp"

#include <tuple>

#include <codec/fields/dialogue.hpp>

#include "wire/answer_text.hpp"
#include "wire/dialogue_fields.hpp"
#include "wire/issue_fields.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::DialogueList> {
  using T = shapes::DialogueList;
  static constexpr std::string_view name = "DialogueList";
  static constexpr auto list = std::tuple{flattened(&T::head), field("from", &T::from),
                                          field("to", &T::to), field("items", &T::items)};
};
template <>
struct Fields<shapes::DialogueOpinion> {
  using T = shapes::DialogueOpinion;
  static constexpr std::string_view name = "DialogueOpinion";
  static constexpr auto list =
      std::tuple{field("id", &T::id),
                 field("order", &T::order),
                 field("anonymous", &T::anonymous),
                 field("words", &T::words),
                 nullable("resident", &T::resident),
                 field("issues", &T::issues),
                 nullable("confirmation", &T::confirmation),
                 nullable("confirmation_declined", &T::confirmation_declined),
                 field("happened", &T::happened)};
};
template <>
struct Fields<domain::Invitation> {
  using T = domain::Invitation;
  static constexpr std::string_view name = "Invitation";
  static constexpr auto list = std::tuple{flattened(&T::invited), nullable("answer", &T::answer)};
};
template <>
struct Fields<shapes::RedirectedIssue> {
  using T = shapes::RedirectedIssue;
  static constexpr std::string_view name = "RedirectedIssue";
  static constexpr auto list =
      std::tuple{field("id", &T::id), nullable("handed_over", &T::handed_over)};
};
template <>
struct Fields<shapes::Rearrangement> {
  using T = shapes::Rearrangement;
  static constexpr std::string_view name = "Rearrangement";
  static constexpr auto list = std::tuple{field("reason", &T::reason),
                                          field("khom", &T::khom),
                                          field("start", &T::start),
                                          nullable("end", &T::end),
                                          field("venue", &T::venue),
                                          field("chair", &T::chair),
                                          field("announce_again", &T::announce_again),
                                          field("double_booked", &T::double_booked)};
};
template <>
struct Fields<shapes::Dialogue> {
  using T = shapes::Dialogue;
  static constexpr std::string_view name = "Dialogue";
  static constexpr auto list =
      std::tuple{flattened(&T::head),
                 flattened(&T::basics),
                 field("opinions", &T::opinions),
                 field("issues", &T::issues),
                 nullable("minutes", &T::minutes),
                 field("redirected", &T::redirected),
                 nullable("announcement", &T::announcement),
                 nullable("announced_on", &T::announced_on),
                 nullable("opening", &T::opening),
                 nullable("attendance", &T::attendance),
                 nullable("closing", &T::closing),
                 field("invitations", &T::invitations),
                 field("postponements", &T::postponements),
                 field("rearrangements", &T::rearrangements),
                 field("cancelled_for", &T::cancelled_for),
                 nullable("missed_on", &T::missed_on),
                 field("presentation", &T::presentation),
                 nullable("presented", &T::presented),
                 field("presentation_skipped_for", &T::presentation_skipped_for),
                 field("signatures_refused", &T::signatures_refused),
                 field("addenda", &T::addenda),
                 nullable("conclusion", &T::conclusion),
                 field("allowed_commands", &T::allowed_commands)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::DialogueList&);
template std::string text(const shapes::Dialogue&);

void describe_dialogues(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::DialogueList>::schema(answers);
  std::ignore = codec::Kind<shapes::Dialogue>::schema(answers);
}

}  // namespace langnghe::api::wire
