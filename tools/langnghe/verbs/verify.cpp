// `langnghe verify`: reads every record and checks what must hold of each, without trusting what
// the program holds in memory, and the whole against its last signed head. Of a data directory,
// also beside a serving process; of an export or a bundle; or of a running server, from outside.
#include <chrono>
#include <iostream>
#include <optional>
#include <string>

#include <services/data_directory.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>
#include <services/signed_ledger.hpp>

#include "checking/bundle_verify.hpp"
#include "checking/ledger_check.hpp"
#include "checking/tlog_verify.hpp"
#include "checking/verify_fault.hpp"
#include "command_line/options.hpp"
#include "command_line/progress.hpp"
#include "command_line/subcommand.hpp"

namespace langnghe::tools {
namespace {

/// The heads of the ledger that lie outside the database.
struct Heads {
  std::optional<SignedHead> last;
  std::optional<SignedHead> witnessed;  ///< where witnesses are asked for
};

Heads read_heads(const DataDirectory& data, const eventstore::LedgerId& ledger,
                 const TrustedKeys& trusted, LedgerCheck& check) {
  Heads heads{last_head(data, ledger), std::nullopt};
  if (!trusted.witnesses.empty()) {
    heads.witnessed = witnessed_head(data, ledger);
  }
  for (const auto* head : {&heads.last, &heads.witnessed}) {
    if (*head) {
      check.watch((*head)->checkpoint.size);
    }
  }
  return heads;
}

bool check_head(const std::optional<SignedHead>& head, const eventstore::LedgerId& ledger,
                const LedgerCheck& check) {
  if (!head) {
    std::cout << ledger.value << say(": chưa ký đầu sổ nào", ": no head is signed yet") << '\n';
    return true;
  }
  const auto wrong = check.against(head->checkpoint);
  std::cout << ledger.value << ": "
            << (wrong.empty() ? say("đúng với đầu sổ đã ký, ", "as the signed head says, ") : wrong)
            << (wrong.empty() ? std::to_string(head->checkpoint.size) + " / " +
                                    std::to_string(check.records())
                              : "")
            << '\n';
  return wrong.empty();
}

/// The head that witnesses have signed: by those that are named, and as the ledger began.
bool check_witnessed(const std::optional<SignedHead>& head, const eventstore::LedgerId& ledger,
                     const LedgerCheck& check, const TrustedKeys& trusted) {
  if (trusted.witnesses.empty()) {
    return true;
  }
  if (!head) {
    std::cout << ledger.value << say(": chưa có nhân chứng nào ký", ": no witness has signed")
              << '\n';
    return false;
  }
  const auto wrong = check.against(open_trusted(head->note, head->keys, trusted));
  std::cout << (wrong.empty() ? "" : ledger.value + ": " + wrong + "\n");
  return wrong.empty();
}

bool verify_ledger(eventstore::LedgerReader& store, const DataDirectory& data,
                   const eventstore::LedgerId& ledger, const TrustedKeys& trusted) {
  constexpr std::size_t kPage = 1'000;
  const auto size = value_of(store.size(ledger));
  LedgerCheck check(ledger.value);
  const auto heads = read_heads(data, ledger, trusted, check);
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
  return check_head(heads.last, ledger, check) &&
         check_witnessed(heads.witnessed, ledger, check, trusted);
}

bool verify_data(const DataDirectory& data, const TrustedKeys& trusted) {
  const auto store = open_store(data, true).store;
  bool well = true;
  for (const auto& ledger : chosen_ledgers(*store, "")) {
    well = verify_ledger(*store, data, ledger, trusted) && well;
  }
  return well;
}

struct What {
  std::string data = "data";
  std::string tlog;
  std::string bundle;
  std::string token_file;
  std::string remember;
  std::size_t timeout_seconds = 15;
  ServerLogOptions server;
  LogVerifyOptions log;
};

void declare_sources(Options& options, What& what) {
  options.text("data", &what.data, "thư mục dữ liệu", "the data directory");
  options.text("tlog", &what.tlog, "thay vào đó: thư mục sổ cái đã xuất",
               "instead: the folder of an exported ledger");
  options.text("bundle", &what.bundle, "thay vào đó: thư mục của một ý kiến đã xuất",
               "instead: the folder of one issue that was exported");
  options.text("url", &what.server.url, "thay vào đó: máy chủ đang chạy, http[s]://MÁY[:CỔNG]",
               "instead: a running server, http[s]://HOST[:PORT]");
  options.text("ward", &what.server.ward,
               "phường nào (với --url; nếu không nêu: phường có tên trong --vkey)",
               "which ward (with --url; if left out: the one that --vkey names)");
  options.text("token-file", &what.token_file,
               "tệp chứa mã truy cập của người được đọc cả sổ cái (với --url)",
               "file with the token of who may read the whole ledger (with --url)");
  options.number("timeout", &what.timeout_seconds, "đợi mỗi câu trả lời bao nhiêu giây (với --url)",
                 "seconds to wait for each answer (with --url)");
  options.flag("hashes-only", &what.log.hashes_only,
               "chỉ kiểm tra đầu sổ và cây, không đọc bản ghi (với --url, --tlog)",
               "check the head and the tree, without the records (with --url, --tlog)");
  options.text("remember", &what.remember,
               "tệp giữ đầu sổ từ lần này sang lần sau; sổ phải nối tiếp nó (với --url, --tlog)",
               "file that keeps the head from one check to the next; the log must continue it "
               "(with --url, --tlog)");
}

void declare_keys(Options& options, TrustedKeys& trusted) {
  options.text("vkey", &trusted.log, "khóa kiểm tra, hoặc tệp chứa khóa",
               "verifier key, or its file");
  options.text("key-changes", &trusted.key_changes,
               "tệp các lần đổi khóa, dẫn từ khóa kiểm tra tới khóa sau",
               "file of the key changes that lead from that key to later ones");
  options.texts("witness", &trusted.witnesses, "khóa kiểm tra của một nhân chứng (nhiều lần được)",
                "a witness's verifier key, or its file (any number of times)");
  options.number("witnesses-needed", &trusted.witnesses_needed,
                 "cần bao nhiêu nhân chứng đã ký (0: tất cả)",
                 "how many of the witnesses must have signed (0: all)");
}

bool verify(What what) {
  what.log.remember = what.remember;
  if (!what.tlog.empty()) {
    verify_folder(what.tlog, what.log);
  } else if (!what.bundle.empty()) {
    verify_bundle(what.bundle, what.log.trusted);
  } else if (!what.server.url.empty()) {
    what.server.time = std::chrono::seconds(what.timeout_seconds);
    if (!what.token_file.empty()) {
      what.server.token = read_named_file(what.token_file);
      what.server.token.erase(what.server.token.find_last_not_of(" \r\n") + 1);
    }
    verify_server(std::move(what.server), what.log);
  } else {
    return verify_data({what.data}, what.log.trusted);
  }
  return true;
}

}  // namespace

int run_verify(const std::vector<std::string>& arguments) {
  What what;
  Options options("verify");
  declare_sources(options, what);
  declare_keys(options, what.log.trusted);
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (!what.tlog.empty() + !what.bundle.empty() + !what.server.url.empty() > 1) {
    std::cerr << say("hãy chọn một: --tlog, --bundle hoặc --url",
                     "choose one: --tlog, --bundle or --url")
              << '\n';
    return static_cast<int>(VerifyStatus::wrong_usage);
  }
  try {
    return verify(std::move(what)) ? 0 : static_cast<int>(VerifyStatus::refused);
  } catch (const VerifyFault& fault) {
    std::cerr << "langnghe: " << fault.what() << '\n';
    return static_cast<int>(fault.status());
  }
}

}  // namespace langnghe::tools
