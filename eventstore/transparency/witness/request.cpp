#include <transparency/witness.hpp>

#include "proof/text_forms.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::string_view kOld = "old ";
constexpr std::size_t kProofLinesMax = 63;

std::unexpected<ProofError> malformed(std::string context) {
  return std::unexpected(ProofError{ProofErrorCode::malformed, std::move(context)});
}

}  // namespace

std::string to_text(const AddCheckpoint& request) {
  std::string text = std::string(kOld) + std::to_string(request.old_size) + "\n";
  for (const Hash& hash : request.proof) {
    text += hash_to_base64(hash) + "\n";
  }
  return text + "\n" + request.checkpoint;
}

ProofResult<AddCheckpoint> parse_add_checkpoint(std::string_view text) {
  auto line = take_line(text);
  const auto size =
      line && line->starts_with(kOld) ? from_decimal(line->substr(kOld.size())) : std::nullopt;
  if (!size) {
    return malformed("the first line is not `old <size>`");
  }
  AddCheckpoint request{.old_size = *size, .proof = {}, .checkpoint = {}};
  for (line = take_line(text); line && !line->empty(); line = take_line(text)) {
    const auto hash = hash_from_base64(*line);
    if (!hash || request.proof.size() == kProofLinesMax) {
      return malformed("a proof is at most 63 lines of one hash each");
    }
    request.proof.push_back(*hash);
  }
  if (!line) {
    return malformed("there is no empty line before the checkpoint");
  }
  request.checkpoint = text;
  return request;
}

}  // namespace langnghe::eventstore
