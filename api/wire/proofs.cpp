#include "shapes/proofs.hpp"

#include <tuple>

#include "shapes/attachments.hpp"
#include "shapes/service.hpp"
#include "wire/answer_kinds.hpp"
#include "wire/answer_text.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

template <>
struct Fields<shapes::InclusionProof> {
  using T = shapes::InclusionProof;
  static constexpr std::string_view name = "InclusionProof";
  static constexpr auto list =
      std::tuple{field("ledger", &T::ledger), field("position", &T::position),
                 field("size", &T::size), field("leaf", &T::leaf), field("hashes", &T::hashes)};
};
template <>
struct Fields<shapes::ConsistencyProof> {
  using T = shapes::ConsistencyProof;
  static constexpr std::string_view name = "ConsistencyProof";
  static constexpr auto list = std::tuple{field("ledger", &T::ledger), field("from", &T::from),
                                          field("to", &T::to), field("hashes", &T::hashes)};
};
template <>
struct Fields<shapes::StoredAttachment> {
  using T = shapes::StoredAttachment;
  static constexpr std::string_view name = "StoredAttachment";
  static constexpr auto list =
      std::tuple{field("attachment", &T::attachment), field("bytes", &T::bytes),
                 field("media_type", &T::media_type), field("sealed", &T::sealed)};
};
template <>
struct Fields<shapes::Health> {
  using T = shapes::Health;
  static constexpr std::string_view name = "Health";
  static constexpr auto list = std::tuple{field("status", &T::status)};
};
template <>
struct Fields<shapes::WitnessProgress> {
  using T = shapes::WitnessProgress;
  static constexpr std::string_view name = "WitnessProgress";
  static constexpr auto list =
      std::tuple{field("witness", &T::witness),   field("ledger", &T::ledger),
                 field("size", &T::size),         nullable("age_seconds", &T::age_seconds),
                 field("failures", &T::failures), nullable("last_error", &T::last_error)};
};
template <>
struct Fields<shapes::Readiness> {
  using T = shapes::Readiness;
  static constexpr std::string_view name = "Readiness";
  static constexpr auto list =
      std::tuple{field("status", &T::status), field("witnesses", &T::witnesses)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

template std::string text(const shapes::InclusionProof&);
template std::string text(const shapes::ConsistencyProof&);
template std::string text(const shapes::StoredAttachment&);
template std::string text(const shapes::Health&);
template std::string text(const shapes::Readiness&);

void describe_proofs(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::InclusionProof>::schema(answers);
  std::ignore = codec::Kind<shapes::ConsistencyProof>::schema(answers);
  std::ignore = codec::Kind<shapes::StoredAttachment>::schema(answers);
  std::ignore = codec::Kind<shapes::Health>::schema(answers);
  std::ignore = codec::Kind<shapes::Readiness>::schema(answers);
}

}  // namespace langnghe::api::wire
