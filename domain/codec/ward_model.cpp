#include <utility>

#include <codec/event_codec.hpp>
#include <codec/ward_model.hpp>

namespace langnghe::codec {

WardModel::WardModel(std::function<std::string()> make_event_id)
    : make_event_id_(std::move(make_event_id)) {}

std::vector<eventstore::StreamName> WardModel::streams_read(const Command& command,
                                                            const Context& context,
                                                            const World& world) const {
  std::vector<eventstore::StreamName> names;
  for (auto& stream : domain::streams_read(command, context, world)) {
    names.push_back({std::move(stream.value)});
  }
  return names;
}

eventstore::StreamName WardModel::subject_of(const Command& command) const {
  return {domain::subject_of(command).value};
}

// A name may be made of an identifier that a command came with, so it is refused and not verified:
// `issue-` names no issue.
std::expected<void, WardModel::Refusal> WardModel::begin(
    World& world, const eventstore::StreamName& stream) const {
  domain::StreamId id{stream.value};
  auto state = domain::initial_state(id);
  if (!state) {
    const auto kind = stream.value.substr(0, stream.value.find('-'));
    return std::unexpected(Refusal{domain::RefusalCode::value_required, {{"field", kind}}});
  }
  world.put(std::move(id), *std::move(state));
  return {};
}

void WardModel::put(World& world, const eventstore::StreamName& stream, State state) const {
  world.put({stream.value}, std::move(state));
}

WardModel::State WardModel::share(World& world, const eventstore::StreamName& stream) const {
  return world.share({stream.value});
}

std::expected<void, std::string> WardModel::fold(World& world,
                                                 const eventstore::RecordView& record) const {
  auto event = decode(record);
  if (!event) {
    return std::unexpected(event.error().where + ": " + event.error().what);
  }
  world.apply(*event);
  return {};
}

std::expected<std::vector<eventstore::NewEvent>, WardModel::Refusal> WardModel::decide(
    const World& world, const Command& command, const Context& context) const {
  auto emitted = domain::decide(world, command, context);
  if (!emitted) {
    return std::unexpected(std::move(emitted.error()));
  }
  const auto happened = domain::to_text(context.happened);
  std::vector<eventstore::NewEvent> events;
  events.reserve(emitted->size());
  for (const auto& [stream, event, other_day] : *emitted) {
    auto encoded = try_encode(event);
    if (!encoded) {
      return std::unexpected(
          Refusal{domain::RefusalCode::value_not_valid, {{"field", encoded.error().where}}});
    }
    events.push_back({make_event_id_(),
                      {stream.value},
                      std::move(encoded->type),
                      encoded->schema,
                      other_day ? domain::to_text(*other_day) : happened,
                      std::move(encoded->data)});
  }
  return events;
}

}  // namespace langnghe::codec
