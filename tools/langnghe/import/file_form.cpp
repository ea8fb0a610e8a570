// Recognises the program that wrote a file by its bytes, because names of files can be wrong.
#include <algorithm>
#include <cstdint>
#include <optional>

#include <text/typed_text.hpp>

#include <services/say.hpp>

#include "import/table.hpp"

namespace langnghe::tools {
namespace {

std::unexpected<std::string> save_anew(std::string_view vi, std::string_view en) {
  return std::unexpected(std::string(say(vi, en))
                             .append(say("; hãy mở tệp, chọn Lưu thành (Save As) và lưu dưới dạng "
                                         "Excel Workbook (.xlsx) hoặc CSV UTF-8",
                                         "; open it and save it (Save As) as an Excel Workbook "
                                         "(.xlsx) or as CSV UTF-8")));
}

std::string lower_start(std::string_view bytes) {
  constexpr std::size_t kLooked = 512;
  std::string start(bytes.substr(0, kLooked));
  std::ranges::transform(start, start.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return start;
}

std::optional<std::unexpected<std::string>> other_form(std::string_view bytes) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return save_anew("đây là tệp Excel kiểu cũ (.xls) hoặc tệp có mật khẩu",
                     "this is an old Excel file (.xls), or one with a password");
  }
  if (bytes.starts_with("%PDF") || bytes.starts_with("{\\rtf")) {
    return save_anew("đây là một văn bản (PDF, RTF), không phải bảng tính",
                     "this is a document (PDF, RTF), not a table");
  }
  if (bytes.starts_with("\x1F\x8B") || bytes.starts_with("Rar!") ||
      bytes.starts_with("7z\xBC\xAF")) {
    return save_anew("đây là tệp nén; hãy giải nén trước",
                     "this is a packed file; unpack it first");
  }
  const auto start = lower_start(bytes);
  for (const auto* mark : {"<?xml", "<html", "<!doctype", "<table", "<workbook"}) {
    const auto at = start.find(mark);
    if (at != std::string::npos && start.find_first_not_of("\xEF\xBB\xBF \t\r\n") == at) {
      return save_anew("đây là trang web hoặc XML, dù tên tệp có thể là .xls",
                       "this is a web page or XML, whatever the name says");
    }
  }
  return std::nullopt;
}

enum class Order : std::uint8_t { little, big };

/// Nothing where the bytes are no UTF-16.
std::optional<std::string> from_utf16(std::string_view bytes, Order order) {
  std::u32string points;
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(order == Order::little ? first | second << 8
                                                        : second | first << 8);
  };
  std::string made;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t point = unit_at(at);
    if (point >= 0xd800 && point < 0xdc00 && at + 3 < bytes.size()) {
      const char32_t low = unit_at(at + 2);
      if (low < 0xdc00 || low > 0xdfff) {
        return std::nullopt;
      }
      point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
      at += 2;
    } else if (point >= 0xd800 && point <= 0xdfff) {
      return std::nullopt;
    }
    made += text::to_utf8(point);
  }
  return bytes.size() % 2 == 0 ? std::optional(std::move(made)) : std::nullopt;
}

/// Without a mark: letters of Latin scripts have a zero in one byte of two, always the same one.
std::optional<Order> unmarked_order(std::string_view bytes) {
  constexpr std::size_t kLooked = 4'096;
  constexpr std::size_t kBytesMin = 8;
  const auto looked = bytes.substr(0, kLooked);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t at = 0; at < looked.size(); ++at) {
    zeros[at % 2] += looked[at] == '\0' ? 1U : 0U;
  }
  const std::size_t half = looked.size() / 2;
  if (looked.size() < kBytesMin || std::max(zeros[0], zeros[1]) * 4 < half) {
    return std::nullopt;
  }
  if (zeros[0] * 8 < zeros[1]) {
    return Order::little;
  }
  return zeros[1] * 8 < zeros[0] ? std::optional(Order::big) : std::nullopt;
}

std::expected<std::string, std::string> to_text(std::string_view bytes) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kUtf8Mark)) {
    return std::string(bytes.substr(kUtf8Mark.size()));
  }
  std::optional<Order> order;
  if (bytes.starts_with("\xFF\xFE")) {
    order = Order::little;
  } else if (bytes.starts_with("\xFE\xFF")) {
    order = Order::big;
  }
  if (order) {
    bytes.remove_prefix(2);
  } else {
    order = unmarked_order(bytes);
  }
  if (!order) {
    return std::string(bytes);
  }
  auto made = from_utf16(bytes, *order);
  if (!made) {
    return save_anew("tệp UTF-16 bị hỏng", "the file is UTF-16 and damaged");
  }
  return *std::move(made);
}

/// `sep=;` in the first line is an order to office programs, and no line of the list.
char stated_separator(std::string& text) {
  const auto line_end = text.find('\n');
  auto line = text.substr(0, line_end);
  std::erase(line, '\r');
  std::erase(line, '"');
  constexpr std::string_view kOrder = "sep=";
  if (line.size() != kOrder.size() + 1 || lower_start(line).substr(0, kOrder.size()) != kOrder) {
    return 0;
  }
  text.erase(0, line_end == std::string::npos ? line_end : line_end + 1);
  return line.back();
}

}  // namespace

std::expected<std::vector<Book>, std::string> read_books(std::string_view bytes, char separator) {
  if (bytes.empty()) {
    return std::unexpected(std::string(say("tệp trống", "the file is empty")));
  }
  if (bytes.starts_with("PK")) {
    auto book = read_xlsx(bytes);
    if (!book) {
      return std::unexpected(std::move(book.error()));
    }
    return std::vector{*std::move(book)};
  }
  if (auto other = other_form(bytes)) {
    return *std::move(other);
  }
  auto text = to_text(bytes);
  if (!text) {
    return std::unexpected(std::move(text.error()));
  }
  const char stated = stated_separator(*text);
  std::string separators = ";,\t|";
  if (separator != 0 || stated != 0) {
    separators = std::string(1, separator != 0 ? separator : stated);
  }
  std::vector<Book> books;
  std::string first_error;
  for (const char each : separators) {
    if (auto book = read_csv(*text, each)) {
      books.push_back(*std::move(book));
    } else if (first_error.empty()) {
      first_error = std::move(book.error());
    }
  }
  if (books.empty()) {
    return std::unexpected(std::move(first_error));
  }
  return books;
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

}  // namespace langnghe::tools
