#include "papers/book.hpp"
#include "safe_text.hpp"

namespace langnghe::papers {
namespace {

/// OWASP: CSV injection.
bool looks_like_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\n").find(text.front()) != std::string_view::npos;
}

std::string quoted(const std::string& text) {
  auto safe = safe_text(text);
  if (looks_like_formula(safe)) {
    safe.insert(0, 1, '\'');
  }
  if (safe.find_first_of(",\"\n") == std::string::npos) {
    return safe;
  }
  std::string out = "\"";
  for (const char letter : safe) {
    out += letter == '"' ? "\"\"" : std::string(1, letter);
  }
  return out + '"';
}

struct Written {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return quoted(text); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(const domain::Date& day) const { return domain::to_text(day); }
};

}  // namespace

std::string to_csv(const Book& book) {
  std::string out = "\xEF\xBB\xBF";
  const auto end_line = [&] { out += "\r\n"; };
  for (const auto& column : book.columns) {
    out += (&column == &book.columns.front() ? "" : ",") + quoted(column.title);
  }
  end_line();
  for (const auto& row : book.rows) {
    for (const auto& cell : row) {
      out += (&cell == &row.front() ? "" : ",") + std::visit(Written{}, cell);
    }
    end_line();
  }
  return out;
}

}  // namespace langnghe::papers
