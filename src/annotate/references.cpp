// "paragraphs 1 and 2 of article 5", "article 18, paragraph 3 (a)", "Articles 2 through 11", "this chapter", "the preceding
// article", "article 28 of the Vienna Convention": read by a small grammar over the words, resolved in the clause tree.
//
// A step is a level word with its numbers ("paragraphs 1 and 2"); steps joined by "of" go from inner to outer, steps joined
// by a comma or nothing from outer to inner. What another instrument's name follows is External.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "annotate/passes.hpp"
#include "syntax/numbering.hpp"
#include "text/unicode.hpp"

namespace treatycheck {
namespace {

enum class RefLevel : std::uint8_t { Division, Article, Paragraph, Item };

struct LevelWord {
    std::string_view word;
    RefLevel level;
    ProvisionKind kind;
};
constexpr std::array<LevelWord, 17> kLevels{{{"article", RefLevel::Article, ProvisionKind::Article}, {"articles", RefLevel::Article, ProvisionKind::Article},
    {"paragraph", RefLevel::Paragraph, ProvisionKind::Paragraph}, {"paragraphs", RefLevel::Paragraph, ProvisionKind::Paragraph},
    {"para", RefLevel::Paragraph, ProvisionKind::Paragraph}, {"subparagraph", RefLevel::Item, ProvisionKind::Subparagraph},
    {"subparagraphs", RefLevel::Item, ProvisionKind::Subparagraph}, {"item", RefLevel::Item, ProvisionKind::Subparagraph},
    {"point", RefLevel::Item, ProvisionKind::Subparagraph}, {"points", RefLevel::Item, ProvisionKind::Subparagraph},
    {"chapter", RefLevel::Division, ProvisionKind::Chapter}, {"chapters", RefLevel::Division, ProvisionKind::Chapter},
    {"section", RefLevel::Division, ProvisionKind::Section}, {"sections", RefLevel::Division, ProvisionKind::Section},
    {"part", RefLevel::Division, ProvisionKind::Part}, {"parts", RefLevel::Division, ProvisionKind::Part}, {"title", RefLevel::Division, ProvisionKind::Section}}};

// One number with the labels that hang on it: "16 (1) (a)" is {"16", {"1", "a"}}.
struct Numbered {
    std::string number;
    std::vector<std::string> below;
    bool range_to_next = false;
};

struct RefStep {
    RefLevel level = RefLevel::Article;
    ProvisionKind kind = ProvisionKind::Article;
    std::vector<Numbered> numbers;
    bool own = false;        // "this article"
    bool preceding = false;  // "the preceding paragraph"
    WordRange words;
};

const LevelWord* level_of(std::string_view word) {
    const auto found = std::find_if(kLevels.begin(), kLevels.end(), [word](const LevelWord& l) { return l.word == word; });
    return found == kLevels.end() ? nullptr : &*found;
}

class ReferenceFinder {
public:
    ReferenceFinder(const Document& document, Annotations& out) : document_(document), words_(document.words), out_(out) {
        for (std::uint32_t id = document.provisions.size() > 1 ? 1 : 0; id < document.provisions.size(); ++id) {
            const Provision& p = document.provisions[id];
            if (p.kind == ProvisionKind::Article) articles_.emplace(p.eid, id);
            if (p.kind == ProvisionKind::Part || p.kind == ProvisionKind::Chapter || p.kind == ProvisionKind::Section) divisions_.push_back(id);
        }
        level_.resize(words_.vocabulary.size());
        for (std::uint32_t v = 0; v < level_.size(); ++v) level_[v] = level_of(words_.vocabulary.spelling(WordId(v)));
    }

    void run() {
        for (const Sentence& sentence : out_.sentences) {
            limit_ = sentence.words.last.value;
            here_ = sentence.provision;
            for (at_ = sentence.words.first.value; at_ < limit_;) {
                if (level_[words_.words[at_].id.value] == nullptr && !is_sub(at_)) ++at_;
                else read_reference(sentence.words.first.value);
            }
        }
    }

private:
    std::string_view word(std::uint32_t w) const { return w < limit_ ? words_.spelling(WordIndex(w)) : std::string_view(); }
    std::uint16_t gap(std::uint32_t w) const { return words_.words[w].gap; }
    bool is_sub(std::uint32_t w) const { return word(w) == "sub" && (word(w + 1) == "paragraph" || word(w + 1) == "paragraphs"); }

    void read_reference(std::uint32_t first) {
        const std::uint32_t start = at_;
        std::vector<RefStep> steps;
        bool outer_first = false;
        while (at_ < limit_) {
            const std::uint32_t before = at_;
            if (!steps.empty()) {
                const bool of = word(at_) == "of" || word(at_) == "in" || word(at_) == "under";
                if (of) at_ += 1;
                if (of && word(at_) == "the" && level_at(at_ + 1) && !is_number(word(at_ + 2))) at_ += 1;
                if (!of) outer_first = true;
                const bool joined = of || (gap(at_) & (kGapComma | kGapSpace)) != 0;
                if (!joined || !(level_at(at_) || is_this(at_))) {
                    at_ = before;
                    break;
                }
                if (!of && steps.back().level >= level_after_this(at_)) {   // "article 5 and article 6" are two references
                    at_ = before;
                    break;
                }
            }
            RefStep step;
            if (!read_step(step)) {
                at_ = before;
                break;
            }
            steps.push_back(std::move(step));
            if (steps.size() == 5) break;
        }
        if (steps.empty()) {
            at_ = start + 1;
            return;
        }
        finish(start, first, steps, outer_first);
    }

    bool level_at(std::uint32_t w) const { return w < limit_ && (level_[words_.words[w].id.value] != nullptr || is_sub(w)); }
    bool is_this(std::uint32_t w) const {
        return (word(w) == "this" && level_at(w + 1)) || (word(w) == "the" && word(w + 1) == "present" && level_at(w + 2)) || (word(w) == "that" && level_at(w + 1));
    }
    RefLevel level_after_this(std::uint32_t w) const {
        if (word(w) == "this" || word(w) == "that") w += 1;
        else if (word(w) == "the") w += 2;
        if (is_sub(w)) return RefLevel::Item;
        const LevelWord* level = w < limit_ ? level_[words_.words[w].id.value] : nullptr;
        return level == nullptr ? RefLevel::Division : level->level;
    }

    static bool is_number(std::string_view w) {
        if (w.empty()) return false;
        if (w[0] >= '0' && w[0] <= '9') return w.size() <= 4;
        return roman_value(w) != 0 && w.size() <= 6;
    }

    bool read_step(RefStep& step) {
        const std::uint32_t start = at_;
        bool own = false;
        if (word(at_) == "this" || word(at_) == "that") {
            own = true;
            at_ += 1;
        } else if (word(at_) == "the" && word(at_ + 1) == "present") {
            own = true;
            at_ += 2;
        }
        if (is_sub(at_)) {
            step.level = RefLevel::Item;
            step.kind = ProvisionKind::Subparagraph;
            at_ += 2;
        } else {
            const LevelWord* level = at_ < limit_ ? level_[words_.words[at_].id.value] : nullptr;
            if (level == nullptr) return false;
            step.level = level->level;
            step.kind = level->kind;
            at_ += 1;
        }
        if (!own && start > 0 && (words_.spelling(WordIndex(start - 1)) == "this" || (start > 1 && words_.spelling(WordIndex(start - 1)) == "present"))) own = true;
        step.preceding = start > 0 && (words_.spelling(WordIndex(start - 1)) == "preceding" || words_.spelling(WordIndex(start - 1)) == "previous");
        while (!own && read_number(step)) {
        }
        step.own = own && step.numbers.empty();
        step.words = {WordIndex(start), WordIndex(at_)};
        return step.own || step.preceding || !step.numbers.empty();
    }

    // Digits for paragraphs and articles; letters and romans for items and for the paragraphs of some statutes.
    bool fits(std::string_view w, RefLevel level, bool bracketed) const {
        if (w.empty() || w.size() > 6) return false;
        if (w[0] >= '0' && w[0] <= '9') return w.size() <= 4;
        if (level == RefLevel::Article || level == RefLevel::Division) return roman_value(w) != 0 && !bracketed && is_upper(at_);
        return bracketed && (w.size() == 1 || roman_value(w) != 0 || (w.size() == 2 && w[0] == w[1]));
    }
    bool is_upper(std::uint32_t w) const {
        const char c = document_.text->text[words_.words[w].begin];
        return c >= 'A' && c <= 'Z';
    }
    bool bracketed(std::uint32_t w) const {
        const bool closed = w + 1 >= words_.words.size() || (words_.words[w + 1].gap & kGapClose) != 0;
        return (gap(w) & kGapOpen) != 0 && closed;
    }
    bool closed_only(std::uint32_t w) const {   // "a)"
        return w + 1 < words_.words.size() && (words_.words[w + 1].gap & kGapClose) != 0;
    }

    bool read_number(RefStep& step) {
        std::uint32_t w = at_;
        bool range = false;
        if (!step.numbers.empty()) {
            if (w >= limit_) return false;
            if (word(w) == "to" || word(w) == "through" || (word(w) == "and" && step.words.empty() && false)) {
                range = true;
                ++w;
            } else if (word(w) == "and" || word(w) == "or") {
                ++w;
                if (word(w) == "or") ++w;
            } else if ((gap(w) & kGapHyphen) != 0 && is_number(word(w))) {
                range = true;
            } else if ((gap(w) & kGapComma) == 0) {
                return false;
            }
        }
        if (w >= limit_) return false;
        const std::uint32_t saved = at_;
        at_ = w;
        const bool in_brackets = bracketed(w) || (step.level >= RefLevel::Paragraph && closed_only(w) && word(w).size() <= 3);
        if (!fits(word(w), step.level, in_brackets) || is_quantity(w)) {
            at_ = saved;
            return false;
        }
        if (range) step.numbers.back().range_to_next = true;
        Numbered n;
        n.number = normal(word(w), step.level);
        ++at_;
        if (word(at_) == "bis" || word(at_) == "ter" || word(at_) == "quater") n.number += std::string(word(at_++));
        while (at_ < limit_ && bracketed(at_) && word(at_).size() <= 5 && (gap(at_) & kGapComma) == 0) n.below.emplace_back(word(at_++));
        step.numbers.push_back(std::move(n));
        return true;
    }

    // "paragraph 2 years": a number with a unit is no label.
    bool is_quantity(std::uint32_t w) const {
        const std::string_view next = word(w + 1);
        return next == "years" || next == "days" || next == "months" || next == "hours" || next == "states" || next == "per";
    }

    static std::string normal(std::string_view w, RefLevel level) {
        if ((level == RefLevel::Article || level == RefLevel::Division) && (w[0] < '0' || w[0] > '9')) return std::to_string(roman_value(w));
        return std::string(w);
    }

    // ---- resolving

    void finish(std::uint32_t start, std::uint32_t first, const std::vector<RefStep>& steps, bool outer_first) {
        Reference reference;
        reference.provision = here_;
        std::uint32_t begin = start;
        if (begin > first && (words_.spelling(WordIndex(begin - 1)) == "this" || words_.spelling(WordIndex(begin - 1)) == "preceding")) --begin;
        reference.span = words_.span({WordIndex(begin), WordIndex(at_)});
        if (external(reference)) {
            out_.references.push_back(std::move(reference));
            return;
        }
        std::vector<RefStep> outward(steps.begin(), steps.end());
        if (outer_first) std::stable_sort(outward.begin(), outward.end(), [](const RefStep& a, const RefStep& b) { return a.level > b.level; });
        std::reverse(outward.begin(), outward.end());     // outermost first
        resolve(outward, reference);
        if (!reference.targets.empty() || !reference.wanted.empty()) out_.references.push_back(std::move(reference));
    }

    // "of the Vienna Convention on ...", "of that Convention", "of the Covenant": not "of this Convention".
    bool external(Reference& reference) const {
        std::uint32_t w = at_;
        if (word(w) != "of" && word(w) != "to" && word(w) != "in") return false;
        ++w;
        const std::string_view the = word(w);
        if (the == "this" || (the == "the" && word(w + 1) == "present")) return false;
        if (the != "the" && the != "that" && the != "its" && the != "said") return false;
        static constexpr std::array<std::string_view, 14> kInstruments{"convention", "covenant", "protocol", "treaty", "charter", "agreement", "statute",
                                                                       "declaration", "regulation", "directive", "constitution", "conventions", "act", "rules"};
        const std::uint32_t name = w + 1;
        for (std::uint32_t end = name; end < std::min(limit_, name + 14); ++end) {
            const std::string_view noun = word(end);
            if (std::find(kInstruments.begin(), kInstruments.end(), noun) == kInstruments.end()) continue;
            if (!is_upper(end) && the != "that") return false;
            // "the Convention" alone is this instrument, unless a protocol defines it as its parent.
            if (end == name && the == "the" && !defines_parent(noun)) return false;
            reference.kind = ReferenceKind::External;
            std::uint32_t last = end + 1;
            while (last < limit_ && (is_upper(last) || small_word(word(last))) && (gap(last) & (kGapComma | kGapStop | kGapSemicolon)) == 0) ++last;
            while (last > end + 1 && small_word(word(last - 1))) --last;
            reference.instrument = std::string(document_.slice(words_.span({WordIndex(name), WordIndex(last)})));
            return true;
        }
        return false;
    }
    static bool small_word(std::string_view w) { return w == "on" || w == "of" || w == "the" || w == "for" || w == "and" || w == "against" || w == "to" || w == "in"; }
    bool defines_parent(std::string_view noun) const {
        return std::any_of(out_.definitions.begin(), out_.definitions.end(), [&](const Definition& d) { return d.hereinafter && fold_word(d.term).ends_with(noun) && noun != own_noun(); });
    }
    // The word this instrument calls itself by: from its title.
    std::string own_noun() const {
        const std::string title = fold_word(document_.title());
        for (const char* noun : {"protocol", "agreement", "convention", "treaty", "covenant", "charter"}) {
            if (title.find(noun) != std::string::npos) return noun;
        }
        return "";
    }

    std::string annex_prefix() const {
        const ProvisionId annex = document_.enclosing(here_, ProvisionKind::Annex);
        return annex.exists() ? document_.at(annex).eid + "__" : "";
    }

    std::uint32_t article_numbered(const std::string& number) const {
        for (const std::string& prefix : {annex_prefix(), std::string()}) {
            const auto found = articles_.find(prefix + "art_" + number);
            if (found != articles_.end()) return found->second;
        }
        return 0;
    }

    // All places a step means below `inside` (or, for the outermost step, in the document).
    void resolve(const std::vector<RefStep>& outward, Reference& reference) {
        std::vector<ProvisionId> places{ProvisionId()};
        for (const RefStep& step : outward) {
            std::vector<ProvisionId> next;
            for (const ProvisionId inside : places) {
                if (!resolve_step(step, inside, next, reference)) return;
            }
            places = std::move(next);
        }
        reference.targets = std::move(places);
    }

    bool resolve_step(const RefStep& step, ProvisionId inside, std::vector<ProvisionId>& out, Reference& reference) {
        if (step.own || step.preceding) {
            ProvisionId place = document_.enclosing(here_, step.kind);
            if (step.preceding && place.exists()) place = sibling_before(place);
            if (!place.exists()) return step.kind == ProvisionKind::Article ? false : (reference.wanted = "", false);
            out.push_back(place);
            return true;
        }
        for (std::size_t i = 0; i < step.numbers.size(); ++i) {
            const Numbered& n = step.numbers[i];
            const ProvisionId place = place_numbered(step, inside, n);
            if (!place.exists()) return dangling(step, inside, n, reference);
            out.push_back(place);
            if (!n.range_to_next || i + 1 == step.numbers.size()) continue;
            const ProvisionId end = place_numbered(step, inside, step.numbers[i + 1]);
            if (!end.exists()) continue;
            for (std::uint32_t id = document_.at(place).subtree_end; id < end.value; ++id) {
                if (document_.provisions[id].kind == step.kind || (step.level == RefLevel::Item && document_.provisions[id].parent == document_.at(place).parent)) {
                    if (document_.provisions[id].number.empty()) continue;
                    out.push_back(ProvisionId(id));
                    id = document_.provisions[id].subtree_end - 1;
                }
            }
        }
        return true;
    }

    ProvisionId sibling_before(ProvisionId place) const {
        for (std::uint32_t id = place.value; id-- > 1;) {
            if (document_.provisions[id].kind == document_.at(place).kind && document_.provisions[id].subtree_end <= place.value) return ProvisionId(id);
        }
        return {};
    }

    ProvisionId place_numbered(const RefStep& step, ProvisionId inside, const Numbered& n) const {
        ProvisionId place;
        if (step.level == RefLevel::Article) {
            const std::uint32_t id = article_numbered(n.number);
            if (id != 0) place = ProvisionId(id);
        } else if (step.level == RefLevel::Division) {
            for (const std::uint32_t id : divisions_) {
                if (document_.provisions[id].kind == step.kind && document_.provisions[id].number == n.number) place = ProvisionId(id);
                if (place.exists()) break;
            }
        } else {
            ProvisionId owner = inside;
            if (!owner.exists() && step.level == RefLevel::Item) owner = document_.enclosing(here_, ProvisionKind::Paragraph);
            if (owner.exists()) place = below(owner, n.number);
            if (!place.exists() && !inside.exists()) owner = document_.article_of(here_);
            if (!place.exists() && owner.exists()) place = below(owner, n.number);
        }
        for (const std::string& label : n.below) {
            if (!place.exists()) break;
            place = below(place, label);
        }
        return place;
    }

    // The first provision below `owner` that bears the number: children first, then theirs.
    ProvisionId below(ProvisionId owner, const std::string& number) const {
        ProvisionId deeper;
        for (std::uint32_t id = owner.value + 1; id < document_.at(owner).subtree_end; ++id) {
            const Provision& p = document_.provisions[id];
            if (p.number != number) continue;
            if (p.parent == owner) return ProvisionId(id);
            if (!deeper.exists()) deeper = ProvisionId(id);
        }
        return deeper;
    }

    bool dangling(const RefStep& step, ProvisionId inside, const Numbered& n, Reference& reference) const {
        // A division or paragraph that cannot be found may be another text's; only what is surely ours is dangling.
        if (step.level == RefLevel::Division) return false;
        reference.kind = ReferenceKind::Dangling;
        const char* prefix = step.level == RefLevel::Article ? "art_" : step.level == RefLevel::Paragraph ? "para_" : "subpara_";
        const ProvisionId owner = inside.exists() ? inside : document_.article_of(here_);
        reference.wanted = (step.level == RefLevel::Article || !owner.exists() ? "" : document_.at(owner).eid + "__") + prefix + n.number;
        reference.targets.clear();
        return false;
    }

    const Document& document_;
    const Words& words_;
    Annotations& out_;
    std::unordered_map<std::string, std::uint32_t> articles_;
    std::vector<std::uint32_t> divisions_;
    std::vector<const LevelWord*> level_;
    std::uint32_t at_ = 0, limit_ = 0;
    ProvisionId here_;
};

}  // namespace

void find_references(const Document& document, Annotations& out) { ReferenceFinder(document, out).run(); }

}  // namespace treatycheck
