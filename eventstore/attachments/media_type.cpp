#include "media_type.hpp"

#include <algorithm>
#include <array>

#include <attachments/attachments.hpp>

namespace langnghe::eventstore {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kWordDocument =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// `at` bytes in front of the mark may be anything.
struct Mark {
  std::string_view media_type;
  std::size_t at = 0;
  std::string_view bytes;
};

// The brands of ISO base media (ISO/IEC 14496-12) are those that recorders of sound and phones'
// cameras write; a container of any other brand is not taken.
constexpr auto kMarks = std::to_array<Mark>({
    {"image/jpeg", 0, "\xFF\xD8\xFF"sv},
    {"image/png", 0, "\x89PNG\r\n\x1A\n"sv},
    {"audio/mpeg", 0, "ID3"sv},
    {"audio/ogg", 0, "OggS\0"sv},
    {"audio/mp4", 4, "ftypM4A "sv},
    {"audio/mp4", 4, "ftypM4B "sv},
    {"audio/mp4", 4, "ftypmp41"sv},
    {"audio/mp4", 4, "ftypmp42"sv},
    {"audio/mp4", 4, "ftypisom"sv},
    {"image/heic", 4, "ftypheic"sv},
    {"image/heic", 4, "ftypheix"sv},
    {"image/heic", 4, "ftypmif1"sv},
});

/// Other names that browsers give to the same.
struct Alias {
  std::string_view given;
  std::string_view media_type;
};
constexpr auto kAliases = std::to_array<Alias>({
    {"image/jpg", "image/jpeg"},
    {"image/pjpeg", "image/jpeg"},
    {"audio/mp3", "audio/mpeg"},
    {"audio/m4a", "audio/mp4"},
    {"audio/x-m4a", "audio/mp4"},
    {"image/heif", "image/heic"},
});

/// A frame of MPEG audio (ISO/IEC 11172-3 section 2.4.1.3): eleven bits set, then a version and a
/// layer that exist.
bool is_mpeg_frame(std::string_view begin) {
  if (begin.size() < 4) {
    return false;
  }
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(begin[i]); };
  const bool is_sync = byte(0) == 0xFF && (byte(1) & 0xE0) == 0xE0;
  const bool is_version = (byte(1) & 0x18) != 0x08;
  const bool is_layer = (byte(1) & 0x06) != 0;
  const bool is_rate = (byte(2) & 0xF0) != 0xF0 && (byte(2) & 0x0C) != 0x0C;
  return is_sync && is_version && is_layer && is_rate;
}

/// Scanners put a byte order mark or their own header in front: readers look for a PDF's first line
/// within the first 1,024 bytes (PDF 1.7 reference, implementation note 13).
bool has_pdf_header(std::string_view begin) {
  constexpr std::size_t kWithin = 1'024;
  return begin.substr(0, kWithin).find("%PDF-"sv) != std::string_view::npos;
}

/// A Word document is a zip (APPNOTE 4.3.7: the name of the first entry stands at byte 30) whose
/// first part is one of its own. Whether the rest is a document, whoever uses it has to see.
bool is_word_package(std::string_view begin) {
  constexpr std::size_t kNameAt = 30;
  if (!begin.starts_with("PK\3\4"sv) || begin.size() <= kNameAt) {
    return false;
  }
  const auto name = begin.substr(kNameAt);
  return std::ranges::any_of(
      std::array{"[Content_Types].xml"sv, "_rels/"sv, "word/"sv, "docProps/"sv, "customXml/"sv},
      [&](std::string_view part) { return name.starts_with(part); });
}

}  // namespace

std::string_view sniff_media_type(std::string_view begin) {
  for (const auto& mark : kMarks) {
    if (begin.size() >= mark.at + mark.bytes.size() &&
        begin.substr(mark.at, mark.bytes.size()) == mark.bytes) {
      return mark.media_type;
    }
  }
  if (is_mpeg_frame(begin)) {
    return "audio/mpeg";
  }
  if (is_word_package(begin)) {
    return kWordDocument;
  }
  return has_pdf_header(begin) ? "application/pdf" : "";
}

std::vector<std::string> known_media_types() {
  return {"image/jpeg", "image/png", "image/heic", "application/pdf", std::string(kWordDocument),
          "audio/mpeg", "audio/mp4", "audio/ogg"};
}

std::string media_type_of(std::string_view content_type) {
  std::string type(content_type.substr(0, content_type.find(';')));
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) {
    type.pop_back();
  }
  std::ranges::transform(type, type.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto alias = std::ranges::find(kAliases, type, &Alias::given);
  return alias == kAliases.end() ? type : std::string(alias->media_type);
}

}  // namespace langnghe::eventstore
