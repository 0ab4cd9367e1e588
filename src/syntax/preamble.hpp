// A preamble divided into its opening words, its recitals and its closing formula.
#pragma once

#include <vector>

#include "syntax/lines.hpp"
#include "syntax/region.hpp"

namespace treatycheck {

// Parts of kind Intro, Recital and Wrapup in document order. Recitals printed as one paragraph ("..., Considering ...,
// Recognizing ...") are cut before each participle.
std::vector<RegionPart> divide_preamble(std::string_view text, const Lines& lines, const RegionText& region);

}  // namespace treatycheck
