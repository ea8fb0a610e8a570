// `langnghe verify`: reads every record and checks what must hold of each, without trusting what
// the program holds in memory, and the whole against its last signed head. Runs beside a serving
// process too.
#include <iostream>
#include <string>

#include "data_directory.hpp"
#include "ledger_check.hpp"
#include "options.hpp"
#include "progress.hpp"
#include "say.hpp"
#include "signed_ledger.hpp"
#include "subcommand.hpp"
#include "tlog_verify.hpp"

namespace langnghe::tools {
namespace {

/// The ledger against its last signed head, which lies outside the database.
bool check_head(const DataDirectory& data, const eventstore::LedgerId& ledger,
                const LedgerCheck& check) {
  const auto head = last_head(data, ledger);
  if (!head) {
    std::cout << ledger.value << say(": chưa ký đầu sổ nào", ": no head is signed yet") << '\n';
    return true;
  }
  const auto wrong = compare(head->checkpoint, check.hashes());
  std::cout << ledger.value << ": "
            << (wrong.empty() ? say("đúng với đầu sổ đã ký, ", "as the signed head says, ") : wrong)
            << (wrong.empty() ? std::to_string(head->checkpoint.size) + " / " +
                                    std::to_string(check.records())
                              : "")
            << '\n';
  return wrong.empty();
}

/// The head that witnesses have signed: by those that are named, and as the ledger began.
bool check_witnessed(const DataDirectory& data, const eventstore::LedgerId& ledger,
                     const LedgerCheck& check, const TrustedKeys& trusted) {
  if (trusted.witnesses.empty()) {
    return true;
  }
  const auto head = witnessed_head(data, ledger);
  if (!head) {
    std::cout << ledger.value << say(": chưa có nhân chứng nào ký", ": no witness has signed")
              << '\n';
    return false;
  }
  const auto wrong = compare(open_trusted(head->note, head->keys, trusted), check.hashes());
  std::cout << (wrong.empty() ? "" : ledger.value + ": " + wrong + "\n");
  return wrong.empty();
}

bool verify_ledger(eventstore::EventStore& store, const DataDirectory& data,
                   const eventstore::LedgerId& ledger, const TrustedKeys& trusted) {
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
  return check_head(data, ledger, check) && check_witnessed(data, ledger, check, trusted);
}

}  // namespace

int run_verify(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string tlog;
  TrustedKeys trusted;
  Options options("verify");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("tlog", &tlog, "thay vào đó: thư mục sổ cái đã xuất",
               "instead: the folder of an exported ledger");
  options.text("vkey", &trusted.log, "khóa kiểm tra, hoặc tệp chứa khóa (với --tlog)",
               "verifier key, or its file (with --tlog)");
  options.text("key-changes", &trusted.key_changes,
               "tệp các lần đổi khóa, dẫn từ khóa kiểm tra tới khóa sau (với --tlog)",
               "file of the key changes that lead from that key to later ones (with --tlog)");
  options.texts("witness", &trusted.witnesses, "khóa kiểm tra của một nhân chứng (nhiều lần được)",
                "a witness's verifier key, or its file (any number of times)");
  options.number("witnesses-needed", &trusted.witnesses_needed,
                 "cần bao nhiêu nhân chứng đã ký (0: tất cả)",
                 "how many of the witnesses must have signed (0: all)");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (!tlog.empty()) {
    return verify_tlog(tlog, trusted) ? 0 : 1;
  }
  const DataDirectory data{data_path};
  const auto store = open_store(data, true);
  bool well = true;
  for (const auto& ledger : store->ledgers()) {
    well = verify_ledger(*store, data, ledger, trusted) && well;
  }
  return well ? 0 : 1;
}

}  // namespace langnghe::tools
