// The text of one article (or annex, or preamble-less paper) divided into paragraphs, items, chapeaux and tails.
#pragma once

#include <vector>

#include "syntax/label_stack.hpp"
#include "syntax/lines.hpp"

namespace treatycheck {

// A piece of an article: kind Paragraph, Subparagraph, Intro, Wrapup, or Article for the article's own words.
struct RegionPart {
    ProvisionKind kind = ProvisionKind::Article;
    int depth = 0;                     // 0: directly in the article
    Span label;
    Span body;
    std::string number;
    NumberScheme scheme = NumberScheme::None;
};

// Bytes [begin, end) of the text, whose lines are lines[first_line, last_line).
struct RegionText {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t first_line = 0, last_line = 0;
};

// Parts in document order, covering all the region's words.
std::vector<RegionPart> divide_region(std::string_view text, const Lines& lines, const RegionText& region);

}  // namespace treatycheck
