#include "ledger_check.hpp"

#include <codec/event_codec.hpp>
#include <eventstore/canonical_json.hpp>

namespace langnghe::tools {

std::string LedgerCheck::next(const eventstore::Record& record) {
  if (record.position.value != expected_) {
    return "position " + std::to_string(expected_) + " is missing";
  }
  ++expected_;
  hashes_.append(eventstore::leaf_hash(record.bytes));
  const auto view = eventstore::parse(record.bytes);
  if (!view) {
    return view.error();
  }
  const auto canonical = eventstore::canonicalize(record.bytes);
  if (!canonical || *canonical != record.bytes) {
    return "not canonical JSON (RFC 8785)";
  }
  return check_envelope(*view);
}

std::string LedgerCheck::check_envelope(const eventstore::RecordView& view) {
  if (view.ledger != ledger_) {
    return "belongs to another ledger";
  }
  auto& version = versions_[std::string(view.stream)];
  if (view.version.value != version + 1) {
    return "version " + std::to_string(view.version.value) + " of " + std::string(view.stream) +
           " follows " + std::to_string(version);
  }
  version = view.version.value;
  if (view.recorded < recorded_) {
    return "recorded before the record in front of it";
  }
  recorded_ = view.recorded;
  if (const auto event = codec::decode(view); !event) {
    return std::string(view.type) + " " + event.error().where + ": " + event.error().what;
  }
  return "";
}

}  // namespace langnghe::tools
