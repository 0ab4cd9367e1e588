// One document under one pack: names bound to the lexicon, articles tagged, reaches known; and the questions rules ask.
#pragma once

#include "rules/pack.hpp"
#include "rules/reach.hpp"

namespace treatycheck {

// What a rule looks at: a sentence, a provision, an article, the instrument.
struct UnitAt {
    ProvisionId provision;
    std::vector<WordRange> own;      // the unit's own words, where the trigger is looked for first
    std::vector<WordRange> ranges;   // with its chapeaux
    SentenceId sentence;             // for sentence units
    DefinitionId definition;         // for definition units
};

class Evaluation {
public:
    Evaluation(const Document& document, const Annotations& annotations, const Lexicon& lexicon, const Pack& pack);

    std::vector<UnitAt> units(RuleUnit unit) const;
    bool holds(const Condition& condition, const UnitAt& unit) const;
    std::vector<WordRange> ranges_of(Scope scope, const UnitAt& unit) const;
    // The provisions a scope means, for the list of places searched.
    std::vector<ProvisionId> places_of(Scope scope, const UnitAt& unit) const;

    ConceptId concept_of(NameId name) const { return bound_[name]; }
    bool mentioned(const std::vector<NameId>& names, const std::vector<WordRange>& ranges) const;
    // Whether the whole text mentions any (or, for `all`, each) of them: a quick way to pass over rules.
    bool anywhere(const std::vector<NameId>& names) const;
    SentenceId sentence_at(WordIndex word) const;
    bool bears_tag(ProvisionId article, std::uint32_t tag) const;
    WordRange heading_words(ProvisionId article) const;

    const Document& document;
    const Annotations& annotations;
    const Pack& pack;

private:
    void tag_articles();
    bool words_hold(const Condition& c, const std::vector<WordRange>& ranges) const;
    bool places_hold(const Condition& c, const UnitAt& unit) const;
    bool modality_holds(const Condition& c, const UnitAt& unit) const;
    bool quantity_holds(const QuantityTest& test, const std::vector<WordRange>& ranges) const;
    bool defines_holds(const Condition& c, const UnitAt& unit) const;
    bool article_exists(const Condition& c) const;
    std::vector<std::uint32_t> safeguards_for(ProvisionId article) const;
    WordRange article_words(ProvisionId article) const;
    UnitAt article_unit(ProvisionId article) const;

    std::vector<ConceptId> bound_;
    std::vector<ProvisionId> articles_;              // operative ones, in order
    std::vector<std::int32_t> article_index_;        // provision -> index into articles_, -1
    std::vector<std::vector<char>> tags_;            // article index -> tag -> borne
    std::vector<Reach> reaches_;                     // of the articles tagged `safeguards`
};

}  // namespace treatycheck
