#include <algorithm>
#include <limits>
#include <string_view>

#include <codec/field_kinds.hpp>
#include <eventstore/limits.hpp>

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
bool read_parsed(const Json& json, T& out, FieldErrorCode code, Parse parse, const Path& at,
                 Reader& reader) {
  if (!json.is_string()) {
    return reader.fail(at, wrong_type, Kind<T>::expected());
  }
  const auto value = parse(json.get_ref<const std::string&>());
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

bool read_integer(const Json& json, std::int64_t least, std::int64_t most, std::int64_t& out,
                  const Path& at, Reader& reader) {
  if (!json.is_number_integer()) {
    return reader.fail(at, wrong_type, "integer");
  }
  const bool huge = json.is_number_unsigned() && json.get<std::uint64_t>() > kExactIntegerMax;
  const auto value = huge ? std::numeric_limits<std::int64_t>::max() : json.get<std::int64_t>();
  if (value < least || value > most) {
    return reader.fail(at, out_of_range, std::to_string(least) + ".." + std::to_string(most));
  }
  out = value;
  return true;
}

bool read_text(const Json& json, std::string& out, const Path& at, Reader& reader) {
  if (!json.is_string()) {
    return reader.fail(at, wrong_type, Kind<std::string>::expected());
  }
  const auto& text = json.get_ref<const std::string&>();
  if (reader.is_request() && text.size() > kTextBytesMax) {
    return reader.fail(at, too_long, std::to_string(kTextBytesMax));
  }
  out = text;
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

bool read_id(const Json& json, IdForm form, std::string& out, const Path& at, Reader& reader) {
  if (!json.is_string()) {
    return reader.fail(at, wrong_type, expected_form(form));
  }
  const auto& text = json.get_ref<const std::string&>();
  if (reader.is_request() && !has_form(form, text)) {
    return reader.fail(at, not_well_formed_id, expected_form(form));
  }
  out = text;
  return true;
}

bool read_items(const Json& json, const Path& at, Reader& reader) {
  if (!json.is_array()) {
    return reader.fail(at, wrong_type, "array");
  }
  if (reader.is_request() && json.size() > kItemsMax) {
    return reader.fail(at, too_many, std::to_string(kItemsMax));
  }
  return true;
}

bool Kind<bool>::read(const Json& json, bool& out, const Path& at, Reader& reader) {
  if (!json.is_boolean()) {
    return reader.fail(at, wrong_type, expected());
  }
  out = json.get<bool>();
  return true;
}

bool Kind<int>::read(const Json& json, int& out, const Path& at, Reader& reader) {
  using Limits = std::numeric_limits<int>;
  std::int64_t value = 0;
  if (!read_integer(json, Limits::min(), Limits::max(), value, at, reader)) {
    return false;
  }
  out = static_cast<int>(value);
  return true;
}

bool Kind<std::uint64_t>::read(const Json& json, std::uint64_t& out, const Path& at,
                               Reader& reader) {
  std::int64_t value = 0;
  if (!read_integer(json, 0, kExactIntegerMax, value, at, reader)) {
    return false;
  }
  out = static_cast<std::uint64_t>(value);
  return true;
}

bool Kind<domain::Date>::read(const Json& json, domain::Date& out, const Path& at, Reader& reader) {
  if (!read_parsed(json, out, not_a_date, domain::parse_date, at, reader)) {
    return false;
  }
  if (reader.is_request() && !is_year_of_request(static_cast<int>(out.year()))) {
    return reader.fail(at, out_of_range,
                       std::to_string(kYearMin) + ".." + std::to_string(kYearMax));
  }
  return true;
}

bool Kind<std::chrono::minutes>::read(const Json& json, std::chrono::minutes& out, const Path& at,
                                      Reader& reader) {
  return read_parsed(json, out, not_a_time, domain::parse_clock_time, at, reader);
}

bool Kind<domain::Happened>::read(const Json& json, domain::Happened& out, const Path& at,
                                  Reader& reader) {
  if (!read_parsed(json, out, not_an_instant, domain::parse_happened, at, reader)) {
    return false;
  }
  if (reader.is_request() && !is_year_of_request(static_cast<int>(out.date.year()))) {
    return reader.fail(at, out_of_range,
                       std::to_string(kYearMin) + ".." + std::to_string(kYearMax));
  }
  return true;
}

bool Kind<domain::Instant>::read(const Json& json, domain::Instant& out, const Path& at,
                                 Reader& reader) {
  return read_parsed(json, out, not_an_instant, domain::parse_instant, at, reader);
}

}  // namespace langnghe::codec
