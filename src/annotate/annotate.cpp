#include <algorithm>

#include "annotate/passes.hpp"

namespace treatycheck {

Annotations annotate(const Document& document, const Lexicon& lexicon) {
    Annotations out;
    // Every phrase stays inside a sentence, so sentences come first; the rest stands on the phrases found.
    find_sentences(document, out);
    find_mentions(document, lexicon, out);
    find_modals(document, lexicon, out);
    find_markers(document, lexicon, out);
    find_quantities(document, out);
    find_definitions(document, lexicon, out);
    find_term_uses(document, out);
    find_references(document, out);
    find_list_logic(document, out);
    return out;
}

namespace {

// The modal that governs a place in a sentence: the last one before it, else the first; None when there is none.
Force force_at(const Annotations& a, SentenceId sentence, WordIndex at) {
    const auto first = std::lower_bound(a.modals.begin(), a.modals.end(), sentence, [](const Modal& m, SentenceId s) { return m.sentence < s; });
    Force force = Force::None;
    for (auto m = first; m != a.modals.end() && m->sentence == sentence; ++m) {
        if (m == first || m->at < at) force = m->force;
    }
    return force;
}

Strength strength_of_force(Force force) {
    switch (force) {
        case Force::Shall: case Force::ShallNot: case Force::MayNot: case Force::None: return Strength::Binding;
        case Force::Consider: case Force::May: case Force::NeedNot: return Strength::Optional;
        case Force::Should: case Force::Endeavour: return Strength::Aspirational;
    }
    return Strength::Binding;
}

}  // namespace

Strength strength_of(const Document& document, const Annotations& annotations, SentenceId sentence, WordIndex at) {
    const Sentence& own = annotations.sentences[sentence.value];
    const ProvisionKind kind = document.at(own.provision).kind;
    if (kind == ProvisionKind::Recital || kind == ProvisionKind::Title) return Strength::Aspirational;
    Force force = force_at(annotations, sentence, at);
    SentenceId governing = own.chapeau;
    bool deferred = false, diluted = false;
    const auto mark = [&](SentenceId s) {
        const auto first = std::lower_bound(annotations.markers.begin(), annotations.markers.end(), s, [](const Marker& m, SentenceId id) { return m.sentence < id; });
        for (auto m = first; m != annotations.markers.end() && m->sentence == s; ++m) {
            deferred = deferred || m->kind == MarkerKind::Deference;
            diluted = diluted || m->kind == MarkerKind::Dilution;
        }
    };
    mark(sentence);
    while (governing.exists()) {
        if (force == Force::None) force = force_at(annotations, governing, annotations.sentences[governing.value].words.last);
        mark(governing);
        governing = annotations.sentences[governing.value].chapeau;
    }
    const Strength by_force = strength_of_force(force);
    const Strength by_words = diluted ? Strength::Conditional : deferred ? Strength::Delegated : Strength::Binding;
    return std::max(by_force, by_words);
}

}  // namespace treatycheck
