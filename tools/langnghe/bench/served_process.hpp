#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace langnghe::tools::bench {

/// `langnghe serve` of this very program in a process of its own, on a free port of 127.0.0.1.
class ServedProcess {
 public:
  /// Returns when it has said where it serves. Throws std::runtime_error when it ends before.
  explicit ServedProcess(const std::filesystem::path& data);
  ServedProcess(const ServedProcess&) = delete;
  ServedProcess& operator=(const ServedProcess&) = delete;
  ~ServedProcess();

  /// The status of a GET with this bearer token; 0 when there is no answer.
  [[nodiscard]] int get(const std::string& path, const std::string& token) const;

 private:
  int process_ = 0;
  std::uint16_t port_ = 0;
};

}  // namespace langnghe::tools::bench
