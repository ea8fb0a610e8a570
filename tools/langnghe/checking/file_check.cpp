#include "checking/file_check.hpp"

#include <iostream>
#include <set>
#include <stdexcept>
#include <utility>

#include <attachments/attachments.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>

namespace langnghe::tools {
namespace {

using Names = std::set<std::pair<std::string, std::string>>;  // ledger and hash

struct Findings {
  std::uint64_t whole = 0;
  std::uint64_t erased = 0;
  std::uint64_t damaged = 0;
  std::uint64_t missing = 0;
};

Names check_each(const DataDirectory& data, Findings& found) {
  const auto files = eventstore::list_attachments(data.files());
  if (!files) {
    throw std::runtime_error(files.error().context);
  }
  Names present;
  for (const auto& file : *files) {
    present.emplace(file.ledger, file.hash);
    if (file.erased) {
      ++found.erased;
    } else if (eventstore::check_attachment(data.files(), file)) {
      ++found.whole;
    } else {
      ++found.damaged;
      std::cout << "  " << file.ledger << '/' << file.hash
                << say(": hỏng; lấy lại từ bản sao lưu\n", ": damaged; fetch it from a backup\n");
    }
  }
  return present;
}

void check_named(eventstore::LedgerReader& store, const Names& present, Findings& found) {
  for (const auto& ledger : value_of(store.ledgers())) {
    const auto take = [&](const eventstore::Record& record) {
      for (const auto& hash : eventstore::references(record.bytes)) {
        if (!present.contains({ledger.value, hash})) {
          ++found.missing;
          std::cout << "  " << ledger.value << " @" << record.position.value << ": " << hash
                    << say(": thiếu\n", ": missing\n");
        }
      }
    };
    for_each_record(store, ledger, 0, value_of(store.size(ledger)), take);
  }
}

}  // namespace

bool check_files(eventstore::LedgerReader& store, const DataDirectory& data) {
  Findings found;
  check_named(store, check_each(data, found), found);
  std::cout << say("Tệp đính kèm: ", "Attachments: ") << found.whole
            << say(" nguyên vẹn, ", " whole, ") << found.erased
            << say(" đã xóa vĩnh viễn, ", " erased, ") << found.damaged
            << say(" hỏng, ", " damaged, ") << found.missing << say(" thiếu\n", " missing\n");
  return found.damaged == 0 && found.missing == 0;
}

}  // namespace langnghe::tools
