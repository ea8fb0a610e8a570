#include "cases/case_book.hpp"

#include <algorithm>
#include <utility>

#include <ledger/record.hpp>

#include "cases/case_code.hpp"

namespace langnghe::api {
namespace {

/// No resident's name has such a letter, so no key of a resident is meant.
constexpr std::string_view kSubject = "=cases";
constexpr std::string_view kPurpose = "case codes";
constexpr std::size_t kStandInsMax = 256;

std::string subject_of(const eventstore::LedgerId& ledger) {
  return eventstore::key_subject(ledger, kSubject);
}

eventstore::SealBinding binding_of(const eventstore::LedgerId& ledger) {
  return {ledger, {"cases"}, "nothing"};
}

/// The first text of this member in canonical JSON; empty where there is none.
std::string_view member(std::string_view data, std::string_view name) {
  const auto at = data.find(name);
  if (at == std::string_view::npos) {
    return {};
  }
  const auto rest = data.substr(at + name.size());
  return rest.substr(0, rest.find('"'));
}

}  // namespace

std::expected<CaseBook::OfLedger*, CaseBook::Fault> CaseBook::of(
    eventstore::Vault& vault, const eventstore::LedgerId& ledger) {
  auto& found = ledgers_[ledger];
  if (found) {
    return found.get();
  }
  const auto subject = subject_of(ledger);
  if (const auto made = vault.create_key(subject); !made) {
    return std::unexpected(made.error().context);
  }
  auto key = vault.derive(subject, kPurpose);
  if (!key) {
    return std::unexpected(key.error().context);
  }
  auto nothing = vault.seal(subject, binding_of(ledger), "0000000000");
  if (!nothing) {
    return std::unexpected(nothing.error().context);
  }
  found = std::make_unique<OfLedger>();
  found->key = std::move(*key);
  found->nothing = std::move(*nothing);
  return found.get();
}

std::expected<std::optional<CaseBook::Found>, CaseBook::Fault> CaseBook::find(
    eventstore::LedgerReader& store, eventstore::Vault& vault, std::string_view code) {
  const std::lock_guard lock(mutex_);
  if (auto caught_up = catch_up(store, vault); !caught_up) {
    return std::unexpected(caught_up.error());
  }
  if (!first_) {
    return std::nullopt;
  }
  // Both are looked for, whichever is answered.
  const auto at = DigestHash{}(digest_of(code));
  const auto& stand_in = stand_ins_.empty() ? *first_ : stand_ins_[at % stand_ins_.size()];
  const auto found = places_.find(std::string(code));
  const bool is_meant = found != places_.end();
  return Found{is_meant ? found->second : stand_in, is_meant};
}

std::expected<std::string, CaseBook::Fault> CaseBook::code_of(eventstore::Vault& vault,
                                                              const eventstore::LedgerId& ledger,
                                                              const domain::IssueId& issue) {
  const std::lock_guard lock(mutex_);
  const auto own = of(vault, ledger);
  if (!own) {
    return std::unexpected(own.error());
  }
  return case_code((*own)->key, ledger, issue);
}

void CaseBook::open_nothing(eventstore::Vault& vault, const eventstore::LedgerId& ledger) {
  std::string nothing;
  {
    const std::lock_guard lock(mutex_);
    const auto own = of(vault, ledger);
    nothing = own ? (*own)->nothing : std::string();
  }
  static_cast<void>(vault.open(subject_of(ledger), binding_of(ledger), nothing));
}

std::expected<void, CaseBook::Fault> CaseBook::catch_up(eventstore::LedgerReader& store,
                                                        eventstore::Vault& vault) {
  for (const auto& ledger : store.known_ledgers()) {
    const auto own = of(vault, ledger);
    if (!own) {
      return std::unexpected(own.error());
    }
    const auto size = store.known_size(ledger);
    if ((*own)->next >= size) {
      continue;
    }
    const auto visited =
        store.visit_ledger(ledger, {(*own)->next}, size - (*own)->next,
                           [&](eventstore::Position position, std::string_view bytes) {
                             take(ledger, **own, bytes);
                             (*own)->next = position.value + 1;
                             return true;
                           });
    if (!visited) {
      return std::unexpected(visited.error().context);
    }
  }
  return {};
}

/// A denunciation begins with another event, so it has no code.
void CaseBook::take(const eventstore::LedgerId& ledger, OfLedger& own, std::string_view bytes) {
  const auto record = eventstore::parse(bytes);
  if (!record) {
    return;
  }
  const auto id = record->stream.substr(std::min(record->stream.find('-'), record->stream.size()));
  if (record->type == "resident.registered" || record->type == "resident.contact_changed") {
    if (record->data.find(R"("phone":{)") != std::string_view::npos) {
      own.with_phone.emplace(id.substr(1));
    }
  } else if (record->type == "issue.recorded") {
    Place place{ledger, {std::string(id.substr(1))}};
    const auto resident = member(record->data, R"("resident":")");
    if (!first_) {
      first_ = place;
    }
    if (stand_ins_.size() < kStandInsMax && own.with_phone.contains(resident)) {
      stand_ins_.push_back(place);
    }
    auto code = case_code(own.key, ledger, place.issue);
    places_.emplace(std::move(code), std::move(place));
  }
}

}  // namespace langnghe::api
