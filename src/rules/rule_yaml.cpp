// YAML to Pack: the only file of this floor that sees yaml-cpp. Every key is known or an error with its place.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "base/edit_distance.hpp"
#include "rules/pack.hpp"

namespace treatycheck {
namespace {

template <class T>
using Names = std::vector<std::pair<std::string, T>>;

const Names<FindingKind> kKinds{{"problem", FindingKind::Problem}, {"weak", FindingKind::Weak}, {"open", FindingKind::Open},
                                {"review", FindingKind::Review}, {"strength", FindingKind::Strength}, {"drafting", FindingKind::Drafting}};
const Names<Severity> kSeverities{{"critical", Severity::Critical}, {"high", Severity::High}, {"medium", Severity::Medium}, {"low", Severity::Low},
                                  {"info", Severity::Info}};
const Names<Confidence> kConfidences{{"high", Confidence::High}, {"medium", Confidence::Medium}, {"low", Confidence::Low}};
const Names<RuleUnit> kUnits{{"sentence", RuleUnit::Sentence}, {"provision", RuleUnit::Provision}, {"paragraph", RuleUnit::Paragraph},
                             {"article", RuleUnit::Article}, {"definition", RuleUnit::Definition}, {"recital", RuleUnit::Recital},
                             {"title", RuleUnit::Title}, {"chapter", RuleUnit::Chapter}, {"instrument", RuleUnit::Instrument}};
const Names<Scope> kScopes{{"unit", Scope::Unit}, {"sentence", Scope::Sentence}, {"clause", Scope::Provision}, {"provision", Scope::Provision},
                           {"paragraph", Scope::Paragraph}, {"article", Scope::Article}, {"xref", Scope::Xref}, {"safeguards", Scope::Safeguards},
                           {"section", Scope::Section}, {"chapter", Scope::Chapter}, {"definitions", Scope::Definitions}, {"title", Scope::Title},
                           {"preamble", Scope::Preamble}, {"instrument", Scope::Instrument}};
const Names<Force> kForces{{"shall", Force::Shall}, {"shall-not", Force::ShallNot}, {"may-not", Force::MayNot}, {"should", Force::Should},
                           {"endeavour", Force::Endeavour}, {"consider", Force::Consider}, {"may", Force::May}, {"need-not", Force::NeedNot},
                           {"none", Force::None}};
const Names<Strength> kStrengths{{"binding", Strength::Binding}, {"delegated", Strength::Delegated}, {"conditional", Strength::Conditional},
                                 {"optional", Strength::Optional}, {"aspirational", Strength::Aspirational}};
const Names<ReferenceKind> kReferences{{"internal", ReferenceKind::Internal}, {"external", ReferenceKind::External}, {"dangling", ReferenceKind::Dangling}};
const Names<MarkerKind> kMarkers{{"deference", MarkerKind::Deference}, {"dilution", MarkerKind::Dilution}, {"condition", MarkerKind::Condition},
                                 {"exception", MarkerKind::Exception}, {"notwithstanding", MarkerKind::Notwithstanding},
                                 {"without-prejudice", MarkerKind::WithoutPrejudice}, {"open", MarkerKind::Open}};
const Names<ProvisionKind> kProvisions{{"article", ProvisionKind::Article}, {"paragraph", ProvisionKind::Paragraph}, {"subparagraph", ProvisionKind::Subparagraph},
                                       {"intro", ProvisionKind::Intro}, {"wrapup", ProvisionKind::Wrapup}, {"recital", ProvisionKind::Recital},
                                       {"title", ProvisionKind::Title}, {"definition", ProvisionKind::Definition}};
const Names<Unit> kQuantityUnits{{"day", Unit::Day}, {"week", Unit::Week}, {"month", Unit::Month}, {"year", Unit::Year}, {"hour", Unit::Hour},
                                 {"percent", Unit::Percent}, {"instrument", Unit::Instrument}, {"party", Unit::Party}, {"count", Unit::Count}};
const Names<Bound> kBounds{{"at-least", Bound::AtLeast}, {"at-most", Bound::AtMost}, {"more-than", Bound::MoreThan}, {"less-than", Bound::LessThan},
                           {"exactly", Bound::Exactly}};
const Names<Once> kOnce{{"provision", Once::Provision}, {"article", Once::Article}, {"instrument", Once::Instrument}};

class PackReader {
public:
    explicit PackReader(PackLoad& out) : out_(out) {}

    void read(const std::vector<PackFile>& files) {
        const auto ends = [](const PackFile& f, std::string_view end) { return std::string_view(f.name).ends_with(end); };
        bool pack_seen = false;
        for (const PackFile& f : files) {
            if (ends(f, "pack.yml")) pack_seen = with_root(f, [this](const YAML::Node& n) { read_pack(n); }) || pack_seen;
        }
        if (!pack_seen && out_.errors.empty()) error_at("pack.yml", "the pack has no pack.yml with 'id' and 'version'");
        for (const PackFile& f : files) {
            if (ends(f, "tags.yml")) with_root(f, [this](const YAML::Node& n) { read_tags(n); });
        }
        for (const PackFile& f : files) {
            if (!ends(f, "tags.yml") && !ends(f, "pack.yml")) with_root(f, [this](const YAML::Node& n) { read_rules(n); });
        }
        auto& rules = out_.pack.rules;
        std::stable_sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
        for (std::size_t i = 1; i < rules.size(); ++i) {
            if (rules[i].id == rules[i - 1].id) error_at(rules[i].file, "rule '" + rules[i].id + "' stands in " + rules[i - 1].file + " too");
        }
    }

private:
    void error_at(std::string subject, std::string message) { out_.errors.push_back({ErrorCode::BadPack, std::move(subject), std::move(message)}); }
    void error(const YAML::Node& node, std::string message) {
        error_at(file_ + ":" + std::to_string(node.Mark().line + 1) + ":" + std::to_string(node.Mark().column + 1), std::move(message));
    }

    bool with_root(const PackFile& f, const std::function<void(const YAML::Node&)>& read) {
        file_ = f.name;
        try {
            const YAML::Node root = YAML::Load(std::string(f.bytes));
            if (!root.IsMap() && !root.IsSequence()) error_at(f.name, "the file is empty or no YAML map");
            else read(root);
            return true;
        } catch (const YAML::Exception& e) {
            error_at(f.name + ":" + std::to_string(e.mark.line + 1) + ":" + std::to_string(e.mark.column + 1), "not readable as YAML: " + e.msg);
            return false;
        }
    }

    // Calls the handler of each key; unknown keys are errors with the nearest known one.
    using Handlers = std::vector<std::pair<std::string, std::function<void(const YAML::Node&)>>>;
    void keys(const YAML::Node& map, const Handlers& handlers) {
        if (!map.IsMap()) {
            error(map, "a map of keys is wanted here");
            return;
        }
        for (const auto& entry : map) {
            const std::string key = entry.first.as<std::string>();
            const auto found = std::find_if(handlers.begin(), handlers.end(), [&key](const auto& h) { return h.first == key; });
            if (found != handlers.end()) {
                found->second(entry.second);
                continue;
            }
            std::vector<std::string> known;
            for (const auto& h : handlers) known.push_back(h.first);
            error(entry.first, "unknown key '" + key + "'" + did_you_mean(key, known));
        }
    }

    std::string text(const YAML::Node& node) {
        if (node.IsScalar()) return node.as<std::string>();
        error(node, "a text is wanted here");
        return "";
    }
    std::vector<std::pair<std::string, YAML::Node>> list(const YAML::Node& node) {
        std::vector<std::pair<std::string, YAML::Node>> items;
        if (node.IsScalar()) items.emplace_back(node.as<std::string>(), node);
        else if (node.IsSequence()) for (const YAML::Node& item : node) items.emplace_back(text(item), item);
        else error(node, "a list is wanted here");
        if (items.empty()) error(node, "the list is empty");
        return items;
    }
    std::vector<std::string> texts(const YAML::Node& node) {
        std::vector<std::string> out;
        for (const auto& item : list(node)) out.push_back(item.first);
        return out;
    }

    template <class T>
    std::optional<T> choice(const YAML::Node& node, const std::string& name, const Names<T>& names) {
        for (const auto& [known, value] : names) {
            if (known == name) return value;
        }
        std::vector<std::string> known;
        for (const auto& entry : names) known.push_back(entry.first);
        error(node, "'" + name + "' is not known here" + did_you_mean(name, known));
        return std::nullopt;
    }
    template <class T>
    void one(const YAML::Node& node, const Names<T>& names, T& value) {
        if (const auto chosen = choice(node, text(node), names)) value = *chosen;
    }
    template <class T>
    void maybe(const YAML::Node& node, const Names<T>& names, std::optional<T>& value) { value = choice(node, text(node), names); }
    template <class T>
    void many(const YAML::Node& node, const Names<T>& names, std::vector<T>& values) {
        for (const auto& [name, item] : list(node)) {
            if (const auto chosen = choice(item, name, names)) values.push_back(*chosen);
        }
    }

    NameId name_id(const std::string& name) {
        const auto [found, added] = name_ids_.emplace(name, static_cast<NameId>(out_.pack.names.size()));
        if (added) out_.pack.names.push_back(name);
        return found->second;
    }
    void concepts(const YAML::Node& node, std::vector<NameId>& ids) {
        for (const auto& item : list(node)) ids.push_back(name_id(item.first));
    }
    void tags(const YAML::Node& node, std::vector<std::uint32_t>& ids) {
        for (const auto& [name, item] : list(node)) {
            std::vector<std::string> known;
            std::uint32_t at = 0;
            for (const Tag& tag : out_.pack.tags) known.push_back(tag.name);
            while (at < known.size() && known[at] != name) ++at;
            if (at < known.size()) ids.push_back(at);
            else error(item, "no tag '" + name + "'" + did_you_mean(name, known));
        }
    }

    void read_pack(const YAML::Node& n) {
        keys(n, {{"id", [&](const YAML::Node& v) { out_.pack.id = text(v); }},
                 {"version", [&](const YAML::Node& v) { out_.pack.version = text(v); }},
                 {"title", [&](const YAML::Node& v) { out_.pack.title = text(v); }}});
        if (out_.pack.id.empty()) error(n, "pack.yml needs 'id'");
    }

    void read_tags(const YAML::Node& n) {
        keys(n, {{"tags", [&](const YAML::Node& v) {
                      for (const auto& entry : v) {
                          Condition condition = read_condition(entry.second, 0);
                          out_.pack.tags.push_back({entry.first.as<std::string>(), std::move(condition)});
                      }
                  }}});
    }

    std::vector<Condition> conditions(const YAML::Node& n, int depth) {
        std::vector<Condition> out;
        if (n.IsSequence()) for (const YAML::Node& item : n) out.push_back(read_condition(item, depth + 1));
        else out.push_back(read_condition(n, depth + 1));
        return out;
    }

    QuantityTest read_quantity(const YAML::Node& n) {
        QuantityTest q;
        keys(n, {{"unit", [&](const YAML::Node& v) { maybe(v, kQuantityUnits, q.unit); }},
                 {"bound", [&](const YAML::Node& v) { maybe(v, kBounds, q.bound); }},
                 {"min", [&](const YAML::Node& v) { q.min = v.as<double>(); }},
                 {"max", [&](const YAML::Node& v) { q.max = v.as<double>(); }},
                 {"of", [&](const YAML::Node& v) { concepts(v, q.of); }}});
        return q;
    }

    Handlers condition_handlers(Condition& c, int depth) {
        return {{"has", [&](const YAML::Node& v) { concepts(v, c.has); }},
                {"has_all", [&](const YAML::Node& v) { concepts(v, c.has_all); }},
                {"lacks", [&](const YAML::Node& v) { concepts(v, c.lacks); }},
                {"heading", [&](const YAML::Node& v) { concepts(v, c.heading); }},
                {"chapter_heading", [&](const YAML::Node& v) { concepts(v, c.chapter_heading); }},
                {"defines", [&](const YAML::Node& v) { concepts(v, c.defines); }},
                {"uses_term", [&](const YAML::Node& v) { concepts(v, c.uses_term); }},
                {"scope", [&](const YAML::Node& v) { one(v, kScopes, c.scope); }},
                {"tag", [&](const YAML::Node& v) { tags(v, c.tag); }},
                {"not_tag", [&](const YAML::Node& v) { tags(v, c.not_tag); }},
                {"modality", [&](const YAML::Node& v) { many(v, kForces, c.modality); }},
                {"quantity", [&](const YAML::Node& v) { c.quantity.push_back(read_quantity(v)); }},
                {"refers", [&](const YAML::Node& v) { many(v, kReferences, c.refers); }},
                {"marker", [&](const YAML::Node& v) { many(v, kMarkers, c.marker); }},
                {"kind", [&](const YAML::Node& v) { many(v, kProvisions, c.kind); }},
                {"reached_by", [&](const YAML::Node& v) { tags(v, c.reached_by); }},
                {"exists", [&, depth](const YAML::Node& v) { c.exists = conditions(v, depth); }},
                {"any", [&, depth](const YAML::Node& v) { c.any = conditions(v, depth); }},
                {"all", [&, depth](const YAML::Node& v) { c.all = conditions(v, depth); }},
                {"not", [&, depth](const YAML::Node& v) { c.negated = conditions(v, depth); }}};
    }

    Condition read_condition(const YAML::Node& n, int depth) {
        Condition c;
        if (depth > 8) error(n, "conditions are nested too deeply");
        else keys(n, condition_handlers(c, depth));
        return c;
    }

    void read_rules(const YAML::Node& n) {
        if (!n.IsSequence()) {
            read_rule(n);
            return;
        }
        for (const YAML::Node& rule : n) read_rule(rule);
    }

    void read_rule(const YAML::Node& n) {
        Rule r;
        r.file = file_ + ":" + std::to_string(n.Mark().line + 1);
        keys(n, {{"id", [&](const YAML::Node& v) { r.id = text(v); }},
                 {"aliases", [&](const YAML::Node& v) { r.aliases = texts(v); }},
                 {"concern", [&](const YAML::Node& v) { r.concern = text(v); check_concern(v, r.concern); }},
                 {"kind", [&](const YAML::Node& v) { one(v, kKinds, r.kind); }},
                 {"severity", [&](const YAML::Node& v) { one(v, kSeverities, r.severity); }},
                 {"confidence", [&](const YAML::Node& v) { one(v, kConfidences, r.confidence); }},
                 {"title", [&](const YAML::Node& v) { r.title = text(v); }},
                 {"given", [&](const YAML::Node& v) { read_given(v, r); }},
                 {"unless", [&](const YAML::Node& v) { r.unless = conditions(v, 0); }},
                 {"expect", [&](const YAML::Node& v) { read_expect(v, r); }},
                 {"adjust", [&](const YAML::Node& v) { read_adjust(v, r); }},
                 {"once", [&](const YAML::Node& v) { one(v, kOnce, r.once); }},
                 {"grade", [&](const YAML::Node& v) { r.grade = v.as<bool>(); }},
                 {"message", [&](const YAML::Node& v) { r.message = text(v); }},
                 {"rationale", [&](const YAML::Node& v) { r.rationale = one_line(text(v)); }},
                 {"suggestion", [&](const YAML::Node& v) { r.suggestion = one_line(text(v)); }},
                 {"sources", [&](const YAML::Node& v) { if (!v.IsNull() && v.size() != 0) r.sources = texts(v); }},
                 {"tests", [&](const YAML::Node& v) { read_tests(v, r); }}});
        for (const auto& [field, value] : {std::pair{"id", &r.id}, {"concern", &r.concern}, {"title", &r.title}, {"message", &r.message}}) {
            if (value->empty()) error(n, std::string("the rule needs '") + field + "'");
        }
        out_.pack.rules.push_back(std::move(r));
    }

    static std::string one_line(std::string s) {
        while (!s.empty() && (s.back() == '\n' || s.back() == ' ')) s.pop_back();
        return s;
    }

    void check_concern(const YAML::Node& n, const std::string& concern) {
        const auto& known = concern_slugs();
        if (std::find(known.begin(), known.end(), concern) == known.end()) error(n, "no concern '" + concern + "'" + did_you_mean(concern, known));
    }

    void read_given(const YAML::Node& n, Rule& r) {
        Handlers handlers = condition_handlers(r.given, 0);
        handlers.emplace_back("unit", [&](const YAML::Node& v) { one(v, kUnits, r.unit); });
        handlers.emplace_back("focus", [&](const YAML::Node& v) { concepts(v, r.focus); });
        keys(n, handlers);
    }

    void read_expect(const YAML::Node& n, Rule& r) {
        Expectation e;
        keys(n, {{"what", [&](const YAML::Node& v) { concepts(v, e.what); }},
                 {"not_in", [&](const YAML::Node& v) { concepts(v, e.not_in); }},
                 {"condition", [&](const YAML::Node& v) { e.condition = conditions(v, 0); }},
                 {"all", [&](const YAML::Node& v) { e.all = v.as<bool>(); }},
                 {"credit", [&](const YAML::Node& v) { e.credit = v.as<bool>(); }},
                 {"within", [&](const YAML::Node& v) { many(v, kScopes, e.within); }},
                 {"strength", [&](const YAML::Node& v) { one(v, kStrengths, e.strength); }},
                 {"weak_severity", [&](const YAML::Node& v) { maybe(v, kSeverities, e.weak_severity); }},
                 {"weak_at", [&](const YAML::Node& v) { e.weak_at_safeguard = text(v) == "safeguard"; }},
                 {"on_unresolved", [&](const YAML::Node& v) { e.open_when_unresolved = text(v) == "open"; }},
                 {"looked_for", [&](const YAML::Node& v) { e.looked_for = text(v); }},
                 {"message_weak", [&](const YAML::Node& v) { e.message_weak = text(v); }},
                 {"message_open", [&](const YAML::Node& v) { e.message_open = text(v); }}});
        if (e.what.empty() && e.condition.empty()) error(n, "'expect' needs 'what' or 'condition'");
        if (e.within.empty()) error(n, "'expect' needs 'within': where to look");
        r.expect = std::move(e);
    }

    void read_adjust(const YAML::Node& n, Rule& r) {
        for (const YAML::Node& item : n) {
            Adjustment a;
            keys(item, {{"when", [&](const YAML::Node& v) { a.when = read_condition(v, 0); }},
                        {"severity", [&](const YAML::Node& v) { maybe(v, kSeverities, a.severity); }},
                        {"confidence", [&](const YAML::Node& v) { maybe(v, kConfidences, a.confidence); }},
                        {"kind", [&](const YAML::Node& v) { maybe(v, kKinds, a.kind); }},
                        {"note", [&](const YAML::Node& v) { a.note = text(v); }}});
            r.adjust.push_back(std::move(a));
        }
    }

    void read_tests(const YAML::Node& n, Rule& r) {
        for (const YAML::Node& item : n) {
            RuleTest t;
            t.line = item.Mark().line + 1;
            Handlers handlers{{"name", [&](const YAML::Node& v) { t.name = text(v); }}, {"at", [&](const YAML::Node& v) { t.at = text(v); }}};
            for (const char* outcome : {"fires", "silent", "weak", "open", "strength", "review"}) {
                handlers.emplace_back(outcome, [&t, outcome, this](const YAML::Node& v) {
                    t.outcome = outcome;
                    t.text = text(v);
                });
            }
            keys(item, handlers);
            if (t.outcome.empty()) error(item, "a test needs one of: fires, silent, weak, open, strength, review");
            r.tests.push_back(std::move(t));
        }
    }

    PackLoad& out_;
    std::string file_;
    std::unordered_map<std::string, NameId> name_ids_;
};

}  // namespace

PackLoad load_pack(const std::vector<PackFile>& files) {
    PackLoad load;
    PackReader(load).read(files);
    return load;
}

std::vector<Error> check_names(const Pack& pack, const Lexicon& lexicon) {
    std::vector<Error> errors;
    for (const std::string& name : pack.names) {
        if (lexicon.find(name).exists()) continue;
        errors.push_back({ErrorCode::BadPack, pack.id, "no concept '" + name + "' in the lexicon of '" + std::string(lexicon.language()) + "'" + did_you_mean(name, lexicon.names())});
    }
    return errors;
}

Result<Sources> load_sources(std::string_view bytes, std::string_view name) {
    try {
        Sources sources;
        const YAML::Node root = YAML::Load(std::string(bytes));
        for (const YAML::Node& s : root["sources"]) {
            const auto field = [&s](const char* key) { return s[key] ? s[key].as<std::string>() : std::string(); };
            sources[field("id")] = {field("organisation"), field("title"), field("date"), field("url")};
        }
        return sources;
    } catch (const YAML::Exception& e) {
        return Error{ErrorCode::BadPack, std::string(name) + ":" + std::to_string(e.mark.line + 1), "not readable as YAML: " + e.msg};
    }
}

}  // namespace treatycheck
