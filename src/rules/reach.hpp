// How far a safeguards article reaches, as it says itself: "the powers and procedures provided for in this chapter".
#pragma once

#include <vector>

#include "annotate/annotations.hpp"

namespace treatycheck {

struct Reach {
    ProvisionId article;                 // the safeguards article
    std::vector<ProvisionId> covers;     // divisions and articles; the instrument (id 0) for all of it
    Span words;                          // what says so; empty when the article says nothing and its own division is taken
};

Reach reach_of(const Document& document, const Annotations& annotations, ProvisionId article);
// Inside what the article says it covers, or citing it.
bool reaches(const Document& document, const Annotations& annotations, const Reach& reach, ProvisionId article);

}  // namespace treatycheck
