#include "small_template.hpp"

#include <algorithm>
#include <memory>

#include <zip.h>

namespace langnghe::papers::spec {

std::string docx(std::string_view body, const Parts& more) {
  Parts parts{
      {"[Content_Types].xml", "<Types/>"},
      {"word/document.xml", "<w:document><w:body>" + std::string(body) + "</w:body></w:document>"}};
  for (const auto& [name, bytes] : more) {
    const auto same = std::ranges::find(parts, name, &Parts::value_type::first);
    if (same == parts.end()) {
      parts.emplace_back(name, bytes);
    } else {
      same->second = bytes;
    }
  }
  auto* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(source);
  auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, bytes] : parts) {
    auto* part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
  }
  zip_close(archive);
  zip_source_open(source);
  zip_stat_t facts;
  zip_source_stat(source, &facts);
  std::string out(facts.size, '\0');
  zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  zip_source_free(source);
  return out;
}

std::string run_control(std::string_view tag) {
  return block_control(tag, "<w:r><w:rPr><w:b/></w:rPr><w:t>[x]</w:t></w:r>");
}

std::string line_control(std::string_view tag) {
  return block_control(tag, "<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>[x]</w:t></w:r></w:p>");
}

std::string block_control(std::string_view tag, std::string_view blocks) {
  return "<w:sdt><w:sdtPr><w:tag w:val=\"" + std::string(tag) + "\"/></w:sdtPr><w:sdtContent>" +
         std::string(blocks) + "</w:sdtContent></w:sdt>";
}

std::string paragraph(std::string_view runs) {
  return "<w:p>" + std::string(runs) + "</w:p>";
}

std::string part_of(std::string_view docx, std::string_view name) {
  auto* source = zip_source_buffer_create(docx.data(), docx.size(), 0, nullptr);
  auto* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  if (archive == nullptr) {
    zip_source_free(source);
    return {};
  }
  std::string out;
  if (auto* part = zip_fopen(archive, std::string(name).c_str(), 0); part != nullptr) {
    std::string piece(4096, '\0');
    for (auto got = zip_fread(part, piece.data(), piece.size()); got > 0;
         got = zip_fread(part, piece.data(), piece.size())) {
      out.append(piece, 0, static_cast<std::size_t>(got));
    }
    zip_fclose(part);
  }
  zip_discard(archive);
  return out;
}

std::string body_of(std::string_view docx) {
  return part_of(docx, "word/document.xml");
}

}  // namespace langnghe::papers::spec
