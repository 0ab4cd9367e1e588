// Each rule over each of its units: trigger, exceptions, expectation, finding. Rules whose words stand nowhere in the
// text are passed over.
#include "rules/engine.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "rules/evaluation.hpp"

namespace treatycheck {
namespace {

struct Found {
    Strength strength = Strength::Absent;
    Mention mention;
    Scope scope = Scope::Unit;
};

struct Verdict {
    bool reported = true;
    FindingKind kind = FindingKind::Problem;
    std::vector<Evidence> evidence;
    std::vector<std::string> missing;
    Found best;
};

std::uint64_t hash64(std::string_view s, std::uint64_t h = 1469598103934665603ull) {
    for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return h;
}

std::string words_of_name(const std::string& name) {
    std::string out = name;
    std::replace(out.begin(), out.end(), '-', ' ');
    return out;
}

Severity one_lower(Severity s) { return s == Severity::Info ? s : static_cast<Severity>(static_cast<int>(s) + 1); }

class RuleRun {
public:
    RuleRun(const Evaluation& evaluation, const Rule& rule, const Sources& sources) : e_(evaluation), rule_(rule), sources_(sources) {}

    std::vector<Finding> run() {
        if (!could_match()) return {};
        for (const UnitAt& unit : e_.units(rule_.unit)) look_at(unit);
        return std::move(findings_);
    }

private:
    bool could_match() const {
        const Condition& g = rule_.given;
        if (!g.has.empty() && !e_.anywhere(g.has)) return false;
        return std::all_of(g.has_all.begin(), g.has_all.end(), [this](NameId n) { return e_.anywhere({n}); });
    }

    void look_at(const UnitAt& unit) {
        if (!e_.holds(rule_.given, unit)) return;
        const auto excused = [&](const Condition& c) { return e_.holds(c, unit); };
        if (std::any_of(rule_.unless.begin(), rule_.unless.end(), excused)) return;
        const Span trigger = trigger_of(unit);
        Verdict verdict = rule_.expect ? expected(unit, *rule_.expect, trigger) : graded(unit, trigger);
        if (verdict.reported) report(unit, trigger, std::move(verdict));
    }

    // The words the finding quotes.
    Span trigger_of(const UnitAt& unit) const {
        std::vector<NameId> names = rule_.focus;
        if (names.empty()) {
            names = rule_.given.has;
            names.insert(names.end(), rule_.given.has_all.begin(), rule_.given.has_all.end());
            for (const std::vector<Condition>* parts : {&rule_.given.any, &rule_.given.all}) {
                for (const Condition& c : *parts) {
                    if (names.empty()) names.insert(names.end(), c.has.begin(), c.has.end());
                }
            }
        }
        for (const std::vector<WordRange>* ranges : {&unit.own, &unit.ranges}) {
            const Mention* first = nullptr;
            std::vector<Mention> all;
            for (const NameId name : names) {
                for (const WordRange range : *ranges) {
                    const std::vector<Mention> found = e_.annotations.mentions_in(e_.concept_of(name), range);
                    if (!found.empty()) all.push_back(found.front());
                }
                if (!all.empty() && !rule_.focus.empty()) break;
            }
            for (const Mention& m : all) {
                if (first == nullptr || m.words.first < first->words.first) first = &m;
            }
            if (first != nullptr && unit.provision.value != 0) return e_.document.words.span(first->words);
        }
        if (unit.provision.value == 0) return {};
        // Without a word of its own the unit is quoted by its heading or its first sentence.
        const Provision& p = e_.document.at(unit.provision);
        if (!p.heading.empty() && unit.sentence.value == Index<struct SentenceIdTag>::kNone) return p.heading;
        if (unit.own.empty() || unit.own[0].empty()) return p.label;
        const SentenceId s = e_.sentence_at(unit.own[0].first);
        return s.exists() ? e_.document.words.span(e_.annotations.sentences[s.value].words) : e_.document.words.span(unit.own[0]);
    }

    Verdict graded(const UnitAt& unit, Span trigger) const {
        Verdict v;
        v.kind = rule_.kind;
        if (!rule_.grade || trigger.empty()) return v;
        (void)unit;
        const WordIndex at = e_.document.words.inside(trigger).first;
        const SentenceId sentence = e_.sentence_at(at);
        if (!sentence.exists()) return v;
        const Strength strength = strength_of(e_.document, e_.annotations, sentence, at);
        v.kind = strength == Strength::Binding ? FindingKind::Strength : FindingKind::Weak;
        v.best.strength = strength;
        return v;
    }

    Found best_of(const std::vector<NameId>& what, const UnitAt& unit, const Expectation& x, Span trigger) const {
        Found best;
        for (const Scope scope : x.within) {
            for (const WordRange range : e_.ranges_of(scope, unit)) {
                for (const NameId name : what) {
                    for (const Mention& m : e_.annotations.mentions_in(e_.concept_of(name), range)) {
                        if (e_.document.words.span(m.words) == trigger) continue;
                        const SentenceId s = e_.sentence_at(m.words.first);
                        if (!s.exists() || e_.mentioned(x.not_in, {e_.annotations.sentences[s.value].words})) continue;
                        const Strength strength = strength_of(e_.document, e_.annotations, s, m.words.first);
                        if (strength < best.strength) best = {strength, m, scope};
                    }
                }
            }
            if (best.strength <= x.strength) break;
        }
        return best;
    }

    Verdict expected(const UnitAt& unit, const Expectation& x, Span trigger) const {
        Verdict v;
        v.kind = rule_.kind;
        if (!x.condition.empty()) {
            v.reported = !e_.holds(x.condition[0], unit);
        } else if (x.all) {
            Strength weakest = Strength::Binding;
            for (const NameId name : x.what) {
                const Found found = best_of({name}, unit, x, trigger);
                if (found.strength > x.strength) v.missing.push_back(words_of_name(e_.pack.names[name]));
                if (found.strength != Strength::Absent && found.strength >= weakest) v.best = found;
                weakest = std::max(weakest, found.strength == Strength::Absent ? Strength::Binding : found.strength);
            }
            v.reported = !v.missing.empty();
        } else {
            v.best = best_of(x.what, unit, x, trigger);
            v.reported = v.best.strength > x.strength;
            if (v.best.strength == Strength::Absent) v.missing.push_back(looked_for(x));
            else if (v.reported) v.kind = FindingKind::Weak;
        }
        if (v.reported && v.kind == rule_.kind && x.open_when_unresolved && leaves_text(unit)) v.kind = FindingKind::Open;
        if (!v.reported && x.credit && v.best.strength != Strength::Absent) {
            v.reported = true;
            v.kind = FindingKind::Strength;
        }
        if (v.best.strength != Strength::Absent) v.evidence.push_back(safeguard(v.best));
        if (v.reported && v.kind != FindingKind::Strength) searched(unit, x, v.evidence);
        return v;
    }

    std::string looked_for(const Expectation& x) const {
        if (!x.looked_for.empty()) return x.looked_for;
        std::string out;
        for (const NameId name : x.what) out += (out.empty() ? "" : " or ") + words_of_name(e_.pack.names[name]);
        return out;
    }

    bool leaves_text(const UnitAt& unit) const {
        const ProvisionId article = e_.document.article_of(unit.provision);
        if (!article.exists()) return false;
        return std::any_of(e_.annotations.references.begin(), e_.annotations.references.end(), [&](const Reference& r) {
            return r.kind != ReferenceKind::Internal && r.provision >= article && r.provision.value < e_.document.at(article).subtree_end;
        });
    }

    Evidence safeguard(const Found& found) const {
        Evidence ev;
        ev.role = EvidenceRole::Safeguard;
        const SentenceId s = e_.sentence_at(found.mention.words.first);
        ev.span = e_.document.words.span(found.mention.words);
        ev.quote = std::string(e_.document.slice(ev.span));
        ev.provision = ref_of(e_.annotations.sentences[s.value].provision);
        ev.strength = std::string(name_of(found.strength));
        ev.note = std::string("found in: ") + name_of(found.scope);
        return ev;
    }

    void searched(const UnitAt& unit, const Expectation& x, std::vector<Evidence>& out) const {
        for (const Scope scope : x.within) {
            std::size_t listed = 0;
            for (const ProvisionId place : e_.places_of(scope, unit)) {
                Evidence ev;
                ev.role = EvidenceRole::Searched;
                ev.provision = ref_of(place);
                ev.note = looked_for(x);
                const bool known = std::any_of(out.begin(), out.end(), [&ev](const Evidence& o) { return o.role == EvidenceRole::Searched && o.provision.eid == ev.provision.eid; });
                if (!known) out.push_back(std::move(ev));
                if (++listed == 12) break;
            }
        }
    }

    ProvisionRef ref_of(ProvisionId id) const {
        const Document& d = e_.document;
        if (id.value != 0 && (d.at(id).kind == ProvisionKind::Intro || d.at(id).kind == ProvisionKind::Wrapup)) id = d.at(id).parent;
        if (id.value != 0 && d.at(id).kind == ProvisionKind::Paragraph && d.at(id).number.empty()) return ref_of_unnumbered(id);
        ProvisionRef ref{d.at(id).eid, d.path(id), d.label(id), ""};
        const ProvisionId article = d.article_of(id);
        if (article.exists()) ref.heading = std::string(d.slice(d.at(article).heading));
        return ref;
    }
    ProvisionRef ref_of_unnumbered(ProvisionId id) const {
        const Document& d = e_.document;
        ProvisionRef ref{d.at(id).eid, d.path(id), d.label(id), ""};
        const ProvisionId article = d.article_of(id);
        if (article.exists()) ref.heading = std::string(d.slice(d.at(article).heading));
        return ref;
    }

    void report(const UnitAt& unit, Span trigger, Verdict v) {
        Finding f;
        f.rule = rule_.id;
        f.concern = rule_.concern;
        f.kind = v.kind;
        f.severity = rule_.severity;
        f.confidence = rule_.confidence;
        ProvisionId at = trigger.empty() ? unit.provision : e_.document.deepest_at(trigger.begin);
        f.span = trigger;
        if (v.kind == FindingKind::Weak && rule_.expect && rule_.expect->weak_at_safeguard && v.best.strength != Strength::Absent) {
            f.span = e_.document.words.span(v.best.mention.words);
            at = e_.document.deepest_at(f.span.begin);
        }
        f.provision = ref_of(at);
        f.quote = std::string(e_.document.slice(f.span));
        if (v.kind == FindingKind::Weak && rule_.expect) f.severity = rule_.expect->weak_severity.value_or(one_lower(rule_.severity));
        if (v.kind == FindingKind::Strength) f.severity = Severity::Info;
        std::string note;
        for (const Adjustment& a : rule_.adjust) {
            if (!e_.holds(a.when, unit)) continue;
            if (a.severity) f.severity = *a.severity;
            if (a.confidence) f.confidence = *a.confidence;
            if (a.kind && v.kind == rule_.kind) f.kind = *a.kind;
            note = a.note;
            break;
        }
        if (!trigger.empty()) f.evidence.push_back({EvidenceRole::Trigger, ref_of(e_.document.deepest_at(trigger.begin)), trigger, std::string(e_.document.slice(trigger)), "", ""});
        if (rule_.grade && v.best.strength != Strength::Absent) {
            if (!f.evidence.empty()) f.evidence[0].strength = std::string(name_of(v.best.strength));
        }
        add_term_uses(unit, f);
        f.message = fill(message_for(f, v), unit, f, v);
        if (!note.empty()) f.message += " (" + note + ")";
        f.rationale = rule_.rationale;
        f.suggestion = f.kind == FindingKind::Strength ? "" : rule_.suggestion;
        for (Evidence& ev : v.evidence) f.evidence.push_back(std::move(ev));
        if (f.kind != FindingKind::Strength) {
            for (const std::string& id : rule_.sources) {
                const auto found = sources_.find(id);
                if (found != sources_.end()) f.sources.push_back(found->second);
            }
        }
        keep(std::move(f));
    }

    // A definition that widens the text lists every place that inherits it.
    void add_term_uses(const UnitAt& unit, Finding& f) const {
        if (!unit.definition.exists()) return;
        std::size_t listed = 0;
        for (const TermUse& use : e_.annotations.term_uses) {
            if (use.definition != unit.definition || listed >= 40) continue;
            Evidence ev;
            ev.role = EvidenceRole::Reference;
            ev.provision = ref_of(use.provision);
            ev.span = e_.document.words.span(use.words);
            ev.quote = std::string(e_.document.slice(ev.span));
            ev.note = "uses the term";
            f.evidence.push_back(std::move(ev));
            ++listed;
        }
    }

    const std::string& message_for(const Finding& f, const Verdict& v) const {
        if (rule_.expect && v.kind == FindingKind::Weak && !rule_.expect->message_weak.empty()) return rule_.expect->message_weak;
        if (rule_.expect && f.kind == FindingKind::Open && !rule_.expect->message_open.empty()) return rule_.expect->message_open;
        return rule_.message;
    }

    std::string fill(const std::string& pattern, const UnitAt& unit, const Finding& f, const Verdict& v) const {
        std::map<std::string, std::string> values{{"quote", f.quote}, {"label", f.provision.label}, {"heading", f.provision.heading}, {"strength", std::string(name_of(v.best.strength))}};
        std::string missing;
        for (const std::string& m : v.missing) missing += (missing.empty() ? "" : ", ") + m;
        values["missing"] = missing;
        if (v.best.strength != Strength::Absent && v.best.mention.concept_id.exists()) {
            const Evidence ev = safeguard(v.best);
            values["found"] = ev.quote;
            values["found_at"] = ev.provision.label;
        }
        if (unit.definition.exists()) values["term"] = e_.annotations.definitions[unit.definition.value].term;
        for (const Quantity& q : e_.annotations.quantities) {
            if (std::any_of(unit.own.begin(), unit.own.end(), [&q](WordRange r) { return q.words.first >= r.first && q.words.first < r.last; })) {
                values["value"] = std::string(e_.document.slice(e_.document.words.span(q.words)));
                break;
            }
        }
        std::string out;
        for (std::size_t at = 0; at < pattern.size();) {
            const std::size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
            if (close == std::string::npos) {
                out += pattern[at++];
                continue;
            }
            std::string value = values[pattern.substr(at + 1, close - at - 1)];
            std::replace(value.begin(), value.end(), '\n', ' ');
            out += value;
            at = close + 1;
        }
        return out;
    }

    // One finding per rule and place; the others of an article or instrument become its evidence.
    void keep(Finding f) {
        const auto same_place = [&](const Finding& other) {
            if (rule_.once == Once::Instrument) return true;
            if (rule_.once == Once::Article) return other.provision.path.at(0) == f.provision.path.at(0);
            return other.provision.eid == f.provision.eid;
        };
        for (Finding& other : findings_) {
            if (other.kind != f.kind || !same_place(other)) continue;
            if (other.span == f.span) return;
            if (!f.quote.empty() && other.evidence.size() < 60) other.evidence.push_back({EvidenceRole::Trigger, f.provision, f.span, f.quote, "", "also here"});
            return;
        }
        findings_.push_back(std::move(f));
    }

    const Evaluation& e_;
    const Rule& rule_;
    const Sources& sources_;
    std::vector<Finding> findings_;
};

// Rule, trigger words, heading and an ordinal among equals: no line, no number of an article.
void give_fingerprints(const Document& document, std::vector<Finding>& findings) {
    std::unordered_map<std::uint64_t, std::uint32_t> seen;
    for (Finding& f : findings) {
        std::uint64_t h = hash64(f.rule);
        h = hash64(f.concern, h ^ 0x9E37);
        const WordRange words = document.words.inside(f.span);
        for (std::uint32_t w = words.first.value; w < words.last.value; ++w) {
            const std::string_view word = document.words.spelling(WordIndex(w));
            h = hash64(word[0] >= '0' && word[0] <= '9' ? "#" : word, h ^ 0x20);
        }
        for (const Word& word : split_words(f.provision.heading).words) h = hash64(fold_word(std::string_view(f.provision.heading).substr(word.begin, word.end - word.begin)), h ^ 0x21);
        const std::uint32_t ordinal = seen[h]++;
        h = hash64(std::to_string(ordinal), h);
        static constexpr char kHex[] = "0123456789abcdef";
        f.fingerprint = "tc1:";
        for (int shift = 60; shift >= 0; shift -= 4) f.fingerprint += kHex[(h >> shift) & 15];
    }
}

}  // namespace

std::vector<Finding> run_rules(const Document& document, const Annotations& annotations, const Lexicon& lexicon, const Pack& pack, const Sources& sources) {
    const Evaluation evaluation(document, annotations, lexicon, pack);
    std::vector<Finding> findings;
    for (const Rule& rule : pack.rules) {
        for (Finding& f : RuleRun(evaluation, rule, sources).run()) findings.push_back(std::move(f));
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.rule < b.rule;
    });
    give_fingerprints(document, findings);
    return findings;
}

}  // namespace treatycheck
