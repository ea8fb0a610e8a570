#include <algorithm>
#include <limits>
#include <string_view>

#include <codec/field_kinds.hpp>
#include <ledger/limits.hpp>

#include "typed_fields.hpp"

namespace langnghe::codec {
namespace {

using enum FieldErrorCode;

constexpr std::int64_t kExactIntegerMax = (std::int64_t{1} << 53) - 1;  // RFC 8785 section 3.2.2.3

bool has_form(IdForm form, std::string_view text) {
  const auto is_letter_or_digit = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  };
  switch (form) {
    case IdForm::plain:
      return domain::is_well_formed_id(text);
    case IdForm::field_code:
      return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
      });
    case IdForm::stream:
      return !text.empty() && text.size() <= eventstore::kStreamNameBytesMax &&
             std::ranges::all_of(text, [&](char c) {
               return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
             });
  }
  return false;
}

/// Reads a text and hands it to a parser of the domain.
template <class T, class Parse>
bool read_parsed(const Node& node, T& out, FieldErrorCode code, Parse parse, const Path& at,
                 Reader& reader) {
  if (!node.is_text()) {
    return reader.fail(at, wrong_type, Kind<T>::expected());
  }
  const auto value = parse(node.as_text());
  if (!value) {
    return reader.fail(at, code, Kind<T>::expected());
  }
  out = *value;
  return true;
}

bool is_year_of_request(int year) {
  return year >= kYearMin && year <= kYearMax;
}

}  // namespace

bool Reader::fail(const Path& at, FieldErrorCode code, std::string expected) {
  ++problems_;
  if (errors_.size() < kFieldErrorsMax) {
    errors_.push_back({at.pointer(), code, std::move(expected)});
  }
  return false;
}

bool read_integer(const Node& node, std::int64_t least, std::int64_t most, std::int64_t& out,
                  const Path& at, Reader& reader) {
  if (!node.is_integer()) {
    return reader.fail(at, wrong_type, "integer");
  }
  const auto value = node.as_integer();
  if (value < least || value > most) {
    return reader.fail(at, out_of_range, std::to_string(least) + ".." + std::to_string(most));
  }
  out = value;
  return true;
}

bool read_text(const Node& node, std::string& out, const Path& at, Reader& reader) {
  if (!node.is_text()) {
    return reader.fail(at, wrong_type, Kind<std::string>::expected());
  }
  if (reader.is_request()) {
    return read_typed(node.as_text(), out, at, reader);
  }
  out = node.as_text();
  return true;
}

std::string expected_form(IdForm form) {
  switch (form) {
    case IdForm::plain:
      return "[a-z0-9][a-z0-9_-]{0,63}";
    case IdForm::field_code:
      return "[A-Z0-9_]{1,64}";
    case IdForm::stream:
      return "[A-Za-z0-9._-]{1,128}";
  }
  return {};
}

bool read_id(const Node& node, IdForm form, std::string& out, const Path& at, Reader& reader) {
  if (!node.is_text()) {
    return reader.fail(at, wrong_type, expected_form(form));
  }
  const auto text = node.as_text();
  if (reader.is_request() && !has_form(form, text)) {
    return reader.fail(at, not_well_formed_id, expected_form(form));
  }
  out = text;
  return true;
}

Schema id_schema(IdForm form, Schemas& known) {
  // An answer shows what the ledger holds, also where a thing has none of that kind.
  const auto named = [&](std::string_view name) {
    return known.text_form(name, [&] {
      return pattern_schema(known.of_request() ? '^' + expected_form(form) + '$'
                                               : "^(" + expected_form(form) + ")?$");
    });
  };
  switch (form) {
    case IdForm::plain:
      return named(known.of_request() ? "Id" : "IdOrEmpty");
    case IdForm::field_code:
      return named(known.of_request() ? "FieldCode" : "FieldCodeOrEmpty");
    case IdForm::stream:
      return named(known.of_request() ? "StreamName" : "StreamNameOrEmpty");
  }
  return text_schema(known);
}

bool read_items(const Node& node, const Path& at, Reader& reader) {
  if (!node.is_array()) {
    return reader.fail(at, wrong_type, "array");
  }
  if (reader.is_request() && node.items().size() > kItemsMax) {
    return reader.fail(at, too_many, std::to_string(kItemsMax));
  }
  return true;
}

bool Kind<bool>::read(const Node& node, bool& out, const Path& at, Reader& reader) {
  if (!node.is_boolean()) {
    return reader.fail(at, wrong_type, expected());
  }
  out = node.as_boolean();
  return true;
}

bool Kind<int>::read(const Node& node, int& out, const Path& at, Reader& reader) {
  using Limits = std::numeric_limits<int>;
  std::int64_t value = 0;
  if (!read_integer(node, Limits::min(), Limits::max(), value, at, reader)) {
    return false;
  }
  out = static_cast<int>(value);
  return true;
}

bool Kind<std::uint64_t>::read(const Node& node, std::uint64_t& out, const Path& at,
                               Reader& reader) {
  std::int64_t value = 0;
  if (!read_integer(node, 0, kExactIntegerMax, value, at, reader)) {
    return false;
  }
  out = static_cast<std::uint64_t>(value);
  return true;
}

bool Kind<domain::Date>::read(const Node& node, domain::Date& out, const Path& at, Reader& reader) {
  if (!read_parsed(node, out, not_a_date, domain::parse_date, at, reader)) {
    return false;
  }
  if (reader.is_request() && !is_year_of_request(static_cast<int>(out.year()))) {
    return reader.fail(at, out_of_range,
                       std::to_string(kYearMin) + ".." + std::to_string(kYearMax));
  }
  return true;
}

bool Kind<std::chrono::minutes>::read(const Node& node, std::chrono::minutes& out, const Path& at,
                                      Reader& reader) {
  return read_parsed(node, out, not_a_time, domain::parse_clock_time, at, reader);
}

bool Kind<domain::Happened>::read(const Node& node, domain::Happened& out, const Path& at,
                                  Reader& reader) {
  if (!read_parsed(node, out, not_an_instant, domain::parse_happened, at, reader)) {
    return false;
  }
  if (reader.is_request() && !is_year_of_request(static_cast<int>(out.date.year()))) {
    return reader.fail(at, out_of_range,
                       std::to_string(kYearMin) + ".." + std::to_string(kYearMax));
  }
  return true;
}

bool Kind<domain::Instant>::read(const Node& node, domain::Instant& out, const Path& at,
                                 Reader& reader) {
  return read_parsed(node, out, not_an_instant, domain::parse_instant, at, reader);
}

}  // namespace langnghe::codec
