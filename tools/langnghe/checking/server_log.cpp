#include "checking/server_log.hpp"

#include <algorithm>
#include <thread>

#include <services/say.hpp>

#include "checking/verify_fault.hpp"

namespace langnghe::tools {
namespace {

constexpr int kOk = 200;
constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;

/// Overloaded, restarting, or a proxy whose server is: worth another attempt.
bool is_passing(int status) {
  return status == 429 || (status >= 502 && status <= 504);
}

bool is_ledger_name(const std::string& ward) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !ward.empty() && ward.size() <= 64 && ward.front() != '-' &&
         std::ranges::all_of(ward, allowed);
}

std::string without_slashes(std::string url) {
  url.erase(url.find_last_not_of('/') + 1);
  return url;
}

[[noreturn]] void not_reached(const std::string& url, const outbound::ClientFault& fault) {
  cannot_check(
      url + ": " +
      std::string(fault.tls ? say("máy chủ không chứng minh được nó là máy có tên ấy; đừng gửi gì "
                                  "cho nó, hãy hỏi người quản trị",
                                  "the server cannot show that it is the host of that name; send "
                                  "it nothing, ask whoever runs it")
                            : say("không liên lạc được với máy chủ, hãy xem địa chỉ và mạng rồi "
                                  "thử lại",
                                  "the server cannot be reached; look at the address and the "
                                  "network and try again")) +
      " (" + fault.reason + ")");
}

[[noreturn]] void not_answered(const std::string& path, int status) {
  if (status == kUnauthorized) {
    cannot_check(std::string(
        say("máy chủ chỉ đưa bản ghi cho người đã đăng nhập: thêm --token-file (mã do langnghe "
            "user token in ra), hoặc --hashes-only để chỉ kiểm tra đầu sổ và cây",
            "the server gives records to who is signed in: add --token-file (what langnghe user "
            "token prints), or --hashes-only to check the head and the tree alone")));
  }
  if (status == kForbidden) {
    cannot_check(
        std::string(say("tài khoản này không được đọc cả sổ cái: hãy dùng mã của người giám sát, "
                        "hoặc --hashes-only",
                        "this account may not read the whole ledger: use a supervisor's token, or "
                        "--hashes-only")));
  }
  cannot_check(path +
               std::string(say(": máy chủ không trả lời được, hãy thử lại sau; mã ",
                               ": the server has no answer now, try again later; status ")) +
               std::to_string(status));
}

}  // namespace

ServerLog::ServerLog(ServerLogOptions options) : options_(std::move(options)) {
  options_.url = without_slashes(std::move(options_.url));
  if (!is_ledger_name(options_.ward)) {
    cannot_check(
        std::string(say("máy chủ không liệt kê các phường: hãy nêu --ward, hoặc khóa có "
                        "tên phường (--vkey)",
                        "a server does not list its wards: name one with --ward, or by "
                        "its key (--vkey)")));
  }
  auto client = outbound::Client::at(options_.url);
  if (!client) {
    cannot_check(options_.url + ": " + client.error());
  }
  client_ = std::move(*client);
  if (!options_.token.empty() && !client_->keeps_secrets()) {
    cannot_check(std::string(say("mã truy cập không được gửi đi không mã hóa: hãy dùng https://",
                                 "a token is not sent in the clear: use https://")));
  }
  client_->authorize(options_.token);
}

outbound::ClientReply ServerLog::ask(const std::string& path, std::size_t bytes_max) {
  const auto target = "/api/v1/wards/" + options_.ward + "/tlog/" + path;
  // An answer that is no tile is a problem document, which may be longer than a small tile.
  constexpr std::size_t kProblemBytesMax = 64 * 1024;
  const outbound::ClientLimits limits{.time = options_.time,
                                      .body_bytes_max = std::max(bytes_max, kProblemBytesMax)};
  auto pause = options_.pause;
  for (int attempt = 1;; ++attempt, pause *= 2) {
    auto reply = client_->get(target, limits);
    const bool passing = reply ? is_passing(reply->status) : !reply.error().tls;
    if (!passing || attempt >= options_.attempts) {
      if (!reply) {
        not_reached(options_.url, reply.error());
      }
      return std::move(*reply);
    }
    std::this_thread::sleep_for(pause);
  }
}

std::optional<std::string> ServerLog::read(const std::string& path, std::size_t bytes_max) {
  auto reply = ask(path, bytes_max);
  if (reply.status == kNotFound) {
    return std::nullopt;
  }
  if (reply.status != kOk) {
    not_answered(path, reply.status);
  }
  if (reply.body.size() > bytes_max) {
    refuse(path + std::string(say(" dài quá mức", " is longer than it may be")));
  }
  return std::move(reply.body);
}

}  // namespace langnghe::tools
