#pragma once

#include <cstddef>
#include <string>

#include <attachments/attachment_folder.hpp>
#include <services/data_directory.hpp>

#include "command_line/options.hpp"

namespace langnghe::tools {

/// The settings of attachments for an operator.
struct FileSettings {
  FileSettings();
  void add_to(Options& options);
  /// Throws std::runtime_error where a media type is not known.
  [[nodiscard]] eventstore::AttachmentOptions options(const DataDirectory& data) const;

  std::size_t bytes_max = eventstore::kAttachmentBytesMaxDefault;
  std::string media_types;  ///< separated by commas
  std::size_t unreferenced_hours = 24;
};

}  // namespace langnghe::tools
