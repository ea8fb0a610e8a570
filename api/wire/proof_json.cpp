#include "wire/proof_json.hpp"

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

}  // namespace langnghe::api::wire
