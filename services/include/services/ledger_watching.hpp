#pragma once

#include <cstddef>
#include <memory>

#include <services/data_directory.hpp>
#include <transparency/ledger_watch.hpp>

namespace langnghe::tools {

/// Makes the watch that reads whole ledgers while they are served, every so many hours; 0 = never.
/// It tells on standard error what it finds. Where a ledger differs it leaves
/// `DataDirectory::found_differing` behind, so that the next start looks at whole ledgers before it
/// serves them. `supervisor` runs it and must outlive it.
[[nodiscard]] std::unique_ptr<eventstore::LedgerWatch> make_watch(
    eventstore::EventStore& store, eventstore::Transparency& log, const DataDirectory& data,
    std::size_t hours, eventstore::Supervisor& supervisor);

}  // namespace langnghe::tools
