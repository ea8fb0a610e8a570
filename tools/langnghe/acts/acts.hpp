#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <ledger/store.hpp>
#include <projections/views.hpp>
#include <vault/vault.hpp>

namespace langnghe::tools {

/// A file of acts (tools/demo/README.md): what people did, line by line, as requests to the API.
struct Acts {
  std::vector<std::string> lines;
  std::map<std::string, std::string> files;  ///< bodies that lines name by `file`
  std::filesystem::path folder;              ///< where other named files are looked for
  bool up_to_now = false;  ///< the system clock goes on after the last act, to the present
  /// An act that is refused does not stop the load: acts that are moved in time may meet rules that
  /// they did not meet where they were.
  bool leaves_out_refused = false;
};

struct BundledWard {
  std::string ward;  ///< its ledger
  Acts acts;
};

/// The demonstration that is part of the program: the year 2021 of one ward, and the first half
/// year of the merged ward that took its khóm over. The year 2021 is first.
[[nodiscard]] std::vector<BundledWard> bundled_wards();
/// Throws std::runtime_error if the file cannot be read.
[[nodiscard]] Acts read_acts(const std::filesystem::path& file);

struct LoadTarget {
  eventstore::EventStore& store;
  eventstore::Vault& vault;
  projections::Views& views;
};

struct Loaded {
  std::vector<std::string> users;     ///< every account that the acts registered, in order
  std::vector<std::string> left_out;  ///< acts that were refused, with the reason
};

struct LoadError {
  std::size_t line = 0;  ///< counted from 1
  std::string what;
};

/// Sends each act to the API in-process, in the name of its user, with the server's clock set to
/// its time and the system clock's acts in between. Stops at the first one that is refused, unless
/// they are left out; running it again goes on there.
[[nodiscard]] std::expected<Loaded, LoadError> load_acts(
    const LoadTarget& target, const eventstore::LedgerId& ledger, const Acts& acts,
    const std::function<void(std::size_t done)>& progress);

}  // namespace langnghe::tools
