// The clause tree of one instrument: a flat vector of provisions in document order.
//
// Every text has one; parsing never fails. Provision 0 is the instrument itself. A provision's subtree is the range
// [id, subtree_end). Ids are Akoma Ntoso names and language-neutral: "art_29__para_1__subpara_a", "art_10bis",
// "preamble__rec_3", "chp_IV", "att_1__art_2". Every byte of the text belongs to exactly one of: a provision's label,
// heading or body, furniture, or white space between them (see Account).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "text/canonical_text.hpp"
#include "text/words.hpp"

namespace treatycheck {

using ProvisionId = Index<struct ProvisionIdTag>;

enum class ProvisionKind : std::uint8_t {
    Instrument, Title, Preamble, Recital, Part, Chapter, Section, Article, Paragraph, Intro, Subparagraph, Wrapup,
    Definition, Footnote, Annex, Signature, Resolution,
};
// "article", "subparagraph", ... as printed in JSON.
std::string_view name_of(ProvisionKind kind);

enum class NumberScheme : std::uint8_t { None, Decimal, Alpha, Roman, Word, Cjk, Abjad, Cyrillic, Symbol };
enum class Status : std::uint8_t { Clean, Bracketed, AgreedAdReferendum };

struct Provision {
    ProvisionKind kind = ProvisionKind::Instrument;
    NumberScheme scheme = NumberScheme::None;
    Status status = Status::Clean;
    std::uint8_t confidence = 100;   // per cent: how far this reading beat the next best
    ProvisionId parent;              // does not exist for the instrument
    std::uint32_t subtree_end = 0;   // one past the last provision inside this one
    Span span;                       // from the label to the end of the last child
    Span label;                      // "Article 5 bis", "(a)", "1."; may be empty
    Span heading;                    // "Search and seizure of stored data"; may be empty
    Span body;                       // its own words, without label, heading and children; may be empty
    WordRange words;                 // of the whole subtree, label and heading included
    WordRange body_words;            // of `body`
    std::string number;              // normalised: "5bis", "2", "a"; romans and words become digits; may be empty
    std::string eid;
    std::string why;                 // what chose this reading, a few words: "heading line", "label sequence (a)(b)"
};

// Bytes of the text: in_provisions + furniture + lost = characters (white space between provisions counts as inside
// the nearest provision's span). `lost` is 0 for every input.
struct Account {
    std::uint32_t characters = 0;
    std::uint32_t in_provisions = 0;
    std::uint32_t furniture = 0;
    std::uint32_t lost = 0;
};

// Refers to the CanonicalText it was made from, which must outlive it and stay in place.
struct Document {
    const CanonicalText* text = nullptr;
    Words words;
    std::vector<Provision> provisions;
    std::vector<Span> furniture;     // page numbers, running heads, symbols: in order, not inside any body's meaning
    std::vector<Note> notes;
    std::string language;            // "en", "fr", "es", "ru", "ar", "zh"; "" when not known
    Account account;

    const Provision& at(ProvisionId id) const { return provisions[id.value]; }
    std::string_view slice(Span span) const { return text->slice(span); }
    ProvisionId find(std::string_view eid) const;                       // O(n)
    ProvisionId enclosing(ProvisionId id, ProvisionKind kind) const;    // itself or the nearest ancestor of that kind
    ProvisionId article_of(ProvisionId id) const { return enclosing(id, ProvisionKind::Article); }
    ProvisionId deepest_at(std::uint32_t offset) const;                 // the provision whose own text holds the byte
    std::vector<ProvisionId> children(ProvisionId id) const;
    std::string title() const;                                          // the instrument's title on one line
    // ["40", "20"], ["10bis", "2", "a"], ["preamble"], ["annex", "1", ...], ["chapter", "IV"], ["instrument"].
    std::vector<std::string> path(ProvisionId id) const;
    // "Article 40(20)", "Article 2(b)", "Preamble, recital 3", "Chapter IV", "Title".
    std::string label(ProvisionId id) const;
};

// Total: any text gives a document. `language` is "" to find out from the text.
Document parse_document(const CanonicalText& text, std::string_view language = "");

}  // namespace treatycheck
