#include "checking/log_check.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

#include <attachments/attachments.hpp>
#include <ledger/limits.hpp>
#include <services/say.hpp>
#include <transparency/running_tree.hpp>

#include "checking/ledger_check.hpp"
#include "checking/published_head.hpp"
#include "checking/verify_fault.hpp"
#include "command_line/progress.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace {

std::string need(LogSource& source, const std::string& path, std::size_t bytes_max) {
  auto bytes = source.read(path, bytes_max);
  if (!bytes) {
    refuse(path + std::string(say(": không có, dù đầu sổ đã ký nói là có",
                                  ": is not there, although the signed head stands for it")));
  }
  return std::move(*bytes);
}

es::Hash hash_at(std::string_view tile, std::size_t number) {
  es::Hash hash{};
  std::memcpy(hash.data(), tile.data() + number * hash.size(), hash.size());
  return hash;
}

/// One reading of the log, from its first record to its last.
class Reading {
 public:
  Reading(LogSource& source, const LogCheckRequest& request)
      : source_(source),
        request_(request),
        check_(ledger_of(request.head.origin),
               [this](const es::TileCoordinate& tile, std::span<const es::Hash> hashes) {
                 compare(tile, hashes);
               }) {}

  LogFindings run();

 private:
  void take_records(const es::TileCoordinate& tile);
  void take_hashes(es::TileCoordinate tile);
  void compare(const es::TileCoordinate& tile, std::span<const es::Hash> hashes);
  std::string hashes_of(const es::TileCoordinate& tile);

  LogSource& source_;
  const LogCheckRequest& request_;
  LedgerCheck check_;
  LogFindings found_;
};

std::string Reading::hashes_of(const es::TileCoordinate& tile) {
  const auto path = es::tile_path(tile);
  auto bytes = need(source_, path, es::kTileWidth * sizeof(es::Hash));
  if (bytes.size() != tile.width * sizeof(es::Hash)) {
    refuse(path + std::string(say(": không đủ mã băm", ": has not the hashes it should")));
  }
  return bytes;
}

void Reading::compare(const es::TileCoordinate& tile, std::span<const es::Hash> hashes) {
  if (request_.hashes_only && tile.level == 0) {
    return;  // they were read from there
  }
  const auto bytes = hashes_of(tile);
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (hash_at(bytes, i) == hashes[i]) {
      continue;
    }
    const auto number = std::to_string(tile.index * es::kTileWidth + i);
    refuse(tile.level == 0
               ? std::string(say("bản ghi ", "record ")) + number +
                     std::string(say(" không khớp với ", " does not fit ")) + es::tile_path(tile) +
                     std::string(say(": một trong hai đã bị sửa", ": one of the two was changed"))
               : es::tile_path(tile) +
                     std::string(say(" không khớp với các mã băm bên dưới, từ số ",
                                     " does not follow from the hashes below it, "
                                     "at number ")) +
                     number);
  }
}

void Reading::take_records(const es::TileCoordinate& tile) {
  const auto path = es::tile_path(tile);
  const auto bundle = need(source_, path, tile.width * (2 + es::kRecordBytesMax));
  auto entries = es::decode_entries(bundle);
  if (!entries || entries->size() != tile.width) {
    refuse(path + ": " +
           (entries ? std::to_string(entries->size()) +
                          std::string(say(" bản ghi thay vì ", " records instead of ")) +
                          std::to_string(tile.width)
                    : std::string(say("bị cắt cụt", "is cut off"))));
  }
  for (auto& entry : *entries) {
    const auto position = check_.records();
    for (auto& name : es::references(entry)) {
      found_.files.insert(std::move(name));
    }
    if (const auto wrong = check_.next({{position}, std::move(entry)}); !wrong.empty()) {
      refuse(std::string(say("bản ghi ", "record ")) + std::to_string(position) + ": " + wrong);
    }
  }
}

void Reading::take_hashes(es::TileCoordinate tile) {
  tile.entries = false;
  const auto bytes = hashes_of(tile);
  for (std::size_t i = 0; i < tile.width; ++i) {
    check_.next_hash(hash_at(bytes, i));
  }
}

LogFindings Reading::run() {
  const auto size = request_.head.size;
  ProgressLine progress(std::string(say("Kiểm tra ", "Checking ")) + request_.head.origin);
  for (const auto& older : request_.older) {
    check_.watch(older.size);
  }
  while (check_.records() < size) {
    const es::TileCoordinate tile{.entries = true,
                                  .index = check_.records() / es::kTileWidth,
                                  .width = std::min(es::kTileWidth, size - check_.records())};
    request_.hashes_only ? take_hashes(tile) : take_records(tile);
    progress.show(check_.records(), size);
  }
  check_.tree().finish();
  if (check_.tree().root() != request_.head.root) {
    refuse(std::string(say("các bản ghi không cho ra gốc cây đã ký: sổ đã bị sửa",
                           "the records do not give the signed root: they were changed")));
  }
  progress.end();
  std::ranges::copy_if(request_.older, std::back_inserter(found_.not_continued),
                       [&](const auto& older) { return !check_.against(older).empty(); });
  found_.streams = check_.streams();
  return std::move(found_);
}

}  // namespace

LogFindings check_log(LogSource& source, const LogCheckRequest& request) {
  return Reading(source, request).run();
}

}  // namespace langnghe::tools
