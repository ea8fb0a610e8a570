#pragma once

#include <filesystem>
#include <thread>

#include <services/backups.hpp>

namespace langnghe::tools {

/// Takes backups inside the process that serves: every so many hours, and when a command asks for
/// one. A thread of its own; ends after the backup that is under way.
class BackupService {
 public:
  struct Plan {
    std::filesystem::path to;  ///< empty: only when asked
    std::size_t hours = 24;
  };
  /// Store and vault must outlive the service.
  BackupService(const eventstore::OpenedStore& store, eventstore::Vault& vault, DataDirectory data,
                Plan plan);

 private:
  void run(const std::stop_token& stop);
  void serve_request();

  const eventstore::OpenedStore& store_;
  eventstore::Vault& vault_;
  const DataDirectory data_;
  const Plan plan_;
  std::jthread thread_;  // last, so that it sees everything else
};

}  // namespace langnghe::tools
