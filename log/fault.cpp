#include <cstdlib>
#include <memory>
#include <string>
#include <typeinfo>

#include <cxxabi.h>

#include <log/log.hpp>

namespace langnghe::log {

void exception(std::string_view where) {
  std::string what(where);
  what += ": ";
  const std::type_info* const type = abi::__cxa_current_exception_type();
  if (type == nullptr) {
    error(what + "unknown exception");
    return;
  }
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> readable(
      abi::__cxa_demangle(type->name(), nullptr, nullptr, &status), &std::free);
  error(what + (readable ? readable.get() : type->name()));
}

}  // namespace langnghe::log
