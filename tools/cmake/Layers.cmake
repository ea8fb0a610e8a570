# The house's layers: which library may link which. An edge that is not in this table stops the
# configuration, so the picture in docs/architecture.md cannot drift from the build.

set(LAYERS domain eventstore codec command projections api http outbound clockwork)
set(ALLOWED_domain "")
set(ALLOWED_eventstore "")
set(ALLOWED_codec domain eventstore)
set(ALLOWED_command eventstore)
set(ALLOWED_projections domain eventstore codec)
set(ALLOWED_api domain eventstore codec command projections)
set(ALLOWED_http api)
set(ALLOWED_outbound "")
set(ALLOWED_clockwork domain eventstore codec command projections)

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
