// Places in a text: a half-open range of bytes, and a line with a column.
#pragma once

#include <cstdint>

namespace treatycheck {

// [begin, end) in bytes of a document's canonical text (CanonicalText::text), never of a file.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr std::uint32_t size() const { return end - begin; }
    constexpr bool empty() const { return begin == end; }
    constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
    constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend constexpr bool operator==(Span, Span) = default;
};

// Both count from 1; a column counts code points.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    friend constexpr bool operator==(LineColumn, LineColumn) = default;
};

}  // namespace treatycheck
