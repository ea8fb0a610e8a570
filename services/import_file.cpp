#include "import_file.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <domain/enum_text.hpp>
#include <services/say.hpp>

namespace langnghe::tools {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

[[noreturn]] void unreadable(const fs::path& path) {
  throw std::runtime_error(
      std::string(
          say("không đọc được danh sách đang nhập dở; hãy khôi phục tệp này từ bản sao lưu: ",
              "cannot read the list that was cut off; restore this file from a backup: ")) +
      path.string());
}

[[noreturn]] void unwritable(const fs::path& path) {
  throw std::runtime_error(std::string(say("không ghi được ", "cannot write ")) + path.string());
}

void sync_folder(const fs::path& folder) {
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = opened >= 0 && ::fsync(opened) == 0;
  if (opened >= 0) {
    ::close(opened);
  }
  if (!synced) {
    unwritable(folder);
  }
}

json to_json(const domain::ImportedIssue& row) {
  json object{{"issue", row.issue.value}, {"external_id", row.external_id},
              {"row", row.row},           {"khom", row.khom.value},
              {"subject", row.subject},   {"received", domain::to_text(row.received)},
              {"field", row.field.value}, {"pressing", row.pressing}};
  if (row.agreed_due) {
    object["agreed_due"] = domain::to_text(*row.agreed_due);
  }
  if (row.ended_on) {
    object["ended_on"] = domain::to_text(*row.ended_on);
    object["outcome"] = domain::to_text(row.outcome);
  }
  return object;
}

json to_json(const domain::ImportIssues& import) {
  json rows = json::array();
  for (const auto& row : import.issues) {
    rows.push_back(to_json(row));
  }
  return {{"source", import.source}, {"file_hash", import.file_hash}, {"issues", std::move(rows)}};
}

/// `.value()` of what is no date throws, and that is caught where the file is read.
domain::Date date_in(const json& object, const char* member) {
  return domain::parse_date(object.at(member).get<std::string>()).value();
}

domain::ImportedIssue row_of(const json& object) {
  domain::ImportedIssue row;
  row.issue = {object.at("issue").get<std::string>()};
  row.external_id = object.at("external_id").get<std::string>();
  row.row = object.at("row").get<int>();
  row.khom = {object.at("khom").get<std::string>()};
  row.received = date_in(object, "received");
  row.subject = object.at("subject").get<std::string>();
  row.field = {object.at("field").get<std::string>()};
  row.pressing = object.at("pressing").get<bool>();
  if (object.contains("agreed_due")) {
    row.agreed_due = date_in(object, "agreed_due");
  }
  if (object.contains("ended_on")) {
    row.ended_on = date_in(object, "ended_on");
    row.outcome =
        domain::from_text<domain::Outcome>(object.at("outcome").get<std::string>()).value();
  }
  return row;
}

StagedImport import_of(const json& object) {
  StagedImport import;
  import.ledger = {object.at("ward").get<std::string>()};
  import.user = object.at("user").get<std::string>();
  import.now = domain::parse_instant(object.at("at").get<std::string>()).value();
  const auto& rows = object.at("import");
  import.import.source = rows.at("source").get<std::string>();
  import.import.file_hash = rows.at("file_hash").get<std::string>();
  for (const auto& row : rows.at("issues")) {
    import.import.issues.push_back(row_of(row));
  }
  return import;
}

}  // namespace

ImportFile::ImportFile(const DataDirectory& data, const eventstore::LedgerId& ledger)
    : path_(data.imports() / (ledger.value + ".json")) {}

std::vector<ImportFile> ImportFile::all(const DataDirectory& data) {
  std::vector<ImportFile> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(data.imports(), error)) {
    if (entry.path().extension() == ".json") {
      files.push_back(ImportFile(entry.path()));
    }
  }
  return files;
}

void ImportFile::write(const StagedImport& import) const {
  make_private(path_.parent_path());
  const auto text = json{{"ward", import.ledger.value},
                         {"user", import.user},
                         {"at", domain::to_utc_text(import.now)},
                         {"import", to_json(import.import)}}
                        .dump();
  const auto next = fs::path(path_.string() + ".next");
  const int file = ::open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  std::string_view left = text;
  while (file >= 0 && !left.empty()) {
    const auto written = ::write(file, left.data(), left.size());
    if (written <= 0) {
      break;
    }
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  const bool synced = file >= 0 && left.empty() && ::fsync(file) == 0;
  if (file >= 0) {
    ::close(file);
  }
  if (!synced) {
    unwritable(path_);
  }
  fs::rename(next, path_);
  sync_folder(path_.parent_path());
  sync_folder(path_.parent_path().parent_path());
}

void ImportFile::remove() const {
  fs::remove(path_);
  sync_folder(path_.parent_path());
}

StagedImport ImportFile::read() const {
  std::ifstream file(path_, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  try {
    return import_of(json::parse(text));
  } catch (const json::exception&) {
    unreadable(path_);
  } catch (const std::bad_optional_access&) {
    unreadable(path_);
  }
}

std::string to_json_text(const domain::ImportIssues& import) {
  return to_json(import).dump();
}

}  // namespace langnghe::tools
