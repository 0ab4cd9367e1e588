#include <algorithm>

#include "annotate/passes.hpp"

namespace treatycheck {

// Sentences, and headings and the title, each matched on its own.
void find_mentions(const Document& document, const Lexicon& lexicon, Annotations& out) {
    std::vector<WordRange> ranges;
    ranges.reserve(out.sentences.size() + document.provisions.size());
    for (const Sentence& s : out.sentences) ranges.push_back(s.words);
    for (const Provision& p : document.provisions) {
        if (!p.heading.empty()) ranges.push_back(document.words.inside(p.heading));
    }
    out.mentions = lexicon.match(document.words, ranges);
    out.by_concept.resize(lexicon.concept_count());
    for (std::uint32_t i = 0; i < out.mentions.size(); ++i) out.by_concept[out.mentions[i].concept_id.value].push_back(i);
}

std::vector<Mention> Annotations::mentions_in(ConceptId concept_id, WordRange range) const {
    std::vector<Mention> found;
    if (!concept_id.exists()) return found;
    const std::vector<std::uint32_t>& list = by_concept[concept_id.value];
    auto at = std::lower_bound(list.begin(), list.end(), range.first, [this](std::uint32_t i, WordIndex first) { return mentions[i].words.first < first; });
    for (; at != list.end() && mentions[*at].words.first < range.last; ++at) found.push_back(mentions[*at]);
    return found;
}

bool Annotations::mentioned(ConceptId concept_id, WordRange range) const {
    if (!concept_id.exists()) return false;
    const std::vector<std::uint32_t>& list = by_concept[concept_id.value];
    const auto at = std::lower_bound(list.begin(), list.end(), range.first, [this](std::uint32_t i, WordIndex first) { return mentions[i].words.first < first; });
    return at != list.end() && mentions[*at].words.first < range.last;
}

}  // namespace treatycheck
