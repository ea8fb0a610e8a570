#include "table_tail.hpp"

#include <optional>
#include <string_view>
#include <utility>

#define XXH_INLINE_ALL
#include <rocksdb_files/table_format.hpp>
#include <xxhash.h>

namespace langnghe::eventstore {
namespace {

// The footer of format version 5: the kind of checksum, two handles in a field of fixed length,
// the format's version, the magic number.
constexpr std::size_t kFooterBytes = 53;
constexpr std::size_t kHandlesBegin = 1;
constexpr std::size_t kHandlesEnd = 41;
constexpr std::size_t kMagicBegin = 45;
constexpr std::uint64_t kMagic = 0x88e241b785f4cff7;

/// Behind each block: its kind of compression, then four bytes of checksum.
constexpr std::size_t kTrailerBytes = 5;
/// Neither grows with the table. More is a handle that was changed.
constexpr std::uint64_t kMetaBlockBytesMax = std::uint64_t{1} << 20;
constexpr std::string_view kPropertiesKey = "rocksdb.properties";

struct Handle {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
};

std::uint64_t read_fixed(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t at = bytes.size(); at-- > 0;) {
    value = value << 8 | static_cast<std::uint8_t>(bytes[at]);
  }
  return value;
}

std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7fu} << shift;
    if (byte < 0x80) {
      return value;
    }
  }
  return std::nullopt;
}

std::optional<Handle> take_handle(std::string_view& bytes) {
  const auto offset = take_varint(bytes);
  const auto size = take_varint(bytes);
  return offset && size ? std::optional(Handle{*offset, *size}) : std::nullopt;
}

std::string read_or_fault(const ReadPiece& read, std::uint64_t offset, std::size_t bytes,
                          std::string& piece) {
  auto got = read(offset, bytes);
  if (!got) {
    return std::move(got.error());
  }
  piece = std::move(*got);
  return piece.size() == bytes ? "" : "the file ends early";
}

/// The checksum of a block as RocksDB makes it with XXH3: the last byte is mixed in apart.
std::uint32_t checksum_of(std::string_view block, std::uint8_t compression) {
  constexpr std::uint32_t kPrime = 0x6b9083d9;
  return static_cast<std::uint32_t>(XXH3_64bits(block.data(), block.size())) ^ compression * kPrime;
}

std::string read_block(std::string_view name, const Handle& handle, std::uint64_t end,
                       const ReadPiece& read, std::string& block) {
  const std::string called(name);
  if (handle.bytes > kMetaBlockBytesMax || handle.offset > end ||
      end - handle.offset < handle.bytes + kTrailerBytes) {
    return "the handle of " + called + " leads out of the file";
  }
  const auto bytes = static_cast<std::size_t>(handle.bytes);
  if (auto fault = read_or_fault(read, handle.offset, bytes + kTrailerBytes, block);
      !fault.empty()) {
    return fault;
  }
  const auto compression = static_cast<std::uint8_t>(block[bytes]);
  const auto stored = read_fixed(std::string_view(block).substr(bytes + 1));
  block.resize(bytes);
  return checksum_of(block, compression) == stored ? "" : "the checksum of " + called + " differs";
}

/// The entries of a block: how much of the key before is shared, the rest of the key, the value.
std::optional<Handle> find_properties(std::string_view block) {
  std::string key;
  while (!block.empty()) {
    const auto shared = take_varint(block);
    const auto rest = take_varint(block);
    const auto value = take_varint(block);
    if (!shared || !rest || !value || *shared > key.size() || *rest > block.size() ||
        *value > block.size() - *rest) {
      return std::nullopt;  // the restart points behind the entries, or no entry at all
    }
    key.resize(*shared);
    key += block.substr(0, *rest);
    std::string_view handle = block.substr(*rest, *value);
    if (key == kPropertiesKey) {
      return take_handle(handle);
    }
    block.remove_prefix(*rest + *value);
  }
  return std::nullopt;
}

std::string fault_in_footer(std::string_view footer, Handle& metaindex) {
  if (read_fixed(footer.substr(kMagicBegin)) != kMagic) {
    return "the magic number is not that of a table";
  }
  if (read_fixed(footer.substr(kHandlesEnd, kMagicBegin - kHandlesEnd)) != kTableFormatVersion) {
    return "the format version is not the one that is written here";
  }
  // One that is changed to "none" would switch off all further checks of this file.
  if (footer.front() != static_cast<char>(kTableChecksum)) {
    return "the kind of checksum is not the one that is written here";
  }
  std::string_view handles = footer.substr(kHandlesBegin, kHandlesEnd - kHandlesBegin);
  const auto first = take_handle(handles);
  const auto second = take_handle(handles);
  if (!first || !second || handles.find_first_not_of('\0') != std::string_view::npos) {
    return "the footer's handles do not read back";
  }
  metaindex = *first;
  return "";
}

}  // namespace

std::string fault_in_tail(std::uint64_t file_bytes, const ReadPiece& read) {
  if (file_bytes < kFooterBytes) {
    return "the file is shorter than a footer";
  }
  const std::uint64_t end = file_bytes - kFooterBytes;
  std::string piece;
  if (auto fault = read_or_fault(read, end, kFooterBytes, piece); !fault.empty()) {
    return fault;
  }
  Handle metaindex;
  if (auto fault = fault_in_footer(piece, metaindex); !fault.empty()) {
    return fault;
  }
  if (auto fault = read_block("the metaindex", metaindex, end, read, piece); !fault.empty()) {
    return fault;
  }
  const auto properties = find_properties(piece);
  return properties ? read_block("the properties", *properties, end, read, piece)
                    : "the metaindex names no properties";
}

}  // namespace langnghe::eventstore
