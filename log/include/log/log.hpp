#pragma once

#include <string>
#include <string_view>

#include <log/line.hpp>

/// The one log of a process: standard error. It is the process's own, as standard error is, so that
/// the lowest layer reaches it too (docs/decisions/0015-one-log.md). Every function may be called
/// from any thread. A line that cannot be written is lost: nothing rests on it.
///
///   log::warning("the views are built again", ledger.value);
namespace langnghe::log {

struct Settings {
  Form form = Form::message;
  bool requests = false;  ///< one line for each request
  int descriptor = 2;
};
/// Before other threads run.
void configure(const Settings& settings);
[[nodiscard]] Form form();
[[nodiscard]] bool writes_requests();

/// `what` holds no personal data and no secret. Without a ward it is the one of the scope.
void info(std::string_view what, std::string_view ward = {});
void warning(std::string_view what, std::string_view ward = {});
void error(std::string_view what, std::string_view ward = {});
/// The type of the exception in hand, without its text, which may hold what a request said. Only
/// inside a catch block.
void exception(std::string_view where);

/// Written where the settings ask for it.
void request(const RequestFacts& facts, std::string_view request_id, std::string_view ward);

/// While it lives, the lines of this thread belong to a request (or a run) and a ward. Scopes nest.
/// The texts of a scope must outlive it.
class Scope {
 public:
  explicit Scope(std::string_view request_id, std::string_view ward = {});
  ~Scope();
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

  [[nodiscard]] std::string_view request_id() const { return request_id_; }
  [[nodiscard]] std::string_view ward() const { return ward_; }

 private:
  std::string_view request_id_;
  std::string_view ward_;
  const Scope* outer_;
};

}  // namespace langnghe::log
