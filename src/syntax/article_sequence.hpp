// Which of the lines that look like "Article 12" are articles: the best rising sequence decides.
//
// A wrapped cross-reference ("... in accordance with\narticle 12.") and a table of contents look like headings; a
// heading in the middle of a line (a treaty pasted as one line) does not. So every candidate gets a score from its
// own looks, and a chain of candidates is chosen whose numbers go up by one, with a price for gaps and restarts.
#pragma once

#include <vector>

#include "syntax/lines.hpp"

namespace treatycheck {

struct HeadCandidate {
    std::uint32_t line = 0;        // index into Lines::lines
    std::uint32_t at = 0;          // byte where the label begins; inside the line for mid-line headings
    HeadReading reading;
    float score = 0;               // looks alone; may be negative
    bool standalone = false;       // nothing else on the line, or a short heading
    bool mid_line = false;
    bool chosen = false;
    bool restart = false;          // begins a new series of numbers
    bool contents = false;         // a line of a table of contents
    std::uint32_t series = 0;      // counts restarts
};

// The candidates of the article level (kind Article, or Section where a statute numbers by sections), in order.
std::vector<HeadCandidate> choose_articles(const CanonicalText& text, const Lines& lines);

}  // namespace treatycheck
