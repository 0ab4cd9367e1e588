#pragma once

namespace treatycheck {

inline constexpr const char* kVersion = "0.1.0";

}  // namespace treatycheck
