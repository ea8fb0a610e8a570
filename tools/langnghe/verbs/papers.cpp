// `langnghe papers`: every paper and book of a ward's year, from a running server into a folder.
// Personal data is opened as over the API: by a person, for a purpose, and the ledger keeps it.
#include <fstream>
#include <iostream>
#include <string>

#include <services/say.hpp>

#include "command_line/options.hpp"
#include "command_line/subcommand.hpp"
#include "exporting/paper_export.hpp"

namespace langnghe::tools {

int run_papers(const std::vector<std::string>& arguments) {
  PaperExport wanted;
  std::string token_file;
  std::string folder;
  std::size_t timeout_seconds = 30;
  Options options("papers");
  options.text("url", &wanted.url, "máy chủ đang chạy, http[s]://MÁY[:CỔNG]",
               "a running server, http[s]://HOST[:PORT]");
  options.text("ward", &wanted.ward, "phường", "the ward");
  options.text("token-file", &token_file, "tệp chứa mã truy cập (langnghe user token in ra)",
               "file with a token (what langnghe user token prints)");
  options.number("year", &wanted.year, "năm", "the year");
  options.text("purpose", &wanted.purpose,
               "mở dữ liệu cá nhân để làm gì; bỏ trống thì giấy tờ không nêu tên ai",
               "what personal data is opened for; left out, no paper names anybody");
  options.text("out", &folder, "thư mục mới", "a new folder");
  options.number("timeout", &timeout_seconds, "đợi mỗi câu trả lời bao nhiêu giây",
                 "seconds to wait for each answer");
  if (auto status = options.parse(arguments)) {
    return *status;
  }
  if (wanted.url.empty() || wanted.ward.empty() || token_file.empty() || folder.empty() ||
      wanted.year == 0) {
    std::cerr << say("hãy nêu --url, --ward, --token-file, --year và --out",
                     "name --url, --ward, --token-file, --year and --out")
              << '\n';
    return 2;
  }
  std::ifstream file(token_file, std::ios::binary);
  if (!std::getline(file, wanted.token) || wanted.token.empty()) {
    std::cerr << say("không đọc được tệp mã truy cập: ", "cannot read the file with the token: ")
              << token_file << '\n';
    return 1;
  }
  wanted.token.erase(wanted.token.find_last_not_of(" \r\n") + 1);
  wanted.time = std::chrono::seconds(timeout_seconds);
  wanted.folder = folder;
  const auto count = write_papers(wanted);
  std::cout << count << say(" giấy tờ, sổ trong ", " papers and books in ") << folder << '\n';
  return 0;
}

}  // namespace langnghe::tools
