#include <cstddef>

#include <domain/time.hpp>

namespace langnghe::domain {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads a text from left to right; every `take` answers nothing once the form is broken.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] std::optional<int> take_number(std::size_t width) {
    if (rest_.size() < width) {
      return std::nullopt;
    }
    int value = 0;
    for (const char c : rest_.substr(0, width)) {
      if (!is_digit(c)) {
        return std::nullopt;
      }
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(width);
    return value;
  }
  [[nodiscard]] bool take(char expected) {
    if (rest_.empty() || rest_.front() != expected) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }
  /// RFC 3339 section 5.6: its letters may be lower case.
  [[nodiscard]] bool take_letter(char upper) {
    return take(upper) || take(static_cast<char>(upper - 'A' + 'a'));
  }
  [[nodiscard]] bool at_digit() const { return !rest_.empty() && is_digit(rest_.front()); }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::optional<Date> take_date(Reader& reader) {
  const auto year = reader.take_number(4);
  if (!year || !reader.take('-')) {
    return std::nullopt;
  }
  const auto month = reader.take_number(2);
  if (!month || !reader.take('-')) {
    return std::nullopt;
  }
  const auto day = reader.take_number(2);
  if (!day) {
    return std::nullopt;
  }
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<minutes> take_clock_time(Reader& reader) {
  const auto hour = reader.take_number(2);
  if (!hour || *hour > 23 || !reader.take(':')) {
    return std::nullopt;
  }
  const auto minute = reader.take_number(2);
  if (!minute || *minute > 59) {
    return std::nullopt;
  }
  return hours{*hour} + minutes{*minute};
}

/// A fraction of a second; what lies beyond milliseconds is cut, never rounded up.
std::optional<milliseconds> take_fraction(Reader& reader) {
  if (!reader.take('.')) {
    return milliseconds{0};
  }
  if (!reader.at_digit()) {
    return std::nullopt;
  }
  int value = 0;
  for (int scale = 100; reader.at_digit(); scale /= 10) {
    value += *reader.take_number(1) * scale;
  }
  return milliseconds{value};
}

std::optional<minutes> take_offset(Reader& reader) {
  if (reader.take_letter('Z')) {
    return minutes{0};
  }
  const bool behind = reader.take('-');
  if (!behind && !reader.take('+')) {
    return std::nullopt;
  }
  const auto offset = take_clock_time(reader);
  if (!offset) {
    return std::nullopt;
  }
  return behind ? -*offset : *offset;
}

/// Both the UTC and the local form of an instant have four-digit years, or it has no text form.
bool has_text_form(Instant instant) {
  constexpr Instant kYear0 = sys_days{std::chrono::year{0} / 1 / 1};
  constexpr Instant kYear10000 = sys_days{std::chrono::year{10'000} / 1 / 1};
  return instant >= kYear0 && instant + kVietnamOffset < kYear10000;
}

/// Two digits at least, four for years: the widths RFC 3339 fixes.
void append_padded(std::string& text, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) {
    text.append(width - digits.size(), '0');
  }
  text += digits;
}

void append_date(std::string& text, const Date& date) {
  append_padded(text, static_cast<int>(date.year()), 4);
  text += '-';
  append_padded(text, static_cast<int>(static_cast<unsigned>(date.month())), 2);
  text += '-';
  append_padded(text, static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

void append_time(std::string& text, seconds time_of_day) {
  const std::chrono::hh_mm_ss parts{time_of_day};
  append_padded(text, static_cast<int>(parts.hours().count()), 2);
  text += ':';
  append_padded(text, static_cast<int>(parts.minutes().count()), 2);
  text += ':';
  append_padded(text, static_cast<int>(parts.seconds().count()), 2);
}

enum class Milliseconds { always, when_any };

/// `2021-03-12T19:30:00.250`, the instant read as if it were a local time.
std::string date_and_time(Instant instant, Milliseconds shown) {
  const auto day = floor<days>(instant);
  const auto whole = floor<seconds>(instant);
  std::string text;
  append_date(text, Date{day});
  text += 'T';
  append_time(text, whole - day);
  const auto rest = static_cast<int>((instant - whole).count());
  if (shown == Milliseconds::always || rest != 0) {
    text += '.';
    append_padded(text, rest, 3);
  }
  return text;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Reader reader{text};
  const auto date = take_date(reader);
  return reader.at_end() ? date : std::nullopt;
}

std::string to_text(const Date& date) {
  std::string text;
  append_date(text, date);
  return text;
}

std::optional<minutes> parse_clock_time(std::string_view text) {
  Reader reader{text};
  const auto time = take_clock_time(reader);
  return reader.at_end() ? time : std::nullopt;
}

std::string to_text(minutes clock_time) {
  std::string text;
  append_padded(text, static_cast<int>(clock_time.count() / 60), 2);
  text += ':';
  append_padded(text, static_cast<int>(clock_time.count() % 60), 2);
  return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
  Reader reader{text};
  const auto date = take_date(reader);
  if (!date || !reader.take_letter('T')) {
    return std::nullopt;
  }
  const auto clock_time = take_clock_time(reader);
  if (!clock_time || !reader.take(':')) {
    return std::nullopt;
  }
  // No leap second: the ledger's clock has none, and 23:59:60 would come back as another text.
  const auto second = reader.take_number(2);
  if (!second || *second > 59) {
    return std::nullopt;
  }
  const auto fraction = take_fraction(reader);
  if (!fraction) {
    return std::nullopt;
  }
  const auto offset = take_offset(reader);
  if (!offset || !reader.at_end()) {
    return std::nullopt;
  }
  const Instant instant = sys_days{*date} + *clock_time + seconds{*second} + *fraction - *offset;
  return has_text_form(instant) ? std::optional(instant) : std::nullopt;
}

std::string to_local_text(Instant instant) {
  return date_and_time(instant + kVietnamOffset, Milliseconds::when_any) + "+07:00";
}

std::string to_utc_text(Instant instant) {
  return date_and_time(instant, Milliseconds::always) + "Z";
}

std::optional<Happened> parse_happened(std::string_view text) {
  constexpr std::size_t kDateBytes = 10;
  if (text.size() == kDateBytes) {
    const auto date = parse_date(text);
    return date ? std::optional(Happened{*date, std::nullopt}) : std::nullopt;
  }
  const auto instant = parse_instant(text);
  return instant ? std::optional(happened_at(*instant)) : std::nullopt;
}

std::string to_text(const Happened& happened) {
  std::string text = to_text(happened.date);
  if (happened.time_of_day) {
    text += 'T';
    append_time(text, *happened.time_of_day);
    text += "+07:00";
  }
  return text;
}

Happened happened_at(Instant instant) {
  const Instant local = instant + kVietnamOffset;
  const auto day = floor<days>(local);
  return {Date{day}, floor<seconds>(local) - day};
}

Date local_date(Instant instant) {
  return Date{floor<days>(instant + kVietnamOffset)};
}

Instant end_of_day(const Date& date) {
  return sys_days{date} + days{1} - kVietnamOffset - milliseconds{1};
}

Date add_days(const Date& date, int count) {
  return Date{sys_days{date} + days{count}};
}

int days_between(const Date& from, const Date& to) {
  return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

}  // namespace langnghe::domain
