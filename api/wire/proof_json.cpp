#include "wire/proof_json.hpp"

#include <algorithm>
#include <chrono>

#include "bytes/digest.hpp"
#include "wire/json_out.hpp"

namespace langnghe::api::wire {
namespace {

std::string text_of(const eventstore::Hash& hash) {
  return to_base64({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

Json hashes(const eventstore::HashPath& path) {
  auto list = Json::array();
  for (const auto& hash : path) {
    list.push_back(text_of(hash));
  }
  return list;
}

}  // namespace

std::string inclusion(std::string_view ledger, std::uint64_t position, std::uint64_t size,
                      const eventstore::Hash& leaf, const eventstore::HashPath& path) {
  return codec::to_json_text(Json{{"ledger", ledger},
                                  {"position", position},
                                  {"size", size},
                                  {"leaf", text_of(leaf)},
                                  {"hashes", hashes(path)}});
}

std::string consistency(std::string_view ledger, std::uint64_t from, std::uint64_t to,
                        const eventstore::HashPath& path) {
  return codec::to_json_text(
      Json{{"ledger", ledger}, {"from", from}, {"to", to}, {"hashes", hashes(path)}});
}

std::string readiness(const std::vector<eventstore::WitnessState>& witnesses, domain::Instant now) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  auto list = Json::array();
  for (const auto& state : witnesses) {
    Json row{{"witness", state.name},  {"ledger", state.ledger.value}, {"size", state.size},
             {"age_seconds", nullptr}, {"failures", state.failures},   {"last_error", nullptr}};
    if (state.signed_at != 0) {
      row["age_seconds"] =
          std::max<std::int64_t>(0, seconds - static_cast<std::int64_t>(state.signed_at));
    }
    if (state.fault != eventstore::WitnessFault::none) {
      row["last_error"] = eventstore::to_text(state.fault);
    }
    list.push_back(std::move(row));
  }
  return codec::to_json_text(Json{{"status", "ready"}, {"witnesses", std::move(list)}});
}

}  // namespace langnghe::api::wire
