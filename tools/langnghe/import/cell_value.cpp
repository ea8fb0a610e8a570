#include "import/cell_value.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>
#include <utility>

#include <codec/field_error.hpp>
#include <services/say.hpp>

#include "import/header.hpp"

namespace langnghe::tools {
namespace {

/// A record holds less than 64 KiB, and a text of it is not all.
constexpr std::size_t kTextBytesMax = 48'000;
/// An office program keeps a number by 15 digits (IEEE 754 binary64).
constexpr std::size_t kDigitsKept = 15;

std::unexpected<std::string> wrong(std::string_view vi, std::string_view en,
                                   std::string_view what = {}) {
  return std::unexpected(std::string(say(vi, en)).append(what));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Digits that say something: neither leading zeros nor those that end a whole number.
std::size_t digits_in(std::string_view number) {
  std::string digits;
  std::ranges::copy_if(number, std::back_inserter(digits), is_digit);
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? 0 : digits.size() - first;
}

std::expected<std::string, std::string> digits_of(const Cell& cell) {
  if (cell.text.find_first_of("eE") != std::string::npos || digits_in(cell.text) > kDigitsKept) {
    return wrong(
        "số này dài hơn 15 chữ số nên chương trình bảng tính đã làm tròn; hãy lấy lại số đúng "
        "và nhập vào cột kiểu Văn bản (Text): ",
        "this number has more than 15 digits, so the office program has rounded it; take the "
        "right one and enter it in a column of the kind Text: ",
        cell.text);
  }
  const auto& format = cell.format;
  const bool zeros = !format.empty() && format.find_first_not_of('0') == std::string::npos;
  if (zeros && cell.text.find_first_not_of("0123456789") == std::string::npos) {
    const auto missing = format.size() - std::min(format.size(), cell.text.size());
    return std::string(missing, '0') + cell.text;  // 7 shown as 007
  }
  if (!format.empty()) {
    return wrong(
        "số này được hiện khác với giá trị trong ô; hãy đổi cột thành kiểu Văn bản (Text) và "
        "nhập như đang thấy: ",
        "this number is shown otherwise than it is kept; make the column one of the kind Text "
        "and enter what is seen: ",
        cell.text + " (" + format + ")");
  }
  return cell.text;
}

/// The error words that other programs write in place of a value.
bool is_error_word(std::string_view text) {
  static constexpr std::string_view kErrors[] = {"#N/A",  "#REF!",  "#DIV/0!", "#VALUE!", "#NAME?",
                                                 "#NUM!", "#NULL!", "#SPILL!", "#CALC!"};
  return std::ranges::find(kErrors, text) != std::end(kErrors) ||
         (text.size() > 2 && text.find_first_not_of('#') == std::string_view::npos);
}

/// `2,02101E+16`: how a long number leaves an office program as text.
bool is_rounded_word(std::string_view text) {
  const auto power = text.find("E+");
  return power != std::string_view::npos && power > 1 && is_digit(text.front()) &&
         text.substr(0, power).find_first_not_of("0123456789.,") == std::string_view::npos &&
         power + 2 < text.size() &&
         text.substr(power + 2).find_first_not_of("0123456789") == std::string_view::npos;
}

std::unexpected<std::string> error_value(std::string_view error) {
  return wrong("ô báo lỗi công thức; hãy thay bằng giá trị đúng: ",
               "a formula's error; put the right value in its place: ", error);
}

/// The cell's text in Unicode.
std::expected<std::string, std::string> unicode_of(const Cell& cell, const Reading& reading) {
  if (cell.is_not_utf8 && !reading.encoding) {
    return wrong(
        "không phải chữ UTF-8; hãy lưu lại tệp dưới dạng CSV UTF-8, hoặc nếu danh sách gõ bằng "
        "phông .Vn… hay VNI-… thì thêm \"encoding\": \"tcvn3\" hoặc \"vni\" vào tệp quy đổi",
        "not UTF-8; save the file as CSV UTF-8, or, where the list was typed in a font .Vn… or "
        "VNI-…, put \"encoding\": \"tcvn3\" or \"vni\" into the mapping");
  }
  if (!reading.encoding) {
    return cell.text;
  }
  auto made = text::converted(cell.text, *reading.encoding);
  if (!made) {
    return wrong(
        "ô này đã là Unicode, không chuyển mã được; hãy để mọi ô cùng một bảng mã",
        "this cell is Unicode already and cannot be converted; have all cells in one encoding");
  }
  return *std::move(made);
}

std::optional<domain::Date> checked(int year, unsigned month, unsigned day) {
  const domain::Date date{std::chrono::year{year}, std::chrono::month{month},
                          std::chrono::day{day}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

/// Day 1 is 1900-01-01, and there was a 29 February 1900: from 1 March on days count from
/// 1899-12-30. In the other system day 0 is 1904-01-01 (ECMA-376 part 1, 18.17.4.1).
std::optional<domain::Date> from_day_number(const std::string& text, bool date1904) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr double kFirst1900 = 61;
  constexpr double kLast = 2'958'465;
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() ||
      number < (date1904 ? 0 : kFirst1900) || number > kLast) {
    return std::nullopt;
  }
  using std::chrono::days;
  using std::chrono::year;
  const std::chrono::sys_days zero{date1904 ? year{1904} / 1 / 1 : year{1899} / 12 / 30};
  return domain::Date{zero + days(static_cast<int>(std::floor(number)))};
}

std::optional<domain::Date> from_text(const std::string& text, const std::string& format) {
  std::tm parts{};
  const char* rest = ::strptime(text.c_str(), format.c_str(), &parts);
  if (rest == nullptr || *rest != '\0' || text.size() != std::string_view(text.c_str()).size()) {
    return std::nullopt;
  }
  return checked(parts.tm_year + 1900, static_cast<unsigned>(parts.tm_mon + 1),
                 static_cast<unsigned>(parts.tm_mday));
}

std::expected<domain::Date, std::string> in_our_time(const domain::Date& date,
                                                     const std::string& shown) {
  const int year = static_cast<int>(date.year());
  if (year >= 0 && year < 100) {
    return wrong(
        "năm chỉ có hai chữ số; hãy ghi đủ bốn chữ số, hoặc dùng %y trong \"format\" nếu cả cột "
        "đều ghi như vậy: ",
        "the year has two digits; write all four, or use %y in \"format\" where the whole column "
        "is written so: ",
        shown);
  }
  if (year < codec::kYearMin || year > codec::kYearMax) {
    return wrong("năm không hợp lý: ", "the year is not possible: ", shown);
  }
  return date;
}

std::string joined(const std::vector<std::string>& formats) {
  std::string all;
  for (const auto& format : formats) {
    all += (all.empty() ? "" : ", ") + format;
  }
  return all;
}

std::optional<domain::Date> date_in_cell(const Cell& cell, const Reading& reading) {
  if (const auto counted = from_day_number(cell.text, reading.date1904)) {
    return counted;
  }
  return domain::parse_date(cell.text.substr(0, cell.text.find('T')));  // t="d": ISO 8601
}

}  // namespace

std::string described(const text::Fault& fault) {
  using enum text::Wrong;
  const auto character = " " + text::notation(fault.character);
  switch (fault.what) {
    case not_utf8:
      return std::string(say("không phải chữ UTF-8", "not UTF-8"));
    case control_character:
      return std::string(
                 say("có ký tự điều khiển; hãy xóa:", "holds a control character; delete it:"))
          .append(character);
    case line_break:
      return std::string(say("có dấu xuống dòng hoặc tab; cột này chỉ có một dòng",
                             "holds a line break or tab; this column has one line"));
    case bidirectional_control:
      return std::string(say("có ký tự đổi chiều chữ; hãy xóa:",
                             "holds a character that changes the direction of text; delete it:"))
          .append(character);
    case invisible_character:
      return std::string(say("có ký tự không nhìn thấy; hãy gõ lại ô này:",
                             "holds a character that shows nothing; type the cell again:"))
          .append(character);
    case unassigned_character:
      return std::string(say("có ký tự nơi khác không đọc được; hãy thay:",
                             "holds a character nobody else can read; replace it:"))
          .append(character);
    case too_many_marks:
      return std::string(say("có chữ mang quá nhiều dấu; hãy gõ lại ô này",
                             "a letter carries too many marks; type the cell again"));
    case blank:
      return std::string(say("ô trống", "the cell is empty"));
    case too_long:
      return std::string(say("quá dài; hãy rút ngắn", "too long; shorten it"));
    case looks_like_tcvn3:
      return std::string(
          say("giống chữ TCVN3 (phông .VnTime); hãy thêm \"encoding\": \"tcvn3\" vào tệp "
              "quy đổi để chuyển sang Unicode",
              "looks like TCVN3 (fonts .VnTime); put \"encoding\": \"tcvn3\" into the "
              "mapping to convert it"));
    case looks_like_vni:
      return std::string(
          say("giống chữ VNI (phông VNI-Times); hãy thêm \"encoding\": \"vni\" vào tệp quy "
              "đổi để chuyển sang Unicode",
              "looks like VNI (fonts VNI-Times); put \"encoding\": \"vni\" into the mapping "
              "to convert it"));
  }
  return {};
}

std::expected<std::string, std::string> text_of(const Cell& cell, const Reading& reading,
                                                text::Lines lines) {
  switch (cell.kind) {
    case Cell::Kind::empty:
      return std::string();
    case Cell::Kind::error:
      return error_value(cell.text);
    case Cell::Kind::uncomputed:
      return wrong("công thức chưa được tính; hãy mở tệp bằng Excel rồi lưu lại",
                   "a formula without its value; open the file in an office program and save it");
    case Cell::Kind::date:
      return wrong(
          "chương trình bảng tính đã biến ô này thành ngày; hãy đổi cột thành kiểu Văn bản "
          "(Text) và nhập lại: ",
          "the office program has made this cell a date; make the column one of the kind Text "
          "and enter it again: ",
          cell.text);
    case Cell::Kind::number:
      return digits_of(cell);
    case Cell::Kind::boolean:
      return cell.text;
    case Cell::Kind::text:
      break;
  }
  const auto unicode = unicode_of(cell, reading);
  if (!unicode) {
    return unicode;
  }
  const auto trimmed = text::trimmed(*unicode);
  if (is_error_word(trimmed)) {
    return error_value(trimmed);
  }
  if (trimmed.starts_with("=\"") || trimmed.starts_with("=(")) {
    return wrong("ô là công thức ghi thành chữ; hãy thay bằng giá trị: ",
                 "a formula written as text; put the value in its place: ", trimmed);
  }
  if (is_rounded_word(trimmed)) {
    return wrong(
        "số đã bị chương trình bảng tính làm tròn; hãy lấy lại số đúng và nhập vào cột kiểu Văn "
        "bản (Text): ",
        "the office program has rounded this number; take the right one and enter it in a "
        "column of the kind Text: ",
        trimmed);
  }
  auto typed = text::typed(trimmed, lines, codec::kTextCharactersMax);
  if (typed && typed->size() > kTextBytesMax) {
    typed = std::unexpected(text::Fault{text::Wrong::too_long});
  }
  if (!typed) {
    return std::unexpected(described(typed.error()));
  }
  return *std::move(typed);
}

std::expected<domain::Date, std::string> date_of(const Cell& cell, const Reading& reading,
                                                 const std::vector<std::string>& formats) {
  const bool counts_days = std::ranges::find(formats, "excel") != formats.end();
  if (cell.kind == Cell::Kind::date || (cell.kind == Cell::Kind::number && counts_days)) {
    if (const auto date = date_in_cell(cell, reading)) {
      return in_our_time(*date, domain::to_text(*date));
    }
    return wrong("không phải ngày: ", "not a date: ", cell.text);
  }
  // A number here may be 2021 or 20210105: it is read as it is spelled, or not at all.
  Cell spelled = cell;
  spelled.kind = cell.kind == Cell::Kind::number ? Cell::Kind::text : cell.kind;
  const auto read = text_of(spelled, reading, text::Lines::one);
  if (!read) {
    return std::unexpected(read.error());
  }
  const auto text = plain_words(*read);
  for (const auto& format : formats) {
    const bool counted = format == "excel";
    const auto date = counted ? from_day_number(text, reading.date1904) : from_text(text, format);
    if (date) {
      return in_our_time(*date, text);
    }
  }
  return wrong(
      "không phải ngày theo mẫu ", "not a date of the form ",
      joined(formats) + ": " + text +
          std::string(say("; nếu cột có nhiều dạng ngày, ghi các mẫu vào \"format\", ví dụ "
                          "[\"excel\", \"%d/%m/%Y\"]",
                          "; where the column has dates of several forms, list them in "
                          "\"format\", for example [\"excel\", \"%d/%m/%Y\"]")));
}

}  // namespace langnghe::tools
