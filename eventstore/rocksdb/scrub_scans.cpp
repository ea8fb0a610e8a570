#include "scrub_scans.hpp"

#include <array>
#include <memory>

#include <sodium.h>

#include <ledger/canonical_json.hpp>
#include <ledger/limits.hpp>
#include <ledger/record.hpp>
#include <ledger/record/form.hpp>

namespace langnghe::eventstore {
namespace {

std::uint64_t hash_of(std::string_view thing) {
  static constexpr std::array<unsigned char, crypto_shorthash_KEYBYTES> kKey{};
  std::uint64_t hash = 0;
  static_assert(sizeof hash == crypto_shorthash_BYTES);
  crypto_shorthash(reinterpret_cast<unsigned char*>(&hash),
                   reinterpret_cast<const unsigned char*>(thing.data()), thing.size(), kKey.data());
  return hash;
}

std::string at_position(const LedgerId& ledger, std::uint64_t position) {
  return ledger.value + " " + std::to_string(position);
}

std::string_view text(const rocksdb::Slice& slice) {
  return {slice.data(), slice.size()};
}

rocksdb::ReadOptions scanning(const ScrubView& view, const rocksdb::Slice& end) {
  rocksdb::ReadOptions options = view.reading;
  options.iterate_upper_bound = &end;
  options.readahead_size = std::size_t{2} << 20;
  options.fill_cache = false;
  return options;
}

void name_entry(std::string& out, std::string_view stream, std::uint64_t version,
                std::uint64_t position) {
  out.assign(stream).push_back('\0');
  append_number(out, version);
  append_number(out, position);
}

std::string_view envelope_fault(const RecordView& record, const LedgerId& ledger) {
  if (record.ledger != ledger.value) {
    return "the record belongs to another ledger";
  }
  const bool forms = is_stream_name(record.stream) && is_event_id(record.id) &&
                     is_happened(record.happened) && is_recorded(record.recorded);
  const bool texts = is_plain_text(record.user) && is_plain_text(record.role) &&
                     is_plain_text(record.type) && is_plain_text(record.causation) &&
                     is_plain_text(record.correlation);
  return forms && texts ? "" : "a member of the record is not well formed";
}

// The members around `data` stand in canonical order when the record parses at all.
bool is_canonical(std::string_view data) {
  const auto canonical = canonicalize(data);
  return canonical && *canonical == data;
}

class RecordChecks {
 public:
  RecordChecks(const ScrubView& view, const LedgerId& ledger) : view_(view), ledger_(ledger) {}

  void check(std::uint64_t position, std::string_view bytes) {
    ++scan_.records;
    scan_.bytes += bytes.size();
    const auto record = parse(bytes);
    if (!record) {
      found(position, record.error());
      return;
    }
    if (const auto fault = envelope_fault(*record, ledger_); !fault.empty()) {
      found(position, fault);
    } else if (!is_canonical(record->data)) {
      found(position, "not canonical JSON (RFC 8785)");
    }
    name_entry(entry_, record->stream, record->version.value, position);
    scan_.entries.add(entry_);
    follow_time(position, record->recorded);
  }

  void found(std::uint64_t position, std::string_view what) {
    view_.findings.add(at_position(ledger_, position), std::string(what));
  }

  RecordsScan& scan() { return scan_; }

 private:
  void follow_time(std::uint64_t position, std::string_view recorded) {
    if (scan_.first_recorded.empty()) {
      scan_.first_recorded = recorded;
    }
    if (recorded < scan_.last_recorded) {
      found(position, "recorded before the record in front of it");
    }
    scan_.last_recorded = recorded;
  }

  const ScrubView& view_;
  const LedgerId& ledger_;
  RecordsScan scan_;
  std::string entry_;
};

/// Versions 1, 2, 3 … with growing positions, stream after stream.
class StreamChecks {
 public:
  StreamChecks(const ScrubView& view, const LedgerId& ledger, std::uint64_t size)
      : view_(view), ledger_(ledger), size_(size), prefix_bytes_(ledger.value.size() + 1) {}

  void check(std::string_view key, std::string_view value) {
    if (key.size() < prefix_bytes_ + 2 + kNumberBytes || value.size() != kNumberBytes ||
        key[key.size() - kNumberBytes - 1] != '\0') {
      found("an entry has a wrong form");
      return;
    }
    const auto stream = key.substr(prefix_bytes_, key.size() - prefix_bytes_ - kNumberBytes - 1);
    const auto version = read_number(key.substr(key.size() - kNumberBytes));
    const auto position = read_number(value);
    if (stream != stream_) {
      ++scan_.streams;
      stream_ = stream;
      version_ = 0;
    }
    if (version != version_ + 1) {
      found("version " + std::to_string(version) + " follows " + std::to_string(version_));
    } else if (position >= size_ || (version > 1 && position <= position_)) {
      found("version " + std::to_string(version) + " names position " + std::to_string(position));
    }
    version_ = version;
    position_ = position;
    name_entry(entry_, stream, version, position);
    scan_.entries.add(entry_);
  }

  void found(std::string what) {
    view_.findings.add(ledger_.value + " stream index, " + stream_, std::move(what));
  }

  StreamsScan& scan() { return scan_; }

 private:
  const ScrubView& view_;
  const LedgerId& ledger_;
  const std::uint64_t size_;
  const std::size_t prefix_bytes_;
  StreamsScan scan_;
  std::string stream_;
  std::uint64_t version_ = 0;
  std::uint64_t position_ = 0;
  std::string entry_;
};

// Everything of one ledger in a family. A read that fails ends the scan and is a finding.
template <class Visit>
void scan_family(const ScrubView& view, rocksdb::ColumnFamilyHandle* family, std::string_view name,
                 const LedgerId& ledger, const Visit& visit) {
  const std::string begin = ledger.value + '\0';
  const std::string end_key = ledger.value + '\1';
  const rocksdb::Slice end(end_key);
  const std::unique_ptr<rocksdb::Iterator> at(
      view.database.db().NewIterator(scanning(view, end), family));
  for (at->Seek(begin); at->Valid(); at->Next()) {
    visit(text(at->key()), text(at->value()));
  }
  if (!at->status().ok()) {
    view.findings.add(ledger.value + " " + std::string(name), at->status().ToString());
  }
}

std::string number_bytes(std::uint64_t number) {
  std::string bytes;
  append_number(bytes, number);
  return bytes;
}

}  // namespace

void UnorderedSum::add(std::string_view thing) {
  sum_ += hash_of(thing);
}

void UnorderedSum::take_away(std::string_view thing) {
  sum_ -= hash_of(thing);
}

RecordsScan scan_records(const ScrubView& view, const LedgerId& ledger, std::uint64_t from,
                         std::uint64_t to) {
  const std::string end_key = record_key(ledger, {to});
  const rocksdb::Slice end(end_key);
  const std::unique_ptr<rocksdb::Iterator> at(
      view.database.db().NewIterator(scanning(view, end), view.database.records()));
  RecordChecks checks(view, ledger);
  const std::size_t key_bytes = end_key.size();
  std::uint64_t expected = from;
  for (at->Seek(record_key(ledger, {from})); at->Valid(); at->Next()) {
    const std::string_view key = text(at->key());
    if (key.size() != key_bytes) {
      checks.found(expected, "a record's key has a wrong form");
      continue;
    }
    const auto position = read_number(key.substr(key_bytes - kNumberBytes));
    if (position != expected) {
      checks.found(expected, "missing; the next record is " + std::to_string(position));
    }
    checks.check(position, text(at->value()));
    expected = position + 1;
    view.done.fetch_add(1, std::memory_order_relaxed);
  }
  if (!at->status().ok()) {
    checks.found(expected, at->status().ToString());
  } else if (expected != to) {
    checks.found(expected, "missing, up to " + std::to_string(to));
  }
  return std::move(checks.scan());
}

StreamsScan scan_streams(const ScrubView& view, const LedgerId& ledger, std::uint64_t size) {
  StreamChecks checks(view, ledger, size);
  scan_family(view, view.database.streams(), "stream index", ledger,
              [&](std::string_view key, std::string_view value) { checks.check(key, value); });
  return std::move(checks.scan());
}

KeysScan scan_keys(const ScrubView& view, const LedgerId& ledger, std::uint64_t size) {
  KeysScan scan;
  const std::size_t key_bytes_max = ledger.value.size() + 1 + kIdempotencyKeyBytesMax;
  scan_family(view, view.database.keys(), "keys", ledger,
              [&](std::string_view key, std::string_view value) {
                ++scan.keys;
                const auto entry = read_key_entry(value);
                if (!entry || key.size() > key_bytes_max ||
                    entry->request_hash.size() > kRequestHashBytesMax ||
                    entry->events > kEventsPerCommitMax || entry->first.value > size ||
                    entry->events > size - entry->first.value) {
                  view.findings.add(ledger.value + " keys", "the entry of a key is damaged");
                } else if (entry->events > 0) {
                  scan.starts_less_ends.add(number_bytes(entry->first.value));
                  scan.starts_less_ends.take_away(number_bytes(entry->first.value + entry->events));
                }
              });
  return scan;
}

UnorderedSum one_chain(std::uint64_t size) {
  UnorderedSum sum;
  sum.add(number_bytes(0));
  sum.take_away(number_bytes(size));
  return sum;
}

}  // namespace langnghe::eventstore
