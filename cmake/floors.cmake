# One static library per floor of the house (docs/architecture.md); its link line names only what lies below.
add_library(treatycheck_flags INTERFACE)
target_compile_options(treatycheck_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wswitch-enum
  # g++ 12 warns falsely of overlapping copies in std::string (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_include_directories(treatycheck_flags INTERFACE ${CMAKE_SOURCE_DIR}/include ${CMAKE_SOURCE_DIR}/src)

# floor(NAME SOURCES a.cpp ... BELOW base text ... LIBRARIES pugixml ...): LIBRARIES stay private to the floor.
function(floor name)
  cmake_parse_arguments(F "" "" "SOURCES;BELOW;LIBRARIES" ${ARGN})
  add_library(tc_${name} STATIC ${F_SOURCES})
  target_link_libraries(tc_${name} PUBLIC treatycheck_flags)
  foreach(below ${F_BELOW})
    target_link_libraries(tc_${name} PUBLIC tc_${below})
  endforeach()
  if(F_LIBRARIES)
    target_link_libraries(tc_${name} PRIVATE ${F_LIBRARIES})
  endif()
endfunction()
