#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <transparency/checkpoint.hpp>

namespace langnghe::eventstore {

/// A record and its place in a log in one text: C2SP tlog-proof, with the record as its extra data.
struct ProvenRecord {
  Receipt receipt;
  std::string record;
};
[[nodiscard]] std::string to_text(const ProvenRecord& proven);
/// Refuses whatever `to_text` would write otherwise. Proves nothing yet: verify_receipt does.
[[nodiscard]] ProofResult<ProvenRecord> parse_proven_record(std::string_view text);

/// The number of records of one stream under a signed head, which no inclusion proof can tell: so
/// that who hands on a stream cannot leave out its last records unseen. A note of the log's key:
///
///     langnghe-stream/v1
///     <origin>
///     <stream>
///     <number of its records>
///     <size of the head>
///     <its root, base64>
struct StreamStatement {
  std::string stream;
  std::uint64_t records = 0;
  Checkpoint head;  ///< without extensions
  bool operator==(const StreamStatement&) const = default;
};

[[nodiscard]] std::string sign_stream_statement(const StreamStatement& statement,
                                                const SigningKey& key);
/// Refuses one that none of `keys`, which are of one name, has signed.
[[nodiscard]] ProofResult<StreamStatement> open_stream_statement(std::string_view note,
                                                                 std::span<const VerifierKey> keys);

}  // namespace langnghe::eventstore
