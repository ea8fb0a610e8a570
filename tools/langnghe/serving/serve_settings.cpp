#include "serving/serve_settings.hpp"

#include <chrono>

#include "command_line/wrong_usage.hpp"

namespace langnghe::tools {

void ServeSettings::add_to(Options& options) {
  options.text("data", &data, "thư mục dữ liệu", "the data directory");
  options.text("listen", &listen, "ĐỊA_CHỈ:CỔNG (cổng 0: tự chọn)", "ADDRESS:PORT (0: any port)");
  options.text("master-key", &master_key, "tệp khóa chính", "file of the master key");
  options.number("workers", &workers, "số luồng xử lý", "threads that handle requests");
  options.number("body-bytes-max", &limits.body_bytes_max, "thân yêu cầu tối đa (byte)",
                 "largest request body (bytes)");
  options.number("connections-max", &limits.connections_max, "số kết nối tối đa",
                 "most connections");
  options.number("event-streams-max", &limits.event_streams_max, "số luồng sự kiện mở cùng lúc",
                 "most event streams, beside the connections");
  options.number("event-streams-per-user-max", &limits.event_streams_per_user_max,
                 "số luồng sự kiện một người mở cùng lúc", "most event streams of one user");
  options.number("event-records-behind-max", &limits.event_records_behind_max,
                 "một luồng sự kiện được tụt lại sau bao nhiêu bản ghi",
                 "records that an event stream may fall behind");
  options.number("acts-per-batch-max", &limits.acts_per_batch_max,
                 "số việc tối đa trong một lần gửi loạt", "most acts in one batch");
  options.number("case-failures-max", &limits.case_failures_max,
                 "tra cứu công khai: số lần sai của một mã",
                 "public look-up: failures of one code");
  options.number("case-address-failures-max", &limits.case_address_failures_max,
                 "tra cứu công khai: số lần sai từ một địa chỉ",
                 "public look-up: failures from one network address");
  options.number("case-all-failures-max", &limits.case_all_failures_max,
                 "tra cứu công khai: số lần sai của tất cả", "public look-up: failures of all");
  options.number("case-window-seconds", &case_window_seconds,
                 "tra cứu công khai: đếm lần sai trong bao nhiêu giây",
                 "public look-up: seconds within which failures count");
  options.text("backup-to", &backup_to, "thư mục sao lưu định kỳ (trống: không)",
               "folder of regular backups (empty: none)");
  options.number("backup-every", &backup_every, "sao lưu mỗi bao nhiêu giờ",
                 "hours between backups");
  options.number("check-every", &check_every,
                 "đọc lại toàn bộ sổ cái, so với đầu sổ đã ký, mỗi bao nhiêu giờ (0: không)",
                 "hours between two checks of the whole ledger against its signed head (0: none)");
  options.texts("witness", &witnesses, "nhân chứng URL=KHÓA_KIỂM_TRA (nhiều lần được)",
                "a witness, URL=VERIFIER-KEY (any number of times)");
  options.texts("trusted-proxy", &trusted_proxies,
                "máy chủ trung gian được tin, địa chỉ hoặc mạng CIDR (nhiều lần được)",
                "a proxy whose forwarded addresses count, an address or a network in CIDR form "
                "(any number of times)");
  options.number("answer-bytes-max", &limits.answer_bytes_max,
                 "tổng các câu trả lời đang gửi tối đa (byte)",
                 "most bytes of all answers that are being sent");
  options.number("disk-reserve", &disk_reserve_mib,
                 "không ghi nữa khi đĩa còn ít hơn bao nhiêu MiB (0: không giữ)",
                 "MiB that stay free on the disk: below it nothing is written (0: none)");
  options.number("clock-ahead-days", &clock_ahead_days,
                 "khi khởi động, giờ máy được đi trước bản ghi mới nhất bao nhiêu ngày",
                 "days that the clock may be ahead of the newest record at the start");
  options.flag("time-is-right", &time_is_right, "giờ của máy lúc này là đúng",
               "the machine's time is right as it is now");
  options.flag("show-demonstration-sign-ins", &show_sign_ins,
               "in các tài khoản trình diễn khi khởi động",
               "print the demonstration's sign-ins at the start");
  options.text("log", &log_form, "dạng nhật ký: text hoặc json (mỗi dòng một đối tượng JSON)",
               "form of the log: text or json (one JSON object a line)");
  options.flag("log-requests", &log_requests, "ghi nhật ký mỗi yêu cầu một dòng",
               "one line in the log for each request");
  options.flag("sign-in-names-wards", &limits.sign_in_names_wards,
               "trang đăng nhập liệt kê tên các phường (một phường thì luôn nêu)",
               "the sign-in page lists the wards by name (a single one is always named)");
  options.flag("metrics-name-wards", &limits.metrics_name_wards,
               "/metrics nêu tên phường (không cần đăng nhập vẫn đọc được)",
               "/metrics names the wards (it is read without signing in)");
  files.add_to(options);
}

api::Limits ServeSettings::all_limits() const {
  auto all = limits;
  all.case_window = std::chrono::seconds(case_window_seconds);
  return all;
}

log::Settings ServeSettings::log_settings() const {
  if (log_form != "text" && log_form != "json") {
    throw WrongUsage("--log phải là text hoặc json", "--log must be text or json");
  }
  log::Settings settings;
  settings.form = log_form == "json" ? log::Form::json : log::Form::text;
  settings.requests = log_requests;
  return settings;
}

}  // namespace langnghe::tools
