#include "proof/whole_reading.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

namespace langnghe::eventstore {
namespace {

/// Enough for the store to read ahead and past its cache, little enough to rest often.
constexpr std::uint64_t kRecordsPerStep = 4'096;

}  // namespace

WholeReading::WholeReading(const Transparency& log, LedgerId ledger, Checkpoint head)
    : log_(log),
      ledger_(std::move(ledger)),
      head_(std::move(head)),
      tree_([this](const TileCoordinate& tile, std::span<const Hash> hashes) {
        compare(tile, hashes);
      }) {}

void WholeReading::take(const Records& records) {
  const std::uint64_t wanted = std::min(kRecordsPerStep, head_.size - tree_.size());
  const auto read = records.between({tree_.size()}, tree_.size() + wanted)
                        .visit([this](Position /*position*/, std::string_view bytes) {
                          tree_.append(leaf_hash(bytes));
                          return true;
                        });
  if (records.stop().stop_requested()) {
    return;
  }
  if (!read) {
    const bool damaged = read.error().code == StoreErrorCode::corrupt;
    end(damaged ? WatchFinding::differs : WatchFinding::unreadable, tree_.size(),
        read.error().context);
  } else if (*read < wanted) {
    end(WatchFinding::differs, tree_.size(), "the ledger ends here");
  } else if (tree_.size() == head_.size) {
    conclude();
  }
}

// The kept hashes only tell where: whether, the signed root alone decides.
void WholeReading::compare(const TileCoordinate& tile, std::span<const Hash> hashes) {
  const auto kept = log_.kept_tile(ledger_, tile);
  if (!kept || kept->size() != hashes.size_bytes()) {
    return;
  }
  for (std::size_t at = 0; at < hashes.size(); ++at) {
    if (std::memcmp(kept->data() + at * sizeof(Hash), hashes[at].data(), sizeof(Hash)) == 0) {
      continue;
    }
    const unsigned shift = kTileLevels * tile.level;
    const std::uint64_t first = (tile.index * kTileWidth + at) << shift;
    const std::uint64_t behind = first + (std::uint64_t{1} << shift);
    // A hash higher up differs because of the record that is known already, or in front of it.
    if (!difference_ || behind <= *difference_) {
      difference_ = first;
    }
    return;
  }
}

void WholeReading::conclude() {
  tree_.finish();
  if (tree_.root() != head_.root) {
    end(WatchFinding::differs, difference_.value_or(0),
        difference_ ? "" : "the kept hashes were changed too and do not tell where");
  } else if (difference_) {
    end(WatchFinding::clean, 0,
        "the records are well, but their kept hashes are not, from position " +
            std::to_string(*difference_) + ": they are made again from the records");
    hashes_differ_ = true;
  } else {
    end(WatchFinding::clean, 0, "");
  }
}

void WholeReading::end(WatchFinding finding, std::uint64_t position, std::string detail) {
  finding_ = finding;
  position_ = position;
  detail_ = std::move(detail);
}

}  // namespace langnghe::eventstore
