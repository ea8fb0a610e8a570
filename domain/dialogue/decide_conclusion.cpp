#include "dialogue/judge.hpp"

namespace langnghe::domain {

MaybeRefusal guard_act(const World& world, const PublishConclusion&, const Context&) {
  return check_settings(world);
}

// The result of a dialogue is public within the policy's term of the day it was held, and a number
// of the year it is signed in stands on it.
Decision judge(const World& world, const PublishConclusion& command, const Context& context) {
  const DialogueState& dialogue = world.dialogue(command.dialogue);
  const Date& date = context.happened.date;
  const int year = static_cast<int>(date.year());
  if (auto refusal = first_of(
          {check_not_blank("text", command.text), check_texts("places", command.places)})) {
    return std::unexpected(*refusal);
  }
  const auto capacity = signing_capacity(world.ward(), command.signer, command.capacity,
                                         to_text(DocumentType::notice), date);
  if (!capacity) {
    return std::unexpected(capacity.error());
  }
  const auto taken = take_number(world.ward(), world.document_register(year), DocumentType::notice,
                                 date, command.number);
  if (!taken) {
    return std::unexpected(taken.error());
  }
  const Date& held = dialogue.schedule.date;
  const Date due =
      due_date(held, world.policy().valid_on(held).publish_result, world.calendar().current());
  const StreamId stream = stream_of(command.dialogue);
  return std::vector{
      Emitted{stream,
              ConclusionPublished{taken->number, taken->symbol, date, command.signer, command.text,
                                  command.places, due, date > due, *capacity}},
      Emitted{register_stream(year),
              NumberTaken{taken->number, DocumentType::notice, taken->symbol, date, stream}}};
}

}  // namespace langnghe::domain
