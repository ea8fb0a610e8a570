#pragma once

#include <string_view>

/// Files that are part of the program, put there by the linker (tools/cmake/Bundle.cmake).
namespace langnghe::tools::bundled {

[[nodiscard]] std::string_view acts();
[[nodiscard]] std::string_view calendar();
[[nodiscard]] std::string_view policy();

}  // namespace langnghe::tools::bundled
