#include "tlog_verify.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include <eventstore/cosigning.hpp>
#include <eventstore/key_change.hpp>

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

std::string time_text(std::uint64_t posix_seconds) {
  const auto seconds = static_cast<std::time_t>(posix_seconds);
  std::tm parts{};
  std::array<char, 32> text{};
  if (::gmtime_r(&seconds, &parts) == nullptr ||
      std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts) == 0) {
    return std::to_string(posix_seconds);
  }
  return text.data();
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

es::Checkpoint open_trusted(std::string_view note, const std::vector<es::VerifierKey>& log,
                            const TrustedKeys& trusted) {
  std::vector<es::VerifierKey> witnesses;
  for (const auto& text : trusted.witnesses) {
    witnesses.push_back(read_key(text));
  }
  const auto needed = trusted.witnesses_needed == 0 ? witnesses.size() : trusted.witnesses_needed;
  auto head = proven(es::open_witnessed(note, log, witnesses, needed));
  for (const auto& made : head.witnesses) {
    std::cout << say("nhân chứng ", "witnessed by ") << made.key.name << ": "
              << head.checkpoint.size << " (" << time_text(made.timestamp) << ")\n";
  }
  return std::move(head.checkpoint);
}

bool verify_tlog(const fs::path& folder, const TrustedKeys& trusted) {
  const auto log = read_key(trusted.log);
  const auto changes = trusted.key_changes.empty()
                           ? std::vector<es::KeyChange>()
                           : proven(es::open_key_changes(read_file(trusted.key_changes)));
  const auto head =
      open_trusted(read_file(folder / "checkpoint"), es::keys_through(log, changes), trusted);
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
