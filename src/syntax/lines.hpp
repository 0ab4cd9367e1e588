// The blocks of a text as the parser walks them: one Line per block, with what its start could be.
#pragma once

#include <optional>
#include <vector>

#include "syntax/heading_words.hpp"
#include "text/canonical_text.hpp"

namespace treatycheck {

struct Line {
    Span span;                        // without Markdown marks ("###", "**") before and after
    BlockKind kind = BlockKind::Text;
    bool blank_before = false;        // an empty line, or another block of a marked-up source
    bool marked_heading = false;      // the format says heading, or a Markdown "#" stands before it
    bool centred = false;             // deeply indented in plain text
    std::optional<HeadReading> head;
};

struct Lines {
    std::vector<Line> lines;
    bool hard_wrapped = false;        // sentences go on over several lines
};

Lines read_lines(const CanonicalText& text);

// What a sentence or heading ends with matters for the next line: '.', ';', ':', ',' or 0.
char last_sign(std::string_view text);
// Begins with a lower-case letter: the line goes on from the one before.
bool begins_lower(std::string_view text);
// No letters but capitals, and at least three of them.
bool all_capitals(std::string_view text);

}  // namespace treatycheck
