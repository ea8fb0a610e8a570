// `langnghe restore`: a data directory out of a backup; refuses whatever would lose or bring back
// what it should not.
#include <iostream>
#include <stdexcept>
#include <string>

#include <services/backups.hpp>
#include <services/say.hpp>

#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"

namespace langnghe::tools {

int run_restore(const std::vector<std::string>& arguments) {
  std::string from;
  std::string to;
  std::string anchor;
  std::string tombstones;
  std::size_t number = 0;
  bool lose_newer = false;
  Options options("restore");
  options.text("from", &from, "thư mục các bản sao lưu", "the folder of backups");
  options.text("to", &to, "thư mục dữ liệu, rỗng hoặc chưa có",
               "a data directory, empty or absent");
  options.number("number", &number, "số của bản sao lưu (0: mới nhất)",
                 "number of the backup (0: the newest)");
  options.text("anchor", &anchor, "đầu sổ đã ký phải đạt tới (TÊN.checkpoint)",
               "signed head that must be reached (WARD.checkpoint)");
  options.text("tombstones", &tombstones, "kho khóa cũ: khóa đã hủy ở đó không trở lại",
               "an old vault: keys destroyed there do not come back");
  options.flag("lose-newer", &lose_newer, "chấp nhận mất các sự kiện mới hơn",
               "accept the loss of newer events");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (from.empty() || to.empty()) {
    std::cerr << say("hãy nêu --from và --to\n", "name --from and --to\n");
    return 2;
  }
  const DataDirectory relative{""};
  eventstore::RestoreOptions restoring;
  restoring.from = from;
  restoring.to = to;
  restoring.ledger = relative.ledger();
  restoring.vault = relative.vault();
  restoring.attachments = relative.files();
  restoring.tombstones = tombstones;
  restoring.lose_newer = lose_newer;
  if (number > 0) {
    restoring.number = static_cast<std::uint32_t>(number);
  }
  if (!anchor.empty()) {
    restoring.heads.emplace_back(anchor);
  }
  const auto restored = eventstore::restore(restoring);
  if (!restored) {
    throw std::runtime_error(to_text(restored.error()));
  }
  std::cout << say("Đã khôi phục bản số ", "Restored number ") << restored->number << ":\n";
  for (const auto& [ledger, size] : restored->ledgers) {
    std::cout << "  " << ledger << ": " << size << say(" bản ghi", " records") << '\n';
  }
  std::cout << "  " << restored->attachments << say(" tệp đính kèm\n", " attachments\n");
  std::cout << "  " << restored->keys << say(" khóa, ", " keys, ") << restored->destroyed
            << say(" khóa đã hủy\nHãy đặt lại keys/ (khóa chính) trước khi phục vụ.\n",
                   " destroyed\nPut keys/ (the master key) back before serving.\n");
  return 0;
}

}  // namespace langnghe::tools
