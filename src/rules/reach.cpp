// The sentences of a safeguards article that speak of powers, procedures or measures are read for what they point at:
// "this chapter", "articles 16 to 21", "this Convention". An article that says nothing reaches its own chapter.
#include "rules/reach.hpp"

#include <algorithm>

namespace treatycheck {
namespace {

bool inside(const Document& document, ProvisionId inner, ProvisionId outer) {
    return inner >= outer && inner.value < document.at(outer).subtree_end;
}

bool speaks_of_powers(const Document& document, WordRange words) {
    for (std::uint32_t w = words.first.value; w < words.last.value; ++w) {
        const std::string_view word = document.words.spelling(WordIndex(w));
        if (word == "powers" || word == "procedures" || word == "measures" || word == "power" || word == "cooperation") return true;
    }
    return false;
}

// "this Convention", "the present Protocol": the whole instrument.
Span names_instrument(const Document& document, WordRange words) {
    for (std::uint32_t w = words.first.value; w + 1 < words.last.value; ++w) {
        const std::string_view word = document.words.spelling(WordIndex(w)), next = document.words.spelling(WordIndex(w + 1));
        const bool noun = next == "convention" || next == "protocol" || next == "agreement" || next == "treaty" || next == "act" || next == "instrument";
        if ((word == "this" || word == "present") && noun) return document.words.span({WordIndex(w), WordIndex(w + 2)});
    }
    return {};
}

}  // namespace

Reach reach_of(const Document& document, const Annotations& annotations, ProvisionId article) {
    Reach reach;
    reach.article = article;
    for (const Reference& r : annotations.references) {
        if (!inside(document, r.provision, article) || r.kind != ReferenceKind::Internal) continue;
        for (const ProvisionId target : r.targets) {
            const ProvisionKind kind = document.at(target).kind;
            const bool division = kind == ProvisionKind::Part || kind == ProvisionKind::Chapter || kind == ProvisionKind::Section;
            if (!division && (kind != ProvisionKind::Article || target == article)) continue;
            reach.covers.push_back(target);
            if (reach.words.empty()) reach.words = r.span;
        }
    }
    if (!reach.covers.empty()) return reach;
    for (const Sentence& s : annotations.sentences) {
        if (!inside(document, s.provision, article) || !speaks_of_powers(document, s.words)) continue;
        const Span words = names_instrument(document, s.words);
        if (words.empty()) continue;
        reach.words = words;
        reach.covers.push_back(ProvisionId(0u));
        return reach;
    }
    for (ProvisionId at = document.at(article).parent; at.exists(); at = document.at(at).parent) {
        const ProvisionKind kind = document.at(at).kind;
        if (kind != ProvisionKind::Section && kind != ProvisionKind::Chapter && kind != ProvisionKind::Part) continue;
        reach.covers.push_back(at);
        break;
    }
    return reach;
}

bool reaches(const Document& document, const Annotations& annotations, const Reach& reach, ProvisionId article) {
    const bool named = std::any_of(reach.covers.begin(), reach.covers.end(), [&](ProvisionId p) { return p.value == 0 || inside(document, article, p); });
    if (named) return true;
    return std::any_of(annotations.references.begin(), annotations.references.end(), [&](const Reference& r) {
        if (!inside(document, r.provision, article) || r.provision == reach.article) return false;
        return std::any_of(r.targets.begin(), r.targets.end(), [&](ProvisionId t) { return inside(document, t, reach.article) && t != article; });
    });
}

}  // namespace treatycheck
