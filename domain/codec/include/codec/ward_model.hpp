#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <domain/decide.hpp>
#include <ledger/record.hpp>
#include <ledger/types.hpp>

namespace langnghe::codec {

/// The ward's rules in the shape the generic command handler asks for (command/handler.hpp).
class WardModel {
 public:
  using World = domain::World;
  using Command = domain::Command;
  using Context = domain::Context;
  using Refusal = domain::Refusal;
  using State = std::shared_ptr<const domain::StreamState>;

  /// `make_event_id` gives a new UUIDv7 at each call, from any thread.
  explicit WardModel(std::function<std::string()> make_event_id);

  [[nodiscard]] std::vector<eventstore::StreamName> streams_read(const Command& command,
                                                                 const Context& context,
                                                                 const World& world) const;
  [[nodiscard]] eventstore::StreamName subject_of(const Command& command) const;
  [[nodiscard]] std::expected<void, Refusal> begin(World& world,
                                                   const eventstore::StreamName& stream) const;
  void put(World& world, const eventstore::StreamName& stream, State state) const;
  [[nodiscard]] State share(World& world, const eventstore::StreamName& stream) const;
  [[nodiscard]] std::expected<void, std::string> fold(World& world,
                                                      const eventstore::RecordView& record) const;
  [[nodiscard]] std::expected<std::vector<eventstore::NewEvent>, Refusal> decide(
      const World& world, const Command& command, const Context& context) const;

 private:
  std::function<std::string()> make_event_id_;
};

}  // namespace langnghe::codec
