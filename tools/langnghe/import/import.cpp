// `langnghe import`: takes over a list of issues the ward kept elsewhere (CSV or XLSX), put into
// the ward's words by a mapping file. All rows in one commit or none; --dry-run only says what is
// wrong.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <variant>

#include <api/uuid.hpp>
#include <codec/ward_model.hpp>
#include <command/handler.hpp>
#include <domain/decide.hpp>
#include <eventstore/sha256.hpp>

#include "clock.hpp"
#include "clocks.hpp"
#include "data_directory.hpp"
#include "import/mapping.hpp"
#include "options.hpp"
#include "say.hpp"
#include "subcommand.hpp"

namespace langnghe::tools {
namespace {

using Handler = command::Handler<codec::WardModel>;

struct Request {
  std::string data = "data";
  std::string ward;
  std::string file;
  std::string mapping;
  std::string user = "admin";
  bool dry_run = false;
};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::runtime_error(std::string(say("không đọc được tệp ", "cannot read ")) + path);
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class T>
T good(std::expected<T, std::string> read, const std::string& path) {
  if (!read) {
    throw std::runtime_error(path + ": " + read.error());
  }
  return *std::move(read);
}

Table read_table(const std::string& path, const std::string& bytes, const Mapping& mapping) {
  return good(path.ends_with(".xlsx") ? read_xlsx(bytes, mapping.sheet) : read_csv(bytes), path);
}

std::string described(const domain::Refusal& refusal) {
  std::string text(domain::wire_name(refusal.code));
  for (const auto& fact : refusal.facts) {
    text += ' ' + fact.name + '=' + fact.value;
  }
  return text;
}

struct Reason {
  std::string operator()(const domain::Refusal& refusal) const { return described(refusal); }
  std::string operator()(const command::Stale&) const { return "stale"; }
  std::string operator()(const eventstore::StoreError& error) const { return error.context; }
  std::string operator()(const command::Unreadable& error) const { return error.what; }
};

class Importer {
 public:
  Importer(eventstore::EventStore& store, eventstore::LedgerId ledger, std::string user)
      : store_(store),
        ledger_(std::move(ledger)),
        user_(std::move(user)),
        now_(system_now()),
        handler_(store, codec::WardModel([now = now_] { return api::make_uuid_v7(now); })) {}

  /// The rows the rules refuse, one by one; asked only when the whole is refused.
  std::vector<BadCell> refused_rows(const domain::ImportIssues& import) const {
    std::vector<BadCell> bad;
    for (const auto& row : import.issues) {
      auto one = import;
      one.issues = {row};
      if (const auto rehearsed = handler_.rehearse(order(std::move(one))); !rehearsed) {
        bad.push_back({row.row, "", std::visit(Reason{}, rehearsed.error())});
      }
    }
    return bad;
  }

  /// How many issues would be new.
  std::expected<std::size_t, std::string> rehearse(const domain::ImportIssues& import) const {
    const auto events = handler_.rehearse(order(import));
    if (!events) {
      return std::unexpected(std::visit(Reason{}, events.error()));
    }
    return static_cast<std::size_t>(std::ranges::count(*events, std::string_view("issue.recorded"),
                                                       &eventstore::NewEvent::type));
  }

  std::expected<void, std::string> act(const domain::ImportIssues& import) const {
    if (const auto done = handler_.handle(order(import)); !done) {
      return std::unexpected(std::visit(Reason{}, done.error()));
    }
    return {};
  }

 private:
  [[nodiscard]] Handler::OrderType order(domain::ImportIssues import) const {
    Handler::OrderType order;
    order.ledger = ledger_;
    // What is in the ledger already is left out, so the same list may grow under the same key.
    order.idempotency_key = "import:" + import.source + ':' + import.file_hash;
    order.request_hash = order.idempotency_key;
    order.command = domain::ImportCommand(std::move(import));
    order.context.actor = {domain::UserId{user_}, domain::Role::admin, {}};
    order.context.now = now_;
    order.context.happened = domain::happened_at(now_);
    order.actor = {user_, "admin"};
    order.happened = domain::to_text(order.context.happened);
    order.recorded = domain::to_utc_text(now_);
    return order;
  }

  eventstore::EventStore& store_;
  eventstore::LedgerId ledger_;
  std::string user_;
  domain::Instant now_;
  Handler handler_;
};

int report_bad(const std::vector<BadCell>& bad) {
  for (const auto& cell : bad) {
    std::cerr << say("dòng ", "row ") << cell.row;
    if (!cell.column.empty()) {
      std::cerr << say(", cột ", ", column ") << cell.column;
    }
    std::cerr << ": " << cell.what << '\n';
  }
  std::cerr << say("Chưa nhập gì. Số ô cần sửa: ", "Nothing was imported. Cells to mend: ")
            << bad.size() << '\n';
  return 1;
}

int import_rows(const Request& request, domain::ImportIssues import) {
  const DataDirectory data{request.data};
  const auto written = last_written(data);
  const auto store = open_store(data, request.dry_run);
  if (!request.dry_run) {
    require_right_clock(*store, data, written);
  }
  const Importer importer(*store, choose_ledger(*store, request.ward), request.user);
  const auto fresh = importer.rehearse(import);
  if (!fresh) {
    auto bad = importer.refused_rows(import);
    if (bad.empty()) {
      throw std::runtime_error(fresh.error());
    }
    return report_bad(bad);
  }
  if (!request.dry_run && *fresh > 0) {
    if (const auto done = importer.act(import); !done) {
      throw std::runtime_error(done.error());
    }
  }
  std::cout << say("Số dòng: ", "Rows: ") << import.issues.size()
            << (request.dry_run ? say("; sẽ nhập mới: ", "; would be imported: ")
                                : say("; đã nhập mới: ", "; imported: "))
            << *fresh << say("; đã có từ trước: ", "; there already: ")
            << import.issues.size() - *fresh << '\n';
  return 0;
}

}  // namespace

int run_import(const std::vector<std::string>& arguments) {
  Request request;
  Options options("import");
  options.text("data", &request.data, "thư mục dữ liệu", "the data directory");
  options.text("ward", &request.ward, "phường", "the ward");
  options.text("file", &request.file, "danh sách: .csv hoặc .xlsx", "the list: .csv or .xlsx");
  options.text("map", &request.mapping, "tệp quy đổi (tools/langnghe/import/mapping.hpp)",
               "the mapping file (tools/langnghe/import/mapping.hpp)");
  options.text("user", &request.user, "người nhập", "who imports");
  options.flag("dry-run", &request.dry_run, "chỉ kiểm tra", "only check");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (request.file.empty() || request.mapping.empty()) {
    throw std::runtime_error(std::string(say("hãy nêu --file và --map", "name --file and --map")));
  }
  const auto mapping = good(read_mapping(read_file(request.mapping)), request.mapping);
  const auto bytes = read_file(request.file);
  auto mapped = good(map_rows(read_table(request.file, bytes, mapping), mapping), request.file);
  if (!mapped.bad.empty()) {
    return report_bad(mapped.bad);
  }
  return import_rows(request,
                     {mapping.source, eventstore::sha256_hex(bytes), std::move(mapped.issues)});
}

}  // namespace langnghe::tools
