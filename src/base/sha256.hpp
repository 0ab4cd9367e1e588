// SHA-256 (FIPS 180-4), so that a report names exactly the file it speaks of. Our own eighty lines: the one use does not
// justify linking a cryptographic library into every start.
#pragma once

#include <string>
#include <string_view>

namespace treatycheck {

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace treatycheck
