#include <array>
#include <utility>

#include <transparency/stream_statement.hpp>

#include "proof/text_forms.hpp"

namespace langnghe::eventstore {
namespace {

constexpr std::string_view kHeader = "langnghe-stream/v1";
constexpr std::string_view kExtra = "extra ";

ProofError malformed(std::string context) {
  return {ProofErrorCode::malformed, std::move(context)};
}

std::string to_text(const StreamStatement& statement) {
  const auto& head = statement.head;
  return std::string(kHeader) + "\n" + head.origin + "\n" + statement.stream + "\n" +
         std::to_string(statement.records) + "\n" + std::to_string(head.size) + "\n" +
         hash_to_base64(head.root) + "\n";
}

ProofResult<StreamStatement> parse_statement(std::string_view text) {
  std::array<std::string_view, 6> lines;
  for (auto& line : lines) {
    line = take_line(text).value_or("");
  }
  const auto records = from_decimal(lines[3]);
  const auto size = from_decimal(lines[4]);
  const auto root = hash_from_base64(lines[5]);
  if (lines[0] != kHeader || lines[1].empty() || lines[2].empty() || !records || !size || !root ||
      !text.empty()) {
    return std::unexpected(malformed("this is no statement about a stream"));
  }
  return StreamStatement{
      std::string(lines[2]), *records, {std::string(lines[1]), *size, *root, ""}};
}

}  // namespace

std::string to_text(const ProvenRecord& proven) {
  // tlog-proof: extra data stands in the second line.
  auto text = to_text(proven.receipt);
  text.insert(text.find('\n') + 1, std::string(kExtra) + to_base64(proven.record) + '\n');
  return text;
}

ProofResult<ProvenRecord> parse_proven_record(std::string_view text) {
  auto receipt = parse_receipt(text);
  if (!receipt) {
    return std::unexpected(std::move(receipt.error()));
  }
  auto rest = text.substr(text.find('\n') + 1);  // behind the header, which is there
  const auto line = take_line(rest).value_or("");
  auto record = line.starts_with(kExtra) ? from_base64(line.substr(kExtra.size())) : std::nullopt;
  if (!record) {
    return std::unexpected(malformed("the proof does not hold its record"));
  }
  ProvenRecord proven{std::move(*receipt), std::move(*record)};
  if (to_text(proven) != text) {
    return std::unexpected(malformed("the proof is not in its one form"));
  }
  return proven;
}

std::string sign_stream_statement(const StreamStatement& statement, const SigningKey& key) {
  Note note{.text = to_text(statement), .signatures = {}};
  note.signatures.push_back(sign_note(note.text, statement.head.origin, key));
  return to_bytes(note);
}

ProofResult<StreamStatement> open_stream_statement(std::string_view bytes,
                                                   std::span<const VerifierKey> keys) {
  const auto note = parse_note(bytes);
  if (!note) {
    return std::unexpected(note.error());
  }
  if (const auto signed_by = verify_note(*note, keys); !signed_by) {
    return std::unexpected(signed_by.error());
  }
  auto statement = parse_statement(note->text);
  if (statement && statement->head.origin != keys.front().name) {
    return std::unexpected(ProofError{
        ProofErrorCode::not_signed,
        "this is a statement of " + statement->head.origin + ", not of " + keys.front().name});
  }
  return statement;
}

}  // namespace langnghe::eventstore
