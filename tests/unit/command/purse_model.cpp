#include "purse_model.hpp"

#include <atomic>
#include <charconv>
#include <cstdio>
#include <string_view>
#include <utility>

namespace langnghe::command::test {
namespace {

constexpr std::string_view kData = "{\"amount\":";

std::string event_id() {
  static std::atomic<unsigned> next{1};
  char text[40];
  std::snprintf(text, sizeof text, "018f0000-0000-7000-8000-%012x", next++);
  return text;
}

eventstore::NewEvent changed(const std::string& purse, int amount,
                             const PurseModel::Context& context) {
  return {event_id(), {purse},          "purse.changed",
          1,          context.happened, std::string(kData) + std::to_string(amount) + "}"};
}

std::string pointed(const PurseModel::World& world, const ChangePointed& command) {
  const auto pointer = world.find(command.pointer);
  return pointer == world.end() ? std::string{} : "purse-" + std::to_string(pointer->second);
}

using Names = std::vector<eventstore::StreamName>;

struct Reads {
  const PurseModel::World& world;
  Names operator()(const Change& c) const { return {{c.purse}}; }
  Names operator()(const Move& c) const { return {{c.from}, {c.to}}; }
  Names operator()(const CheckSum& c) const { return {{c.one}, {c.other}}; }
  Names operator()(const ChangePointed& c) const {
    const auto target = pointed(world, c);
    return target.empty() ? Names{{c.pointer}} : Names{{c.pointer}, {target}};
  }
  Names operator()(const ChangeBlindly&) const { return {}; }
};

struct Decides {
  using Events = std::vector<eventstore::NewEvent>;
  using Decision = std::expected<Events, PurseModel::Refusal>;
  const PurseModel::World& world;
  const PurseModel::Context& context;

  Decision operator()(const Change& c) const { return change(c.purse, c.amount); }
  Decision operator()(const Move& c) const {
    if (world.at(c.from) < c.amount) {
      return std::unexpected(PurseModel::Refusal::not_enough_money);
    }
    return Events{changed(c.from, -c.amount, context), changed(c.to, c.amount, context)};
  }
  Decision operator()(const CheckSum& c) const {
    if (world.at(c.one) + world.at(c.other) != c.sum) {
      return std::unexpected(PurseModel::Refusal::wrong_sum);
    }
    return Events{};
  }
  Decision operator()(const ChangePointed& c) const { return change(pointed(world, c), c.amount); }
  Decision operator()(const ChangeBlindly& c) const {
    return Events{changed(c.purse, c.amount, context)};
  }

  Decision change(const std::string& purse, int amount) const {
    if (world.at(purse) + amount < 0) {
      return std::unexpected(PurseModel::Refusal::not_enough_money);
    }
    return Events{changed(purse, amount, context)};
  }
};

}  // namespace

std::vector<eventstore::StreamName> PurseModel::streams_read(const Command& command,
                                                             const Context& /*context*/,
                                                             const World& world) const {
  return std::visit(Reads{world}, command);
}

eventstore::StreamName PurseModel::subject_of(const Command& command) const {
  struct Subject {
    std::string operator()(const Change& c) const { return c.purse; }
    std::string operator()(const Move& c) const { return c.from; }
    std::string operator()(const CheckSum& c) const { return c.one; }
    std::string operator()(const ChangePointed& c) const { return c.pointer; }
    std::string operator()(const ChangeBlindly& c) const { return c.purse; }
  };
  return {std::visit(Subject{}, command)};
}

std::expected<void, PurseModel::Refusal> PurseModel::begin(
    World& world, const eventstore::StreamName& stream) const {
  if (stream.value == kNoPurse) {
    return std::unexpected(Refusal::no_such_purse);
  }
  world[stream.value] = 0;
  return {};
}

void PurseModel::put(World& world, const eventstore::StreamName& stream, State state) const {
  world[stream.value] = state;
}

PurseModel::State PurseModel::share(World& world, const eventstore::StreamName& stream) const {
  return world.at(stream.value);
}

std::expected<void, std::string> PurseModel::fold(World& world,
                                                  const eventstore::RecordView& record) const {
  if (record.type != "purse.changed") {
    return std::unexpected("not a purse event: " + std::string(record.type));
  }
  int amount = 0;
  const auto digits = record.data.substr(kData.size());
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), amount);
  if (read.ec != std::errc{}) {
    return std::unexpected("not an amount");
  }
  world.at(std::string(record.stream)) += amount;
  return {};
}

std::expected<std::vector<eventstore::NewEvent>, PurseModel::Refusal> PurseModel::decide(
    const World& world, const Command& command, const Context& context) const {
  return std::visit(Decides{world, context}, command);
}

PurseHandler::OrderType order(PurseModel::Command command, std::string key, std::string hash) {
  PurseHandler::OrderType order;
  order.ledger = {"w"};
  order.command = std::move(command);
  order.request_hash = hash.empty() ? "hash of " + key : std::move(hash);
  order.idempotency_key = std::move(key);
  order.actor = {"an", "chair"};
  order.recorded = "2021-03-12T08:00:00.000Z";
  order.correlation = "request-1";
  return order;
}

int content_of(eventstore::EventStore& store, const std::string& purse) {
  const PurseModel model;
  PurseModel::World world;
  world[purse] = 0;
  const auto records = store.read_stream({"w"}, {purse}, eventstore::kAbsent, 10'000);
  for (const auto& record : records.value()) {
    if (!model.fold(world, eventstore::parse(record.bytes).value())) {
      return -1;
    }
  }
  return world[purse];
}

}  // namespace langnghe::command::test
