// The coarse division of a text before any article is opened: an ordered list of sections of its lines.
#pragma once

#include <vector>

#include "syntax/article_sequence.hpp"
#include "syntax/region.hpp"

namespace treatycheck {

enum class PlanKind : std::uint8_t { Title, Preamble, Division, Article, Annex, Signature, Text, Furniture, Resolution };

struct PlanItem {
    PlanKind kind = PlanKind::Text;
    ProvisionKind division = ProvisionKind::Chapter;  // for Division
    Span label, heading;
    HeadNumber number;
    bool has_number = false;
    bool section_word = false;
    std::uint8_t confidence = 100;
    std::string_view why;
    RegionText body;                                  // what follows label and heading, up to the next item
};

std::vector<PlanItem> plan_document(const CanonicalText& text, const Lines& lines);

// A line that is no text of the treaty: a page number, a document symbol, a row of stars or dots.
bool is_furniture(std::string_view line);

}  // namespace treatycheck
