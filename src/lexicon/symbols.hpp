// What an edge of the phrase trie asks of a word.
#pragma once

#include <cstdint>

namespace treatycheck {

constexpr std::uint32_t kPrefixSymbol = 0x40000000;  // + index of the prefix
constexpr std::uint32_t kNumberSymbol = 0x80000000;
constexpr std::uint32_t kGapSymbol = 0xC0000000;     // + the most words between

}  // namespace treatycheck
