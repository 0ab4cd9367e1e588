// What the sentences of a document say, each thing computed once: one table per kind, one file per annotator.
//
// Tables refer to provisions by id and to words by index; the clause tree holds no meaning itself.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "syntax/document.hpp"

namespace treatycheck {

using SentenceId = Index<struct SentenceIdTag>;
using DefinitionId = Index<struct DefinitionIdTag>;

// A sentence of a provision's own text. An item of a list ("(a) search ...") is a sentence of its own whose
// `chapeau` is the sentence that governs it ("Each State Party shall empower ... to:").
struct Sentence {
    ProvisionId provision;
    WordRange words;
    SentenceId chapeau;
};

// How strongly a sentence binds, strongest first; MayNot and ShallNot are prohibitions.
enum class Force : std::uint8_t { Shall, ShallNot, MayNot, Should, Endeavour, Consider, May, NeedNot, None };
std::string_view name_of(Force force);

struct Modal {
    SentenceId sentence;
    WordIndex at;            // the modal word
    Force force = Force::None;
    WordRange agent;         // "Each State Party"; empty when not found
    WordRange action;        // the verb phrase's first words: "keep confidential"
};

enum class Bound : std::uint8_t { AtLeast, AtMost, MoreThan, LessThan, Exactly };
enum class Unit : std::uint8_t { Day, Week, Month, Year, Hour, Percent, Count, Instrument, Party };
struct Quantity {
    SentenceId sentence;
    WordRange words;         // "at least four years"
    Bound bound = Bound::Exactly;
    double value = 0;
    Unit unit = Unit::Count;
    WordRange of;            // "maximum deprivation of liberty"; empty when not found
};

// "X" means ...; hereinafter "X"; For the purposes of this Chapter, "X" shall mean ...
enum class TermScope : std::uint8_t { Instrument, Part, Chapter, Section, Article, Paragraph };
struct Definition {
    ProvisionId provision;
    std::string term;        // as printed, without quotation marks
    Span term_span;
    Span meaning;            // the defining words, children included
    TermScope scope = TermScope::Instrument;
    ProvisionId scope_of;    // the provision the scope names (the article, the chapter); the instrument by default
    bool includes = false;   // "includes" and not "means": open
    bool hereinafter = false;
};
struct TermUse {
    DefinitionId definition;
    ProvisionId provision;
    WordRange words;
};

enum class ReferenceKind : std::uint8_t { Internal, External, Dangling };
struct Reference {
    ProvisionId provision;   // where it stands
    Span span;               // "paragraphs 1 and 2 of article 5", as printed
    ReferenceKind kind = ReferenceKind::Internal;
    std::vector<ProvisionId> targets;  // Internal: every provision named, ranges spelled out
    std::string instrument;  // External: the instrument's name as printed
    std::string wanted;      // Dangling: the eid that does not exist
};

// Words that qualify a duty.
enum class MarkerKind : std::uint8_t {
    Deference,      // "in accordance with its domestic law"
    Dilution,       // "as appropriate", "to the extent possible"
    Condition,      // "if", "where", "provided that", "subject to"
    Exception,      // "unless", "except", "save"
    Notwithstanding, WithoutPrejudice,
    Open,           // "inter alia", "including but not limited to"
};
struct Marker {
    SentenceId sentence;
    MarkerKind kind;
    WordRange words;
};

// A safeguard's strength, strongest first.
enum class Strength : std::uint8_t { Binding, Delegated, Conditional, Optional, Aspirational, Absent };
std::string_view name_of(Strength strength);

// How items of a list join: the conjunction before the last item.
enum class Join : std::uint8_t { None, And, Or, AndOr };
struct ListLogic {
    ProvisionId list;        // the provision whose sub-paragraphs form the list
    Join join = Join::None;
};

// Refers to the Document; mentions and the index over them are by concept of the lexicon used.
struct Annotations {
    std::vector<Sentence> sentences;               // in document order
    std::vector<Modal> modals;
    std::vector<Quantity> quantities;
    std::vector<Definition> definitions;
    std::vector<TermUse> term_uses;
    std::vector<Reference> references;
    std::vector<Marker> markers;
    std::vector<ListLogic> lists;
    std::vector<Mention> mentions;                 // of every concept, sorted by first word
    std::vector<std::vector<std::uint32_t>> by_concept;  // concept -> indexes into `mentions`, in order

    // The mentions of a concept that begin inside the word range.
    std::vector<Mention> mentions_in(ConceptId concept_id, WordRange range) const;
    bool mentioned(ConceptId concept_id, WordRange range) const;
};

// Runs every annotator in one fixed order.
Annotations annotate(const Document& document, const Lexicon& lexicon);

// The strength the words of a sentence give to what stands at `at` in it: the modal before that place (the chapeau's when
// the sentence has none), weakened by deference, then by dilution. "shall" with "in accordance with its domestic law" is
// Delegated, with "as appropriate" Conditional, "may" Optional, "endeavour" or a recital Aspirational.
Strength strength_of(const Document& document, const Annotations& annotations, SentenceId sentence, WordIndex at);

}  // namespace treatycheck
