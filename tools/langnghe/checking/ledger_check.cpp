#include "checking/ledger_check.hpp"

#include <codec/event_codec.hpp>
#include <ledger/canonical_json.hpp>
#include <ledger/verify.hpp>

namespace langnghe::tools {

std::string RecordCheck::next(std::string_view record) {
  const auto view = eventstore::parse(record);
  if (!view) {
    return view.error();
  }
  const auto canonical = eventstore::canonicalize(record);
  if (!canonical || *canonical != record) {
    return "not canonical JSON (RFC 8785)";
  }
  return check_envelope(*view);
}

std::string LedgerCheck::next(const eventstore::Record& record) {
  if (record.position.value != records()) {
    return "position " + std::to_string(records()) + " is missing";
  }
  next_hash(eventstore::leaf_hash(record.bytes));
  return check_.next(record.bytes);
}

void LedgerCheck::next_hash(const eventstore::Hash& leaf) {
  tree_.append(leaf);
  if (watched_.contains(tree_.size())) {
    roots_[tree_.size()] = tree_.root();
  }
}

void LedgerCheck::watch(std::uint64_t size) {
  VERIFY(size >= tree_.size());
  watched_.insert(size);
  if (size == tree_.size()) {
    roots_[size] = tree_.root();
  }
}

std::string LedgerCheck::against(const eventstore::Checkpoint& head) const {
  VERIFY(watched_.contains(head.size));
  const auto found = roots_.find(head.size);
  if (found == roots_.end()) {
    return "the signed head stands for " + std::to_string(head.size) + " records, there are " +
           std::to_string(records());
  }
  return found->second == head.root ? "" : "the records do not give the root of the signed head";
}

std::string RecordCheck::check_envelope(const eventstore::RecordView& view) {
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
