#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <papers/documents.hpp>

/// Everything of one matter on one page, for archive and inspection: it prints on A4 as it is.
namespace langnghe::papers {

struct CaseRecord {
  std::uint64_t position = 0;
  std::string happened;
  std::string what;
  std::string who;
  std::string hash;  ///< of the record, as the log of proofs has it
};
struct CaseAttachment {
  std::string hash;
  std::string media_type;
  std::uint64_t bytes = 0;
  bool sealed = false;  ///< of a resident: not among the files of the bundle
};
/// A paper: its title, and the file.
struct CasePaper {
  std::string title;
  std::string name;  ///< `thong-bao-ket-qua`
  std::string docx;
};
struct CaseFile {
  std::string issuer;
  std::string code;
  Matter matter;
  std::string phase;
  std::uint64_t ledger_size = 0;
  std::vector<CaseRecord> records;
  std::vector<CaseAttachment> attachments;
  std::vector<CasePaper> papers;
};

/// HTML that needs nothing else, in the form of a printed page.
[[nodiscard]] std::string case_page(const CaseFile& file);

/// Files by their names as one zip, stored and of one time: the same files, the same bytes.
[[nodiscard]] std::string bundle(std::vector<std::pair<std::string, std::string>> files);

}  // namespace langnghe::papers
