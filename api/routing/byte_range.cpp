#include "routing/byte_range.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "routing/entity_tags.hpp"

namespace langnghe::api {
namespace {

/// As asked: `first-last`, `first-` (no last), `-count` (no first).
struct AskedRange {
  std::optional<std::uint64_t> first;
  std::optional<std::uint64_t> last;
};

/// Digits alone; a number too large for the type is as good as the largest.
std::optional<std::uint64_t> parse_number(std::string_view text) {
  const bool digits =
      !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) {
    return std::nullopt;
  }
  std::uint64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc{} ? value : ~std::uint64_t{0};
}

bool is_bytes_unit(std::string_view name) {
  return std::ranges::equal(name, std::string_view("bytes"),
                            [](char a, char b) { return (a | 0x20) == b; });
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string_view::npos
             ? std::string_view()
             : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// One range of bytes; nothing for whatever is to be answered whole.
std::optional<AskedRange> parse_range(std::string_view field) {
  const auto equals = field.find('=');
  if (equals == std::string_view::npos || !is_bytes_unit(field.substr(0, equals))) {
    return std::nullopt;
  }
  const auto range = trimmed(field.substr(equals + 1));
  const auto dash = range.find('-');
  if (dash == std::string_view::npos) {
    return std::nullopt;
  }
  const auto before = range.substr(0, dash);
  const auto after = range.substr(dash + 1);
  const AskedRange asked{parse_number(before), parse_number(after)};
  const bool well_formed = (before.empty() || asked.first) && (after.empty() || asked.last) &&
                           (asked.first || asked.last) &&
                           (!asked.first || !asked.last || *asked.first <= *asked.last);
  return well_formed ? std::optional(asked) : std::nullopt;
}

/// The bytes meant, of `size`; none where the range lies beyond the end.
std::optional<std::pair<std::uint64_t, std::uint64_t>> bounds_of(const AskedRange& asked,
                                                                 std::uint64_t size) {
  if (!asked.first) {
    const auto count = std::min(*asked.last, size);
    return count == 0 ? std::nullopt : std::optional(std::pair(size - count, size - 1));
  }
  if (*asked.first >= size) {
    return std::nullopt;
  }
  return std::pair(*asked.first, std::min(asked.last.value_or(size - 1), size - 1));
}

std::string_view header_of(const Response& response, std::string_view name) {
  const auto found =
      std::ranges::find(response.headers, name, &std::pair<std::string, std::string>::first);
  return found == response.headers.end() ? std::string_view() : std::string_view(found->second);
}

/// If-Range wants a strong comparison; a date never fits, for no file has one.
bool is_same_file(const Request& request, const Response& response) {
  if (!request.headers.contains("if-range")) {
    return true;
  }
  const auto sent = parse_entity_tags(request.header("if-range"));
  const auto ours = parse_entity_tags(header_of(response, "ETag"));
  return sent && sent->size() == 1 && !sent->front().weak && ours && ours->size() == 1 &&
         !ours->front().weak && sent->front().opaque == ours->front().opaque;
}

/// A part of another source. What lies before is read and thrown away: a file is sealed in blocks
/// that are opened in order.
class PartOfSource final : public ByteSource {
 public:
  PartOfSource(std::shared_ptr<ByteSource> whole, std::uint64_t first, std::uint64_t count)
      : whole_(std::move(whole)), skip_(first), left_(count) {}

  std::expected<std::string_view, StreamFault> next() override {
    while (left_ > 0) {
      auto piece = whole_->next();
      if (!piece || piece->empty()) {
        return piece;
      }
      const auto skipped = std::min<std::uint64_t>(skip_, piece->size());
      skip_ -= skipped;
      piece->remove_prefix(skipped);
      if (!piece->empty()) {
        *piece = piece->substr(0, std::min<std::uint64_t>(left_, piece->size()));
        left_ -= piece->size();
        return piece;
      }
    }
    return std::string_view();
  }

 private:
  std::shared_ptr<ByteSource> whole_;
  std::uint64_t skip_;
  std::uint64_t left_;
};

}  // namespace

std::optional<Problem> serve_range(const Request& request, Response& response) {
  if (request.method != Method::get || response.status != 200 ||
      header_of(response, "Accept-Ranges") != "bytes" || !is_same_file(request, response)) {
    return std::nullopt;
  }
  if (response.events || (response.stream && !response.stream_bytes)) {
    return std::nullopt;  // no part of an unknown length can be named
  }
  const auto asked = parse_range(request.header("range"));
  if (!asked) {
    return std::nullopt;
  }
  const auto size = response.stream ? *response.stream_bytes : response.body.size();
  const auto bounds = bounds_of(*asked, size);
  if (!bounds) {
    auto beyond = problem(ProblemCode::range_not_satisfiable, {{"bytes", std::to_string(size)}});
    beyond.headers.emplace_back("Content-Range", "bytes */" + std::to_string(size));
    return beyond;
  }
  const auto [first, last] = *bounds;
  const auto count = last - first + 1;
  response.status = 206;
  response.set("Content-Range", "bytes " + std::to_string(first) + '-' + std::to_string(last) +
                                    '/' + std::to_string(size));
  if (response.stream) {
    response.stream = std::make_shared<PartOfSource>(std::move(response.stream), first, count);
    response.stream_bytes = count;
  } else {
    response.body = response.body.substr(first, count);
  }
  return std::nullopt;
}

}  // namespace langnghe::api
