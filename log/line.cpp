#include <array>
#include <cstdio>
#include <ctime>
#include <string>
#include <utility>

#include <log/line.hpp>

namespace langnghe::log {
namespace {

std::string_view name_of(Level level) {
  switch (level) {
    case Level::info:
      return "info";
    case Level::warning:
      return "warning";
    case Level::error:
      break;
  }
  return "error";
}

/// RFC 3339 in UTC, to the millisecond.
std::string time_text(std::chrono::system_clock::time_point at) {
  const auto since = std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch();
  const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
  const std::time_t whole = seconds.count();
  std::tm parts{};
  ::gmtime_r(&whole, &parts);
  std::array<char, 40> text{};
  const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::array<char, 8> rest{};
  std::snprintf(rest.data(), rest.size(), ".%03dZ", static_cast<int>((since - seconds).count()));
  return std::string(text.data(), length) + rest.data();
}

/// How many bytes the character at the start takes; 0: it is none (RFC 3629 section 4).
std::size_t character_bytes(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const auto follows = [&](std::size_t at, unsigned low = 0x80, unsigned high = 0xbf) {
    return byte(at) >= low && byte(at) <= high;
  };
  const unsigned first = byte(0);
  if (first < 0x80) {
    return 1;
  }
  if (first >= 0xc2 && first <= 0xdf) {
    return follows(1) ? 2 : 0;
  }
  if (first >= 0xe0 && first <= 0xef) {
    const bool second = follows(1, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf);
    return second && follows(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const bool second = follows(1, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf);
    return second && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

/// C0 and C1, by which a terminal could be told something.
bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (character.size() == 1) {
    return first < 0x20 || first == 0x7f;
  }
  return first == 0xc2 && static_cast<unsigned char>(character[1]) < 0xa0;
}

/// As text of one line, unless its own line breaks are kept: a control character becomes a blank,
/// what is no UTF-8 becomes U+FFFD.
std::string clean(std::string_view text, bool keeps_lines = false) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto bytes = character_bytes(text);
    if (bytes == 0) {
      out += "\xef\xbf\xbd";
    } else if (is_control(text.substr(0, bytes)) && !(keeps_lines && text.front() == '\n')) {
      out += ' ';
    } else {
      out += text.substr(0, bytes);
    }
    text.remove_prefix(bytes == 0 ? 1 : bytes);
  }
  return out;
}

class JsonObject {
 public:
  void add(std::string_view name, std::string_view value) {
    begin(name);
    out_ += '"';
    for (const char c : clean(value)) {
      if (c == '"' || c == '\\') {
        out_ += '\\';
      }
      out_ += c;
    }
    out_ += '"';
  }
  void add(std::string_view name, std::uint64_t value) {
    begin(name);
    out_ += std::to_string(value);
  }
  [[nodiscard]] std::string text() && { return std::move(out_) + '}'; }

 private:
  void begin(std::string_view name) {
    out_ += out_.size() == 1 ? "\"" : ",\"";
    out_ += name;
    out_ += "\":";
  }

  std::string out_ = "{";
};

std::string as_json(const Line& line) {
  JsonObject object;
  object.add("time", time_text(line.at));
  object.add("level", name_of(line.level));
  object.add("message", line.what);
  if (!line.ward.empty()) {
    object.add("ward", line.ward);
  }
  if (!line.request_id.empty()) {
    object.add("request_id", line.request_id);
  }
  if (line.request) {
    const auto& request = *line.request;
    object.add("method", request.method);
    if (!request.route.empty()) {
      object.add("route", request.route);
    }
    object.add("status", static_cast<std::uint64_t>(request.status));
    object.add("bytes", request.bytes);
    object.add("ms", static_cast<std::uint64_t>(request.took.count()));
  }
  return std::move(object).text();
}

std::string described(const RequestFacts& request) {
  std::string text(request.method);
  text += ' ';
  text += request.route.empty() ? "-" : request.route;
  text += ' ' + std::to_string(request.status) + ", " + std::to_string(request.bytes) + " bytes, " +
          std::to_string(request.took.count()) + " ms";
  return text;
}

std::string as_message(const Line& line) {
  std::string text = "langnghe: ";
  if (!line.ward.empty()) {
    text.append(line.ward).append(": ");
  }
  return text + (line.request ? described(*line.request) : std::string(line.what));
}

}  // namespace

std::string written(const Line& line, Form form) {
  switch (form) {
    case Form::message:
      return clean(as_message(line), true) + '\n';
    case Form::text: {
      auto text =
          time_text(line.at) + ' ' + std::string(name_of(line.level)) + ' ' + as_message(line);
      if (!line.request_id.empty()) {
        text.append(" (request ").append(line.request_id).append(")");
      }
      return clean(text) + '\n';
    }
    case Form::json:
      break;
  }
  return as_json(line) + '\n';
}

}  // namespace langnghe::log
