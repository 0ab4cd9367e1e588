#include "report/analysis.hpp"
#include "report/places.hpp"
#include "treatycheck/version.hpp"

#include <map>

namespace treatycheck {
namespace {

void write_provision(JsonWriter& json, const ProvisionRef& p) {
    json.key("provision").open_object().field("eid", p.eid).field("path", p.path).field("label", p.label).field("heading", p.heading).close_object();
}

void write_evidence(JsonWriter& json, const Places& places, const Evidence& e) {
    json.open_object().field("role", name_of(e.role));
    write_provision(json, e.provision);
    json.field("quote", e.quote);
    if (!e.strength.empty()) json.field("strength", e.strength);
    if (!e.note.empty()) json.field("note", e.note);
    if (!e.span.empty()) {
        json.key("span");
        places.write(json, e.span);
    }
    json.close_object();
}

void write_finding(JsonWriter& json, const Places& places, const Finding& f) {
    json.open_object().field("fingerprint", f.fingerprint).field("rule", f.rule).field("concern", f.concern).field("kind", name_of(f.kind));
    json.field("severity", name_of(f.severity)).field("confidence", name_of(f.confidence));
    write_provision(json, f.provision);
    json.key("span");
    places.write(json, f.span);
    json.field("quote", f.quote).field("message", f.message).field("rationale", f.rationale).field("suggestion", f.suggestion);
    json.key("evidence").open_array();
    for (const Evidence& e : f.evidence) write_evidence(json, places, e);
    json.close_array().key("sources").open_array();
    for (const SourceRef& s : f.sources) {
        json.open_object().field("organisation", s.organisation).field("title", s.title).field("date", s.date).field("url", s.url).close_object();
    }
    json.close_array().close_object();
}

void write_document(JsonWriter& json, const Analysed& d) {
    const Places places(*d.text);
    json.open_object().field("path", d.path).field("sha256", d.sha256).field("media_type", d.media_type).field("language", d.language).field("title", d.title);
    std::map<std::string, std::uint32_t> counts;
    for (const Finding& f : d.findings) {
        if (f.kind != FindingKind::Strength) ++counts[name_of(f.severity)];
    }
    json.key("summary").open_object().field("articles", d.articles).field("provisions", d.provisions).field("words", d.words);
    json.key("findings").open_object();
    for (const char* severity : {"critical", "high", "medium", "low", "info"}) {
        if (counts.count(severity) != 0) json.field(severity, counts[severity]);
    }
    json.close_object().close_object().key("findings").open_array();
    for (const Finding& f : d.findings) write_finding(json, places, f);
    json.close_array().key("notes").open_array();
    for (const Note& note : d.notes) json.open_object().field("code", note.code).field("message", note.message).close_object();
    json.close_array().close_object();
}

void write_head(JsonWriter& json, const Analysis& analysis) {
    json.field("format", "treatycheck.analysis").field("format_version", "1.0");
    json.key("tool").open_object().field("name", "treatycheck").field("version", kVersion).close_object().key("packs").open_array();
    for (const PackName& p : analysis.packs) json.open_object().field("id", p.id).field("version", p.version).close_object();
    json.close_array();
}

void write_errors(JsonWriter& json, const Analysis& analysis) {
    json.key("errors").open_array();
    for (const Error& e : analysis.errors) json.open_object().field("path", e.subject).field("code", slug_of(e.code)).field("message", e.message).close_object();
    json.close_array();
}

}  // namespace

std::string analysis_json(const Analysis& analysis) {
    JsonWriter json;
    json.open_object();
    write_head(json, analysis);
    json.key("documents").open_array();
    for (const Analysed& d : analysis.documents) write_document(json, d);
    json.close_array();
    write_errors(json, analysis);
    json.close_object();
    return json.take() + "\n";
}

std::string analysis_jsonl(const Analysis& analysis) {
    std::string out;
    for (const Analysed& d : analysis.documents) {
        JsonWriter json;
        write_document(json, d);
        out += json.take() + "\n";
    }
    return out;
}

std::string analysis_concise(const Analysis& analysis) {
    std::string out;
    for (const Analysed& d : analysis.documents) {
        const Places places(*d.text);
        for (const Finding& f : d.findings) {
            const LineColumn at = places.at(f.span.begin);
            out += d.path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + name_of(f.kind) + " " + name_of(f.severity) + " " + f.rule +
                   " [" + f.provision.label + "] " + printable(f.message) + "\n";
        }
    }
    return out;
}

}  // namespace treatycheck
