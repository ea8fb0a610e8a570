#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>
#include <variant>

#include <api/refusal_text.hpp>
#include <api/request_id.hpp>
#include <api/uuid.hpp>
#include <log/log.hpp>
#include <orders/failure_words.hpp>
#include <orders/order.hpp>
#include <services/data_directory.hpp>
#include <services/say.hpp>
#include <services/staged_import.hpp>
#include <transparency/sha256.hpp>

#include "import_file.hpp"

namespace langnghe::tools {
namespace {

namespace fs = std::filesystem;

/// Three events a row at most, and two streams beside the rows' own.
constexpr std::size_t kRowsPerPart = 1'000;
constexpr std::size_t kBytesPerPart = 2U << 20U;

std::size_t bytes_of(const domain::ImportedIssue& row) {
  return row.subject.size() + row.external_id.size();
}

[[noreturn]] void cut_off(const fs::path& file, const std::string& why) {
  throw std::runtime_error(
      std::string(
          say("chưa nhập xong danh sách; hãy sửa lỗi sau rồi chạy lại lệnh, việc nhập sẽ tiếp "
              "tục: ",
              "the list is not yet taken over; mend this and run the command again, it goes on: "))
          .append(why + " (" + file.string() + ")"));
}

void make_commits(eventstore::EventStore& store, const StagedImport& import, const fs::path& file) {
  const ImportHandler handler(store, import.ledger, import.user, import.now);
  for (const auto& part : import.parts()) {
    const auto fresh = handler.rehearse(part);
    if (fresh && *fresh == 0) {
      continue;  // all its rows are there, from before or from the run that was cut off
    }
    if (const auto done = handler.act(part); !done) {
      cut_off(file, described(done.error()));
    }
  }
}

}  // namespace

std::vector<domain::ImportIssues> StagedImport::parts() const {
  std::vector<domain::ImportIssues> parts;
  std::size_t bytes = 0;
  for (const auto& row : import.issues) {
    bytes += bytes_of(row);
    if (parts.empty() || parts.back().issues.size() == kRowsPerPart || bytes > kBytesPerPart) {
      parts.push_back({import.source, import.file_hash, {}});
      bytes = bytes_of(row);
    }
    parts.back().issues.push_back(row);
  }
  return parts;
}

ImportHandler::ImportHandler(eventstore::EventStore& store, eventstore::LedgerId ledger,
                             std::string user, domain::Instant now)
    : ledger_(std::move(ledger)),
      user_(std::move(user)),
      run_(api::make_request_id()),
      now_(now),
      handler_(store, codec::WardModel([now] { return api::make_uuid_v7(now); })) {}

std::expected<std::size_t, orders::Failure> ImportHandler::rehearse(
    const domain::ImportIssues& part) const {
  const auto events = handler_.rehearse(order(part));
  if (!events) {
    return std::unexpected(events.error());
  }
  return static_cast<std::size_t>(
      std::ranges::count(*events, std::string_view("issue.recorded"), &eventstore::NewEvent::type));
}

std::expected<void, orders::Failure> ImportHandler::act(const domain::ImportIssues& part) const {
  if (auto done = handler_.handle(order(part)); !done) {
    return std::unexpected(std::move(done.error()));
  }
  return {};
}

orders::Order ImportHandler::order(domain::ImportIssues part) const {
  // Of the rows themselves: the same file read by another mapping is another import.
  auto key = "import:" + eventstore::sha256_hex(to_json_text(part));
  return orders::make_order(domain::ImportCommand(std::move(part)),
                            {.ledger = ledger_,
                             .actor = {domain::UserId{user_}, domain::Role::admin, {}},
                             .now = now_,
                             .key = std::move(key),
                             .correlation = run_});
}

std::string described(const orders::Failure& failure) {
  const auto* const refusal = std::get_if<domain::Refusal>(&failure);
  return refusal != nullptr ? api::refusal_text(*refusal, say("vi", "en") == "en")
                            : orders::words_of(failure);
}

void carry_out(eventstore::EventStore& store, const DataDirectory& data,
               const StagedImport& import) {
  if (import.parts().size() < 2) {
    make_commits(store, import, data.imports());
    return;
  }
  const ImportFile file(data, import.ledger);
  file.write(import);
  make_commits(store, import, file.path());
  file.remove();
}

void finish_imports(eventstore::EventStore& store, const DataDirectory& data) {
  for (const auto& file : ImportFile::all(data)) {
    const auto import = file.read();
    make_commits(store, import, file.path());
    file.remove();
    log::info(std::string(say("đã nhập nốt danh sách bị ngắt lần trước, số dòng: ",
                              "the list that was cut off last time is taken over now, rows: ")) +
                  std::to_string(import.import.issues.size()),
              import.ledger.value);
  }
}

void require_no_half_import(const DataDirectory& data) {
  if (const auto files = ImportFile::all(data); !files.empty()) {
    throw std::runtime_error(
        std::string(
            say("một danh sách đang được nhập, hoặc việc nhập bị ngắt giữa chừng; hãy chờ, hoặc "
                "chạy langnghe serve hay langnghe import một lần để nhập nốt",
                "a list is being taken over, or that was cut off; wait, or run langnghe serve or "
                "langnghe import once, which ends it")) +
        " (" + files.front().path().string() + ")");
  }
}

}  // namespace langnghe::tools
