#include <array>
#include <chrono>
#include <cstdarg>
#include <cstdio>
#include <mutex>
#include <string>

#include <rocksdb/env.h>
#include <rocksdb_files/info_log.hpp>

#include <log/log.hpp>

namespace langnghe::eventstore {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLineBytesMax = 1'024;
constexpr int kLinesPerMinute = 10;

class ErrorLog final : public rocksdb::Logger {
 public:
  ErrorLog() : Logger(rocksdb::InfoLogLevel::ERROR_LEVEL) {}

  using Logger::Logv;
  void Logv(const char* format, va_list arguments) override {
    if (!may_say()) {
      return;
    }
    std::array<char, kLineBytesMax> line{};
    static_cast<void>(std::vsnprintf(line.data(), line.size(), format, arguments));
    log::error(std::string("rocksdb: ") + line.data());
  }
  void LogHeader(const char* /*format*/, va_list /*arguments*/) override {}

 private:
  [[nodiscard]] bool may_say() {
    const std::lock_guard lock(mutex_);
    const auto now = Clock::now();
    if (now - minute_ >= std::chrono::minutes(1)) {
      minute_ = now;
      said_ = 0;
    }
    return said_++ < kLinesPerMinute;
  }

  std::mutex mutex_;  // guards what follows
  Clock::time_point minute_ = Clock::now();
  int said_ = 0;
};

}  // namespace

std::shared_ptr<rocksdb::Logger> info_log() {
  static const auto kLog = std::make_shared<ErrorLog>();  // shared with RocksDB's threads
  return kLog;
}

}  // namespace langnghe::eventstore
