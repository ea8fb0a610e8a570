#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <transparency/tiles.hpp>

#include "proof/fold.hpp"
#include "proof/text_forms.hpp"

namespace langnghe::eventstore {
namespace {

std::string grouped(std::uint64_t number) {
  const auto three = [](std::uint64_t part) {
    const std::string digits = std::to_string(part);
    return std::string(3 - digits.size(), '0') + digits;
  };
  std::string text = three(number % 1000);
  while ((number /= 1000) != 0) {
    text = "x" + three(number % 1000) + "/" + text;
  }
  return text;
}

std::string_view take_part(std::string_view& path) {
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string_view part = path.substr(0, end);
  path.remove_prefix(std::min(end + 1, path.size()));
  return part;
}

constexpr std::string_view kPartial = ".p";

bool take_level(std::string_view& path, TileCoordinate& tile) {
  const std::string_view part = take_part(path);
  tile.entries = part == "entries";
  const auto level = from_decimal(part);
  tile.level = level ? static_cast<unsigned>(std::min<std::uint64_t>(*level, 255)) : 0;
  return tile.entries || (level && tile.level <= kTileLevelMax);
}

bool is_group(std::string_view digits) {
  return digits.size() == 3 &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string tile_path(const TileCoordinate& tile) {
  std::string path =
      "tile/" + (tile.entries ? "entries" : std::to_string(tile.level)) + "/" + grouped(tile.index);
  if (tile.width != kTileWidth) {
    path += std::string(kPartial) + "/" + std::to_string(tile.width);
  }
  return path;
}

std::optional<TileCoordinate> parse_tile_path(std::string_view path) {
  // 64 bits make seven groups; whatever is longer is not looked at.
  constexpr std::size_t kLongest = 64;
  TileCoordinate tile;
  std::string_view rest = path;
  if (path.size() > kLongest || take_part(rest) != "tile" || !take_level(rest, tile)) {
    return std::nullopt;
  }
  std::string digits;
  bool more = true;
  while (more) {
    std::string_view part = take_part(rest);
    more = part.starts_with('x');
    part.remove_prefix(more ? 1 : 0);
    if (!more && part.ends_with(kPartial)) {
      part.remove_suffix(kPartial.size());
      tile.width = from_decimal(take_part(rest)).value_or(0);
    }
    if (!is_group(part)) {
      return std::nullopt;
    }
    digits += part;
  }
  const auto [end, fault] =
      std::from_chars(digits.data(), digits.data() + digits.size(), tile.index);
  // Written again it must be the same text: no groups of zeroes in front, nothing behind.
  return fault == std::errc{} && tile.width >= 1 && tile_path(tile) == path ? std::optional(tile)
                                                                            : std::nullopt;
}

std::uint64_t width_in_tree(const TileCoordinate& tile, std::uint64_t size) {
  if (tile.level > kTileLevelMax || tile.index > (std::uint64_t{1} << 56)) {
    return 0;
  }
  const std::uint64_t hashes = size >> (kTileLevels * (tile.entries ? 0 : tile.level));
  const std::uint64_t before = tile.index * kTileWidth;
  return tile.index > hashes / kTileWidth ? 0 : std::min(kTileWidth, hashes - before);
}

NodeReader nodes_of(const HashSource& source) {
  return [&source](unsigned level, std::uint64_t index) -> ProofResult<Hash> {
    const std::uint64_t wide = std::uint64_t{1} << (level % kTileLevels);
    auto hashes = source.read(level / kTileLevels, index * wide, wide);
    if (!hashes) {
      return std::unexpected(std::move(hashes.error()));
    }
    return fold_complete(std::move(*hashes));
  };
}

ProofResult<std::string> hash_tile(const HashSource& source, const TileCoordinate& tile) {
  if (tile.entries || tile.level > kTileLevelMax || tile.width < 1 || tile.width > kTileWidth) {
    return std::unexpected(ProofError{ProofErrorCode::malformed, "this is not a tile of hashes"});
  }
  const auto hashes = source.read(tile.level, tile.index * kTileWidth, tile.width);
  if (!hashes) {
    return std::unexpected(hashes.error());
  }
  std::string bytes;
  bytes.reserve(hashes->size() * sizeof(Hash));
  for (const Hash& hash : *hashes) {
    bytes += bytes_of(hash);
  }
  return bytes;
}

std::string encode_entries(std::span<const Record> records) {
  std::string bundle;
  for (const Record& record : records) {
    bundle += static_cast<char>(record.bytes.size() >> 8);
    bundle += static_cast<char>(record.bytes.size() & 0xff);
    bundle += record.bytes;
  }
  return bundle;
}

ProofResult<std::vector<std::string>> decode_entries(std::string_view bundle) {
  const ProofError cut{ProofErrorCode::malformed, "the entry bundle is cut off"};
  std::vector<std::string> entries;
  while (!bundle.empty()) {
    if (bundle.size() < 2) {
      return std::unexpected(cut);
    }
    const std::size_t length = static_cast<std::size_t>(static_cast<unsigned char>(bundle[0]))
                                   << 8 |
                               static_cast<unsigned char>(bundle[1]);
    bundle.remove_prefix(2);
    if (bundle.size() < length) {
      return std::unexpected(cut);
    }
    entries.emplace_back(bundle.substr(0, length));
    bundle.remove_prefix(length);
  }
  return entries;
}

void MemoryHashes::append(const Hash& leaf) {
  Hash hash = leaf;
  for (std::size_t level = 0;; ++level) {
    if (level == levels_.size()) {
      levels_.emplace_back();
    }
    std::vector<Hash>& hashes = levels_[level];
    hashes.push_back(hash);
    if (hashes.size() % kTileWidth != 0) {
      return;
    }
    hash = fold_complete({hashes.end() - static_cast<std::ptrdiff_t>(kTileWidth), hashes.end()});
  }
}

ProofResult<std::vector<Hash>> MemoryHashes::read(unsigned tile_level, std::uint64_t first,
                                                  std::uint64_t count) const {
  const std::uint64_t held = tile_level < levels_.size() ? levels_[tile_level].size() : 0;
  if (first > held || count > held - first) {
    return std::unexpected(ProofError{ProofErrorCode::not_there, "the tree is not that large"});
  }
  const auto begin = levels_[tile_level].begin() + static_cast<std::ptrdiff_t>(first);
  return std::vector<Hash>(begin, begin + static_cast<std::ptrdiff_t>(count));
}

}  // namespace langnghe::eventstore
