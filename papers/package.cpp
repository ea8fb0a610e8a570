#include "package.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>

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

std::expected<void, TemplateFault> check_part(const Part& part) {
  const auto holds = [&](std::string_view text) {
    return part.bytes.find(text) != std::string::npos;
  };
  if (part.name.find("vbaProject") != std::string::npos || part.name.ends_with(".bin") ||
      (part.name == "[Content_Types].xml" && holds("macroEnabled"))) {
    return fault(TemplateFaultCode::macro, part.name);
  }
  if (part.name.ends_with(".rels") && holds("TargetMode") && holds("External")) {
    return fault(TemplateFaultCode::external_link, part.name);
  }
  if ((part.name.ends_with(".xml") || part.name.ends_with(".rels")) && holds("<!DOCTYPE")) {
    return fault(TemplateFaultCode::malformed, part.name);
  }
  return {};
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
  std::uint64_t left = kBytesMax;
  for (std::uint64_t index = 0; index < count; ++index) {
    const char* name = zip_get_name(archive.get(), index, ZIP_FL_ENC_GUESS);
    if (name == nullptr || find_part(package, name) != nullptr) {
      return fault(TemplateFaultCode::not_a_package);
    }
    auto bytes = read_part(*archive, index, name, left);
    if (!bytes) {
      return std::unexpected(std::move(bytes.error()));
    }
    left -= bytes->size();
    package.push_back({name, *std::move(bytes)});
    if (auto checked = check_part(package.back()); !checked) {
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
