# The house's layers: which library may link which. An edge that is not in this table stops the
# configuration, so the picture in docs/architecture.md cannot drift from the build.

set(LAYERS log text domain files ledger following rocksdb_files rocksdb vault attachments transparency backup
    command codec orders projections search papers api http outbound clockwork services)
set(ALLOWED_log "")
set(ALLOWED_text "")
set(ALLOWED_domain "")
set(ALLOWED_files "")
set(ALLOWED_ledger log)
set(ALLOWED_rocksdb_files log)
set(ALLOWED_rocksdb log ledger files rocksdb_files)
set(ALLOWED_following ledger)
set(ALLOWED_vault ledger files)
set(ALLOWED_attachments ledger files vault)
set(ALLOWED_transparency ledger files following)
set(ALLOWED_backup ledger files rocksdb vault attachments transparency)
set(ALLOWED_command ledger)
set(ALLOWED_codec text domain ledger)
set(ALLOWED_orders domain ledger command codec)
set(ALLOWED_projections log domain ledger rocksdb_files codec following)
set(ALLOWED_search text domain ledger vault codec following)
set(ALLOWED_api log text domain ledger vault attachments transparency codec command orders projections following search papers)
set(ALLOWED_papers text domain)
set(ALLOWED_http log api)
set(ALLOWED_outbound "")
set(ALLOWED_clockwork log domain ledger vault attachments codec command orders projections following)
set(ALLOWED_services log domain ledger rocksdb vault attachments transparency backup codec command orders projections papers api
    clockwork outbound following)

# add_layer(name SOURCES … HEADERS … [LINKS layer …] [PRIVATE_LINKS library …] [PUBLIC_LINKS …])
# Headers lie under include/ and are the only thing others can reach. LINKS names other layers.
function(add_layer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;LINKS;PRIVATE_LINKS" ${ARGN})
  foreach(layer IN LISTS ARG_LINKS)
    if(NOT layer IN_LIST ALLOWED_${name})
      message(FATAL_ERROR "layering: ${name} must not depend on ${layer}")
    endif()
  endforeach()

  set(target langnghe_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS include FILES ${ARG_HEADERS})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  foreach(layer IN LISTS ARG_LINKS)
    target_link_libraries(${target} PUBLIC langnghe_${layer})
  endforeach()
  target_link_libraries(${target} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# precompile_for(target header…): the headers that nearly every file of the target includes are read
# once. A file includes what it uses all the same: LANGNGHE_PCH=OFF, as clang-tidy has it, shows it.
function(precompile_for target)
  if(LANGNGHE_PCH)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()
