#include <algorithm>

#include <files/durable_file.hpp>
#include <transparency/cosigning.hpp>

namespace langnghe::eventstore {
namespace {

std::unexpected<ProofError> not_signed(std::string why) {
  return std::unexpected(ProofError{ProofErrorCode::not_signed, std::move(why)});
}

std::unexpected<ProofError> malformed(std::string why) {
  return std::unexpected(ProofError{ProofErrorCode::malformed, std::move(why)});
}

}  // namespace

ProofResult<WitnessAddress> parse_witness_address(std::string_view text) {
  const std::size_t at = text.find('=');
  if (at == std::string_view::npos || !text.starts_with("http://")) {
    return malformed("a witness is given as http://HOST:PORT=VERIFIER-KEY");
  }
  std::string url(text.substr(0, at));
  url.erase(url.find_last_not_of('/') + 1);
  auto key = parse_verifier_key(text.substr(at + 1));
  if (!key || key->kind != SignatureKind::cosignature_v1) {
    return malformed("not the verifier key of a witness: " + std::string(text.substr(at + 1)));
  }
  return WitnessAddress{std::move(url), std::move(*key)};
}

std::string_view to_text(WitnessFault fault) {
  switch (fault) {
    case WitnessFault::none:
      return "none";
    case WitnessFault::unreachable:
      return "unreachable";
    case WitnessFault::bad_answer:
      return "bad_answer";
    case WitnessFault::refused:
      return "refused";
    case WitnessFault::seen_more:
      return "seen_more";
    case WitnessFault::other_history:
      return "other_history";
    case WitnessFault::not_kept:
      return "not_kept";
  }
  return "unknown";
}

ProofResult<WitnessedHead> open_witnessed(std::string_view bytes,
                                          std::span<const VerifierKey> log_keys,
                                          std::span<const VerifierKey> witnesses,
                                          std::size_t needed) {
  auto checkpoint = open_checkpoint(bytes, log_keys);
  if (!checkpoint) {
    return std::unexpected(std::move(checkpoint.error()));
  }
  WitnessedHead head{std::move(*checkpoint), {}};
  const auto note = *parse_note(bytes);
  for (const VerifierKey& witness : witnesses) {
    if (witness.kind != SignatureKind::cosignature_v1) {
      return malformed("not the verifier key of a witness: " + witness.text());
    }
    const bool asked = std::ranges::any_of(note.signatures, [&](const NoteSignature& made) {
      return made.name == witness.name && made.key_id == witness.id();
    });
    // cosignature/v1 does not sign the witness's name: one key under two names is one witness.
    const bool counted = std::ranges::any_of(head.witnesses, [&](const VerifiedSignature& good) {
      return good.key.public_key == witness.public_key;
    });
    if (!asked) {
      continue;
    }
    const std::array keys = {witness};
    const auto good = verify_note(note, keys);
    if (!good) {
      return std::unexpected(good.error());
    }
    if (!counted) {
      head.witnesses.push_back(good->front());
    }
  }
  if (head.witnesses.size() < needed) {
    return not_signed(std::to_string(head.witnesses.size()) + " of the witnesses have signed, " +
                      std::to_string(needed) + " are needed");
  }
  return head;
}

std::filesystem::path witnessed_file(const std::filesystem::path& anchor, const LedgerId& ledger) {
  return anchor / (ledger.value + ".witnessed");
}

std::filesystem::path cosigned_file(const std::filesystem::path& anchor, const LedgerId& ledger) {
  return anchor / (ledger.value + ".cosigned");
}

ProofResult<std::optional<std::string>> read_cosigned(const std::filesystem::path& file) {
  auto content = read_small_file(file, kNoteBytesMax);
  if (!content) {
    return std::unexpected(
        ProofError{ProofErrorCode::unavailable, file.string() + ": " + content.error().message()});
  }
  return std::move(*content);
}

}  // namespace langnghe::eventstore
