#pragma once

#include <string>
#include <string_view>

#include <api/http_types.hpp>

namespace langnghe::api {

enum class ContentCoding { identity, gzip, brotli };

/// The best one that Accept-Encoding allows (RFC 9110 section 12.5.3): of two that are as welcome,
/// the one that makes fewer bytes.
[[nodiscard]] ContentCoding choose_coding(std::string_view accept_encoding);

/// Its name in Content-Encoding; empty for `identity`.
[[nodiscard]] std::string_view name_of(ContentCoding coding);

/// Throws where the library has no memory.
[[nodiscard]] std::string compress(std::string_view body, ContentCoding coding);

/// Names the coding in Content-Encoding and in the ETag (`"3-1f"` becomes `"3-1f-br"`) where the
/// answer is to be compressed: a whole body of text of 1 kB and more that has no coding yet.
/// Answers whether it did; the body is as it was, because the reader may have it already.
[[nodiscard]] bool name_coding(Response& response, ContentCoding coding);

/// Both at once, for an answer that is kept.
void encode(Response& response, ContentCoding coding);

}  // namespace langnghe::api
