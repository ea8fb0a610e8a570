// `langnghe verify`: reads every record and checks what must hold of each, without trusting what
// the program holds in memory. Runs beside a serving process too.
#include <iostream>
#include <map>
#include <string>

#include <codec/event_codec.hpp>
#include <eventstore/canonical_json.hpp>
#include <eventstore/record.hpp>

#include "data_directory.hpp"
#include "options.hpp"
#include "progress.hpp"
#include "say.hpp"
#include "subcommand.hpp"

namespace langnghe::tools {
namespace {

/// What the records read so far imply for the next one.
class LedgerCheck {
 public:
  explicit LedgerCheck(std::string ledger) : ledger_(std::move(ledger)) {}

  /// Nothing, or what is wrong with the record.
  std::string next(const eventstore::Record& record) {
    if (record.position.value != expected_) {
      return "position " + std::to_string(expected_) + " is missing";
    }
    ++expected_;
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

  [[nodiscard]] std::uint64_t records() const { return expected_; }
  [[nodiscard]] std::size_t streams() const { return versions_.size(); }

 private:
  std::string check_envelope(const eventstore::RecordView& view) {
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

  std::string ledger_;
  std::uint64_t expected_ = 0;
  std::map<std::string, std::uint64_t> versions_;
  std::string recorded_;
};

bool verify_ledger(eventstore::EventStore& store, const eventstore::LedgerId& ledger) {
  constexpr std::size_t kPage = 1'000;
  const auto size = store.size(ledger);
  LedgerCheck check(ledger.value);
  ProgressLine progress(std::string(say("Kiểm tra ", "Checking ")) + ledger.value);
  while (check.records() < size) {
    const auto page = store.read_ledger(ledger, {check.records()}, kPage);
    if (!page || page->empty()) {
      std::cout << ledger.value << " " << check.records() << ": "
                << (page ? "the ledger ends here" : page.error().context) << '\n';
      return false;
    }
    for (const auto& record : *page) {
      if (const auto wrong = check.next(record); !wrong.empty()) {
        std::cout << ledger.value << " " << record.position.value << ": " << wrong << '\n';
        return false;
      }
    }
    progress.show(check.records(), size);
  }
  progress.end();
  std::cout << ledger.value << ": " << check.records() << say(" bản ghi, ", " records, ")
            << check.streams() << say(" dòng sự kiện, đều đúng", " streams, all well") << '\n';
  return true;
}

}  // namespace

int run_verify(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  Options options("verify");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  const auto store = open_store(DataDirectory{data_path}, true);
  bool well = true;
  for (const auto& ledger : store->ledgers()) {
    well = verify_ledger(*store, ledger) && well;
  }
  return well ? 0 : 1;
}

}  // namespace langnghe::tools
