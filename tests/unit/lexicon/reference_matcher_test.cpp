// The trie finds what a matcher written straight from the phrase language finds, on random phrases and texts.
#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "support/catch.hpp"

using namespace treatycheck;

namespace {

// One element of a phrase: a gap, or one of several short runs of tokens ("keep", "keep*", "#"), possibly empty.
struct Element {
    int gap = -1;
    std::vector<std::vector<std::string>> alternatives;
};
using Phrase = std::vector<Element>;

class Dice {
public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }

private:
    std::mt19937 engine_;
};

std::string random_token(Dice& dice) {
    static const std::vector<std::string> kTokens{"a", "b", "ab", "ba", "c", "a*", "b*", "#"};
    return kTokens[static_cast<std::size_t>(dice.below(static_cast<int>(kTokens.size())))];
}

Element random_element(Dice& dice, bool inside) {
    if (inside && dice.below(4) == 0) return {dice.below(4), {}};
    Element element;
    const int count = dice.below(3) == 0 ? 2 + dice.below(2) : 1;
    for (int i = 0; i < count; ++i) {
        std::vector<std::string> run;
        const bool may_be_empty = inside && count > 1;
        for (int size = may_be_empty ? dice.below(3) : 1 + dice.below(2); size > 0; --size) run.push_back(random_token(dice));
        element.alternatives.push_back(std::move(run));
    }
    return element;
}

Phrase random_phrase(Dice& dice) {
    Phrase phrase{random_element(dice, false)};
    for (int i = dice.below(4); i > 0; --i) phrase.push_back(random_element(dice, true));
    if (phrase.size() > 1) phrase.push_back(random_element(dice, false));
    return phrase;
}

std::string spelled(const Element& element) {
    if (element.gap >= 0) return "..." + std::to_string(element.gap);
    std::string out = "(";
    for (const auto& run : element.alternatives) {
        if (out.size() > 1 || &run != &element.alternatives.front()) out += "|";
        for (const std::string& token : run) out += token + " ";
    }
    return out + ")";
}

std::string spelled(const Phrase& phrase) {
    std::string out;
    for (const Element& element : phrase) out += spelled(element) + " ";
    return out;
}

bool agrees(const std::string& token, const std::string& word) {
    if (token == "#") return word == "7" || word == "two";
    if (token.back() == '*') return word.starts_with(token.substr(0, token.size() - 1));
    return token == word;
}

using Ends = std::set<std::size_t>;

Ends after(const Element& element, const std::vector<std::string>& words, const Ends& starts) {
    Ends ends;
    for (const std::size_t start : starts) {
        for (int skip = 0; skip <= element.gap && start + static_cast<std::size_t>(skip) <= words.size(); ++skip) {
            ends.insert(start + static_cast<std::size_t>(skip));
        }
        for (const auto& run : element.alternatives) {
            std::size_t at = start;
            bool fits = start + run.size() <= words.size();
            for (const std::string& token : run) fits = fits && agrees(token, words[at++]);
            if (fits) ends.insert(at);
        }
    }
    return ends;
}

// Where the shortest match of any of the phrases from this word ends.
std::optional<std::size_t> shortest(const std::vector<Phrase>& phrases, const std::vector<std::string>& words, std::size_t start) {
    std::optional<std::size_t> best;
    for (const Phrase& phrase : phrases) {
        Ends ends{start};
        for (const Element& element : phrase) ends = after(element, words, ends);
        if (!ends.empty() && (!best || *ends.begin() < *best)) best = *ends.begin();
    }
    return best;
}

using Found = std::vector<std::pair<std::size_t, std::size_t>>;

Found by_reference(const std::vector<Phrase>& phrases, const std::vector<std::string>& words) {
    Found found;
    for (std::size_t i = 0; i < words.size();) {
        const auto end = shortest(phrases, words, i);
        if (end) found.emplace_back(i, *end);
        i = end ? *end : i + 1;
    }
    return found;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += word + " ";
    return text;
}

Found by_trie(const Lexicon& lexicon, const Words& words, ConceptId wanted) {
    Found found;
    for (const Mention& m : lexicon.match(words, {{WordIndex(0u), WordIndex(words.words.size())}})) {
        if (m.concept_id == wanted) found.emplace_back(m.words.first.value, m.words.last.value);
    }
    return found;
}

std::vector<std::string> random_words(Dice& dice) {
    static const std::vector<std::string> kWords{"a", "b", "ab", "ba", "c", "abc", "7", "two", "x"};
    std::vector<std::string> words;
    for (int i = 5 + dice.below(30); i > 0; --i) words.push_back(kWords[static_cast<std::size_t>(dice.below(static_cast<int>(kWords.size())))]);
    return words;
}

}  // namespace

TEST_CASE("the trie agrees with a reference matcher on random vocabularies") {
    for (unsigned seed = 0; seed < 400; ++seed) {
        Dice dice(seed);
        std::vector<std::vector<Phrase>> concepts(3);
        std::vector<LexiconConcept> named;
        for (std::size_t c = 0; c < concepts.size(); ++c) {
            LexiconConcept one{"c" + std::to_string(c), {}, {}};
            for (int p = 1 + dice.below(3); p > 0; --p) {
                concepts[c].push_back(random_phrase(dice));
                one.phrases.push_back(spelled(concepts[c].back()));
                one.places.push_back("test");
            }
            named.push_back(std::move(one));
        }
        const Result<Lexicon> lexicon = compile_lexicon("en", named);
        REQUIRE(lexicon);
        const Result<Lexicon> again = Lexicon::load(lexicon->save());
        REQUIRE(again);
        for (int t = 0; t < 5; ++t) {
            const std::vector<std::string> text = random_words(dice);
            const Words words = split_words(joined(text));
            for (std::size_t c = 0; c < concepts.size(); ++c) {
                INFO("seed " << seed << ", " << named[c].phrases[0] << " in " << joined(text));
                const Found expected = by_reference(concepts[c], text);
                CHECK(by_trie(*lexicon, words, lexicon->find(named[c].name)) == expected);
                CHECK(by_trie(*again, words, again->find(named[c].name)) == expected);
            }
        }
    }
}
