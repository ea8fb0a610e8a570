#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include <domain/issue_import.hpp>
#include <domain/time.hpp>
#include <ledger/store.hpp>
#include <orders/ward_handler.hpp>

namespace langnghe::tools {

struct DataDirectory;

/// A long list is more than one commit can hold. All of it is decided first; then it is written
/// down in `imports/WARD.json`, synced, and only then are the commits made. From that moment on the
/// import takes place: whoever opens the ledger for writing next ends it before anything else, and
/// nobody reads meanwhile. So readers see all of a list or none of it, whenever the process is
/// killed.
struct StagedImport {
  eventstore::LedgerId ledger;
  std::string user;
  domain::Instant now{};
  domain::ImportIssues import;

  /// The rows of one commit each, far below the limits of a commit.
  [[nodiscard]] std::vector<domain::ImportIssues> parts() const;
};

/// The verdict of the rules on each part: the number of new issues, or the refusal.
class ImportHandler {
 public:
  ImportHandler(eventstore::EventStore& store, eventstore::LedgerId ledger, std::string user,
                domain::Instant now);

  [[nodiscard]] std::expected<std::size_t, orders::Failure> rehearse(
      const domain::ImportIssues& part) const;
  [[nodiscard]] std::expected<void, orders::Failure> act(const domain::ImportIssues& part) const;

 private:
  [[nodiscard]] orders::Order order(domain::ImportIssues part) const;

  eventstore::LedgerId ledger_;
  std::string user_;
  std::string run_;  ///< by which its records are found, as those of a request are
  domain::Instant now_;
  orders::Handler handler_;
};

/// In words, for somebody at the command line.
[[nodiscard]] std::string described(const orders::Failure& failure);

/// Makes the commits of an import that was rehearsed. Throws std::runtime_error; what was begun
/// then is ended by `finish_imports`.
void carry_out(eventstore::EventStore& store, const DataDirectory& data,
               const StagedImport& import);

/// Ends imports that a kill or a power loss has cut off, and says so. Called wherever the ledger is
/// opened for writing.
void finish_imports(eventstore::EventStore& store, const DataDirectory& data);

/// Throws where an import is under way or was cut off: a reader would see a part of it.
void require_no_half_import(const DataDirectory& data);

}  // namespace langnghe::tools
