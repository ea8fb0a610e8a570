#include "command_line/abort_message.hpp"

#include <csignal>
#include <string_view>

#include <signal.h>
#include <unistd.h>

#include <log/log.hpp>

namespace langnghe::tools {
namespace {

// Both, because asking for the language of the environment is not safe in a handler.
constexpr std::string_view kAbortMessage =
    "langnghe: chương trình tự dừng, vì một điều phải đúng lại không đúng (xem dòng trên). Điều gì "
    "đã báo là đã ghi thì không mất. Nếu dòng trên nêu rocksdb, có thể một tệp dữ liệu đã hỏng: "
    "hãy chạy langnghe doctor trước khi chạy lại; nếu có lỗi, khôi phục bằng langnghe restore.\n"
    "langnghe: the program ended itself, because something that must hold did not (see the line "
    "above). What was acknowledged is not lost. If that line names rocksdb, a file of the data may "
    "be damaged: run langnghe doctor before you start again; if it finds something, langnghe "
    "restore.\n";

/// The same where each line of the log is a JSON object. It has no time, which is not safe to ask
/// for; the line above has it.
constexpr std::string_view kAbortLine =
    R"({"level":"error","message":"the program ended itself, because something that must hold did )"
    R"(not (see the line above). What was acknowledged is not lost. If that line names rocksdb, a )"
    R"(file of the data may be damaged: run langnghe doctor before you start again; if it finds )"
    R"(something, langnghe restore."})"
    "\n";

// Async-signal-safe: write(2), raise(3) and an atomic alone (POSIX.1, signal-safety).
extern "C" void write_abort_message(int signal) {
  const auto text = langnghe::log::form() == langnghe::log::Form::json ? kAbortLine : kAbortMessage;
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
  ::raise(signal);
}

}  // namespace

void install_abort_message() {
  struct sigaction action{};
  action.sa_handler = write_abort_message;
  // Said once; the signal that the handler raises again ends the process as it would have.
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_NODEFER;
  ::sigaction(SIGABRT, &action, nullptr);
}

}  // namespace langnghe::tools
