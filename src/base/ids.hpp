// Small typed indexes into vectors: a ProvisionId cannot be passed where a WordIndex is meant.
#pragma once

#include <compare>
#include <cstdint>

namespace treatycheck {

template <class Tag>
struct Index {
    std::uint32_t value = kNone;

    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    constexpr Index() = default;
    constexpr explicit Index(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}
    constexpr bool exists() const { return value != kNone; }
    constexpr Index next() const { return Index(value + 1); }
    friend constexpr auto operator<=>(Index, Index) = default;
};

}  // namespace treatycheck
