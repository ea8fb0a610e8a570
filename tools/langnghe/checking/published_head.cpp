#include "checking/published_head.hpp"

#include <services/say.hpp>

#include "checking/verify_fault.hpp"

namespace langnghe::tools {
namespace es = eventstore;

es::Checkpoint read_claim(const std::string& note, const std::string& where) {
  const auto parsed = es::parse_note(note);
  auto claim = parsed ? es::parse_checkpoint(parsed->text)
                      : es::ProofResult<es::Checkpoint>(std::unexpected(parsed.error()));
  if (!claim) {
    refuse(where + std::string(say(": không phải đầu sổ đã ký (", ": this is no signed head (")) +
           claim.error().context + ")");
  }
  return std::move(*claim);
}

es::WitnessedHead open_published_head(const std::string& note,
                                      const std::vector<es::VerifierKey>& keys,
                                      const Witnesses& witnesses, std::size_t needed) {
  const auto claim = read_claim(note, "checkpoint");
  if (claim.origin != keys.front().name) {
    refuse(std::string(say("đầu sổ này là của ", "this head is of ")) + claim.origin +
           std::string(say(", không phải của ", ", not of ")) + keys.front().name);
  }
  auto head = es::open_witnessed(note, keys, witnesses.keys, needed);
  if (!head) {
    refuse(
        std::string(say("đầu sổ không có đủ chữ ký của khóa anh/chị tin; nếu phường đã đổi khóa, "
                        "thêm --key-changes",
                        "the head has not the signatures of the keys you trust; if the ward has "
                        "changed its key, add --key-changes")) +
        " (" + head.error().context + ")");
  }
  return std::move(*head);
}

std::string ledger_of(const std::string& origin) {
  return origin.substr(origin.rfind('/') + 1);
}

}  // namespace langnghe::tools
