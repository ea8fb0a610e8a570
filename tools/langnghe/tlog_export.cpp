#include "tlog_export.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "progress.hpp"
#include "say.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace fs = std::filesystem;
namespace {

void write_file(const fs::path& file, const std::string& bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) {
    throw std::runtime_error("cannot write " + file.string());
  }
}

void prepare_folder(const fs::path& folder) {
  if (fs::exists(folder) && !(fs::is_directory(folder) && fs::is_empty(folder))) {
    throw std::runtime_error(
        std::string(say("hãy chọn một thư mục trống", "choose an empty folder")) + " (" +
        folder.string() + ")");
  }
  fs::create_directories(folder);
}

void write_hash_tiles(const SignedLedger& source, const fs::path& folder) {
  const auto size = source.head.checkpoint.size;
  for (unsigned level = 0; level <= es::kTileLevelMax; ++level) {
    const auto count = size >> (es::kTileLevels * level);
    for (std::uint64_t first = 0; first < count; first += es::kTileWidth) {
      const es::TileCoordinate tile{.level = level,
                                    .index = first / es::kTileWidth,
                                    .width = std::min(es::kTileWidth, count - first)};
      write_file(folder / es::tile_path(tile), proven(es::hash_tile(source.hashes, tile)));
    }
  }
}

void write_entries(es::EventStore& store, const SignedLedger& source, const fs::path& folder) {
  const auto size = source.head.checkpoint.size;
  ProgressLine progress(say("Xuất", "Exporting"));
  for (std::uint64_t first = 0; first < size; first += es::kTileWidth) {
    const auto width = std::min(es::kTileWidth, size - first);
    const auto records = store.read_ledger(source.ledger, {first}, width);
    if (!records || records->size() != width) {
      throw std::runtime_error(records ? "the ledger ends early" : records.error().context);
    }
    const es::TileCoordinate tile{.entries = true, .index = first / es::kTileWidth, .width = width};
    write_file(folder / es::tile_path(tile), es::encode_entries(*records));
    progress.show(first + width, size);
  }
  progress.end();
}

}  // namespace

void write_tlog(es::EventStore& store, const SignedLedger& signed_ledger, const fs::path& folder) {
  prepare_folder(folder);
  write_entries(store, signed_ledger, folder);
  write_hash_tiles(signed_ledger, folder);
  write_file(folder / "vkey", signed_ledger.head.key.text() + '\n');
  write_file(folder / "checkpoint", signed_ledger.head.note);
}

}  // namespace langnghe::tools
