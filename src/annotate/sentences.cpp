// A provision's own text cut into sentences: at a full stop before a capital, unless the stop ends an abbreviation.
//
// The items of a list are sentences whose chapeau is the last sentence of the Intro before them; the chapeau of an
// Intro is that of the list it stands in.
#include <algorithm>
#include <array>

#include "annotate/passes.hpp"
#include "text/unicode.hpp"

namespace treatycheck {
namespace {

bool is_abbreviation(std::string_view word) {
    static constexpr std::array<std::string_view, 16> kAbbreviations{"art", "arts", "no", "nos", "para", "paras", "cf", "etc", "vol", "ch",
                                                                     "sec", "op", "mr", "ms", "dr", "ets"};
    return word.size() == 1 || std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

bool opens_sentence(const Document& document, std::uint32_t word) {
    const Word& w = document.words.words[word];
    if ((w.gap & kGapStop) == 0 || word == 0) return false;
    const char32_t first = decode_at(document.text->text, w.begin).code_point;
    if (is_lower_letter(first)) return false;
    return !is_abbreviation(document.words.spelling(WordIndex(word - 1)));
}

// The last sentence of the Intro that governs the provision; `last_of` maps a provision to its last sentence.
SentenceId chapeau_of(const Document& document, std::uint32_t id, const std::vector<SentenceId>& last_of) {
    for (ProvisionId at(id);;) {
        const ProvisionId parent = document.at(at).parent;
        if (!parent.exists()) return {};
        const std::uint32_t first = parent.value + 1;
        const bool intro_first = document.provisions[first].kind == ProvisionKind::Intro && document.provisions[first].parent == parent;
        if (intro_first && first != at.value) return last_of[first];
        // An Intro, or a list printed without one, is governed by what governs its parent.
        if (document.at(parent).kind == ProvisionKind::Article) return {};
        at = parent;
    }
}

}  // namespace

void find_sentences(const Document& document, Annotations& out) {
    std::vector<SentenceId> last_of(document.provisions.size());
    for (std::uint32_t id = 1; id < document.provisions.size(); ++id) {
        const Provision& p = document.provisions[id];
        if (p.body_words.empty()) continue;
        const SentenceId chapeau = chapeau_of(document, id, last_of);
        std::uint32_t begin = p.body_words.first.value;
        for (std::uint32_t w = begin + 1; w <= p.body_words.last.value; ++w) {
            if (w != p.body_words.last.value && !opens_sentence(document, w)) continue;
            out.sentences.push_back({ProvisionId(id), {WordIndex(begin), WordIndex(w)}, chapeau});
            begin = w;
        }
        last_of[id] = SentenceId(out.sentences.size() - 1);
    }
}

}  // namespace treatycheck
