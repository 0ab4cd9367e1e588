// Spans as a reader finds them: line and column in the file for texts, in the canonical text for archives.
#pragma once

#include "report/json_writer.hpp"
#include "syntax/document.hpp"

namespace treatycheck {

// Refers to the text given, which must outlive it.
class Places {
public:
    explicit Places(const CanonicalText& text);
    LineColumn at(std::uint32_t offset) const;
    // {"start": {byte, line, column, page?, part?, paragraph?}, "end": {...}}
    void write(JsonWriter& json, Span span) const;
    // The source line a snippet shows, and where in it the offset lies (bytes).
    const LineIndex& lines() const { return lines_; }
    bool in_source() const { return in_source_; }
    std::uint32_t source_offset(std::uint32_t offset) const;

private:
    void write_one(JsonWriter& json, std::uint32_t offset) const;
    const CanonicalText& text_;
    bool in_source_;
    LineIndex lines_;
};

}  // namespace treatycheck
