#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <outbound/client.hpp>

#include "checking/log_source.hpp"

namespace langnghe::tools {

struct ServerLogOptions {
  std::string url;    ///< http[s]://HOST[:PORT][/PREFIX]
  std::string ward;   ///< which ledger
  std::string token;  ///< of an account that may read the whole ledger; empty: hashes only
  std::chrono::milliseconds time{15'000};  ///< for one answer
  std::chrono::milliseconds pause{500};    ///< before a question is asked again, doubled each time
  int attempts = 4;                        ///< where the network or the server fails
};

/// The log of one ward as a running server publishes it. Throws VerifyFault (not_checked) with what
/// to do where there is no server, no such ward, or no permission.
class ServerLog final : public LogSource {
 public:
  explicit ServerLog(ServerLogOptions options);
  [[nodiscard]] std::optional<std::string> read(const std::string& path,
                                                std::size_t bytes_max) override;

 private:
  [[nodiscard]] outbound::ClientReply ask(const std::string& path, std::size_t bytes_max);

  ServerLogOptions options_;
  std::unique_ptr<outbound::Client> client_;
};

}  // namespace langnghe::tools
