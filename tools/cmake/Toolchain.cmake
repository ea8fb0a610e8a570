# Language, warnings, sanitizers, linker and compiler cache, the same for every target.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(LANGNGHE_TESTS "Build the tests" ON)
option(LANGNGHE_PCH "Use precompiled headers" ON)
set(LANGNGHE_SANITIZE "" CACHE STRING "Value for -fsanitize=, for example address,undefined")

add_compile_options(
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough -Werror)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these inside the standard library's own inlined code at -O2 (GCC bugs 105329,
  # 105562, 105651): false alarms that would stop a build.
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow
                      -Wno-array-bounds -Wno-dangling-pointer)
endif()

if(LANGNGHE_SANITIZE)
  add_compile_options(-fsanitize=${LANGNGHE_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${LANGNGHE_SANITIZE})
endif()

find_program(LANGNGHE_MOLD mold)
if(LANGNGHE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

find_program(LANGNGHE_CCACHE ccache)
if(LANGNGHE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The sloppiness lets objects built with a precompiled header be found again.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      ${LANGNGHE_CCACHE})
  add_compile_options(-fpch-preprocess)
endif()
