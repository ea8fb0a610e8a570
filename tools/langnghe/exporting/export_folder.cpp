#include "exporting/export_folder.hpp"

#include <fstream>
#include <stdexcept>

#include <attachments/attachments.hpp>
#include <services/say.hpp>

namespace langnghe::tools {
namespace es = eventstore;
namespace fs = std::filesystem;

void prepare_folder(const fs::path& folder) {
  if (fs::exists(folder) && !(fs::is_directory(folder) && fs::is_empty(folder))) {
    throw std::runtime_error(
        std::string(say("hãy chọn một thư mục trống", "choose an empty folder")) + " (" +
        folder.string() + ")");
  }
  fs::create_directories(folder);
}

void write_file(const fs::path& file, const std::string& bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) {
    throw std::runtime_error("cannot write " + file.string());
  }
}

void copy_named_files(const fs::path& files, const fs::path& to, const std::string& ledger,
                      std::string_view record) {
  for (const auto& hash : es::references(record)) {
    es::AttachmentFile file{ledger, hash, true};
    file.erased = fs::exists(files / relative_path(file));
    if (const auto copied = es::copy_attachment(files, to, file); !copied) {
      throw std::runtime_error(
          std::string(say("không xuất được tệp đính kèm; hãy chạy langnghe doctor",
                          "an attachment cannot be exported; run langnghe doctor")) +
          " (" + hash + ")");
    }
  }
}

}  // namespace langnghe::tools
