#include <condition_variable>
#include <mutex>
#include <stdexcept>

#include <log/log.hpp>
#include <services/clock.hpp>
#include <services/file_sweep.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>

namespace langnghe::tools {
namespace {

constexpr auto kBetween = std::chrono::hours(24);

}  // namespace

eventstore::AttachmentResult<std::set<std::string>> ReferencedFiles::of(
    eventstore::LedgerReader& store, const eventstore::LedgerId& ledger) {
  Known& known = ledgers_[ledger.value];
  try {
    const auto size = value_of(store.size(ledger));
    for_each_record(store, ledger, known.records, size, [&](const eventstore::Record& record) {
      for (auto& hash : eventstore::possible_references(record.bytes)) {
        known.hashes.insert(std::move(hash));
      }
      ++known.records;
    });
  } catch (const std::runtime_error& error) {  // then nothing may be removed
    return std::unexpected(
        eventstore::AttachmentError{eventstore::AttachmentErrorCode::unavailable, error.what()});
  }
  return known.hashes;
}

FileSweep::FileSweep(eventstore::LedgerReader& store, eventstore::Attachments& files, Plan plan)
    : store_(store),
      files_(files),
      plan_(plan),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void FileSweep::run(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any waiting;
  std::unique_lock lock(mutex);
  while (!stop.stop_requested()) {
    try {
      sweep();
    } catch (const std::exception& error) {  // the door of this thread
      log::error(error.what());
    }
    waiting.wait_for(lock, stop, kBetween, [] { return false; });
  }
}

void FileSweep::sweep() {
  const auto before = system_now() - std::chrono::hours(plan_.unreferenced_hours);
  for (const auto& ledger : store_.known_ledgers()) {
    const auto removed =
        files_.sweep(ledger, before, [&] { return referenced_.of(store_, ledger); });
    if (!removed) {
      log::error(removed.error().context, ledger.value);
    } else if (*removed > 0) {
      log::info(std::to_string(*removed).append(say(" tệp không được nhắc đến trong sổ đã được dọn",
                                                    " files that no event names were removed")),
                ledger.value);
    }
  }
}

}  // namespace langnghe::tools
