#include <atomic>
#include <cerrno>
#include <chrono>
#include <mutex>

#include <unistd.h>

#include <log/log.hpp>

namespace langnghe::log {
namespace {

// Read by signal handlers too, so each is free of locks.
std::atomic<Form> set_form = Form::message;
std::atomic<bool> set_requests = false;
std::atomic<int> set_descriptor = 2;

std::mutex writing;  // lines of several threads do not mix

thread_local const Scope* innermost = nullptr;

void write_all(std::string_view text) {
  const std::lock_guard lock(writing);
  while (!text.empty()) {
    const auto taken = ::write(set_descriptor, text.data(), text.size());
    if (taken < 0 && errno != EINTR) {
      return;
    }
    text.remove_prefix(taken < 0 ? 0 : static_cast<std::size_t>(taken));
  }
}

void say(Level level, std::string_view what, std::string_view ward) {
  Line line{std::chrono::system_clock::now(), level, what, ward, {}, {}};
  if (innermost != nullptr) {
    line.request_id = innermost->request_id();
    line.ward = ward.empty() ? innermost->ward() : ward;
  }
  write_all(written(line, set_form));
}

}  // namespace

void configure(const Settings& settings) {
  set_form = settings.form;
  set_requests = settings.requests;
  set_descriptor = settings.descriptor;
}

Form form() {
  return set_form;
}

bool writes_requests() {
  return set_requests;
}

void info(std::string_view what, std::string_view ward) {
  say(Level::info, what, ward);
}

void warning(std::string_view what, std::string_view ward) {
  say(Level::warning, what, ward);
}

void error(std::string_view what, std::string_view ward) {
  say(Level::error, what, ward);
}

void request(const RequestFacts& facts, std::string_view request_id, std::string_view ward) {
  if (set_requests) {
    const auto level = facts.status >= 500 ? Level::warning : Level::info;
    write_all(written({std::chrono::system_clock::now(), level, "request", ward, request_id, facts},
                      set_form));
  }
}

Scope::Scope(std::string_view request_id, std::string_view ward)
    : request_id_(request_id), ward_(ward), outer_(innermost) {
  innermost = this;
}

Scope::~Scope() {
  innermost = outer_;
}

}  // namespace langnghe::log
