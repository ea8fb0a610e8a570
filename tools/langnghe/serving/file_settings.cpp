#include "serving/file_settings.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

#include <services/say.hpp>

namespace langnghe::tools {

FileSettings::FileSettings() {
  for (const auto& type : eventstore::known_media_types()) {
    media_types += (media_types.empty() ? "" : ",") + type;
  }
}

void FileSettings::add_to(Options& options) {
  options.number("attachment-bytes-max", &bytes_max, "tệp đính kèm tối đa (byte)",
                 "largest attachment (bytes)");
  options.text("attachment-types", &media_types, "các loại tệp được nhận",
               "media types that are taken");
  options.number("unreferenced-hours", &unreferenced_hours,
                 "dọn tệp không sự kiện nào nhắc đến sau bao nhiêu giờ",
                 "hours after which a file that no event names is removed");
}

eventstore::AttachmentOptions FileSettings::options(const DataDirectory& data) const {
  const auto known = eventstore::known_media_types();
  std::vector<std::string> types;
  std::istringstream rest(media_types);
  for (std::string type; std::getline(rest, type, ',');) {
    if (std::ranges::find(known, type) == known.end()) {
      throw std::runtime_error(std::string(say("--attachment-types: không nhận ra loại ",
                                               "--attachment-types: cannot recognise the type ")) +
                               type);
    }
    types.push_back(std::move(type));
  }
  return {.directory = data.files(),
          .bytes_max = bytes_max,
          .media_types = std::move(types),
          .sync = {}};
}

}  // namespace langnghe::tools
