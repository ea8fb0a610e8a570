#pragma once

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include <ledger/reader.hpp>

namespace langnghe::tools {

/// The value of an answer of the store; throws where there is none.
template <class T>
[[nodiscard]] T value_of(eventstore::StoreResult<T> result) {
  if (!result) {
    throw std::runtime_error(result.error().context);
  }
  return *std::move(result);
}

/// Hands over the records [from, to) of a ledger in order, a page at a time. Throws where they
/// cannot be read or end early.
template <class Take>
void for_each_record(eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
                     std::uint64_t from, std::uint64_t to, Take take) {
  constexpr std::uint64_t kPage = 1'000;
  while (from < to) {
    const auto page = store.read_ledger(ledger, {from}, std::min(kPage, to - from));
    if (!page || page->empty()) {
      throw std::runtime_error(page ? "the ledger ends early" : page.error().context);
    }
    for (const auto& record : *page) {
      take(record);
    }
    from += page->size();
  }
}

}  // namespace langnghe::tools
