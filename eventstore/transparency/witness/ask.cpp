#include "witness/ask.hpp"

#include <array>
#include <utility>

#include <transparency/witness.hpp>

#include "proof/text_forms.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::size_t kDetailBytesMax = 200;

std::unexpected<WitnessRefusal> refused(WitnessFault fault, std::string detail) {
  return std::unexpected(WitnessRefusal{fault, std::move(detail)});
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, std::min(text.find('\n'), kDetailBytesMax)));
}

/// The witness's signature in its answer: other lines are passed over, as the protocol asks.
std::expected<Cosigned, WitnessRefusal> read_signature(const PublishedHead& head,
                                                       std::string_view lines,
                                                       const VerifierKey& witness) {
  const auto log_note = parse_note(head.note);
  const auto note = log_note ? parse_note(log_note->text + "\n" + std::string(lines))
                             : ProofResult<Note>(std::unexpected(log_note.error()));
  if (!note) {
    return refused(WitnessFault::bad_answer, note.error().context);
  }
  const std::array keys = {witness};
  const auto good = verify_note(*note, keys);
  if (!good) {
    return refused(WitnessFault::bad_answer, good.error().context);
  }
  for (const NoteSignature& made : note->signatures) {
    if (made.name == witness.name && made.key_id == witness.id()) {
      return Cosigned{made, good->front().timestamp};
    }
  }
  return refused(WitnessFault::bad_answer, "");
}

/// The size a 409 tells, where a proof from there can be made.
std::expected<std::uint64_t, WitnessRefusal> known_size(const PublishedHead& head,
                                                        std::uint64_t old_size,
                                                        std::string_view body) {
  const auto line = take_line(body);
  const auto size = line ? from_decimal(*line) : std::nullopt;
  if (!size) {
    return refused(WitnessFault::bad_answer, "409 without a size");
  }
  if (*size > head.checkpoint.size) {
    return refused(WitnessFault::seen_more,
                   std::to_string(*size) + " > " + std::to_string(head.checkpoint.size));
  }
  if (*size == old_size) {
    return refused(WitnessFault::other_history, "another root at " + std::to_string(*size));
  }
  return *size;
}

std::expected<WitnessReply, WitnessRefusal> send(const Transparency& log, const LedgerId& ledger,
                                                 const PublishedHead& head, std::uint64_t old_size,
                                                 const WitnessAddress& witness,
                                                 const WitnessPost& post) {
  auto proof = log.consistency(ledger, old_size, head.checkpoint.size);
  if (!proof) {
    return refused(WitnessFault::seen_more, proof.error().context);
  }
  auto reply = post(witness.url + "/add-checkpoint",
                    to_text(AddCheckpoint{old_size, std::move(*proof), head.note}));
  if (!reply) {
    return refused(WitnessFault::unreachable, std::move(reply.error()));
  }
  return std::move(*reply);
}

}  // namespace

std::expected<Cosigned, WitnessRefusal> ask_witness(const Transparency& log, const LedgerId& ledger,
                                                    const PublishedHead& head,
                                                    std::uint64_t old_size,
                                                    const WitnessAddress& witness,
                                                    const WitnessPost& post) {
  for (int attempt = 0;; ++attempt) {
    const auto reply = send(log, ledger, head, old_size, witness, post);
    if (!reply) {
      return std::unexpected(reply.error());
    }
    if (reply->status == 200) {
      return read_signature(head, reply->body, witness.key);
    }
    if (reply->status == 422) {
      return refused(WitnessFault::other_history, first_line(reply->body));
    }
    if (reply->status != 409 || attempt > 0) {
      const bool known = reply->status == 400 || reply->status == 403 || reply->status == 404;
      return refused(known ? WitnessFault::refused : WitnessFault::bad_answer,
                     std::to_string(reply->status) + " " + first_line(reply->body));
    }
    const auto size = known_size(head, old_size, reply->body);
    if (!size) {
      return std::unexpected(size.error());
    }
    old_size = *size;
  }
}

}  // namespace langnghe::eventstore
