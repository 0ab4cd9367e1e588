#include <algorithm>
#include <unordered_map>

#include "annotate/passes.hpp"

namespace treatycheck {
namespace {

struct Term {
    DefinitionId definition;
    std::vector<WordId> words;   // of the term, as they stand in this text
    WordId plural;               // the last word with an s, when the text has it
};

std::vector<Term> terms_of(const Document& document, const Annotations& a) {
    std::vector<Term> terms;
    for (std::uint32_t d = 0; d < a.definitions.size(); ++d) {
        const WordRange range = document.words.inside(a.definitions[d].term_span);
        Term term{DefinitionId(d), {}, {}};
        for (std::uint32_t w = range.first.value; w < range.last.value; ++w) term.words.push_back(document.words.words[w].id);
        if (term.words.empty()) continue;
        const std::string last(document.words.vocabulary.spelling(term.words.back()));
        term.plural = document.words.vocabulary.find(last.ends_with('y') ? last.substr(0, last.size() - 1) + "ies" : last + "s");
        terms.push_back(std::move(term));
    }
    return terms;
}

}  // namespace

// Whole words, the longest term first; the term's own definition is no use.
void find_term_uses(const Document& document, Annotations& out) {
    std::vector<Term> terms = terms_of(document, out);
    std::stable_sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.words.size() > b.words.size(); });
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_first;
    for (std::uint32_t t = 0; t < terms.size(); ++t) {
        by_first[terms[t].words[0].value].push_back(t);
        if (terms[t].words.size() == 1 && terms[t].plural.exists()) by_first[terms[t].plural.value].push_back(t);
    }
    if (terms.empty()) return;
    const auto& words = document.words.words;
    for (const Sentence& sentence : out.sentences) {
        for (std::uint32_t w = sentence.words.first.value; w < sentence.words.last.value; ++w) {
            const auto found = by_first.find(words[w].id.value);
            if (found == by_first.end()) continue;
            for (const std::uint32_t t : found->second) {
                const Term& term = terms[t];
                const auto size = static_cast<std::uint32_t>(term.words.size());
                if (w + size > sentence.words.last.value) continue;
                bool same = true;
                for (std::uint32_t i = 0; i < size && same; ++i) {
                    same = words[w + i].id == term.words[i] || (i + 1 == size && words[w + i].id == term.plural);
                }
                const Definition& d = out.definitions[term.definition.value];
                if (!same || d.term_span.begin == words[w].begin) continue;
                const bool in_scope = d.scope_of.value == 0 || (sentence.provision >= d.scope_of && sentence.provision.value < document.at(d.scope_of).subtree_end);
                if (!in_scope) continue;
                out.term_uses.push_back({term.definition, sentence.provision, {WordIndex(w), WordIndex(w + size)}});
                w += size - 1;
                break;
            }
        }
    }
}

}  // namespace treatycheck
