#pragma once

#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <pugixml.hpp>
#include <zip.h>

// A workbook as ECMA-376 packs it: parts in a zip (part 2), found by relationships, in whatever
// namespaces, prefixes and file names the program that wrote it has chosen. Include in .cpp only.
namespace langnghe::tools {

/// The name without its prefix.
[[nodiscard]] std::string_view local_name(std::string_view name);
[[nodiscard]] pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
[[nodiscard]] std::string_view attribute(const pugi::xml_node& node, std::string_view name);
/// All text of a node, also where it comes in pieces.
[[nodiscard]] std::string content(const pugi::xml_node& node);
[[nodiscard]] bool is_true(std::string_view flag);

class Package {
 public:
  struct Target {
    std::string type;  ///< last word of the relationship's type: `worksheet`
    std::string part;
  };

  /// The error says that it is no zip, or one of another program.
  [[nodiscard]] static std::expected<Package, std::string> open(std::string_view bytes);

  [[nodiscard]] std::expected<pugi::xml_document, std::string> read(const std::string& part) const;
  /// The targets a part refers to, by the relationship's id; `""` is the package itself.
  [[nodiscard]] std::map<std::string, Target> relations(const std::string& part) const;
  [[nodiscard]] bool has(const std::string& part) const;

 private:
  struct Discard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
  };
  using Archive = std::unique_ptr<zip_t, Discard>;
  explicit Package(Archive archive) : archive_(std::move(archive)) {}

  Archive archive_;
};

}  // namespace langnghe::tools
