// The packs, lexicons, sources and samples inside the executable.
#pragma once

#include <string_view>
#include <vector>

namespace treatycheck {

struct BuiltinFile {
    std::string_view name;    // below data/: "rules/human-rights/unbounded-secrecy.yml"
    std::string_view bytes;
};
const std::vector<BuiltinFile>& builtin_files();   // sorted by name

}  // namespace treatycheck
