#include "exporting/tlog_export.hpp"

#include <algorithm>
#include <stdexcept>

#include <services/ledger_pages.hpp>
#include <services/say.hpp>
#include <transparency/key_change.hpp>

#include "command_line/progress.hpp"
#include "exporting/export_folder.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace fs = std::filesystem;
namespace {

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

void write_entries(es::LedgerReader& store, const SignedLedger& source, const fs::path& folder) {
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

// Under files/, so that anybody can compare each with its name.
void write_attachments(es::LedgerReader& store, const SignedLedger& source, const fs::path& files,
                       const fs::path& folder) {
  for_each_record(store, source.ledger, 0, source.head.checkpoint.size,
                  [&](const es::Record& record) {
                    copy_named_files(files, folder, source.ledger.value, record.bytes);
                  });
}

}  // namespace

void write_tlog(es::LedgerReader& store, const SignedLedger& signed_ledger,
                const DataDirectory& data, const fs::path& folder) {
  prepare_folder(folder);
  write_entries(store, signed_ledger, folder);
  write_hash_tiles(signed_ledger, folder);
  write_attachments(store, signed_ledger, data.files(), folder / "files");
  write_file(folder / "vkey", signed_ledger.head.key.text() + '\n');
  if (const auto changes = proven(es::read_key_changes(data.keys(), signed_ledger.ledger));
      !changes.empty()) {
    write_file(folder / "key-changes", changes);
  }
  write_file(folder / "checkpoint", signed_ledger.head.note);
}

}  // namespace langnghe::tools
