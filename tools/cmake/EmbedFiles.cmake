# embed_files(output header function file …): writes a C++ file that holds the given files as bytes
# and defines `std::span<const Embedded> <function>()`, which `header` declares beside
# `struct Embedded {std::string_view name; std::string_view bytes;}`; `function` comes with its
# namespaces. The assembler reads the files (`.incbin`), so that a large one costs the compiler
# nothing.
function(embed_files output header function)
  string(MAKE_C_IDENTIFIER "${function}" unique)
  set(blocks "")
  set(rows "")
  set(index 0)
  foreach(file IN LISTS ARGN)
    get_filename_component(name ${file} NAME)
    set(symbol "embedded_${unique}_${index}")
    string(APPEND blocks
           "asm(\".section .rodata\\n\"\n"
           "    \"${symbol}_begin: .incbin \\\"${file}\\\"\\n\"\n"
           "    \"${symbol}_end: .byte 0\\n\"\n"
           "    \".previous\\n\");\n"
           "extern \"C\" const char ${symbol}_begin[];\n"
           "extern \"C\" const char ${symbol}_end[];\n")
    string(APPEND rows "    row(\"${name}\", ${symbol}_begin, ${symbol}_end),\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(REGEX REPLACE "::[a-z_]+$" "" space "${function}")
  file(
    GENERATE
    OUTPUT ${output}
    CONTENT
      "#include \"${header}\"

#include <array>

${blocks}
namespace {

${space}::Embedded row(std::string_view name, const char* begin, const char* end) {
  return {name, {begin, static_cast<std::size_t>(end - begin)}};
}

}  // namespace

std::span<const ${space}::Embedded> ${function}() {
  static const std::array kFiles{
${rows}  };
  return kFiles;
}
")
  # The compiler does not tell the build which files the assembler reads.
  set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${ARGN}")
endfunction()
