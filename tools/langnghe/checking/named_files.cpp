#include "checking/named_files.hpp"

#include <iostream>

#include <attachments/attachments.hpp>
#include <services/say.hpp>

#include "checking/verify_fault.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace fs = std::filesystem;
namespace {

/// The path of the file or its mark; throws where it is neither, or not the bytes of its name.
es::AttachmentFile check_one(const fs::path& folder, const std::string& ledger,
                             const std::string& name) {
  es::AttachmentFile file{ledger, name, true};
  const auto mark = folder / relative_path(file);
  if (fs::is_regular_file(mark)) {
    if (!fs::is_empty(mark)) {
      refuse(mark.string() + std::string(say(": dấu đã xóa không trống",
                                             ": the mark of an erased file is not empty")));
    }
    return file;
  }
  file.erased = false;
  if (const auto whole = es::check_attachment(folder, file); !whole) {
    const bool missing = whole.error().code == es::AttachmentErrorCode::not_there;
    refuse(std::string(say("tệp đính kèm ", "the attachment ")) + name +
           std::string(missing ? say(": thiếu", ": is missing")
                               : say(": đã bị sửa", ": was changed")));
  }
  return file;
}

}  // namespace

void check_named_files(const fs::path& folder, const std::string& ledger,
                       const std::set<std::string>& names) {
  std::set<fs::path> known;
  std::size_t erased = 0;
  for (const auto& name : names) {
    const auto file = check_one(folder, ledger, name);
    erased += file.erased ? 1 : 0;
    known.insert(folder / relative_path(file));
  }
  if (fs::exists(folder)) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (!entry.is_directory() && !known.contains(entry.path())) {
        refuse(entry.path().string() +
               std::string(say(": không bản ghi nào nêu tệp này", ": no record names this file")));
      }
    }
  }
  std::cout << say("tệp đính kèm: ", "attachments: ") << names.size() - erased
            << say(" đúng với tên, ", " are the bytes of their names, ") << erased
            << say(" đã xóa vĩnh viễn\n", " were erased\n");
}

}  // namespace langnghe::tools
