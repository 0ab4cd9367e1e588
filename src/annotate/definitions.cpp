// "X" means ...; "X" shall mean ...; (hereinafter referred to as "X"); and, in an article on the use of terms, X refers to ...
//
// Refused: a quoted term with no defining verb, which is a quotation.
#include <algorithm>

#include "annotate/passes.hpp"
#include "text/unicode.hpp"

namespace treatycheck {
namespace {

struct Quoted {
    Span inner;          // without the quotation marks
    WordRange words;
};

bool is_quote(char32_t c) { return class_of(c) == CharClass::Quote || c == '`' || c == '\'' || c == 0x2018 || c == 0x2019; }

// A quotation mark stands directly before the byte: the word after it is the first of a quotation.
bool opens_at(std::string_view text, std::uint32_t begin) {
    if (begin == 0) return false;
    std::uint32_t at = begin - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    const char32_t c = decode_at(text, at).code_point;
    return is_quote(c) && c != 0x201D && c != 0x00BB && c != 0x2019;
}

bool closes_at(std::string_view text, std::uint32_t end) {
    if (end < text.size() && text[end] == ',') ++end;
    return end < text.size() && is_quote(decode_at(text, end).code_point);
}

// Quoted runs of at most eight words in a sentence.
std::vector<Quoted> quoted_terms(const Document& document, WordRange sentence) {
    const std::string_view text = document.text->text;
    const auto& words = document.words.words;
    std::vector<Quoted> out;
    for (std::uint32_t w = sentence.first.value; w < sentence.last.value; ++w) {
        if (!opens_at(text, words[w].begin)) continue;
        for (std::uint32_t end = w + 1; end <= std::min(w + 8, sentence.last.value); ++end) {
            if (!closes_at(text, words[end - 1].end)) continue;
            out.push_back({{words[w].begin, words[end - 1].end}, {WordIndex(w), WordIndex(end)}});
            w = end - 1;
            break;
        }
    }
    return out;
}

class DefinitionFinder {
public:
    DefinitionFinder(const Document& document, const Lexicon& lexicon, Annotations& out)
        : document_(document), out_(out), means_(lexicon.find("g-means")), includes_(lexicon.find("g-includes")) {}

    void run() {
        for (std::uint32_t s = 0; s < out_.sentences.size(); ++s) look_at(s);
    }

private:
    void look_at(std::uint32_t s) {
        const Sentence& sentence = out_.sentences[s];
        const std::vector<Quoted> terms = quoted_terms(document_, sentence.words);
        const std::vector<Mention> means = out_.mentions_in(means_, sentence.words);
        const std::vector<Mention> includes = out_.mentions_in(includes_, sentence.words);
        bool any = false;
        for (const Quoted& term : terms) {
            if (hereinafter_before(term.words.first)) {
                add(s, term, {sentence.words.first, term.words.first}, false, true);
                any = true;
                continue;
            }
            const Mention* verb = verb_after(means, term.words.last);
            const bool open = verb == nullptr;
            if (open) verb = verb_after(includes, term.words.last);
            if (verb == nullptr && colon_follows(term)) {
                add(s, term, {term.words.last, sentence.words.last}, false, false);
                any = true;
            }
            if (verb == nullptr) continue;
            add(s, term, {verb->words.last, sentence.words.last}, open, false);
            any = true;
        }
        if (!any && terms.empty() && !means.empty()) unquoted(s, means.front());
    }

    // "(hereinafter referred to as the "X")": the word stands within eight words before.
    bool hereinafter_before(WordIndex at) const {
        for (std::uint32_t w = at.value; w-- > 0 && at.value - w <= 8;) {
            const std::string_view word = document_.words.spelling(WordIndex(w));
            if (word == "hereinafter" || word == "hereafter" || word == "ci" || word == "denominad") return true;
        }
        return false;
    }

    static const Mention* verb_after(const std::vector<Mention>& verbs, WordIndex at) {
        for (const Mention& verb : verbs) {
            if (verb.words.first.value >= at.value && verb.words.first.value <= at.value + 14) return &verb;
        }
        return nullptr;
    }

    bool colon_follows(const Quoted& term) const {
        const std::uint32_t next = term.words.last.value;
        return next < document_.words.words.size() && (document_.words.words[next].gap & kGapColon) != 0 &&
               out_.sentences.size() > 0 && document_.words.words[next].begin - term.inner.end < 8;
    }

    // "Access refers to ...": only at the start of an item or paragraph, with a capital, before the verb.
    void unquoted(std::uint32_t s, const Mention& verb) {
        const Sentence& sentence = out_.sentences[s];
        const std::uint32_t size = verb.words.first.value - sentence.words.first.value;
        if (size == 0 || size > 6 || document_.at(sentence.provision).body_words.first != sentence.words.first) return;
        const std::string_view first = document_.words.spelling(sentence.words.first);
        if (first == "this" || first == "it" || first == "these" || first == "the") return;
        const WordRange words{sentence.words.first, verb.words.first};
        if (document_.at(sentence.provision).label.empty() && !in_definitions_article(sentence.provision)) return;
        add(s, {document_.words.span(words), words}, {verb.words.last, sentence.words.last}, false, false);
    }

    bool in_definitions_article(ProvisionId id) const {
        const ProvisionId article = document_.article_of(id);
        if (!article.exists()) return false;
        const std::string heading = fold_word(document_.slice(document_.at(article).heading));
        return heading.find("definition") != std::string::npos || heading.find("terms") != std::string::npos || heading.find("interpretation") != std::string::npos;
    }

    void add(std::uint32_t s, const Quoted& term, WordRange meaning, bool includes, bool hereinafter) {
        const Sentence& sentence = out_.sentences[s];
        Definition d;
        d.provision = sentence.provision;
        d.term = std::string(document_.slice(term.inner));
        d.term_span = term.inner;
        d.meaning = document_.words.span(meaning);
        // Items below belong to the meaning: "service provider" means: (i) ...; (ii) ...
        const Provision& p = document_.at(sentence.provision);
        if (!hereinafter && p.kind == ProvisionKind::Intro) d.meaning.end = document_.at(p.parent).span.end;
        d.includes = includes;
        d.hereinafter = hereinafter;
        d.scope_of = ProvisionId(0u);
        set_scope(s, d);
        out_.definitions.push_back(std::move(d));
    }

    // "For the purposes of this chapter": in the sentence or its chapeaux.
    void set_scope(std::uint32_t s, Definition& d) const {
        for (SentenceId id(s); id.exists(); id = out_.sentences[id.value].chapeau) {
            const WordRange words = out_.sentences[id.value].words;
            for (std::uint32_t w = words.first.value; w + 2 < words.last.value; ++w) {
                const std::string_view word = document_.words.spelling(WordIndex(w));
                if (word != "purpose" && word != "purposes" && word != "context" && word != "in") continue;
                for (std::uint32_t k = w + 1; k + 1 < std::min(words.last.value, w + 5); ++k) {
                    const std::string_view the = document_.words.spelling(WordIndex(k));
                    if (the == "this" || the == "present") scope_named(document_.words.spelling(WordIndex(k + 1)), d);
                }
            }
        }
    }

    void scope_named(std::string_view unit, Definition& d) const {
        const auto narrow = [&](TermScope scope, ProvisionKind kind) {
            const ProvisionId place = document_.enclosing(d.provision, kind);
            if (!place.exists()) return;
            d.scope = scope;
            d.scope_of = place;
        };
        if (unit == "article") narrow(TermScope::Article, ProvisionKind::Article);
        if (unit == "paragraph") narrow(TermScope::Paragraph, ProvisionKind::Paragraph);
        if (unit == "section") narrow(TermScope::Section, ProvisionKind::Section);
        if (unit == "chapter") narrow(TermScope::Chapter, ProvisionKind::Chapter);
        if (unit == "part") narrow(TermScope::Part, ProvisionKind::Part);
    }

    const Document& document_;
    Annotations& out_;
    ConceptId means_, includes_;
};

}  // namespace

void find_definitions(const Document& document, const Lexicon& lexicon, Annotations& out) { DefinitionFinder(document, lexicon, out).run(); }

}  // namespace treatycheck
