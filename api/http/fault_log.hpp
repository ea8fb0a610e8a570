#pragma once

#include <string_view>

namespace langnghe::http {

/// One line to standard error. Never what a request or an exception's text says: it may hold
/// personal data.
void log_fault(std::string_view where, std::string_view what);

/// The type of the exception in hand; only inside a catch block.
void log_current_exception(std::string_view where);

}  // namespace langnghe::http
