#include "checking/tlog_verify.hpp"

#include <iostream>

#include <services/say.hpp>
#include <transparency/key_change.hpp>

#include "checking/log_check.hpp"
#include "checking/named_files.hpp"
#include "checking/published_head.hpp"
#include "checking/remembered_head.hpp"
#include "checking/verify_fault.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace fs = std::filesystem;
namespace {

using Keys = std::vector<es::VerifierKey>;

struct Heads {
  std::string note;  ///< of the head
  LogCheckRequest request;
  std::optional<es::Checkpoint> remembered;
};

std::string need_note(LogSource& source) {
  auto note = source.read("checkpoint", es::kNoteBytesMax);
  if (!note) {
    cannot_check(std::string(say("không có phường này, hoặc đây không phải sổ cái đã xuất: thiếu ",
                                 "there is no such ward, or this is no exported ledger: there is "
                                 "no ")) +
                 "checkpoint");
  }
  return std::move(*note);
}

/// Co-signatures come after a head: where the newest has too few, the one that most have signed
/// must be what the ledger continues.
Heads open_heads(LogSource& source, const Keys& keys, const TrustedKeys& trusted) {
  const auto witnesses = read_witnesses(trusted);
  Heads heads{.note = need_note(source), .request = {}, .remembered = {}};
  auto newest = open_published_head(heads.note, keys, witnesses, 0);
  heads.request.head = newest.checkpoint;
  if (newest.witnesses.size() >= witnesses.needed) {
    tell_witnesses(newest);
    return heads;
  }
  auto note = source.read("witnessed", es::kNoteBytesMax).value_or(heads.note);
  const auto seen = open_published_head(note, keys, witnesses, witnesses.needed);
  tell_witnesses(seen);
  if (seen.checkpoint.size > heads.request.head.size) {  // it was signed meanwhile
    std::swap(heads.note, note);
    heads.request = {.head = seen.checkpoint, .older = {newest.checkpoint}};
  } else {
    heads.request.older = {seen.checkpoint};
  }
  return heads;
}

std::optional<es::Checkpoint> open_remembered(const fs::path& file, const Keys& keys) {
  const auto note = file.empty() ? std::nullopt : read_remembered(file);
  if (!note) {
    return std::nullopt;
  }
  const auto claim = read_claim(*note, file.string());
  if (claim.origin != keys.front().name) {
    cannot_check(file.string() + std::string(say(" giữ đầu sổ của ", " keeps a head of ")) +
                 claim.origin +
                 std::string(say("; hãy dùng tệp khác cho mỗi sổ cái",
                                 "; use another file for each ledger")));
  }
  if (const auto good = es::open_checkpoint(*note, keys); !good) {
    refuse(file.string() +
           std::string(say(": đầu sổ đã giữ do khóa khác ký. Nếu phường đã đổi khóa, thêm "
                           "--key-changes; nếu không ai báo, hãy báo người giám sát (",
                           ": the head that was kept is signed by another key. If the ward has "
                           "changed its key, add --key-changes; if nobody said so, tell the "
                           "supervisors (")) +
           good.error().context + ")");
  }
  return claim;
}

/// Both heads are signed, and they contradict each other: evidence that is kept.
[[noreturn]] void not_continued(const Heads& heads, const es::Checkpoint& older,
                                const LogVerifyOptions& options) {
  std::string kept;
  if (!options.remember.empty()) {
    auto file = options.remember;
    file += ".conflict";
    remember(file, heads.note);
    kept = std::string(say("; đầu sổ hôm nay nằm trong ", "; today's head is kept in ")) +
           file.string();
  }
  const bool shorter = heads.request.head.size < older.size;
  throw VerifyFault(
      VerifyStatus::not_continued,
      heads.request.head.origin + ": " + std::to_string(heads.request.head.size) +
          std::string(
              shorter ? say(" bản ghi, ít hơn ", " records, fewer than the ")
                      : say(" bản ghi, không nối tiếp ", " records, which do not continue the ")) +
          std::to_string(older.size) +
          std::string(say(" bản ghi đã ký trước đây: sổ cái đã bị cắt hoặc viết lại. Hãy giữ cả "
                          "hai đầu sổ và báo người giám sát",
                          " that were signed before: the ledger was cut or written anew. Keep both "
                          "heads and tell the supervisors")) +
          kept);
}

void tell(const Heads& heads, const LogFindings& found, bool hashes_only) {
  const auto& head = heads.request.head;
  std::cout << head.origin << ": " << head.size
            << (hashes_only
                    ? say(" mã băm, cây đúng với đầu sổ đã ký; không đọc bản ghi nào",
                          " hashes, the tree is as the signed head says; no record was "
                          "read")
                    : say(" bản ghi, đúng với đầu sổ đã ký", " records, as the signed head says"));
  if (!hashes_only) {
    std::cout << " (" << found.streams << say(" dòng sự kiện)", " streams)");
  }
  std::cout << '\n';
  if (heads.remembered) {
    std::cout << say("nối tiếp ", "continues the ") << heads.remembered->size
              << say(" bản ghi của lần trước", " records of the check before") << '\n';
  }
}

Heads verify_log(LogSource& source, const Keys& keys, const LogVerifyOptions& options,
                 LogFindings& found) {
  auto heads = open_heads(source, keys, options.trusted);
  heads.remembered = open_remembered(options.remember, keys);
  if (heads.remembered) {
    if (heads.remembered->size > heads.request.head.size) {
      not_continued(heads, *heads.remembered, options);
    }
    heads.request.older.push_back(*heads.remembered);
  }
  heads.request.hashes_only = options.hashes_only;
  found = check_log(source, heads.request);
  if (!found.not_continued.empty()) {
    not_continued(heads, found.not_continued.front(), options);
  }
  return heads;
}

void end_well(const Heads& heads, const LogFindings& found, const LogVerifyOptions& options) {
  if (!options.remember.empty()) {
    remember(options.remember, heads.note);
  }
  tell(heads, found, options.hashes_only);
}

/// The keys that a server shows of itself. They prove that it agrees with itself, and whoever kept
/// a head finds a key that came from nowhere.
Keys keys_of_server(LogSource& source) {
  static_cast<void>(need_note(source));  // says it where there is no such ward
  const auto text = source.read("vkey", es::kNoteBytesMax).value_or("");
  auto key = es::parse_verifier_key(text.substr(0, text.find('\n')));
  if (!key) {
    refuse("vkey: " + key.error().context);
  }
  std::cout << say("không có --vkey: dùng khóa do chính máy chủ đưa; hãy so với khóa trên giấy\n  ",
                   "no --vkey: the key is the server's own; compare it with the one on paper\n  ")
            << key->text() << '\n';
  const auto former =
      es::former_keys(source.read("key-changes", es::kNoteBytesMax).value_or(""), *key);
  if (!former) {
    refuse("key-changes: " + former.error().context);
  }
  Keys keys{std::move(*key)};
  keys.insert(keys.end(), former->begin(), former->end());
  return keys;
}

}  // namespace

void verify_folder(const fs::path& folder, const LogVerifyOptions& options) {
  FolderLog source(folder);
  LogFindings found;
  const auto heads = verify_log(source, keys_after(read_key(options.trusted.log), options.trusted),
                                options, found);
  if (!options.hashes_only) {
    check_named_files(folder / "files", ledger_of(heads.request.head.origin), found.files);
  }
  end_well(heads, found, options);
}

void verify_server(ServerLogOptions server, const LogVerifyOptions& options) {
  std::optional<es::VerifierKey> key;
  if (!options.trusted.log.empty()) {
    key = read_key(options.trusted.log);
    if (server.ward.empty()) {
      server.ward = ledger_of(key->name);
    }
  }
  ServerLog source(std::move(server));
  LogFindings found;
  const auto keys = key ? keys_after(*key, options.trusted) : keys_of_server(source);
  const auto heads = verify_log(source, keys, options, found);
  end_well(heads, found, options);
}

}  // namespace langnghe::tools
