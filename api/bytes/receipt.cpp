#include <api/receipt.hpp>
#include <ledger/record.hpp>
#include <transparency/stream_statement.hpp>

#include "bytes/digest.hpp"
#include "bytes/local_text.hpp"

namespace langnghe::api {
namespace {

std::string line(std::string_view vi, std::string_view en, std::string_view value) {
  return std::string(vi) + " / " + std::string(en) + ": " + std::string(value) + '\n';
}

std::string words(const eventstore::RecordView& record, std::uint64_t position,
                  std::string_view leaf, std::string_view case_code) {
  return "PHIẾU TIẾP NHẬN / RECEIPT\n\n" + line("Sổ cái", "Ledger", record.ledger) +
         line("Hồ sơ", "File", record.stream) + line("Việc", "Act", record.type) +
         line("Xảy ra", "Happened", record.happened) +
         line("Ghi vào sổ", "Recorded", local_text(record.recorded)) +
         line("Bản ghi số", "Record", std::to_string(position)) + line("Mã băm", "Hash", leaf) +
         (case_code.empty() ? std::string() : line("Mã tra cứu", "Case code", case_code)) +
         "\nKiểm tra không cần mạng, không cần phần mềm của phường:\n"
         "Check it without a network and without the ward's program:\n"
         "  python3 langnghe_verify.py receipt TEP-NAY --vkey KHOA-KIEM-TRA\n"
         "Chỉ phần dưới đây là bằng chứng. / Only what follows is evidence.\n\n";
}

}  // namespace

std::string printable_receipt(const eventstore::Receipt& receipt, std::string_view record,
                              std::string_view case_code) {
  // Read from a disk, it may be no record any more; then the proof says so to who checks it.
  const auto view = eventstore::parse(record);
  const auto leaf = eventstore::leaf_hash(record);
  return words(view ? *view : eventstore::RecordView{}, receipt.index,
               to_base64({reinterpret_cast<const char*>(leaf.data()), leaf.size()}), case_code) +
         to_text(eventstore::ProvenRecord{receipt, std::string(record)});
}

}  // namespace langnghe::api
