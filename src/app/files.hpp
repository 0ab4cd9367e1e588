// The only code that touches the file system.
#pragma once

#include <string>
#include <vector>

#include "treatycheck/result.hpp"

namespace treatycheck {

// "-" is standard input. Errors: NotFound, Unreadable, TooLarge (over 1 GiB).
Result<std::string> read_file(const std::string& path);

// Files as given; folders replaced by the texts below them, sorted. An empty folder is an error.
struct Inputs {
    std::vector<std::string> files;
    std::vector<Error> errors;
};
Inputs find_inputs(const std::vector<std::string>& paths);

// Writes aside and renames: a reader sees the old file or the whole new one.
Result<bool> write_file(const std::string& path, const std::string& bytes);

}  // namespace treatycheck
