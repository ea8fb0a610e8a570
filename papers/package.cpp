#include "package.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>

#include <pugixml.hpp>
#include <zip.h>

namespace langnghe::papers {
namespace {

constexpr std::uint64_t kPartsMax = 200;
constexpr std::uint64_t kPartBytesMax = 8U << 20U;
constexpr std::uint64_t kBytesMax = 24U << 20U;

struct CloseZip {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, CloseZip>;
struct ClosePart {
  void operator()(zip_file_t* part) const { zip_fclose(part); }
};
using OpenPart = std::unique_ptr<zip_file_t, ClosePart>;

std::unexpected<TemplateFault> fault(TemplateFaultCode code, std::string_view where = "") {
  return std::unexpected(TemplateFault{code, std::string(where)});
}

Archive open_archive(std::string_view zip) {
  auto* source = zip_source_buffer_create(zip.data(), zip.size(), 0, nullptr);
  if (source == nullptr) {
    return nullptr;
  }
  Archive archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
  if (archive == nullptr) {
    zip_source_free(source);
  }
  return archive;
}

/// `left` bytes may still be read; the sizes that the file names are not believed.
std::expected<std::string, TemplateFault> read_part(zip_t& archive, std::uint64_t index,
                                                    std::string_view name, std::uint64_t left) {
  const OpenPart part(zip_fopen_index(&archive, index, 0));
  if (part == nullptr) {
    return fault(TemplateFaultCode::malformed, name);
  }
  const auto most = std::min(kPartBytesMax, left);
  std::string bytes;
  std::string piece(std::size_t{64} << 10U, '\0');
  for (;;) {
    const auto got = zip_fread(part.get(), piece.data(), piece.size());
    if (got < 0) {
      return fault(TemplateFaultCode::malformed, name);
    }
    if (got == 0) {
      return bytes;
    }
    bytes.append(piece, 0, static_cast<std::size_t>(got));
    if (bytes.size() > most) {
      return fault(TemplateFaultCode::too_large, name);
    }
  }
}

std::string in_small(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return small;
}

bool holds(std::string_view text, std::string_view piece) {
  return text.find(piece) != std::string_view::npos;
}

bool names_a_macro(std::string_view type) {
  return holds(type, "macroenabled") || holds(type, "vbaproject") || holds(type, "activex");
}

/// The types and the links of a package. They are read as XML: a search in the bytes would miss a
/// value that is written with character references.
std::expected<void, TemplateFault> check_attributes(const Part& part) {
  pugi::xml_document document;
  if (!document.load_buffer(part.bytes.data(), part.bytes.size())) {
    return fault(TemplateFaultCode::malformed, part.name);
  }
  for (const auto& found : document.select_nodes("//@*")) {
    const std::string_view name = found.attribute().name();
    const auto value = in_small(found.attribute().value());
    if (name != "Target" && name != "TargetMode" && names_a_macro(value)) {
      return fault(TemplateFaultCode::macro, part.name);
    }
    if ((name == "TargetMode" && value != "internal") || (name == "Target" && holds(value, ":"))) {
      return fault(TemplateFaultCode::external_link, part.name);
    }
  }
  return {};
}

/// `name`: in small letters, for names of parts differ by more than their case (ECMA-376-2, 6.2.2).
std::expected<void, TemplateFault> check_part(const Part& part, const std::string& name) {
  if (holds(name, "vbaproject") || name.ends_with(".bin")) {
    return fault(TemplateFaultCode::macro, part.name);
  }
  const bool links = name.ends_with(".rels");
  if (!links && !name.ends_with(".xml")) {
    return {};
  }
  // UTF-8 alone, which has no zero: in UTF-16 a document type would be missed.
  if (holds(part.bytes, "<!DOCTYPE") || holds(part.bytes, std::string_view("\0", 1))) {
    return fault(TemplateFaultCode::malformed, part.name);
  }
  return links || name == "[content_types].xml" ? check_attributes(part)
                                                : std::expected<void, TemplateFault>();
}

}  // namespace

std::expected<Package, TemplateFault> read_package(std::string_view zip) {
  if (zip.size() > kBytesMax) {
    return fault(TemplateFaultCode::too_large);
  }
  const auto archive = open_archive(zip);
  if (archive == nullptr) {
    return fault(TemplateFaultCode::not_a_package);
  }
  const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive.get(), 0));
  if (count > kPartsMax) {
    return fault(TemplateFaultCode::too_large);
  }
  Package package;
  std::set<std::string> names;
  std::uint64_t left = kBytesMax;
  for (std::uint64_t index = 0; index < count; ++index) {
    const char* name = zip_get_name(archive.get(), index, ZIP_FL_ENC_GUESS);
    const auto small = in_small(name == nullptr ? "" : name);
    if (name == nullptr || !names.insert(small).second) {
      return fault(TemplateFaultCode::not_a_package);
    }
    auto bytes = read_part(*archive, index, name, left);
    if (!bytes) {
      return std::unexpected(std::move(bytes.error()));
    }
    left -= bytes->size();
    package.push_back({name, *std::move(bytes)});
    if (auto checked = check_part(package.back(), small); !checked) {
      return std::unexpected(std::move(checked.error()));
    }
  }
  if (find_part(package, "[Content_Types].xml") == nullptr ||
      find_part(package, "word/document.xml") == nullptr) {
    return fault(TemplateFaultCode::not_a_package);
  }
  return package;
}

const Part* find_part(const Package& package, std::string_view name) {
  const auto found = std::ranges::find(package, name, &Part::name);
  return found == package.end() ? nullptr : &*found;
}

}  // namespace langnghe::papers
