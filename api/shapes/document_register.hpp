#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <domain/document_register.hpp>
#include <domain/ids.hpp>
#include <domain/time.hpp>

#include "shapes/allowed.hpp"
#include "shapes/head.hpp"

/// A year's register of documents.
namespace langnghe::api::shapes {

struct RegisterEntry {
  domain::DocumentType type{};
  int number = 0;
  std::string symbol;
  domain::Date date{};
  std::optional<domain::StreamId> taken_by;  ///< none: the number was voided
  bool voided = false;
  std::string reason;  ///< of the voiding
  domain::UserId by;
  std::uint64_t position = 0;
  std::vector<domain::PaperRecorded> papers;             ///< what it was, byte for byte
  std::vector<domain::SignedFileRecorded> signed_files;  ///< what came back signed
};

struct DocumentRegister {
  Head head;
  int year = 0;
  std::uint64_t version = 0;
  std::vector<RegisterEntry> items;
  std::vector<AllowedCommand> allowed_commands;
};

}  // namespace langnghe::api::shapes
