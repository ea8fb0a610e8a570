#include "papers/filling.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <vector>

#include <pugixml.hpp>

#include "package.hpp"
#include "safe_text.hpp"

namespace langnghe::papers {
namespace {

/// Controls within controls and tables within tables; Word's own limit is far below.
constexpr int kDepthMax = 200;
/// The nodes and the bytes of text of one paper: lists within lists would have no end.
constexpr std::size_t kNodeBytes = 16;
constexpr std::size_t kBytesMax = std::size_t{32} << 20U;
constexpr unsigned kParse = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration;

/// The contents that surround a place, the outermost first.
using Scope = std::vector<const Content*>;

/// The value of a name in the innermost content that has it.
struct Named {
  const std::string* text = nullptr;
  const std::vector<Content>* list = nullptr;

  [[nodiscard]] bool known() const { return text != nullptr || list != nullptr; }
  [[nodiscard]] bool given() const {
    return (text != nullptr && !text->empty()) || (list != nullptr && !list->empty());
  }
};

Named find(const Scope& scope, std::string_view name) {
  for (auto content = scope.rbegin(); content != scope.rend(); ++content) {
    const auto text = (*content)->texts.find(name);
    const auto list = (*content)->lists.find(name);
    const Named named{text == (*content)->texts.end() ? nullptr : &text->second,
                      list == (*content)->lists.end() ? nullptr : &list->second};
    if (named.known()) {
      return named;
    }
  }
  return {};
}

std::string_view tag_of(const pugi::xml_node& control) {
  return control.child("w:sdtPr").child("w:tag").attribute("w:val").value();
}

pugi::xml_node first_run(const pugi::xml_node& node) {
  return node.find_node(
      [](const pugi::xml_node& each) { return std::string_view(each.name()) == "w:r"; });
}

/// The run says this and nothing else, looking as it did.
void set_words(pugi::xml_node run, std::string_view words) {
  for (auto child = run.first_child(); child;) {
    const auto next = child.next_sibling();
    if (std::string_view(child.name()) != "w:rPr") {
      run.remove_child(child);
    }
    child = next;
  }
  while (!words.empty()) {
    const auto end = words.find_first_of("\n\t");
    const auto piece = words.substr(0, end);
    if (!piece.empty()) {
      auto text = run.append_child("w:t");
      text.append_attribute("xml:space") = "preserve";
      text.text().set(std::string(piece).c_str());
    }
    if (end == std::string_view::npos) {
      return;
    }
    run.append_child(words[end] == '\n' ? "w:br" : "w:tab");
    words.remove_prefix(end + 1);
  }
}

/// Fills the parts of one paper. Lives on the stack of `fill`.
class Filler {
 public:
  [[nodiscard]] std::optional<TemplateFault> fill_part(pugi::xml_document& part,
                                                       const Content& content) {
    fill_children(part, {&content}, 0);
    for (const auto& cell : part.select_nodes("//w:tc")) {
      // A cell ends with a paragraph (ISO/IEC 29500-1, 17.4.65).
      if (std::string_view(cell.node().last_child().name()) != "w:p") {
        cell.node().append_child("w:p");
      }
    }
    return fault_;
  }

 private:
  void fail(TemplateFaultCode code, std::string_view where) {
    if (!fault_) {
      fault_ = TemplateFault{code, std::string(where)};
    }
  }

  void spend(std::size_t bytes, std::string_view where) {
    spent_ += bytes;
    if (spent_ > kBytesMax) {
      fail(TemplateFaultCode::too_large, where);
    }
  }

  void fill_children(pugi::xml_node parent, const Scope& scope, int depth) {
    for (auto child = parent.first_child(); child && !fault_;) {
      const auto next = child.next_sibling();
      fill_node(child, scope, depth);
      child = next;
    }
  }

  void fill_node(pugi::xml_node node, const Scope& scope, int depth) {
    if (depth > kDepthMax) {
      return fail(TemplateFaultCode::malformed, node.name());
    }
    spend(kNodeBytes, open_.empty() ? std::string_view(node.name()) : open_.back());
    if (std::string_view(node.name()) == "w:sdt") {
      fill_control(node, scope, depth + 1);
    } else {
      fill_children(node, scope, depth + 1);
    }
  }

  void fill_control(pugi::xml_node control, const Scope& scope, int depth) {
    const auto tag = tag_of(control);
    const bool optional = tag.ends_with('?');
    const auto named = find(scope, tag.substr(0, tag.size() - (optional ? 1 : 0)));
    if (!named.known() && !tag.empty()) {
      return fail(TemplateFaultCode::unknown_tag, tag);
    }
    // One without a tag is Word's own, as around a table of contents.
    if (tag.empty() || (optional && named.given())) {
      unwrap(control, scope, depth);
    } else if (!optional && named.list != nullptr) {
      repeat(control, *named.list, scope, depth);
    } else if (!optional) {
      fill_text(control, safe_text(*named.text));
    }
    control.parent().remove_child(control);
  }

  void repeat(pugi::xml_node control, const std::vector<Content>& list, const Scope& scope,
              int depth) {
    const auto tag = tag_of(control);
    if (std::ranges::find(open_, tag) != open_.end()) {
      return fail(TemplateFaultCode::malformed, tag);  // a list within itself
    }
    open_.emplace_back(tag);
    for (const auto& entry : list) {
      auto inner = scope;
      inner.push_back(&entry);
      unwrap(control, inner, depth);
    }
    open_.pop_back();
  }

  /// Puts a copy of what the control holds before it, filled.
  void unwrap(pugi::xml_node control, const Scope& scope, int depth) {
    for (const auto& child : control.child("w:sdtContent").children()) {
      if (fault_) {
        return;
      }
      auto copy = control.parent().insert_copy_before(child, control);
      fill_node(copy, scope, depth);
    }
  }

  void fill_text(pugi::xml_node control, const std::string& text) {
    spend(text.size(), tag_of(control));
    const auto content = control.child("w:sdtContent");
    const auto paragraph = content.child("w:p");
    const auto run = first_run(content);
    if (!run || (!paragraph && run.parent() != content)) {
      return fail(TemplateFaultCode::malformed, tag_of(control));
    }
    if (!paragraph) {
      put_run(control, control.parent().insert_copy_before(run, control), text);
      return;
    }
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      auto copy = control.parent().insert_copy_before(paragraph, control);
      auto kept = first_run(copy);
      for (auto child = copy.first_child(); child;) {
        const auto next = child.next_sibling();
        if (child != kept && std::string_view(child.name()) != "w:pPr") {
          copy.remove_child(child);
        }
        child = next;
      }
      put_run(control, kept, line);
    }
  }

  /// Where Word still shows its placeholder, the look of the text is the control's own.
  static void put_run(const pugi::xml_node& control, pugi::xml_node run, std::string_view words) {
    const auto own = control.child("w:sdtPr");
    if (own.child("w:showingPlcHdr")) {
      run.remove_child("w:rPr");
      if (const auto look = own.child("w:rPr")) {
        run.prepend_copy(look);
      }
    }
    set_words(run, words);
  }

  std::optional<TemplateFault> fault_;
  std::size_t spent_ = 0;
  std::vector<std::string> open_;  ///< the lists that are being repeated, the outermost first
};

bool is_filled(std::string_view part) {
  return part == "word/document.xml" ||
         ((part.starts_with("word/header") || part.starts_with("word/footer")) &&
          part.ends_with(".xml"));
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(out).str();
}

/// Is it within a control that may be dropped?
bool is_optional(pugi::xml_node node) {
  for (; node; node = node.parent()) {
    if (std::string_view(node.name()) == "w:sdt" && tag_of(node).ends_with('?')) {
      return true;
    }
  }
  return false;
}

/// The tags of a readable template, each with whether it always stands there.
std::map<std::string, bool> tags_of(const Package& package) {
  std::map<std::string, bool> tags;
  for (const auto& part : package) {
    pugi::xml_document document;
    if (!is_filled(part.name) ||
        !document.load_buffer(part.bytes.data(), part.bytes.size(), kParse)) {
      continue;
    }
    for (const auto& found : document.select_nodes("//w:sdt")) {
      const auto tag = tag_of(found.node());
      if (!tag.empty()) {
        tags[std::string(tag)] |= !is_optional(found.node());
      }
    }
  }
  return tags;
}

std::string picture_name(std::string_view part) {
  constexpr std::string_view kFolder = "word/media/";
  constexpr std::string_view kEnding = ".png";
  if (!part.starts_with(kFolder) || !part.ends_with(kEnding)) {
    return {};
  }
  part.remove_prefix(kFolder.size());
  part.remove_suffix(kEnding.size());
  return std::string(part);
}

}  // namespace

std::expected<std::string, TemplateFault> fill(std::string_view docx, const Content& content) {
  auto package = read_package(docx);
  if (!package) {
    return std::unexpected(std::move(package.error()));
  }
  Filler filler;
  for (auto& part : *package) {
    if (const auto picture = content.pictures.find(picture_name(part.name));
        picture != content.pictures.end()) {
      part.bytes = picture->second;
    }
    if (!is_filled(part.name)) {
      continue;
    }
    pugi::xml_document document;
    if (!document.load_buffer(part.bytes.data(), part.bytes.size(), kParse)) {
      return std::unexpected(TemplateFault{TemplateFaultCode::malformed, part.name});
    }
    if (auto fault = filler.fill_part(document, content)) {
      return std::unexpected(*std::move(fault));
    }
    part.bytes = text_of(document);
  }
  return stored_zip(*package);
}

namespace {

/// The first code of a field that fetches something when the paper is opened, or a part that is put
/// in from elsewhere. Word splits codes into runs, so they are joined before they are looked at; a
/// template may give the namespace another prefix.
std::string fetching(const pugi::xml_document& document) {
  std::string codes;
  for (const auto& found : document.select_nodes("//*[local-name()='instrText']")) {
    codes += found.node().child_value();
  }
  for (const auto& found :
       document.select_nodes("//*[local-name()='fldSimple']/@*[local-name()='instr']")) {
    codes += found.attribute().value();
  }
  for (char& letter : codes) {
    letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  for (const std::string_view code :
       {"INCLUDEPICTURE", "INCLUDETEXT", "DDE", "LINK", "IMPORT", "DATABASE", "RD "}) {
    if (codes.find(code) != std::string::npos) {
      return std::string(code);
    }
  }
  return document.select_node("//*[local-name()='altChunk']") ? "altChunk" : "";
}

/// Of every part that is XML: the links of a package may name one of any folder and ending.
std::optional<TemplateFault> check_fields(const Package& package) {
  for (const auto& part : package) {
    pugi::xml_document document;
    if (!document.load_buffer(part.bytes.data(), part.bytes.size(), kParse)) {
      continue;
    }
    if (auto code = fetching(document); !code.empty()) {
      return TemplateFault{TemplateFaultCode::external_link, std::move(code)};
    }
  }
  return std::nullopt;
}

}  // namespace

std::expected<void, TemplateFault> check_template(std::string_view docx, const Content& sample,
                                                  std::string_view shipped) {
  if (auto filled = fill(docx, sample); !filled) {
    return std::unexpected(std::move(filled.error()));
  }
  const auto package = read_package(docx).value_or(Package{});
  if (auto fault = check_fields(package)) {
    return std::unexpected(*std::move(fault));
  }
  const auto tags = tags_of(package);
  for (const auto& [tag, needed] : tags_of(read_package(shipped).value_or(Package{}))) {
    if (needed && !tags.contains(tag)) {
      return std::unexpected(TemplateFault{TemplateFaultCode::missing_tag, tag});
    }
  }
  return {};
}

}  // namespace langnghe::papers
