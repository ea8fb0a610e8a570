#include "shapes/batch.hpp"

#include <string>
#include <tuple>
#include <utility>

#include "wire/acted_schema.hpp"
#include "wire/answer_text.hpp"
#include "wire/batch_body.hpp"
#include "wire/common_fields.hpp"
#include "wire/problem_fields.hpp"
#include "wire/raw_json.hpp"
#include "wire/read_body.hpp"
#include "wire/schemas.hpp"

namespace langnghe::codec {

namespace shapes = api::shapes;

// ---- in

/// Its members are read by the act's own route, as its body is there.
template <>
struct Kind<api::wire::ActBody> {
  static std::string expected() { return "object"; }
  static Schema schema(Schemas& /*known*/) { return {R"({"type":"object"})"}; }
  static bool read(const Node& node, api::wire::ActBody& /*out*/, const Path& at, Reader& reader) {
    return node.is_object() || reader.fail(at, FieldErrorCode::not_an_object, expected());
  }
};
template <>
struct Fields<api::wire::ActCause> {
  using T = api::wire::ActCause;
  static constexpr auto list = std::tuple{field("act", &T::act), field("event", &T::event)};
};
template <>
struct Fields<api::wire::BatchAct> {
  using T = api::wire::BatchAct;
  static constexpr std::string_view name = "BatchAct";
  static constexpr auto list = std::tuple{field("id", &T::id),
                                          field("path", &T::path),
                                          field_or_default("body", &T::body),
                                          field("if_match", &T::if_match),
                                          field("after", &T::after),
                                          field("cause", &T::cause),
                                          field("acting_role", &T::acting_role)};
};
template <>
struct Fields<api::wire::BatchBody> {
  using T = api::wire::BatchBody;
  static constexpr auto list = std::tuple{field("mode", &T::mode), field("acts", &T::acts)};
};

// ---- out

template <>
struct Kind<shapes::ActedJson> {
  static Json write(const shapes::ActedJson& answer) {
    auto json = parse_json(answer.json);
    return json ? *std::move(json) : Json(nullptr);
  }
  static Schema schema(Schemas& known) { return api::wire::acted_schema(known); }
};
template <>
struct Fields<shapes::BatchedAct> {
  using T = shapes::BatchedAct;
  static constexpr std::string_view name = "BatchedAct";
  static constexpr auto list =
      std::tuple{field("id", &T::id), field("status", &T::status), field("repeated", &T::repeated),
                 field("answer", &T::answer), field("problem", &T::problem)};
};
template <>
struct Fields<shapes::Batch> {
  using T = shapes::Batch;
  static constexpr std::string_view name = "Batch";
  static constexpr auto list = std::tuple{
      field("ledger", &T::ledger), field("ledger_size", &T::ledger_size), field("acts", &T::acts)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {

std::expected<BatchBody, Problem> read_batch(std::string_view body) {
  auto batch = read_plain<BatchBody>(body);
  if (!batch) {
    return batch;
  }
  const auto bodies = raw_members(body, "acts", "body");
  for (std::size_t at = 0; at < bodies.size() && at < batch->acts.size(); ++at) {
    batch->acts[at].body.json = bodies[at];
  }
  return batch;
}

template std::string text(const shapes::Batch&);

void describe_batch(codec::Schemas& answers) {
  std::ignore = codec::Kind<shapes::Batch>::schema(answers);
}

void describe_batch_bodies(Bodies& bodies) {
  bodies.of.emplace("actInBatch", codec::Kind<BatchBody>::schema(bodies.known));
}

}  // namespace langnghe::api::wire
