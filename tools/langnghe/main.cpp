// The `langnghe` command: one verb, its options, one exit status. Exceptions stop here.
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <log/log.hpp>
#include <services/say.hpp>

#include "command_line/abort_message.hpp"
#include "command_line/subcommand.hpp"
#include "command_line/wrong_usage.hpp"

namespace langnghe::tools {

std::span<const Subcommand> subcommands() {
  static constexpr Subcommand kSubcommands[] = {
      {"serve", "phục vụ API và trang điều hành", "serve the API and the page", run_serve},
      {"init", "lập một phường mới: hỏi, hoặc đọc từ một tệp",
       "found a ward: by questions or a file", run_init},
      {"demo", "nạp dữ liệu trình diễn: phường Tân Quy Đông năm 2021, phường Sa Đéc năm 2025",
       "load the demonstration: ward Tân Quy Đông in 2021, ward Sa Đéc in 2025", run_demo},
      {"replay", "dựng lại các bảng nhìn từ sổ cái và so mã băm",
       "rebuild the views from the ledger and compare hashes", run_replay},
      {"verify", "kiểm tra từng bản ghi của sổ cái", "check every record of the ledger",
       run_verify},
      {"export", "xuất các bản ghi, hoặc sổ cái đã ký (--tlog)",
       "write the records, or the signed ledger (--tlog)", run_export},
      {"papers", "làm mọi giấy tờ, sổ của một năm vào một thư mục",
       "make every paper and book of a year into a folder", run_papers},
      {"bench", "đo tốc độ bên cạnh giới hạn của máy", "measure speed beside the machine's limits",
       run_bench},
      {"receipt", "in phiếu tiếp nhận kèm bằng chứng", "print a receipt with its proof",
       run_receipt},
      {"backup", "sao lưu, cả khi đang phục vụ", "back up, also while serving", run_backup},
      {"restore", "khôi phục từ bản sao lưu", "restore from a backup", run_restore},
      {"doctor", "kiểm tra toàn bộ thư mục dữ liệu", "check the whole data directory", run_doctor},
      {"import", "nhập danh sách vụ việc có sẵn (CSV, XLSX)",
       "take over a list of issues (CSV, XLSX)", run_import},
      {"witness", "làm nhân chứng cho sổ cái của phường khác", "witness another ward's ledger",
       run_witness},
      {"key", "khóa: key rotate|rotate-signing", "keys: key rotate|rotate-signing", run_key},
      {"user", "tài khoản: user token|tokens|revoke|link|password|admin TÊN",
       "accounts: user token|tokens|revoke|link|password|admin NAME", run_user},
  };
  return kSubcommands;
}

namespace {

void print_usage(std::ostream& out) {
  out << say("Cách dùng: langnghe LỆNH [tùy chọn]; langnghe LỆNH --help để xem tùy chọn.\n",
             "Usage: langnghe COMMAND [options]; langnghe COMMAND --help shows the options.\n");
  for (const auto& subcommand : subcommands()) {
    out << "  " << subcommand.name
        << std::string(subcommand.name.size() < 8 ? 8 - subcommand.name.size() : 1, ' ')
        << say(subcommand.summary_vi, subcommand.summary_en) << '\n';
  }
}

int run(int argc, char** argv) {
  if (argc < 2) {
    print_usage(std::cerr);
    return 2;
  }
  const std::string_view name = argv[1];
  if (name == "--help" || name == "-h" || name == "help") {
    print_usage(std::cout);
    return 0;
  }
  for (const auto& subcommand : subcommands()) {
    if (subcommand.name == name) {
      return subcommand.run(std::vector<std::string>(argv + 2, argv + argc));
    }
  }
  std::cerr << "langnghe: " << say("không có lệnh ", "there is no command ") << name << '\n';
  print_usage(std::cerr);
  return 2;
}

}  // namespace
}  // namespace langnghe::tools

int main(int argc, char** argv) {
  langnghe::tools::install_abort_message();
  try {
    return langnghe::tools::run(argc, argv);
  } catch (const langnghe::tools::WrongUsage& error) {
    langnghe::log::error(error.what());
    return 2;
  } catch (const std::exception& error) {
    langnghe::log::error(error.what());
    return 1;
  }
}
