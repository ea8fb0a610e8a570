#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <ledger/store.hpp>

namespace langnghe::test {

/// All that a ledger answers to whoever asks for everything: its records, each stream of them and
/// the answer to each key.
struct Answers {
  std::vector<std::string> records;
  std::map<std::string, std::vector<std::string>> streams;
  std::map<std::string, std::uint64_t> keys;  ///< where the commit begins
  bool operator==(const Answers&) const = default;
};

/// A small ledger in table files and a write-ahead log, as one finds it after a few restarts.
void make_small_ledger(const std::filesystem::path& directory);

/// The result of reading a ledger that was changed.
enum class Outcome {
  unchanged,      ///< every answer as before
  refused,        ///< it does not open
  read_error,     ///< it opens, and a read says that something is wrong
  scrub_finding,  ///< reads answered, and the scrub says what is wrong
  shorter,        ///< opens as a ledger that ends earlier: only a known size tells
  wrong,          ///< anything else: a wrong answer that nothing noticed
};
inline constexpr std::size_t kOutcomes = 6;
[[nodiscard]] std::string_view to_text(Outcome outcome);

/// Asks everything of an undamaged ledger; fails the test when an answer is an error.
[[nodiscard]] Answers answers_of(const std::filesystem::path& directory);

/// Opens the ledger like a server does, asks everything and scrubs it. `expected` is what the
/// undamaged one answers.
[[nodiscard]] Outcome outcome_of(const std::filesystem::path& directory, const Answers& expected);

}  // namespace langnghe::test
