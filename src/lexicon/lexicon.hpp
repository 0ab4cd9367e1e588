// The trade's words, per language, under concept names: "keep-confidential", "prior-authorisation", "court".
//
// A lexicon file (data/lexicon/en/*.yml) maps a concept to phrases. Phrase language, matched on folded words (Words),
// punctuation ignored, never across the end of a sentence:
//   keep confidential        these words in a row
//   keep*                    a word that begins so (keep, keeps, keeping)
//   (keep|treat as)          one of several; alternatives may be several words, or empty: (the|)
//   shall ... confidential   up to 6 words between;  ...12 up to 12
//   @court                   any phrase of another concept of the same language (no cycles)
//   #                        a number, in digits or as an English number word
// Phrases are compiled to a trie over word symbols. Each different word of a text is looked up once; then a match
// starts only at words that can begin a phrase. Linear in the words of the text for a given lexicon.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "text/words.hpp"
#include "treatycheck/result.hpp"

namespace treatycheck {

using ConceptId = Index<struct ConceptIdTag>;

// A phrase of the concept stands at these words.
struct Mention {
    ConceptId concept_id;
    WordRange words;
};

struct LexiconConcept {
    std::string name;
    std::vector<std::string> phrases;
    std::vector<std::string> places;   // "lexicon/en/powers.yml:12:5" of each phrase, for messages
};

class Lexicon {
public:
    std::string_view language() const { return language_; }
    std::uint32_t concept_count() const { return static_cast<std::uint32_t>(concepts_.size()); }
    ConceptId find(std::string_view name) const;              // does not exist: no such concept
    const std::string& name(ConceptId id) const { return concepts_[id.value]; }
    const std::vector<std::string>& names() const { return concepts_; }

    // All mentions in the given word ranges (each matched on its own), sorted by first word, then concept; per
    // concept leftmost and shortest, not overlapping.
    std::vector<Mention> match(const Words& words, const std::vector<WordRange>& ranges) const;

    // For the build step: the compiled tables as bytes, and back. `load` refuses bytes that are cut short.
    std::string save() const;
    static Result<Lexicon> load(std::string_view bytes);

private:
    friend class LexiconCompiler;
    friend class PhraseMatcher;
    struct Node { std::uint32_t edge_begin, edge_end, final_begin, final_end; };
    struct Edge { std::uint32_t symbol, node; };              // sorted by symbol within a node

    std::string language_;
    std::vector<std::string> concepts_;                       // sorted
    std::vector<std::string> literals_;                       // sorted folded words; symbol = index
    std::vector<std::string> prefixes_;                       // sorted; symbol = kPrefix + index
    std::vector<Node> nodes_;                                 // node 0 is the start
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> finals_;                       // concepts that end at a node
};

// Errors: an unknown @concept (with a "did you mean"), a cycle, an empty phrase, an unclosed parenthesis, more than
// 20,000 alternatives in one concept; each with its place.
Result<Lexicon> compile_lexicon(std::string language, std::vector<LexiconConcept> concepts);

struct LexiconFile {
    std::string language;
    std::vector<LexiconConcept> concepts;
};
// One YAML file of `language: en` and `concepts: {name: [phrases]}`; several files of a language are compiled together.
Result<LexiconFile> read_lexicon_yaml(std::string_view bytes, std::string_view name);

}  // namespace treatycheck
