#include "import/xlsx_package.hpp"

#include <cstdint>
#include <utility>
#include <vector>

#include <services/say.hpp>

namespace langnghe::tools {
namespace {

/// A part larger than this is no list a ward keeps, but a zip made to fill the memory.
constexpr std::uint64_t kPartBytesMax = 128U << 20U;
constexpr zip_flags_t kAnyCase = ZIP_FL_NOCASE;  // part names are compared so (part 2, 6.2.2.3)

using Part = std::unique_ptr<zip_file_t, decltype([](zip_file_t* part) { zip_fclose(part); })>;

std::unexpected<std::string> broken(std::string_view part) {
  return std::unexpected(
      std::string(say("không đọc được phần này của tệp Excel, tệp có thể bị hỏng; "
                      "hãy mở và lưu lại: ",
                      "cannot read this part of the workbook, which may be "
                      "damaged; open it and save it again: "))
          .append(part));
}

/// `../x/y` seen from `xl/worksheets/` (part 2, 6.3.3).
std::string resolved(std::string_view base_folder, std::string_view target) {
  std::vector<std::string_view> steps;
  const auto add = [&](std::string_view path) {
    while (!path.empty()) {
      const auto slash = path.find('/');
      const auto step = path.substr(0, slash);
      path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
      if (step == ".." && !steps.empty()) {
        steps.pop_back();
      } else if (!step.empty() && step != "." && step != "..") {
        steps.push_back(step);
      }
    }
  };
  if (!target.starts_with('/')) {
    add(base_folder);
  }
  add(target);
  std::string path;
  for (const auto step : steps) {
    path += path.empty() ? "" : "/";
    path += step;
  }
  return path;
}

std::string_view folder_of(std::string_view part) {
  const auto slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash);
}

std::string relations_of(std::string_view part) {
  const auto folder = folder_of(part);
  auto name = std::string(folder.empty() ? "" : std::string(folder) + "/") + "_rels/";
  return name + std::string(part.substr(folder.empty() ? 0 : folder.size() + 1)) + ".rels";
}

}  // namespace

std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const auto& each : node.children()) {
    if (local_name(each.name()) == name) {
      return each;
    }
  }
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const auto& each : node.attributes()) {
    if (each.name() == name) {
      return each.value();
    }
  }
  return {};
}

std::string content(const pugi::xml_node& node) {
  std::string text;
  for (const auto& each : node.children()) {
    if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) {
      text += each.value();
    }
  }
  return text;
}

bool is_true(std::string_view flag) {
  return flag == "1" || flag == "true" || flag == "on";
}

std::expected<Package, std::string> Package::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  if (archive == nullptr && source != nullptr) {
    zip_source_free(source);
  }
  zip_error_fini(&error);
  if (archive == nullptr) {
    return std::unexpected(std::string(say("không phải tệp Excel (.xlsx), hoặc tệp bị hỏng",
                                           "not a workbook (.xlsx), or damaged")));
  }
  return Package(std::move(archive));
}

bool Package::has(const std::string& part) const {
  return zip_name_locate(archive_.get(), part.c_str(), kAnyCase) >= 0;
}

std::expected<pugi::xml_document, std::string> Package::read(const std::string& part) const {
  zip_stat_t stat;
  if (zip_stat(archive_.get(), part.c_str(), kAnyCase, &stat) != 0 || stat.size > kPartBytesMax) {
    return broken(part);
  }
  std::string text(stat.size, '\0');
  const Part file(zip_fopen(archive_.get(), part.c_str(), kAnyCase));
  if (file == nullptr ||
      zip_fread(file.get(), text.data(), text.size()) != static_cast<zip_int64_t>(text.size())) {
    return broken(part);
  }
  pugi::xml_document document;
  constexpr unsigned kBlanksToo = pugi::parse_default | pugi::parse_ws_pcdata;
  if (!document.load_buffer(text.data(), text.size(), kBlanksToo)) {
    return broken(part);
  }
  return document;
}

std::map<std::string, Package::Target> Package::relations(const std::string& part) const {
  std::map<std::string, Target> found;
  const auto document = read(relations_of(part));
  if (!document) {
    return found;  // a part that refers to nothing has none
  }
  for (const auto& relation : child(*document, "Relationships").children()) {
    if (attribute(relation, "TargetMode") == "External") {
      continue;
    }
    const auto type = attribute(relation, "Type");
    found[std::string(attribute(relation, "Id"))] = {
        std::string(type.substr(type.rfind('/') + 1)),
        resolved(folder_of(part), attribute(relation, "Target"))};
  }
  return found;
}

}  // namespace langnghe::tools
