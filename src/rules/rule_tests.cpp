// The examples inside a rule, run as tests of it. "[[words]]" must be, or hold, the finding's quote.
#include <algorithm>

#include "rules/engine.hpp"

namespace treatycheck {
namespace {

struct MarkedText {
    CanonicalText text;
    Span marked;       // empty: nothing marked
};

MarkedText marked_text(const std::string& source) {
    MarkedText out;
    std::string& text = out.text.text;
    for (std::size_t at = 0; at < source.size();) {
        if (source.compare(at, 2, "[[") == 0) {
            out.marked.begin = static_cast<std::uint32_t>(text.size());
            at += 2;
        } else if (source.compare(at, 2, "]]") == 0) {
            out.marked.end = static_cast<std::uint32_t>(text.size());
            at += 2;
        } else {
            text += source[at++];
        }
    }
    out.text.media_type = "text/plain";
    std::uint32_t begin = 0;
    const auto size = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t at = 0; at <= size; ++at) {
        if (at != size && text[at] != '\n') continue;
        if (at > begin) out.text.blocks.push_back({{begin, at}, BlockKind::Text, 0, false, false});
        begin = at + 1;
    }
    return out;
}

std::string kinds_of(const std::vector<Finding>& findings) {
    std::string out;
    for (const Finding& f : findings) out += (out.empty() ? "" : ", ") + std::string(name_of(f.kind)) + " at " + f.provision.label;
    return out.empty() ? "nothing" : out;
}

bool wanted_kind(const Rule& rule, const std::string& outcome, FindingKind kind) {
    if (outcome == "fires") return kind == rule.kind || kind == FindingKind::Problem;
    return outcome == name_of(kind);
}

std::string run_test(const Rule& rule, const RuleTest& test, const Pack& pack, const Lexicon& lexicon, const Sources& sources) {
    const MarkedText marked = marked_text(test.text);
    const Document document = parse_document(marked.text, lexicon.language());
    const Annotations annotations = annotate(document, lexicon);
    std::vector<Finding> findings = run_rules(document, annotations, lexicon, pack, sources);
    std::erase_if(findings, [&rule](const Finding& f) { return f.rule != rule.id; });
    if (test.outcome == "silent") {
        std::erase_if(findings, [](const Finding& f) { return f.kind == FindingKind::Strength; });
        return findings.empty() ? "" : "noisy: " + kinds_of(findings);
    }
    if (findings.empty()) return "missing: the rule says nothing";
    const std::string all = kinds_of(findings);
    std::erase_if(findings, [&](const Finding& f) { return !wanted_kind(rule, test.outcome, f.kind); });
    if (findings.empty()) return "wrong kind: " + all;
    const bool placed = std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
        const bool words = marked.marked.empty() || marked.marked.overlaps(f.span);
        return words && (test.at.empty() || f.provision.eid == test.at);
    });
    return placed ? "" : "wrong place: " + all + ", quoting '" + findings[0].quote + "'";
}

}  // namespace

std::vector<TestFailure> test_rules(const Pack& pack, const Lexicon& lexicon, const Sources& sources) {
    std::vector<TestFailure> failures;
    for (const Rule& rule : pack.rules) {
        Pack alone = pack;
        alone.rules = {rule};
        for (const RuleTest& test : rule.tests) {
            const std::string what = run_test(rule, test, alone, lexicon, sources);
            if (!what.empty()) failures.push_back({rule.id, test.name, what});
        }
    }
    return failures;
}

}  // namespace treatycheck
