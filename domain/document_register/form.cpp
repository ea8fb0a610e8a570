#include <domain/document_register.hpp>

namespace langnghe::domain {
namespace {

std::string with_leading_zero(int value, int below) {
  std::string digits = std::to_string(value);
  return value < below ? "0" + digits : digits;
}

}  // namespace

// Decree 30/2020 Annex I, box 3.
std::string document_symbol(int number, DocumentType type, std::string_view issuer_symbol) {
  std::string symbol = with_leading_zero(number, 10);
  symbol.append("/").append(to_text(type)).append("-").append(issuer_symbol);
  return symbol;
}

// Decree 30/2020 Annex I, box 4: the zero before a month is written for January and February only.
std::string date_line(std::string_view place, const Date& date) {
  const auto day = static_cast<int>(static_cast<unsigned>(date.day()));
  const auto month = static_cast<int>(static_cast<unsigned>(date.month()));
  std::string line{place};
  line.append(", ngày ").append(with_leading_zero(day, 10));
  line.append(" tháng ").append(with_leading_zero(month, 3));
  line.append(" năm ").append(std::to_string(static_cast<int>(date.year())));
  return line;
}

}  // namespace langnghe::domain
