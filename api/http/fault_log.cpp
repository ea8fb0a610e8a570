#include "fault_log.hpp"

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <typeinfo>

#include <cxxabi.h>

namespace langnghe::http {

void log_fault(std::string_view where, std::string_view what) {
  std::string line = "langnghe http: fault in ";
  line.append(where).append(": ").append(what).append("\n");
  std::cerr << line << std::flush;  // one piece, so that lines of several threads do not mix
}

void log_current_exception(std::string_view where) {
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (type == nullptr) {
    log_fault(where, "unknown exception");
    return;
  }
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> readable(
      abi::__cxa_demangle(type->name(), nullptr, nullptr, &status), &std::free);
  log_fault(where, readable ? readable.get() : type->name());
}

}  // namespace langnghe::http
