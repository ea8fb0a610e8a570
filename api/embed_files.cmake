# Writes a C++ file that holds the given files as bytes: embed_files(output file …). The assembler
# reads them (`.incbin`), so that a large file costs the compiler nothing.
function(embed_files output)
  set(blocks "")
  set(declarations "")
  set(rows "")
  set(index 0)
  foreach(file IN LISTS ARGN)
    get_filename_component(name ${file} NAME)
    set(symbol "langnghe_embedded_${index}")
    string(APPEND blocks
           "asm(\".section .rodata\\n\"\n"
           "    \"${symbol}_begin: .incbin \\\"${file}\\\"\\n\"\n"
           "    \"${symbol}_end: .byte 0\\n\"\n"
           "    \".previous\\n\");\n")
    string(APPEND declarations
           "extern \"C\" const char ${symbol}_begin[];\nextern \"C\" const char ${symbol}_end[];\n")
    string(APPEND rows "    row(\"${name}\", ${symbol}_begin, ${symbol}_end),\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(
    GENERATE
    OUTPUT ${output}
    CONTENT
      "#include \"embedded_files.hpp\"

#include <array>

${blocks}
${declarations}
namespace langnghe::api {
namespace {

EmbeddedFile row(std::string_view name, const char* begin, const char* end) {
  return {name, {begin, static_cast<std::size_t>(end - begin)}};
}

}  // namespace

std::span<const EmbeddedFile> embedded_files() {
  static const std::array kFiles{
${rows}  };
  return kFiles;
}

}  // namespace langnghe::api
")
  # The compiler does not tell the build which files the assembler reads.
  set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${ARGN}")
endfunction()
