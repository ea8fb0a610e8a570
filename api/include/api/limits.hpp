#pragma once

#include <chrono>
#include <cstddef>

namespace langnghe::api {

/// Every limit of the service. All are settings of `langnghe serve`; these are the safe defaults.
/// Reaching one is an answer (408, 413, 429, 431, 503), never a crash.
struct Limits {
  std::size_t header_bytes_max = std::size_t{16} << 10;
  std::size_t body_bytes_max = std::size_t{1} << 20;
  std::size_t uploads_in_flight_max = 8;  ///< bodies that are streamed hold a worker each
  std::size_t connections_max = 1'024;
  std::size_t requests_in_flight_max = 512;
  std::size_t event_streams_max = 1'024;  ///< beside connections_max: one that waits costs little
  std::size_t event_streams_per_user_max = 16;           ///< windows of a browser, and programs
  std::size_t event_records_behind_max = 10'000;         ///< that a stream may fall behind
  std::size_t answer_bytes_max = std::size_t{64} << 20;  ///< of all answers that are being sent
  std::size_t page_bytes_max = std::size_t{1} << 20;     ///< of the records of one page
  std::size_t acts_per_batch_max = 100;
  std::size_t page_size_max = 500;
  std::size_t page_size_default = 50;
  std::chrono::seconds read_timeout{30};     ///< for one whole request
  std::chrono::seconds upload_timeout{120};  ///< for one whole streamed body; read_timeout for
                                             ///< each wait within it
  std::chrono::seconds idle_timeout{60};     ///< between requests of a connection
  std::chrono::seconds write_timeout{30};    ///< for one answer, or one piece of it
  std::chrono::milliseconds event_heartbeat{15'000};  ///< so that proxies keep a silent stream open
  std::chrono::milliseconds event_pause{250};         ///< between two looks of one event stream
  std::chrono::milliseconds view_wait{2'000};         ///< of a request, for views a moment behind
  std::chrono::seconds login_session_idle{8 * 3600};
  std::chrono::seconds login_session_max{24 * 3600};
  int sign_in_failures_max = 8;           ///< of one account from one address within the window
  int sign_in_account_failures_max = 24;  ///< of one account from all strange addresses
  int sign_in_address_failures_max = 64;  ///< of one address at all accounts: an office shares one
  int sign_in_all_failures_max = 1'000;   ///< of all
  std::chrono::seconds sign_in_window{300};
  std::chrono::seconds device_lifetime{180 * 24 * 3600};  ///< since it was last used
  std::chrono::seconds sign_in_link_lifetime{24 * 3600};
  std::size_t case_failures_max = 8;           ///< of one case's code within the window
  std::size_t case_address_failures_max = 40;  ///< of one address: a village shares one
  std::size_t case_all_failures_max = 2'000;   ///< of all
  std::chrono::seconds case_window{600};
  bool sign_in_names_wards = false;  ///< of several: one alone is named to everybody
  bool metrics_name_wards = false;   ///< else they are numbered: metrics ask for no sign-in
  int json_depth_max = 32;
};

}  // namespace langnghe::api
