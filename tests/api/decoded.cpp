#include "api/decoded.hpp"

#include <cstddef>
#include <cstdint>

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace langnghe::api::spec {
namespace {

constexpr std::size_t kBodyMax = std::size_t{8} << 20;

std::string from_gzip(const std::string& packed) {
  std::string body(kBodyMax, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(body.data());
  stream.avail_out = static_cast<uInt>(body.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  body.resize(stream.total_out);
  inflateEnd(&stream);
  return body;
}

std::string from_brotli(const std::string& packed) {
  std::string body(kBodyMax, '\0');
  std::size_t size = body.size();
  EXPECT_EQ(
      BrotliDecoderDecompress(packed.size(), reinterpret_cast<const std::uint8_t*>(packed.data()),
                              &size, reinterpret_cast<std::uint8_t*>(body.data())),
      BROTLI_DECODER_RESULT_SUCCESS);
  body.resize(size);
  return body;
}

}  // namespace

std::string decoded(const Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Content-Encoding") {
      return value == "br" ? from_brotli(response.body) : from_gzip(response.body);
    }
  }
  return response.body;
}

}  // namespace langnghe::api::spec
