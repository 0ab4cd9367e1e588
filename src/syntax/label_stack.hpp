// Which list marks are labels, and how they nest: a beam search over stacks of (scheme, form, number).
//
// "(h)", "(i)", "(j)" and "(h)", "(i)", "(ii)" differ only in what comes next; "of paragraph\n2." and a new paragraph 2 only
// in what came before. So every reading of a mark is kept, each with its price (go on by one: nothing; open a list at
// its first number: little; a gap, a repetition: much; being no label at all: by its looks), and the cheapest
// history wins. Linear in the number of marks.
#pragma once

#include <vector>

#include "syntax/numbering.hpp"

namespace treatycheck {

enum class MarkPlace : std::uint8_t {
    NewParagraph,   // at the start of a block, or of a line after an empty one
    LineStart,      // at the start of a line of hard-wrapped text
    AfterMark,      // directly after another mark: "1. (a)"
    Inline,         // inside a line, after ':' ';' ',' or "and"
};

struct MarkAt {
    Mark mark;
    MarkPlace place = MarkPlace::NewParagraph;
    char sign_before = 0;           // the punctuation before it: '.', ';', ':', ',' or 0
};

struct MarkDecision {
    std::int8_t level = -1;         // 0 for the outermost list; -1: no label
    std::uint8_t reading = 0;       // index into Mark::readings
};

// One decision per mark.
std::vector<MarkDecision> decide_labels(const std::vector<MarkAt>& marks);

}  // namespace treatycheck
