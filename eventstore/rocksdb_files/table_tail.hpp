#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>

namespace langnghe::eventstore {

/// So many bytes of a table file from `offset` on; an error says why they cannot be read.
using ReadPiece =
    std::function<std::expected<std::string, std::string>(std::uint64_t offset, std::size_t bytes)>;

/// Looks at what RocksDB believes of a table file before it compares a checksum: the footer, which
/// has none (format version 5), and the block of properties, whose iterator it sets up first, with
/// an assertion in the way that ends the process over one changed bit (decisions/0002). The
/// metaindex, which leads from one to the other, is checked on the way. Nothing, or what is wrong.
///
/// Costs three reads of some hundred bytes at the file's end, whatever its size.
[[nodiscard]] std::string fault_in_tail(std::uint64_t file_bytes, const ReadPiece& read);

}  // namespace langnghe::eventstore
