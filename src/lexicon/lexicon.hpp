// The trade's words, per language, under concept names: "keep-confidential", "prior-authorisation", "court".
//
// A lexicon file (data/lexicon/en.yml) maps a concept to phrases. Phrase language, matched on folded words (Words),
// punctuation ignored, never across the end of a provision's own text:
//   keep confidential        these words in a row
//   keep*                    a word that begins so (keep, keeps, keeping)
//   (keep|treat as)          one of several; alternatives may be several words, or empty: (the|)
//   shall ... confidential   up to 6 words between;  ...12 up to 12
//   @court                   any phrase of another concept of the same file (no cycles)
//   #                        a number word or digits (4, four)
// The compiled form is flat tables: the built-in lexicon is made at build time, `--pack` files at run time.
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

class Lexicon {
public:
    std::string_view language() const { return language_; }
    std::uint32_t concept_count() const { return static_cast<std::uint32_t>(concepts_.size()); }
    ConceptId find(std::string_view name) const;              // does not exist: no such concept
    std::string_view name(ConceptId id) const { return concepts_[id.value]; }

    // All mentions in the given word ranges (each matched on its own), sorted by first word, then concept; per
    // concept leftmost and shortest, not overlapping. Linear in words for a fixed lexicon.
    std::vector<Mention> match(const Words& words, const std::vector<WordRange>& ranges) const;

    // For the build step: the compiled tables as bytes, and back. `load` refuses bytes it did not write.
    std::string save() const;
    static Result<Lexicon> load(std::string_view bytes);

private:
    friend class LexiconBuilder;
    std::string language_;
    std::vector<std::string> concepts_;
    // Tables of the compiled matcher; see phrase_matcher.cpp.
    std::vector<std::string> literals_;                       // sorted folded words, then prefixes
    std::uint32_t prefix_begin_ = 0;
    struct Node { std::uint32_t edge_begin, edge_end, final_begin, final_end; };
    struct Edge { std::uint32_t symbol; std::uint32_t node; }; // symbol: literal, number class, or gap length
    std::vector<Node> nodes_;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> finals_;
};

struct LexiconConcept {
    std::string name;
    std::vector<std::string> phrases;
    std::vector<std::string> places;   // "lexicon/en.yml:12:5" of each phrase, for messages
};

// Errors: an unknown @concept (with a "did you mean"), a cycle, an empty phrase, an unclosed parenthesis; each with
// its place.
Result<Lexicon> compile_lexicon(std::string language, const std::vector<LexiconConcept>& concepts);

// One YAML file of `language: en` and `concepts: {name: [phrases]}`. In lexicon_yaml.cpp, the only file that
// includes yaml-cpp on this floor. `name` is used in messages.
Result<Lexicon> read_lexicon_yaml(std::string_view bytes, std::string_view name);

}  // namespace treatycheck
