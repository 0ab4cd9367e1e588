#include "rules/evaluation.hpp"

#include <algorithm>

namespace treatycheck {

Evaluation::Evaluation(const Document& d, const Annotations& a, const Lexicon& lexicon, const Pack& p) : document(d), annotations(a), pack(p) {
    for (const std::string& name : pack.names) bound_.push_back(lexicon.find(name));
    article_index_.assign(document.provisions.size(), -1);
    for (std::uint32_t id = 1; id < document.provisions.size(); ++id) {
        if (document.provisions[id].kind != ProvisionKind::Article) continue;
        if (document.enclosing(ProvisionId(id), ProvisionKind::Annex).exists()) continue;
        article_index_[id] = static_cast<std::int32_t>(articles_.size());
        articles_.push_back(ProvisionId(id));
    }
    tag_articles();
}

void Evaluation::tag_articles() {
    tags_.assign(articles_.size(), std::vector<char>(pack.tags.size(), 0));
    std::uint32_t safeguards = 0xFFFFFFFF;
    for (std::uint32_t t = 0; t < pack.tags.size(); ++t) {
        for (std::size_t i = 0; i < articles_.size(); ++i) tags_[i][t] = holds(pack.tags[t].when, article_unit(articles_[i]));
        if (pack.tags[t].name == "safeguards") safeguards = t;
    }
    if (safeguards == 0xFFFFFFFF) return;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
        if (tags_[i][safeguards]) reaches_.push_back(reach_of(document, annotations, articles_[i]));
    }
}

// The article's words without its label and heading.
WordRange Evaluation::article_words(ProvisionId article) const {
    const Provision& p = document.at(article);
    const std::uint32_t from = std::max(p.label.end, p.heading.end);
    return document.words.inside({std::min(std::max(from, p.span.begin), p.span.end), p.span.end});
}

UnitAt Evaluation::article_unit(ProvisionId article) const {
    UnitAt unit;
    unit.provision = article;
    unit.own = {article_words(article)};
    unit.ranges = unit.own;
    return unit;
}

bool Evaluation::mentioned(const std::vector<NameId>& names, const std::vector<WordRange>& ranges) const {
    for (const NameId name : names) {
        for (const WordRange range : ranges) {
            if (annotations.mentioned(bound_[name], range)) return true;
        }
    }
    return false;
}

bool Evaluation::anywhere(const std::vector<NameId>& names) const {
    return std::any_of(names.begin(), names.end(), [this](NameId n) { return bound_[n].exists() && !annotations.by_concept[bound_[n].value].empty(); });
}

SentenceId Evaluation::sentence_at(WordIndex word) const {
    const auto after = std::upper_bound(annotations.sentences.begin(), annotations.sentences.end(), word,
                                        [](WordIndex w, const Sentence& s) { return w < s.words.first; });
    return after == annotations.sentences.begin() ? SentenceId() : SentenceId(static_cast<std::size_t>(after - annotations.sentences.begin() - 1));
}

bool Evaluation::bears_tag(ProvisionId article, std::uint32_t tag) const {
    if (!article.exists() || article_index_[article.value] < 0) return false;
    return tags_[static_cast<std::size_t>(article_index_[article.value])][tag] != 0;
}

// The article's heading; where it has none, that of the nearest division above.
WordRange Evaluation::heading_words(ProvisionId article) const {
    for (ProvisionId at = article; at.exists(); at = document.at(at).parent) {
        if (!document.at(at).heading.empty()) return document.words.inside(document.at(at).heading);
    }
    return {};
}

// ---------------------------------------------------------------- units

namespace {

bool is_operative(const Document& document, ProvisionId id) {
    static constexpr ProvisionKind kOutside[] = {ProvisionKind::Title, ProvisionKind::Preamble, ProvisionKind::Footnote, ProvisionKind::Annex,
                                                 ProvisionKind::Signature, ProvisionKind::Resolution};
    for (ProvisionId at = id; at.exists(); at = document.at(at).parent) {
        if (std::find(std::begin(kOutside), std::end(kOutside), document.at(at).kind) != std::end(kOutside)) return false;
    }
    return true;
}

}  // namespace

std::vector<UnitAt> Evaluation::units(RuleUnit kind) const {
    std::vector<UnitAt> out;
    const auto add = [&](ProvisionId id, WordRange words, SentenceId sentence = {}) {
        UnitAt unit;
        unit.provision = id;
        unit.own = {words};
        unit.ranges = unit.own;
        unit.sentence = sentence;
        for (SentenceId s = sentence.exists() ? annotations.sentences[sentence.value].chapeau : SentenceId(); s.exists(); s = annotations.sentences[s.value].chapeau) {
            unit.ranges.push_back(annotations.sentences[s.value].words);
        }
        out.push_back(std::move(unit));
    };
    switch (kind) {
        case RuleUnit::Sentence:
            for (std::uint32_t s = 0; s < annotations.sentences.size(); ++s) {
                if (is_operative(document, annotations.sentences[s].provision)) add(annotations.sentences[s].provision, annotations.sentences[s].words, SentenceId(s));
            }
            break;
        case RuleUnit::Provision:
            for (std::uint32_t s = 0; s < annotations.sentences.size(); ++s) {
                const ProvisionId id = annotations.sentences[s].provision;
                const bool first = s == 0 || annotations.sentences[s - 1].provision != id;
                if (first && is_operative(document, id)) add(id, document.at(id).body_words, SentenceId(s));
            }
            break;
        case RuleUnit::Paragraph:
            for (const ProvisionId article : articles_) {
                bool any = false;
                for (const ProvisionId child : document.children(article)) {
                    const ProvisionKind k = document.at(child).kind;
                    if (k != ProvisionKind::Paragraph && k != ProvisionKind::Subparagraph) continue;
                    add(child, document.at(child).words);
                    any = true;
                }
                if (!any) add(article, article_words(article));
            }
            break;
        case RuleUnit::Article:
            for (const ProvisionId article : articles_) add(article, article_words(article));
            break;
        case RuleUnit::Definition:
            for (std::uint32_t d = 0; d < annotations.definitions.size(); ++d) {
                const Definition& definition = annotations.definitions[d];
                if (!is_operative(document, definition.provision)) continue;
                add(definition.provision, document.words.inside({std::min(definition.term_span.begin, definition.meaning.begin), definition.meaning.end}));
                out.back().definition = DefinitionId(d);
            }
            break;
        case RuleUnit::Recital:
        case RuleUnit::Title:
            for (std::uint32_t id = 1; id < document.provisions.size(); ++id) {
                const ProvisionKind k = document.provisions[id].kind;
                if (k == (kind == RuleUnit::Recital ? ProvisionKind::Recital : ProvisionKind::Title)) add(ProvisionId(id), document.provisions[id].words);
            }
            break;
        case RuleUnit::Chapter:
            for (std::uint32_t id = 1; id < document.provisions.size(); ++id) {
                if (document.provisions[id].kind == ProvisionKind::Chapter) add(ProvisionId(id), document.provisions[id].words);
            }
            break;
        case RuleUnit::Instrument: {
            UnitAt unit;
            unit.provision = ProvisionId(0u);
            for (const ProvisionId article : articles_) unit.own.push_back(article_words(article));
            unit.ranges = unit.own;
            if (!articles_.empty()) out.push_back(std::move(unit));
            break;
        }
    }
    return out;
}

// ---------------------------------------------------------------- scopes

std::vector<std::uint32_t> Evaluation::safeguards_for(ProvisionId article) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < reaches_.size(); ++i) {
        if (article.exists() && reaches_[i].article != article && reaches(document, annotations, reaches_[i], article)) out.push_back(i);
    }
    return out;
}

std::vector<ProvisionId> Evaluation::places_of(Scope scope, const UnitAt& unit) const {
    const ProvisionId article = document.article_of(unit.provision);
    const auto enclosing = [&](ProvisionKind kind) {
        const ProvisionId found = document.enclosing(unit.provision, kind);
        return found.exists() ? std::vector<ProvisionId>{found} : std::vector<ProvisionId>{};
    };
    const auto article_or_unit = [&] { return std::vector<ProvisionId>{article.exists() ? article : unit.provision}; };
    switch (scope) {
        case Scope::Unit: case Scope::Sentence: return {unit.provision};
        case Scope::Provision: {
            const bool intro = document.at(unit.provision).kind == ProvisionKind::Intro;
            return {intro ? document.at(unit.provision).parent : unit.provision};
        }
        case Scope::Paragraph: {
            ProvisionId at = unit.provision;
            while (at.exists() && article.exists() && at != article && document.at(at).parent != article) at = document.at(at).parent;
            if (!at.exists() || document.at(at).kind == ProvisionKind::Intro || document.at(at).kind == ProvisionKind::Subparagraph || document.at(at).kind == ProvisionKind::Wrapup) {
                return article_or_unit();
            }
            return {at};
        }
        case Scope::Article: return article_or_unit();
        case Scope::Xref: {
            std::vector<ProvisionId> out;
            if (!article.exists()) return out;
            for (const Reference& r : annotations.references) {
                if (r.provision < article || r.provision.value >= document.at(article).subtree_end || r.kind != ReferenceKind::Internal) continue;
                for (const ProvisionId t : r.targets) {
                    const bool own = t >= article && t.value < document.at(article).subtree_end;
                    const bool cited = document.article_of(t).exists() && !own;
                    if (cited && std::find(out.begin(), out.end(), t) == out.end()) out.push_back(t);
                }
            }
            return out;
        }
        case Scope::Safeguards: {
            std::vector<ProvisionId> out;
            for (const std::uint32_t i : safeguards_for(article)) out.push_back(reaches_[i].article);
            return out;
        }
        case Scope::Section: return enclosing(ProvisionKind::Section);
        case Scope::Chapter: return enclosing(ProvisionKind::Chapter);
        case Scope::Definitions: {
            std::vector<ProvisionId> out;
            for (const Definition& d : annotations.definitions) {
                if (out.empty() || out.back() != d.provision) out.push_back(d.provision);
            }
            return out;
        }
        case Scope::Title: case Scope::Preamble: {
            std::vector<ProvisionId> out;
            for (std::uint32_t id = 1; id < document.provisions.size(); ++id) {
                if (document.provisions[id].kind == (scope == Scope::Title ? ProvisionKind::Title : ProvisionKind::Preamble)) out.push_back(ProvisionId(id));
            }
            return out;
        }
        case Scope::Instrument: return {ProvisionId(0u)};
    }
    return {};
}

std::vector<WordRange> Evaluation::ranges_of(Scope scope, const UnitAt& unit) const {
    if (scope == Scope::Unit || scope == Scope::Sentence) return unit.ranges;
    std::vector<WordRange> out;
    if (scope == Scope::Provision) out = unit.ranges;
    for (const ProvisionId place : places_of(scope, unit)) {
        if (place.value == 0) {
            for (const ProvisionId article : articles_) out.push_back(article_words(article));
        } else {
            out.push_back(document.at(place).kind == ProvisionKind::Article ? article_words(place) : document.at(place).words);
        }
    }
    return out;
}

// ---------------------------------------------------------------- conditions

bool Evaluation::words_hold(const Condition& c, const std::vector<WordRange>& ranges) const {
    if (!c.has.empty() && !mentioned(c.has, ranges)) return false;
    for (const NameId name : c.has_all) {
        if (!mentioned({name}, ranges)) return false;
    }
    return c.lacks.empty() || !mentioned(c.lacks, ranges);
}

bool Evaluation::modality_holds(const Condition& c, const UnitAt& unit) const {
    const std::vector<WordRange> own = c.scope == Scope::Unit || c.scope == Scope::Sentence ? unit.own : ranges_of(c.scope, unit);
    bool any = false;
    const auto looks = [&](const std::vector<WordRange>& ranges) {
        for (const Modal& m : annotations.modals) {
            for (const WordRange r : ranges) {
                if (m.at < r.first || m.at >= r.last) continue;
                any = true;
                if (std::find(c.modality.begin(), c.modality.end(), m.force) != c.modality.end()) return true;
            }
        }
        return false;
    };
    if (looks(own)) return true;
    if (!any && looks(unit.ranges)) return true;
    return !any && std::find(c.modality.begin(), c.modality.end(), Force::None) != c.modality.end();
}

bool Evaluation::quantity_holds(const QuantityTest& test, const std::vector<WordRange>& ranges) const {
    for (const Quantity& q : annotations.quantities) {
        const bool inside = std::any_of(ranges.begin(), ranges.end(), [&q](WordRange r) { return q.words.first >= r.first && q.words.first < r.last; });
        if (!inside || (test.unit && *test.unit != q.unit) || (test.bound && *test.bound != q.bound) || q.value < test.min || q.value > test.max) continue;
        if (test.of.empty() || mentioned(test.of, {annotations.sentences[q.sentence.value].words})) return true;
    }
    return false;
}

bool Evaluation::defines_holds(const Condition& c, const UnitAt& unit) const {
    for (std::uint32_t d = 0; d < annotations.definitions.size(); ++d) {
        const Definition& definition = annotations.definitions[d];
        if (unit.definition.exists() ? unit.definition.value != d : definition.provision != unit.provision) continue;
        if (mentioned(c.defines, {document.words.inside(definition.term_span)})) return true;
    }
    return false;
}

bool Evaluation::article_exists(const Condition& c) const {
    return std::any_of(articles_.begin(), articles_.end(), [&](ProvisionId a) { return holds(c, article_unit(a)); });
}

bool Evaluation::places_hold(const Condition& c, const UnitAt& unit) const {
    const ProvisionId article = document.article_of(unit.provision);
    if (!c.heading.empty() && !(article.exists() && mentioned(c.heading, {heading_words(article)}))) return false;
    if (!c.chapter_heading.empty()) {
        bool found = false;
        for (ProvisionId at = document.at(unit.provision).parent; at.exists() && !found; at = document.at(at).parent) {
            if (document.at(at).kind == ProvisionKind::Article || document.at(at).heading.empty()) continue;
            found = mentioned(c.chapter_heading, {document.words.inside(document.at(at).heading)});
        }
        if (!found) return false;
    }
    const auto borne = [&](std::uint32_t t) { return bears_tag(article, t); };
    if (!c.tag.empty() && std::none_of(c.tag.begin(), c.tag.end(), borne)) return false;
    if (std::any_of(c.not_tag.begin(), c.not_tag.end(), borne)) return false;
    if (!c.kind.empty() && std::find(c.kind.begin(), c.kind.end(), document.at(unit.provision).kind) == c.kind.end()) return false;
    if (!c.reached_by.empty() && safeguards_for(article).empty()) return false;
    return true;
}

bool Evaluation::holds(const Condition& c, const UnitAt& unit) const {
    if (!places_hold(c, unit)) return false;
    const bool by_words = !c.has.empty() || !c.has_all.empty() || !c.lacks.empty() || !c.quantity.empty() || !c.uses_term.empty() || !c.refers.empty() || !c.marker.empty();
    if (by_words) {
        const std::vector<WordRange> ranges = ranges_of(c.scope, unit);
        const auto within = [&ranges](WordIndex w) { return std::any_of(ranges.begin(), ranges.end(), [w](WordRange r) { return w >= r.first && w < r.last; }); };
        if (!words_hold(c, ranges)) return false;
        for (const QuantityTest& q : c.quantity) {
            if (!quantity_holds(q, ranges)) return false;
        }
        if (!c.uses_term.empty() && std::none_of(annotations.term_uses.begin(), annotations.term_uses.end(), [&](const TermUse& u) {
                return within(u.words.first) && mentioned(c.uses_term, {document.words.inside(annotations.definitions[u.definition.value].term_span)});
            })) return false;
        if (!c.refers.empty() && std::none_of(annotations.references.begin(), annotations.references.end(), [&](const Reference& r) {
                return std::find(c.refers.begin(), c.refers.end(), r.kind) != c.refers.end() && within(document.words.inside(r.span).first);
            })) return false;
        if (!c.marker.empty() && std::none_of(annotations.markers.begin(), annotations.markers.end(), [&](const Marker& m) {
                return std::find(c.marker.begin(), c.marker.end(), m.kind) != c.marker.end() && within(m.words.first);
            })) return false;
    }
    if (!c.modality.empty() && !modality_holds(c, unit)) return false;
    if (!c.defines.empty() && !defines_holds(c, unit)) return false;
    for (const Condition& e : c.exists) {
        if (!article_exists(e)) return false;
    }
    const auto sub = [&](const Condition& s) { return holds(s, unit); };
    if (!c.any.empty() && std::none_of(c.any.begin(), c.any.end(), sub)) return false;
    if (!std::all_of(c.all.begin(), c.all.end(), sub)) return false;
    return std::none_of(c.negated.begin(), c.negated.end(), sub);
}

}  // namespace treatycheck
