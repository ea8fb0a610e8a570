#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <api/limits.hpp>
#include <log/log.hpp>

#include "command_line/options.hpp"
#include "serving/file_settings.hpp"

namespace langnghe::tools {

/// The settings of serving for an operator; the values here are the defaults.
struct ServeSettings {
  void add_to(Options& options);
  /// `limits`, with those that have another form on the command line.
  [[nodiscard]] api::Limits all_limits() const;
  /// Throws WrongUsage.
  [[nodiscard]] log::Settings log_settings() const;

  std::string data = "data";
  std::string listen = "127.0.0.1:8080";
  std::string master_key;
  std::size_t workers = 32;
  std::string backup_to;
  std::size_t backup_every = 24;
  std::size_t check_every = 24;
  std::size_t disk_reserve_mib = 16;
  std::size_t clock_ahead_days = 45;
  std::size_t case_window_seconds = 600;
  bool time_is_right = false;
  std::vector<std::string> witnesses;
  std::vector<std::string> trusted_proxies;
  bool show_sign_ins = false;
  std::string log_form = "text";
  bool log_requests = false;
  FileSettings files;
  api::Limits limits;
};

}  // namespace langnghe::tools
