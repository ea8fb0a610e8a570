// A zip is written here by hand: what a library writes changes with its version and with zlib's,
// and the bytes of an issued paper are named by their hash for ever (APPNOTE.TXT 6.3.10).
#include <cstdint>

#include "checksum.hpp"
#include "package.hpp"

namespace langnghe::papers {
namespace {

constexpr std::uint32_t kLocalHeader = 0x04034b50;
constexpr std::uint32_t kCentralHeader = 0x02014b50;
constexpr std::uint32_t kEndOfCentral = 0x06054b50;
constexpr std::uint16_t kVersion = 20;           // 2.0: folders and names as they are
constexpr std::uint16_t kUtf8Names = 1U << 11U;  // names are UTF-8
constexpr std::uint16_t kFirstDay = (1U << 5U) | 1U;

void put16(std::string& out, std::uint16_t value) {
  out += static_cast<char>(value & 0xffU);
  out += static_cast<char>(value >> 8U);
}

void put32(std::string& out, std::size_t value) {
  put16(out, static_cast<std::uint16_t>(value & 0xffffU));
  put16(out, static_cast<std::uint16_t>((value >> 16U) & 0xffffU));
}

/// The fields that stand in both headers of a part.
void put_facts(std::string& out, const Part& part, std::uint32_t crc) {
  put16(out, kVersion);
  put16(out, kUtf8Names);
  put16(out, 0);  // stored
  put16(out, 0);  // midnight
  put16(out, kFirstDay);
  put32(out, crc);
  put32(out, part.bytes.size());
  put32(out, part.bytes.size());
  put16(out, static_cast<std::uint16_t>(part.name.size()));
  put16(out, 0);
}

}  // namespace

std::string stored_zip(const Package& package) {
  std::string out;
  std::string central;
  for (const auto& part : package) {
    const auto crc = crc32_of(part.bytes);
    const auto offset = out.size();
    put32(out, kLocalHeader);
    put_facts(out, part, crc);
    out += part.name;
    out += part.bytes;
    put32(central, kCentralHeader);
    put16(central, kVersion);
    put_facts(central, part, crc);
    put16(central, 0);  // comment
    put16(central, 0);  // disk
    put16(central, 0);  // kind of content
    put32(central, 0);  // attributes of a file system
    put32(central, offset);
    central += part.name;
  }
  const auto begin = out.size();
  out += central;
  put32(out, kEndOfCentral);
  put16(out, 0);
  put16(out, 0);
  put16(out, static_cast<std::uint16_t>(package.size()));
  put16(out, static_cast<std::uint16_t>(package.size()));
  put32(out, central.size());
  put32(out, begin);
  put16(out, 0);
  return out;
}

}  // namespace langnghe::papers
