// `langnghe receipt`: one record with its proof, to be printed. Runs beside a serving process; the
// whole ledger is hashed again first, so that no receipt is given that would not verify.
#include <charconv>
#include <iostream>
#include <stdexcept>
#include <string>

#include <api/receipt.hpp>
#include <services/data_directory.hpp>
#include <services/say.hpp>
#include <services/signed_ledger.hpp>

#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"
#include "command_line/wrong_usage.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace {

std::uint64_t to_position(const std::string& text) {
  std::uint64_t value = 0;
  const auto* const end = text.data() + text.size();
  if (const auto read = std::from_chars(text.data(), end, value);
      read.ec != std::errc{} || read.ptr != end) {
    throw WrongUsage("--position cần một số", "--position needs a number");
  }
  return value;
}

/// The record with which the issue began, or the one at the position.
es::Record find_record(es::LedgerReader& store, const es::LedgerId& ledger,
                       const std::string& issue, const std::string& position) {
  const auto found = issue.empty() ? store.read_ledger(ledger, {to_position(position)}, 1)
                                   : store.read_stream(ledger, {"issue-" + issue}, es::kAbsent, 1);
  if (!found || found->empty()) {
    throw std::runtime_error(found ? std::string(say("không có bản ghi này", "no such record"))
                                   : found.error().context);
  }
  return found->front();
}

}  // namespace

int run_receipt(const std::vector<std::string>& arguments) {
  std::string data_path = "data";
  std::string ward;
  std::string issue;
  std::string position;
  Options options("receipt");
  options.text("data", &data_path, "thư mục dữ liệu", "the data directory");
  options.text("ward", &ward, "phường", "the ward");
  options.text("issue", &issue, "mã ý kiến", "the issue's id");
  options.text("position", &position, "hoặc số của bản ghi", "or the record's position");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (issue.empty() == position.empty()) {
    throw WrongUsage("hãy nêu --issue hoặc --position", "name --issue or --position");
  }
  const DataDirectory data{data_path};
  const auto store = open_store(data, true).store;
  const auto ledger = choose_ledger(*store, ward);
  const auto record = find_record(*store, ledger, issue, position);
  const auto signed_ledger = open_signed_ledger(*store, data, ledger);
  const auto& head = signed_ledger->head;
  const es::Receipt receipt{record.position.value,
                            proven(es::inclusion_proof(record.position.value, head.checkpoint.size,
                                                       es::nodes_of(signed_ledger->hashes))),
                            head.note};
  proven(es::verify_receipt(receipt, record.bytes, head.keys));
  std::cout << api::printable_receipt(receipt, record.bytes);
  return 0;
}

}  // namespace langnghe::tools
