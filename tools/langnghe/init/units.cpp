#include "init/units.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <text/typed_text.hpp>

#include "init/unit_files.hpp"

namespace langnghe::tools {
namespace {

constexpr std::array<std::string_view, 4> kKinds{"phường", "xã", "đặc khu", "thị trấn"};

std::vector<Unit> read_units() {
  std::vector<Unit> read;
  std::string_view province;
  auto rest = unit_files().front().bytes;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const bool of_province = line.starts_with('\t');
    line.remove_prefix(of_province ? 1 : 0);
    const auto tab = line.find('\t');
    if (of_province) {
      read.push_back({line.substr(0, tab), line.substr(tab + 1), province});
    } else {
      province = line.substr(tab + 1);
    }
  }
  return read;
}

/// Unit names as they are compared; made once, because folding all of them takes a while.
struct Folded {
  std::string whole;
  std::string bare;
  std::string province;
};

std::vector<Folded> fold_units() {
  std::vector<Folded> folded;
  for (const auto& unit : units()) {
    folded.push_back({text::without_marks(unit.name), text::without_marks(without_kind(unit.name)),
                      text::without_marks(unit.province)});
  }
  return folded;
}

/// Small letters without marks, one space between words.
std::string folded_words(std::string_view typed) {
  std::string words;
  for (const char letter : text::without_marks(text::trimmed(typed))) {
    const bool space = letter == ' ' || letter == '\t';
    if (!space || (!words.empty() && words.back() != ' ')) {
      words += space ? ' ' : letter;
    }
  }
  return words;
}

bool has_words(std::string_view name, std::string_view words) {
  return (' ' + std::string(name)).find(' ' + std::string(words)) != std::string::npos;
}

}  // namespace

std::span<const Unit> units() {
  static const auto all = read_units();
  return all;
}

UnitsFound find_units(std::string_view query) {
  static const auto folded = fold_units();
  const auto comma = query.find(',');
  const auto name = folded_words(query.substr(0, comma));
  const auto province =
      comma == std::string_view::npos ? std::string() : folded_words(query.substr(comma + 1));
  UnitsFound found;
  if (name.empty()) {
    return found;
  }
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto& one = folded[i];
    if (!has_words(one.province, province)) {
      continue;
    }
    if (name == one.whole || name == one.bare || name == units()[i].code) {
      found.exact.push_back(units()[i]);
    } else if (has_words(one.whole, name)) {
      found.near.push_back(units()[i]);
    }
  }
  if (!found.exact.empty()) {
    found.near.clear();
  }
  return found;
}

std::string_view kind_of_unit(std::string_view name) {
  const auto folded = text::without_marks(name);
  for (const auto kind : kKinds) {
    if (folded.starts_with(text::without_marks(kind) + ' ')) {
      return kind;
    }
  }
  return {};
}

std::string_view without_kind(std::string_view name) {
  // The kind's letters are as many bytes in the name as in the list: `Đ` and `đ` have two each.
  const auto kind = kind_of_unit(name);
  return kind.empty() ? name : text::trimmed(name.substr(kind.size()));
}

}  // namespace langnghe::tools
