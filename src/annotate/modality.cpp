// Who must, may, or must not do what: the modal phrases of each sentence, with the words before and after.
#include <algorithm>
#include <array>

#include "annotate/passes.hpp"

namespace treatycheck {
namespace {

struct ForceConcept {
    std::string_view name;
    Force force;
};
constexpr std::array<ForceConcept, 8> kForces{{{"g-shall", Force::Shall}, {"g-shall-not", Force::ShallNot}, {"g-may-not", Force::MayNot},
                                               {"g-should", Force::Should}, {"g-endeavour", Force::Endeavour}, {"g-consider", Force::Consider},
                                               {"g-may", Force::May}, {"g-need-not", Force::NeedNot}}};

struct Hit {
    WordRange words;
    Force force;
};

std::vector<Hit> hits_in(const Annotations& a, const Lexicon& lexicon, WordRange sentence) {
    std::vector<Hit> hits;
    for (const ForceConcept& f : kForces) {
        for (const Mention& m : a.mentions_in(lexicon.find(f.name), sentence)) hits.push_back({m.words, f.force});
    }
    // The longest phrase at a place wins: "shall not" over "shall".
    std::sort(hits.begin(), hits.end(), [](const Hit& x, const Hit& y) {
        return x.words.first != y.words.first ? x.words.first < y.words.first : x.words.last > y.words.last;
    });
    WordIndex until(0u);
    std::erase_if(hits, [&until](const Hit& h) {
        if (h.words.first < until) return true;
        until = h.words.last;
        return false;
    });
    return hits;
}

}  // namespace

void find_modals(const Document& document, const Lexicon& lexicon, Annotations& out) {
    (void)document;
    for (std::uint32_t s = 0; s < out.sentences.size(); ++s) {
        const WordRange words = out.sentences[s].words;
        WordIndex before = words.first;
        for (const Hit& hit : hits_in(out, lexicon, words)) {
            Modal modal;
            modal.sentence = SentenceId(s);
            modal.at = hit.words.first;
            modal.force = hit.force;
            const std::uint32_t from = std::max(before.value, hit.words.first.value < 12 ? 0 : hit.words.first.value - 12);
            modal.agent = {WordIndex(from), hit.words.first};
            modal.action = {hit.words.last, WordIndex(std::min(words.last.value, hit.words.last.value + 4))};
            before = hit.words.last;
            out.modals.push_back(modal);
        }
    }
}

std::string_view name_of(Force force) {
    static constexpr std::string_view kNames[] = {"shall", "shall-not", "may-not", "should", "endeavour", "consider", "may", "need-not", "none"};
    return kNames[static_cast<std::size_t>(force)];
}

std::string_view name_of(Strength strength) {
    static constexpr std::string_view kNames[] = {"binding", "delegated", "conditional", "optional", "aspirational", "absent"};
    return kNames[static_cast<std::size_t>(strength)];
}

}  // namespace treatycheck
