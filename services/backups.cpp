#include <iostream>
#include <string_view>

#include <log/log.hpp>
#include <services/backups.hpp>
#include <services/key_check.hpp>
#include <services/ledger_pages.hpp>
#include <services/say.hpp>

namespace langnghe::tools {

std::string lost_keys(eventstore::LedgerReader& store, const eventstore::LedgerId& ledger,
                      eventstore::Vault* vault) {
  const auto none =
      eventstore::make_memory_vault();  // where there is no vault every key is missing
  const auto findings = check_keys(store, ledger, vault == nullptr ? *none : *vault);
  return findings.lost() == 0 ? "" : ledger.value + ": " + describe(findings);
}

std::string back_up_to(const eventstore::OpenedStore& opened, const DataDirectory& data,
                       const std::filesystem::path& to, eventstore::Vault* vault) {
  const auto made = eventstore::back_up(
      *opened.maintenance, {.data = data.root,
                            .vault = data.vault(),
                            .files = {data.accounts().filename(), data.anchor().filename()},
                            .to = to,
                            .attachments = data.files()});
  std::string wrong;
  if (!made) {
    wrong = to_text(made.error());
    log::error(wrong);
    return wrong;
  }
  std::cout << say("Bản sao lưu số ", "Backup number ") << made->number << say(" tại ", " at ")
            << to.string() << ": " << made->keys << say(" khóa, ", " keys, ") << made->destroyed
            << say(" khóa đã hủy; đã đọc lại và đúng", " destroyed; read back and well") << '\n';
  if (made->attachments > 0) {
    std::cout << made->attachments << say(" tệp đính kèm\n", " attachments\n");
  }
  std::cout << std::flush;
  if (made->damaged_attachments > 0) {
    wrong +=
        std::to_string(made->damaged_attachments) +
        std::string(say(" tệp đính kèm bị hỏng, không được sao lưu; hãy chạy langnghe doctor. ",
                        " attachments are damaged and not backed up; run langnghe doctor. "));
  }
  if (made->damaged_keys > 0) {
    wrong += std::to_string(made->damaged_keys) +
             std::string(say(
                 " tệp khóa bị hỏng trong kho, không được sao lưu; hãy chạy langnghe doctor.",
                 " key files are damaged in the vault and not backed up; run langnghe doctor."));
  }
  for (const auto& ledger : value_of(opened.store->ledgers())) {
    wrong += lost_keys(*opened.store, ledger, vault);
  }
  if (!wrong.empty()) {
    log::error(wrong);
  }
  return wrong;
}

std::string to_text(const eventstore::BackupError& error) {
  using Code = eventstore::BackupError::Code;
  const auto text = [&]() -> std::string_view {
    switch (error.code) {
      case Code::busy:
        return say("một lần sao lưu khác vào thư mục này đang chạy",
                   "another backup into this folder is under way");
      case Code::other_vault:
        return say("thư mục này chứa bản sao lưu của một kho khóa khác; hãy chọn thư mục khác",
                   "this folder holds backups of another vault; choose another folder");
      case Code::not_empty:
        return say("chỉ khôi phục vào thư mục rỗng hoặc chưa có",
                   "a restore goes into an empty or absent folder only");
      case Code::none:
        return say("không có bản sao lưu hoàn chỉnh này", "there is no such finished backup");
      case Code::damaged:
        return say("bản sao lưu bị hỏng; không khôi phục gì; hãy thử bản khác bằng --number",
                   "the backup is damaged; nothing was restored; try another with --number");
      case Code::behind_head:
        return say(
            "bản sao lưu cũ hơn một đầu sổ đã ký: các sự kiện sau đó sẽ mất; hãy tìm bản "
            "mới hơn, hoặc chấp nhận mất bằng --lose-newer",
            "the backup is older than a signed head: events after it would be lost; find a "
            "newer one, or accept the loss with --lose-newer");
      case Code::unavailable:
        return say(
            "không đọc hoặc ghi được: thư mục có còn đó, còn chỗ và cho phép ghi không?",
            "reading or writing failed: is the folder there, has it room, may it be written to?");
    }
    return "";
  };
  return std::string(text()) + " (" + error.what + ")";
}

}  // namespace langnghe::tools
