#include <array>

#include "wire/read_body.hpp"

namespace langnghe::codec {

template <>
struct Fields<domain::MakeRecommendation> {
  using T = domain::MakeRecommendation;
  static constexpr auto list = std::tuple{
      field_or_default("recommendation", &T::recommendation), field("body", &T::body),
      field("text", &T::text), field("basis", &T::basis), field_or_default("about", &T::about)};
};
template <>
struct Fields<domain::AnswerRecommendation> {
  using T = domain::AnswerRecommendation;
  static constexpr auto list =
      std::tuple{field("recommendation", &T::recommendation), field("text", &T::text),
                 field_or_default("document", &T::document)};
};
template <>
struct Fields<domain::RecordSealedRead> {
  using T = domain::RecordSealedRead;
  static constexpr auto list =
      std::tuple{field("resident", &T::resident), field("subject", &T::subject),
                 field("purpose", &T::purpose)};
};
template <>
struct Fields<domain::RegisterTakedown> {
  using T = domain::RegisterTakedown;
  static constexpr auto list = std::tuple{
      field_or_default("takedown", &T::takedown), field("subject", &T::subject),
      field("place", &T::place), field("reason", &T::reason), field("decision", &T::decision)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {
namespace {

constexpr std::array kActs{reader_of<domain::MakeRecommendation, OnlyStream>(),
                           reader_of<domain::AnswerRecommendation, OnlyStream>(),
                           reader_of<domain::RecordSealedRead, OnlyStream>(),
                           reader_of<domain::RegisterTakedown, OnlyStream>()};

}  // namespace

Read<domain::Command> read_supervision_act(std::string_view act, std::string_view body) {
  return read_with<OnlyStream>(kActs, act, OnlyStream{}, body);
}

void describe_supervision_bodies(Bodies& bodies) {
  describe_acts<OnlyStream>(kActs, domain::Subject::supervision, bodies);
}

}  // namespace langnghe::api::wire
