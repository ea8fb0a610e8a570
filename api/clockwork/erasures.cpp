#include <string_view>

#include <clockwork/erasures.hpp>

#include <codec/event_codec.hpp>
#include <ledger/record.hpp>
#include <projections/residents.hpp>

namespace langnghe::clockwork {
namespace {

constexpr std::size_t kPage = 500;
constexpr std::string_view kKeyDestroyed = "resident.key_destroyed";
constexpr std::string_view kResidentStream = "resident-";

}  // namespace

Erasures::Erasures(eventstore::LedgerReader& store, eventstore::Vault& vault,
                   projections::Views& views, eventstore::Attachments* files)
    : store_(store), vault_(vault), views_(views), files_(files) {}

std::expected<void, std::string> Erasures::follow() {
  for (const auto& ledger : store_.known_ledgers()) {
    if (auto begun = begin(ledger); !begun) {
      return begun;
    }
    if (auto read = read_on(ledger); !read) {
      return read;
    }
  }
  return {};
}

/// The views know every erasure up to their size; without views the ledger is read from its start.
std::expected<void, std::string> Erasures::begin(const eventstore::LedgerId& ledger) {
  if (seen_.contains(ledger)) {
    return {};
  }
  const auto snapshot = views_.latest(ledger);
  if (!snapshot) {
    seen_[ledger] = 0;
    return {};
  }
  std::string from;
  do {
    const auto page = projections::residents::page(**snapshot, from, kPage);
    for (const auto& row : page.rows) {
      if (!row.state.erasure) {
        continue;
      }
      if (auto done = destroy(ledger, row.id.value); !done) {
        return done;
      }
    }
    from = page.next;
  } while (!from.empty());
  seen_[ledger] = (*snapshot)->size();
  return {};
}

std::expected<void, std::string> Erasures::read_on(const eventstore::LedgerId& ledger) {
  auto& seen = seen_[ledger];
  while (seen < store_.known_size(ledger)) {
    const auto records = store_.read_ledger(ledger, {seen}, kPage);
    if (!records) {
      return std::unexpected(records.error().context);
    }
    for (const auto& record : *records) {
      const auto view = eventstore::parse(record.bytes);
      if (!view) {
        return std::unexpected(view.error());
      }
      if (view->type == kKeyDestroyed && view->stream.starts_with(kResidentStream)) {
        if (auto done = destroy(ledger, view->stream.substr(kResidentStream.size())); !done) {
          return done;
        }
      }
      ++seen;
    }
  }
  return {};
}

/// A person who never had a key gets one first, so that a tombstone stands in the way of a
/// later one. A key that is gone already answers so.
std::expected<void, std::string> Erasures::destroy(const eventstore::LedgerId& ledger,
                                                   std::string_view resident) {
  const auto subject = eventstore::key_subject(ledger, resident);
  const auto there = vault_.create_key(subject);
  const bool was_gone = !there && there.error().code == eventstore::VaultErrorCode::key_destroyed;
  if (!was_gone) {
    const auto gone = there ? vault_.destroy_key(subject) : there;
    if (!gone) {
      return std::unexpected(gone.error().context);
    }
  }
  if (files_ != nullptr) {
    if (const auto removed = files_->erase_resident(ledger, resident); !removed) {
      return std::unexpected(removed.error().context);
    }
  }
  return {};
}

}  // namespace langnghe::clockwork
