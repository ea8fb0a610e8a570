#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <ledger/staged_ledger.hpp>

#include "acting/acting.hpp"
#include "call/call.hpp"
#include "wire/batch_body.hpp"

namespace langnghe::api::resources {

/// The acts of one batch, each carried out by its own route as if it had been sent alone: with the
/// same rights, khóm, key and conditions. Lives while one request is handled.
class BatchedActs {
 public:
  /// The store on which the acts are carried out: the ledger itself, or a staged one.
  struct On {
    const Services& services;
    const CommandHandler& commands;
    AccessCache& accesses;
    const eventstore::StagedLedger* draft = nullptr;
  };

  /// Both must outlive the acts.
  BatchedActs(const Call& batch, On on) : batch_(batch), on_(on) {}

  /// The next act. `just_made`: its commit was made with the whole of the batch, and is answered.
  [[nodiscard]] Reply carry_out(const wire::BatchAct& act, bool just_made = false);

 private:
  /// An act that was done.
  struct Done {
    OnceKey key;
    std::string etag;
  };

  [[nodiscard]] std::optional<Problem> check_earlier(const wire::BatchAct& act) const;
  [[nodiscard]] std::expected<std::string, Problem> causation_of(const wire::BatchAct& act) const;
  [[nodiscard]] std::expected<std::string, Problem> first_record_of(const Done& done) const;
  [[nodiscard]] std::expected<std::string, Problem> record_at(std::uint64_t position) const;
  [[nodiscard]] Request request_of(const wire::BatchAct& act) const;
  [[nodiscard]] std::optional<Problem> let_in(Call& call) const;

  const Call& batch_;
  const On on_;
  std::map<std::string, Done, std::less<>> done_;
};

/// `/api/v1/wards/{ward}/{path}`: where the act would have been sent alone.
[[nodiscard]] std::string target_of(const Call& batch, const wire::BatchAct& act);

}  // namespace langnghe::api::resources
