#include <algorithm>
#include <array>
#include <utility>

#include <transparency/key_change.hpp>

#include "proof/text_forms.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::string_view kHeader = "langnghe-key-change/v1";

ProofError malformed(std::string context) {
  return {ProofErrorCode::malformed, std::move(context)};
}

std::string to_text(const KeyChange& change) {
  return std::string(kHeader) + "\n" + change.before.name + "\n" + change.before.text() + "\n" +
         change.after.text() + "\n" + std::to_string(change.size) + "\n" +
         hash_to_base64(change.root) + "\n";
}

ProofResult<KeyChange> parse_change(std::string_view text) {
  std::array<std::string_view, 6> lines;
  for (auto& line : lines) {
    const auto taken = take_line(text);
    if (!taken) {
      return std::unexpected(malformed("a note of a key change has six lines"));
    }
    line = *taken;
  }
  auto before = parse_verifier_key(lines[2]);
  auto after = parse_verifier_key(lines[3]);
  const auto size = from_decimal(lines[4]);
  const auto root = hash_from_base64(lines[5]);
  if (lines[0] != kHeader || !before || !after || !size || !root || !text.empty() ||
      before->name != lines[1] || after->name != lines[1] ||
      before->kind != SignatureKind::ed25519 || after->kind != SignatureKind::ed25519) {
    return std::unexpected(malformed("this is no note of a key change"));
  }
  return KeyChange{std::move(*before), std::move(*after), *size, *root};
}

ProofResult<KeyChange> open_one(std::string_view bytes) {
  const auto note = parse_note(bytes);
  if (!note) {
    return std::unexpected(note.error());
  }
  auto change = parse_change(note->text);
  if (!change) {
    return change;
  }
  for (const VerifierKey& key : {change->before, change->after}) {
    const std::array asked = {key};
    if (const auto good = verify_note(*note, asked); !good) {
      return std::unexpected(good.error());
    }
  }
  return change;
}

}  // namespace

std::string sign_key_change(const KeyChange& change, const SigningKey& before,
                            const SigningKey& after) {
  Note note{.text = to_text(change), .signatures = {}};
  note.signatures.push_back(sign_note(note.text, change.before.name, before));
  note.signatures.push_back(sign_note(note.text, change.after.name, after));
  return to_bytes(note);
}

ProofResult<std::vector<KeyChange>> open_key_changes(std::string_view text) {
  std::vector<KeyChange> changes;
  const std::string next = "\n" + std::string(kHeader) + "\n";
  while (!text.empty()) {
    const std::size_t end = text.find(next, 1);
    const auto one = text.substr(0, end == std::string_view::npos ? end : end + 1);
    text.remove_prefix(one.size());
    auto change = open_one(one);
    if (!change) {
      return std::unexpected(std::move(change.error()));
    }
    if (!changes.empty() && changes.back().after != change->before) {
      return std::unexpected(malformed("a change of the key is missing between two notes"));
    }
    changes.push_back(std::move(*change));
  }
  return changes;
}

std::vector<VerifierKey> keys_through(const VerifierKey& trusted,
                                      std::span<const KeyChange> changes) {
  std::vector<VerifierKey> keys{trusted};
  for (const KeyChange& change : changes) {
    if (change.before == keys.front()) {
      keys.insert(keys.begin(), change.after);
    }
  }
  return keys;
}

ProofResult<std::vector<VerifierKey>> former_keys(std::string_view text,
                                                  const VerifierKey& current) {
  const auto changes = open_key_changes(text);
  if (!changes) {
    return std::unexpected(changes.error());
  }
  std::vector<VerifierKey> keys;
  if (!changes->empty() && changes->back().after != current) {
    return std::unexpected(malformed("the notes of key changes do not end at the present key"));
  }
  for (auto change = changes->rbegin(); change != changes->rend(); ++change) {
    keys.push_back(change->before);
  }
  return keys;
}

}  // namespace langnghe::eventstore
