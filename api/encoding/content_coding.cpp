#include "encoding/content_coding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>

#include <brotli/encode.h>
#include <zlib.h>

#include "routing/preferences.hpp"

namespace langnghe::api {
namespace {

constexpr std::size_t kBytesWorthIt = 1'024;
// Middle efforts: the highest take many times longer for a tenth fewer bytes.
constexpr int kGzipLevel = 6;
constexpr int kBrotliQuality = 5;
constexpr int kBrotliWindow = 19;     ///< 512 kB: no answer gains by more
constexpr int kGzipWindow = 15 + 16;  ///< 15 bits, and 16 asks zlib for gzip's frame
constexpr int kGzipMemory = 8;        ///< zlib's default

constexpr auto kCodings = std::to_array<std::pair<ContentCoding, std::string_view>>(
    {{ContentCoding::brotli, "br"}, {ContentCoding::gzip, "gzip"}});

std::string gzip(std::string_view body) {
  z_stream stream{};
  if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, kGzipMemory, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::runtime_error("zlib has no memory");
  }
  std::string packed(deflateBound(&stream, static_cast<uLong>(body.size())), '\0');
  // zlib's interface is older than const; it does not write there.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (!done) {
    throw std::runtime_error("zlib did not finish");
  }
  return packed;
}

std::string brotli(std::string_view body) {
  std::size_t size = BrotliEncoderMaxCompressedSize(body.size());
  std::string packed(size, '\0');
  const auto* from = reinterpret_cast<const std::uint8_t*>(body.data());
  auto* to = reinterpret_cast<std::uint8_t*>(packed.data());
  if (BrotliEncoderCompress(kBrotliQuality, kBrotliWindow, BROTLI_MODE_TEXT, body.size(), from,
                            &size, to) != BROTLI_TRUE) {
    throw std::runtime_error("Brotli did not finish");
  }
  packed.resize(size);
  return packed;
}

bool is_text(std::string_view type) {
  constexpr auto kTypes = std::to_array<std::string_view>(
      {"text/", "application/json", "application/problem+json", "application/yaml",
       "application/manifest+json", "image/svg+xml"});
  return std::ranges::any_of(kTypes, [&](auto each) { return type.starts_with(each); });
}

std::string* header_of(Response& response, std::string_view name) {
  for (auto& [each, value] : response.headers) {
    if (each == name) {
      return &value;
    }
  }
  return nullptr;
}

/// A whole body of text that is no secret: compressed lengths tell an eavesdropper something of
/// opened personal data, which is what `no-store` marks.
bool may_be_encoded(Response& response) {
  const auto* type = header_of(response, "Content-Type");
  const auto* cache = header_of(response, "Cache-Control");
  return response.status == 200 && response.body.size() >= kBytesWorthIt && !response.stream &&
         !response.events && type != nullptr && is_text(*type) &&
         header_of(response, "Content-Encoding") == nullptr &&
         (cache == nullptr || cache->find("no-store") == std::string::npos);
}

}  // namespace

ContentCoding choose_coding(std::string_view accept_encoding) {
  std::optional<double> others;
  std::array<std::optional<double>, kCodings.size()> weights;
  for (const auto& [range, weight] : parse_preferences(accept_encoding)) {
    if (range == "*") {
      others = weight;
    }
    for (std::size_t i = 0; i < kCodings.size(); ++i) {
      if (range == kCodings[i].second) {
        weights[i] = weight;
      }
    }
  }
  auto best = ContentCoding::identity;
  double most = 0.0;
  for (std::size_t i = 0; i < kCodings.size(); ++i) {
    const double weight = weights[i].value_or(others.value_or(0.0));
    if (weight > most) {
      best = kCodings[i].first;
      most = weight;
    }
  }
  return best;
}

std::string_view name_of(ContentCoding coding) {
  const auto found =
      std::ranges::find(kCodings, coding, [](const auto& each) { return each.first; });
  return found == kCodings.end() ? std::string_view{} : found->second;
}

std::string compress(std::string_view body, ContentCoding coding) {
  switch (coding) {
    case ContentCoding::gzip:
      return gzip(body);
    case ContentCoding::brotli:
      return brotli(body);
    case ContentCoding::identity:
      break;
  }
  return std::string(body);
}

bool name_coding(Response& response, ContentCoding coding) {
  if (coding == ContentCoding::identity || !may_be_encoded(response)) {
    return false;
  }
  const std::string name(name_of(coding));
  response.set("Content-Encoding", name);
  if (auto* tag = header_of(response, "ETag"); tag != nullptr && tag->ends_with('"')) {
    tag->insert(tag->size() - 1, '-' + name);
  }
  return true;
}

void encode(Response& response, ContentCoding coding) {
  if (name_coding(response, coding)) {
    response.body = compress(response.body, coding);
  }
}

}  // namespace langnghe::api
