#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <command/handler.hpp>

/// A made-up model, as small as one can be that still asks everything of the handler: purses with
/// money in them.
namespace langnghe::command::test {

/// Puts in (or takes out) money; below zero is refused.
struct Change {
  std::string purse;
  int amount = 0;
};
/// Two streams in one commit.
struct Move {
  std::string from;
  std::string to;
  int amount = 0;
};
/// The sum over two purses must be this much; stores nothing.
struct CheckSum {
  std::string one;
  std::string other;
  int sum = 0;
};
/// Changes the purse whose number is the amount in `pointer`: known only once that was read.
struct ChangePointed {
  std::string pointer;
  int amount = 0;
};
/// Changes a purse without having read it.
struct ChangeBlindly {
  std::string purse;
  int amount = 0;
};

/// A name that no purse can have.
inline constexpr std::string_view kNoPurse = "purse-";

struct PurseModel {
  using World = std::map<std::string, int>;
  using Command = std::variant<Change, Move, CheckSum, ChangePointed, ChangeBlindly>;
  struct Context {
    std::string happened = "2021-03-12";
  };
  using State = int;
  enum class Refusal { not_enough_money, wrong_sum, no_such_purse };

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
};

using PurseHandler = Handler<PurseModel>;

/// An order of ward `w` with this key; the hash follows from the key unless it is given.
[[nodiscard]] PurseHandler::OrderType order(PurseModel::Command command, std::string key,
                                            std::string hash = {});

/// The content of a purse according to the store alone.
[[nodiscard]] int content_of(eventstore::EventStore& store, const std::string& purse);

}  // namespace langnghe::command::test
