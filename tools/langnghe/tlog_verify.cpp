#include "tlog_verify.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "ledger_check.hpp"
#include "say.hpp"
#include "signed_ledger.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace fs = std::filesystem;
namespace {

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) {
    throw std::runtime_error("cannot read " + file.string());
  }
  return bytes;
}

es::VerifierKey read_key(const std::string& key) {
  auto text = fs::is_regular_file(key) ? read_file(key) : key;
  text.erase(std::min(text.find_last_not_of(" \r\n") + 1, text.size()));
  return proven(es::parse_verifier_key(text));
}

/// Nothing, or what is wrong with the records.
std::string check_entries(const fs::path& folder, std::uint64_t size, LedgerCheck& check) {
  for (std::uint64_t first = 0; first < size; first += es::kTileWidth) {
    const auto width = std::min(es::kTileWidth, size - first);
    const auto path =
        es::tile_path({.entries = true, .index = first / es::kTileWidth, .width = width});
    auto entries = proven(es::decode_entries(read_file(folder / path)));
    if (entries.size() != width) {
      return path + ": " + std::to_string(entries.size()) + " records";
    }
    for (auto& entry : entries) {
      const auto position = check.records();
      if (const auto wrong = check.next({{position}, std::move(entry)}); !wrong.empty()) {
        return std::to_string(position) + ": " + wrong;
      }
    }
  }
  return "";
}

std::string check_tiles(const fs::path& folder, std::uint64_t size, const LedgerCheck& check) {
  for (unsigned level = 0; level <= es::kTileLevelMax; ++level) {
    const auto count = size >> (es::kTileLevels * level);
    for (std::uint64_t first = 0; first < count; first += es::kTileWidth) {
      const es::TileCoordinate tile{.level = level,
                                    .index = first / es::kTileWidth,
                                    .width = std::min(es::kTileWidth, count - first)};
      const auto path = es::tile_path(tile);
      if (read_file(folder / path) != proven(es::hash_tile(check.hashes(), tile))) {
        return path + " does not follow from the records";
      }
    }
  }
  return "";
}

}  // namespace

bool verify_tlog(const fs::path& folder, const std::string& key) {
  const auto log = read_key(key);
  const auto head = proven(es::open_checkpoint(read_file(folder / "checkpoint"), log));
  LedgerCheck check(head.origin.substr(head.origin.rfind('/') + 1));
  auto wrong = check_entries(folder, head.size, check);
  wrong = wrong.empty() ? compare(head, check.hashes()) : wrong;
  wrong = wrong.empty() ? check_tiles(folder, head.size, check) : wrong;
  if (!wrong.empty()) {
    std::cout << head.origin << " " << wrong << '\n';
    return false;
  }
  std::cout << head.origin << ": " << head.size
            << say(" bản ghi, đúng với đầu sổ đã ký", " records, as the signed head says") << '\n';
  return true;
}

}  // namespace langnghe::tools
