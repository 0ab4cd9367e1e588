// "at least four years", "a maximum of ninety days", "not exceeding 24 hours", "two thirds of the Parties".
#include <algorithm>
#include <array>

#include "annotate/passes.hpp"

namespace treatycheck {
namespace {

struct Named {
    std::string_view word;
    std::uint32_t value;
};
constexpr std::array<Named, 30> kNumbers{{{"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8},
                                          {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
                                          {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20}, {"thirty", 30},
                                          {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90},
                                          {"hundred", 100}, {"thousand", 1000}, {"twelfth", 12}}};

struct NamedUnit {
    std::string_view stem;
    Unit unit;
};
constexpr std::array<NamedUnit, 13> kUnits{{{"day", Unit::Day}, {"days", Unit::Day}, {"week", Unit::Week}, {"weeks", Unit::Week},
                                            {"month", Unit::Month}, {"months", Unit::Month}, {"year", Unit::Year}, {"years", Unit::Year},
                                            {"hour", Unit::Hour}, {"hours", Unit::Hour}, {"instrument", Unit::Instrument},
                                            {"instruments", Unit::Instrument}, {"percent", Unit::Percent}}};

bool unit_of(std::string_view word, Unit& unit) {
    for (const NamedUnit& u : kUnits) {
        if (u.stem == word) {
            unit = u.unit;
            return true;
        }
    }
    const bool party = word == "states" || word == "parties" || word == "signatories";
    unit = Unit::Party;
    return party;
}

struct Phrase {
    std::array<std::string_view, 3> words;   // unused ones empty, at the front
    Bound bound;
};
constexpr std::array<Phrase, 16> kBounds{{{{"", "at", "least"}, Bound::AtLeast}, {{"not", "less", "than"}, Bound::AtLeast}, {{"no", "less", "than"}, Bound::AtLeast},
                                          {{"not", "fewer", "than"}, Bound::AtLeast}, {{"a", "minimum", "of"}, Bound::AtLeast},
                                          {{"not", "more", "than"}, Bound::AtMost}, {{"no", "more", "than"}, Bound::AtMost}, {{"", "not", "exceeding"}, Bound::AtMost},
                                          {{"no", "longer", "than"}, Bound::AtMost}, {{"a", "maximum", "of"}, Bound::AtMost}, {{"", "up", "to"}, Bound::AtMost},
                                          {{"", "", "within"}, Bound::AtMost}, {{"", "more", "than"}, Bound::MoreThan}, {{"", "", "exceeding"}, Bound::MoreThan},
                                          {{"", "less", "than"}, Bound::LessThan}, {{"", "", "exceeds"}, Bound::MoreThan}}};

// The bound phrase that ends right before word `at`; its length in words.
std::uint32_t bound_before(const Words& words, std::uint32_t first, std::uint32_t at, Bound& bound) {
    if (at > first && (words.spelling(WordIndex(at - 1)) == "a" || words.spelling(WordIndex(at - 1)) == "of")) {
        // "a period of at least ...": looked at from the number only.
    }
    for (const Phrase& p : kBounds) {
        std::uint32_t size = 0;
        for (const std::string_view w : p.words) size += !w.empty();
        if (at < first + size) continue;
        bool same = true;
        for (std::uint32_t i = 0; i < size && same; ++i) same = words.spelling(WordIndex(at - size + i)) == p.words[3 - size + i];
        if (same) {
            bound = p.bound;
            return size;
        }
    }
    return 0;
}

}  // namespace

std::uint32_t number_of(std::string_view folded) {
    if (!folded.empty() && folded[0] >= '0' && folded[0] <= '9') {
        std::uint32_t value = 0;
        for (const char c : folded) {
            if (c < '0' || c > '9' || value > 1000000) return 0;
            value = value * 10 + static_cast<std::uint32_t>(c - '0');
        }
        return value;
    }
    for (const Named& n : kNumbers) {
        if (n.word == folded) return n.value;
    }
    return 0;
}

void find_quantities(const Document& document, Annotations& out) {
    const Words& words = document.words;
    // Numbers are few among the different words: asked once per word.
    std::vector<std::uint32_t> value(words.vocabulary.size());
    for (std::uint32_t v = 0; v < value.size(); ++v) value[v] = number_of(words.vocabulary.spelling(WordId(v)));
    for (std::uint32_t s = 0; s < out.sentences.size(); ++s) {
        const WordRange range = out.sentences[s].words;
        for (std::uint32_t at = range.first.value; at < range.last.value; ++at) {
            std::uint32_t number = value[words.words[at].id.value];
            if (number == 0) continue;
            const std::uint32_t begin = at;
            while (at + 1 < range.last.value) {
                const std::uint32_t more = value[words.words[at + 1].id.value];
                if (more == 0 || (more >= 10 && more < 100)) break;
                number = more >= 100 ? number * more : number + more;
                ++at;
            }
            Quantity q;
            for (std::uint32_t u = at + 1; u < std::min(range.last.value, at + 4); ++u) {
                if (!unit_of(words.spelling(WordIndex(u)), q.unit)) continue;
                const std::uint32_t bound = bound_before(words, range.first.value, begin, q.bound);
                q.sentence = SentenceId(s);
                q.value = number;
                q.words = {WordIndex(begin - bound), WordIndex(u + 1)};
                q.of = {WordIndex(std::max(range.first.value, begin - std::min(begin, bound + 8))), WordIndex(begin - bound)};
                out.quantities.push_back(q);
                at = u;
                break;
            }
        }
    }
}

}  // namespace treatycheck
