# bundle_file(target function file): makes `file` part of the program. The generated assembler
# includes the bytes as they are; the generated C++ names them `std::string_view <function>()` in
# the namespace given.
function(bundle_file target namespace function file)
  get_filename_component(source ${file} ABSOLUTE)
  string(MAKE_C_IDENTIFIER "${namespace}_${function}" symbol)
  set(assembler ${CMAKE_CURRENT_BINARY_DIR}/bundle/${symbol}.s)
  set(cpp ${CMAKE_CURRENT_BINARY_DIR}/bundle/${symbol}.cpp)
  file(
    CONFIGURE OUTPUT ${assembler} @ONLY
    CONTENT
".section .rodata
.global bundled_@symbol@
.global bundled_@symbol@_end
.balign 16
bundled_@symbol@:
.incbin \"@source@\"
bundled_@symbol@_end:
.byte 0
.section .note.GNU-stack,\"\",@progbits
")
  file(
    CONFIGURE OUTPUT ${cpp} @ONLY
    CONTENT
"#include <string_view>

extern \"C\" const char bundled_@symbol@[];
extern \"C\" const char bundled_@symbol@_end[];

namespace @namespace@ {

std::string_view @function@();
std::string_view @function@() { return {bundled_@symbol@, bundled_@symbol@_end}; }

}  // namespace @namespace@
")
  set_source_files_properties(${assembler} PROPERTIES OBJECT_DEPENDS ${source})
  target_sources(${target} PRIVATE ${assembler} ${cpp})
endfunction()
