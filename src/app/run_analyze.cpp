// analyze: read, parse, annotate, apply rules, filter, write.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fnmatch.h>
#include <map>
#include <memory>

#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/knowledge.hpp"
#include "base/sha256.hpp"
#include "readers/readers.hpp"
#include "report/analysis.hpp"

namespace treatycheck {

void say_error(const std::string& subject, const std::string& message) {
    std::fprintf(stderr, "treatycheck: %s: %s\n", printable(subject).c_str(), printable(message).c_str());
}

namespace {

using Clock = std::chrono::steady_clock;

// Milliseconds per pass, printed by --timings.
class Timings {
public:
    void lap(const char* pass) {
        const auto now = Clock::now();
        total_[pass] += std::chrono::duration<double, std::milli>(now - last_).count();
        last_ = now;
    }
    void print() const {
        for (const auto& [pass, ms] : total_) std::fprintf(stderr, "%-10s %9.2f ms\n", pass.c_str(), ms);
    }

private:
    Clock::time_point last_ = Clock::now();
    std::map<std::string, double> total_;
};

bool wanted(const AnalyzeOptions& o, const Finding& f) {
    const auto matches = [](const std::vector<std::string>& globs, const std::string& name) {
        return globs.empty() || std::any_of(globs.begin(), globs.end(), [&name](const std::string& g) { return fnmatch(g.c_str(), name.c_str(), 0) == 0; });
    };
    if (!matches(o.rules, f.rule) || !matches(o.concerns, f.concern) || !matches(o.kinds, name_of(f.kind))) return false;
    if (o.min_severity && f.severity > *o.min_severity && f.kind != FindingKind::Strength) return false;
    return !o.min_confidence || f.confidence <= *o.min_confidence;
}

// Text for people leaves out what a person must judge and what is seldom right, and says how many.
bool shown(const AnalyzeOptions& o, const Finding& f) {
    const bool asked = !o.kinds.empty() || !o.rules.empty() || !o.concerns.empty();
    if (asked) return true;
    if (f.kind == FindingKind::Review || f.kind == FindingKind::Drafting) return false;
    return f.confidence != Confidence::Low || o.min_confidence.has_value();
}

bool trips(const AnalyzeOptions& o, const Finding& f) {
    const bool gating = f.kind == FindingKind::Problem || f.kind == FindingKind::Weak;
    return o.fail_on && gating && f.severity <= *o.fail_on;
}

struct Input {
    std::unique_ptr<CanonicalText> text;   // findings' spans refer to it; must stay in place
};

std::string rendered(const std::string& format, const Analysis& full, const Analysis& short_one, const AnalyzeOptions& o) {
    if (format == "json") return analysis_json(full);
    if (format == "jsonl") return analysis_jsonl(full);
    if (format == "concise") return analysis_concise(short_one);
    return analysis_text(short_one, {o.colour, o.width, o.statistics});
}

bool write_outputs(const AnalyzeOptions& o, const Analysis& analysis) {
    Analysis shortened = analysis;
    for (Analysed& d : shortened.documents) {
        const std::size_t before = d.findings.size();
        std::erase_if(d.findings, [&o](const Finding& f) { return !shown(o, f); });
        d.hidden = static_cast<std::uint32_t>(before - d.findings.size());
    }
    for (const Output& output : o.outputs) {
        const std::string bytes = rendered(output.format, analysis, shortened, o);
        if (output.path.empty()) {
            std::fwrite(bytes.data(), 1, bytes.size(), stdout);
            continue;
        }
        const Result<bool> written = write_file(output.path, bytes);
        if (!written) {
            say_error(written.error().subject, written.error().message);
            return false;
        }
    }
    return true;
}

void print_statistics(const Analysis& analysis) {
    std::map<std::string, std::size_t> rules;
    for (const Analysed& d : analysis.documents) {
        for (const Finding& f : d.findings) ++rules[f.rule];
    }
    std::vector<std::pair<std::string, std::size_t>> rows(rules.begin(), rules.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [rule, count] : rows) std::fprintf(stderr, "%6zu  %s\n", count, rule.c_str());
}

}  // namespace

int run_analyze(const AnalyzeOptions& o) {
    Timings timings;
    const Knowledge knowledge = load_knowledge(o.packs);
    for (const Error& e : knowledge.errors) say_error(e.subject, e.message);
    if (!knowledge.errors.empty()) return kUsage;
    timings.lap("1 load");

    // Folders become the texts below them; a missing one is an error of its own and the others go on.
    Inputs inputs = find_inputs(o.paths);
    Analysis analysis;
    analysis.errors = std::move(inputs.errors);
    for (const Pack& pack : knowledge.packs) analysis.packs.push_back({pack.id, pack.version});
    std::vector<Input> held;
    if (o.sample) inputs.files.insert(inputs.files.begin(), "sample:" + (o.sample_name.empty() ? "model-convention" : o.sample_name));
    bool tripped = false;
    for (const std::string& path : inputs.files) {
        // Bytes, whatever they are, become one canonical text with its places.
        const bool sample = path.starts_with("sample:");
        Result<std::string> bytes = sample ? Result<std::string>(std::string(sample_text(std::string_view(path).substr(7)))) : read_file(path);
        if (sample && bytes && bytes->empty()) bytes = Error{ErrorCode::NotFound, path, "no built-in sample of that name"};
        const std::string name = path == "-" && !o.stdin_filename.empty() ? o.stdin_filename : sample ? path + ".txt" : path;
        Result<CanonicalText> text = bytes ? read_document(*bytes, name) : Result<CanonicalText>(bytes.error());
        timings.lap("2 read");
        if (!text) {
            analysis.errors.push_back({text.error().code, path, text.error().message});
            continue;
        }
        held.push_back({std::make_unique<CanonicalText>(std::move(*text))});
        const CanonicalText& canonical = *held.back().text;

        // Text becomes a clause tree, the tree's sentences get their meaning, the rules look at both.
        const Document document = parse_document(canonical, o.language);
        timings.lap("3 parse");
        const Annotations annotations = annotate(document, knowledge.lexicon);
        timings.lap("4 annotate");
        Analysed d;
        d.path = name == path || path == "-" ? (path == "-" ? (o.stdin_filename.empty() ? "-" : o.stdin_filename) : path) : path;
        for (const Pack& pack : knowledge.packs) {
            for (Finding& f : run_rules(document, annotations, knowledge.lexicon, pack, knowledge.sources)) {
                if (wanted(o, f)) d.findings.push_back(std::move(f));
            }
        }
        timings.lap("5 rules");
        d.words = static_cast<std::uint32_t>(document.words.words.size());
        d.provisions = static_cast<std::uint32_t>(document.provisions.size() - 1);
        for (const Provision& p : document.provisions) d.articles += p.kind == ProvisionKind::Article;
        d.sha256 = sha256_hex(*bytes);
        d.media_type = canonical.media_type;
        d.language = document.language;
        d.title = document.title();
        d.notes = canonical.notes;
        d.notes.insert(d.notes.end(), document.notes.begin(), document.notes.end());
        d.text = &canonical;
        tripped = tripped || std::any_of(d.findings.begin(), d.findings.end(), [&o](const Finding& f) { return trips(o, f); });
        analysis.documents.push_back(std::move(d));
    }

    for (const Error& e : analysis.errors) say_error(e.subject, e.message);
    if (analysis.documents.empty() && !analysis.errors.empty()) return kUsage;
    if (!write_outputs(o, analysis)) return kUsage;
    if (o.statistics) print_statistics(analysis);
    timings.lap("6 write");
    if (o.timings) timings.print();
    if (!analysis.errors.empty()) return kIncomplete;
    return tripped ? kGate : kClean;
}

}  // namespace treatycheck
