#include "import/columns.hpp"

#include <algorithm>
#include <optional>
#include <ostream>
#include <set>

#include <nlohmann/json.hpp>
#include <text/typed_text.hpp>

#include <domain/time.hpp>
#include <services/say.hpp>

#include "import/cell_value.hpp"

namespace langnghe::tools {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kSamples = 3;
constexpr std::size_t kSampleCharacters = 40;
constexpr std::size_t kWordsMax = 40;

/// Names that wards give their columns, without marks, the likeliest first.
struct Guess {
  std::string_view member;
  std::vector<std::string_view> names;
};

const std::vector<Guess>& guesses() {
  static const std::vector<Guess> kGuesses{
      {"id", {"ma so", "ma", "so ho so", "so thu ly", "so", "stt", "so tt", "id", "case id"}},
      {"received", {"ngay nhan", "ngay tiep nhan", "ngay den", "ngay tiep", "ngay", "received"}},
      {"subject", {"noi dung", "trich yeu", "noi dung kien nghi", "tieu de", "subject", "title"}},
      {"khom", {"khom", "ap", "to dan pho", "dia ban", "khu vuc", "neighborhood"}},
      {"field", {"linh vuc", "loai viec", "loai", "nhom", "field", "type"}},
      {"ended", {"ngay xong", "ngay ket thuc", "ngay giai quyet", "ngay tra loi", "closed"}},
      {"outcome", {"ket qua", "tinh trang", "outcome", "status"}},
      {"due", {"han giai quyet", "han tra loi", "ngay hen tra", "han", "due"}}};
  return kGuesses;
}

/// Lower case, without marks: `Ngày nhận` is `ngay nhan`.
std::string bare(std::string_view name) {
  return text::without_marks(plain_words(name));
}

std::optional<std::size_t> guessed(const List& list, const Guess& guess,
                                   const std::set<std::size_t>& taken) {
  for (const bool whole : {true, false}) {
    for (const auto name : guess.names) {
      for (std::size_t at = 0; at < list.columns.size(); ++at) {
        const auto column = bare(list.columns[at]);
        const bool fits = whole ? column == name : name.size() > 3 && column.starts_with(name);
        if (fits && !taken.contains(at)) {
          return at;
        }
      }
    }
  }
  return std::nullopt;
}

std::vector<Cell> cells_of(const List& list, std::size_t column) {
  std::vector<Cell> cells;
  for (std::size_t at = list.header + 1; at < list.sheet.rows.size(); ++at) {
    const auto& row = list.sheet.rows[at].cells;
    if (column < row.size() && row[column].kind != Cell::Kind::empty) {
      cells.push_back(row[column]);
    }
  }
  return cells;
}

/// A date as a date: nobody knows the number under it.
std::string shown(const Cell& cell, bool date1904) {
  if (cell.kind == Cell::Kind::date) {
    if (const auto date = date_of(cell, {std::nullopt, date1904}, {})) {
      return domain::to_text(*date);
    }
  }
  return plain_words(cell.text);
}

std::vector<std::string> words_in(const std::vector<Cell>& cells, bool date1904) {
  std::vector<std::string> words;
  for (const auto& cell : cells) {
    auto word = shown(cell, date1904);
    if (!word.empty() && std::ranges::find(words, word) == words.end()) {
      words.push_back(std::move(word));
    }
  }
  return words;
}

int first_number(std::string_view text, char separator, std::size_t which) {
  for (; which > 0 && text.find(separator) != std::string_view::npos; --which) {
    text.remove_prefix(text.find(separator) + 1);
  }
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > 9'999) {
      break;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

/// The forms the dates of a column have. Day or month first is told by a number above 12, and is
/// the day where nothing tells.
ordered_json format_of(const std::vector<Cell>& cells) {
  std::vector<std::string> forms;
  const auto add = [&](const std::string& form) {
    if (std::ranges::find(forms, form) == forms.end()) {
      forms.push_back(form);
    }
  };
  bool month_first = false;
  for (const auto& cell : cells) {
    const auto word = plain_words(cell.text);
    const auto mark = word.find_first_of("/-.");
    month_first = month_first ||
                  (mark != std::string::npos && mark < 3 && first_number(word, word[mark], 1) > 12);
  }
  for (const auto& cell : cells) {
    const auto word = plain_words(cell.text);
    const auto mark = word.find_first_of("/-.");
    if (cell.kind != Cell::Kind::text || mark == std::string::npos) {
      add("excel");
      continue;
    }
    const std::string separator(1, word[mark]);
    const auto last = word.rfind(word[mark]);
    const auto year = word.size() - last - 1 == 2 ? std::string("%y") : std::string("%Y");
    add(mark == 4     ? "%Y" + separator + "%m" + separator + "%d"
        : month_first ? "%m" + separator + "%d" + separator + year
                      : "%d" + separator + "%m" + separator + year);
  }
  if (forms.size() == 1) {
    return forms.front();
  }
  return forms.empty() ? ordered_json("%d/%m/%Y") : ordered_json(forms);
}

ordered_json source_of(const List& list, std::string_view member, std::size_t column) {
  ordered_json source{{"column", list.columns[column]}};
  const auto cells = cells_of(list, column);
  if (member == "received" || member == "ended" || member == "due") {
    source["format"] = format_of(cells);
  }
  if (member == "khom" || member == "field" || member == "outcome") {
    ordered_json values = ordered_json::object();
    for (const auto& word : words_in(cells, list.sheet.date1904)) {
      if (values.size() == kWordsMax) {
        break;
      }
      values[word] = "?";
    }
    source["values"] = std::move(values);
  }
  return source;
}

bool has_other_encoding(const List& list) {
  return std::ranges::any_of(list.sheet.rows, [](const Row& row) {
    return std::ranges::any_of(row.cells, &Cell::is_not_utf8);
  });
}

ordered_json proposed(const List& list) {
  ordered_json mapping{{"source", "?"}};
  if (!list.sheet.name.empty()) {
    mapping["sheet"] = list.sheet.name;
  }
  if (has_other_encoding(list)) {
    mapping["encoding"] = "?";
  }
  std::set<std::size_t> taken;
  for (const auto& guess : guesses()) {
    if (const auto column = guessed(list, guess, taken)) {
      taken.insert(*column);
      mapping[std::string(guess.member)] = source_of(list, guess.member, *column);
    } else if (guess.member != "ended" && guess.member != "outcome" && guess.member != "due") {
      mapping[std::string(guess.member)] = {{"column", "?"}};
    }
  }
  if (mapping.contains("ended") && !mapping.contains("outcome")) {
    mapping["outcome"] = {{"otherwise", "DONE"}};
  }
  return mapping;
}

std::string shortened(std::string word) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    characters += (static_cast<unsigned char>(word[at]) & 0xc0U) != 0x80U ? 1U : 0U;
    if (characters > kSampleCharacters) {
      word.resize(at);
      return word + "…";
    }
  }
  return word;
}

void show_form(const std::vector<Book>& books, const List& list, std::ostream& out) {
  if (list.form == Book::Form::workbook) {
    out << say("Tệp Excel. Các trang tính: ", "A workbook. Its sheets: ");
    for (const auto& sheet : books.front().sheets) {
      out << '"' << sheet.name << '"' << (sheet.hidden ? say(" (ẩn) ", " (hidden) ") : " ");
    }
    out << say("\nĐang xem trang: ", "\nLooked at: ") << list.sheet.name << '\n';
  } else {
    out << say("Tệp chữ, ngăn cách bằng ", "A text, separated by ")
        << (list.separator == '\t' ? std::string("tab") : std::string(1, list.separator)) << '\n';
  }
  if (has_other_encoding(list)) {
    out << say(
        "Tệp không phải UTF-8: hãy lưu lại dưới dạng CSV UTF-8, hoặc ghi \"encoding\" là tcvn3 hay "
        "vni.\n",
        "The file is not UTF-8: save it as CSV UTF-8, or say tcvn3 or vni as \"encoding\".\n");
  }
  out << say("Dòng tiêu đề: ", "Header row: ") << list.sheet.rows[list.header].number << "\n\n";
}

}  // namespace

void show_columns(const std::vector<Book>& books, const List& list, std::ostream& out) {
  show_form(books, list, out);
  for (std::size_t at = 0; at < list.columns.size(); ++at) {
    const auto words = words_in(cells_of(list, at), list.sheet.date1904);
    out << "  " << column_letters(at) << "  "
        << (list.columns[at].empty() ? say("(không tên)", "(no name)") : list.columns[at]) << ": ";
    for (std::size_t i = 0; i < words.size() && i < kSamples; ++i) {
      out << (i == 0 ? "" : " | ") << shortened(words[i]);
    }
    out << (words.empty() ? say("(trống)", "(empty)") : "") << '\n';
  }
  out << say("\nTệp quy đổi gợi ý: hãy thay mọi dấu ? rồi lưu lại (docs/import.md).\n",
             "\nA mapping to begin with: put something for each ? and save it (docs/import.md).\n")
      << proposed(list).dump(2) << '\n';
}

}  // namespace langnghe::tools
