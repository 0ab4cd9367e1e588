#include "report/outline.hpp"
#include "report/places.hpp"

namespace treatycheck {
namespace {

std::string_view name_of(ReferenceKind kind) {
    return kind == ReferenceKind::Internal ? "internal" : kind == ReferenceKind::External ? "external" : "dangling";
}

// Own words, when no child holds words too: an article whose text lies in its paragraphs has none of its own.
bool has_own_text(const Document& document, std::uint32_t id) {
    const Provision& p = document.provisions[id];
    return !p.body.empty() && p.subtree_end == id + 1;
}

void write_provision(JsonWriter& json, const Document& document, const Places& places, std::uint32_t id) {
    const Provision& p = document.provisions[id];
    json.open_object()
        .field("eid", p.eid)
        .field("kind", treatycheck::name_of(p.kind))
        .field("path", document.path(ProvisionId(id)))
        .field("label", document.label(ProvisionId(id)))
        .field("printed_label", document.slice(p.label))
        .field("heading", document.slice(p.heading))
        .key("span");
    places.write(json, p.span);
    json.key("parent");
    if (p.parent.value == 0 || !p.parent.exists()) json.null();
    else json.value(document.at(p.parent).eid);
    if (has_own_text(document, id)) json.field("text", document.slice(p.body));
    json.field("status", p.status == Status::Clean ? "clean" : p.status == Status::Bracketed ? "bracketed" : "agreed ad referendum");
    json.field("why", p.why).field("confidence", std::uint32_t{p.confidence}).close_object();
}

void write_definitions(JsonWriter& json, const Document& document, const Annotations& annotations, const Places& places) {
    json.key("definitions").open_array();
    for (const Definition& d : annotations.definitions) {
        json.open_object().field("term", d.term).field("at", document.at(d.provision).eid).field("scope", document.at(d.scope_of).eid);
        json.field("form", d.hereinafter ? "hereinafter" : d.includes ? "includes" : "means").key("span");
        places.write(json, d.term_span);
        json.close_object();
    }
    json.close_array();
}

void write_references(JsonWriter& json, const Document& document, const Annotations& annotations, const Places& places) {
    json.key("references").open_array();
    for (const Reference& r : annotations.references) {
        json.open_object().field("at", document.at(r.provision).eid).field("text", document.slice(r.span)).field("kind", name_of(r.kind));
        json.key("targets").open_array();
        for (const ProvisionId target : r.targets) json.value(document.at(target).eid);
        json.close_array();
        if (!r.instrument.empty()) json.field("instrument", r.instrument);
        if (!r.wanted.empty()) json.field("wanted", r.wanted);
        json.key("span");
        places.write(json, r.span);
        json.close_object();
    }
    json.close_array();
}

void write_notes(JsonWriter& json, const Document& document) {
    json.key("notes").open_array();
    for (const std::vector<Note>* notes : {&document.text->notes, &document.notes}) {
        for (const Note& note : *notes) json.open_object().field("code", note.code).field("message", note.message).close_object();
    }
    json.close_array();
}

}  // namespace

std::string outline_json(const Document& document, const Annotations& annotations, std::string_view path) {
    const Places places(*document.text);
    JsonWriter json;
    json.open_object().field("format", "treatycheck.outline").field("format_version", "1.0").field("path", path);
    json.field("media_type", document.text->media_type).field("language", document.language).field("title", document.title());
    json.key("provisions").open_array();
    for (std::uint32_t i = 1; i < document.provisions.size(); ++i) write_provision(json, document, places, i);
    json.close_array();
    write_definitions(json, document, annotations, places);
    write_references(json, document, annotations, places);
    json.key("brackets").open_array();
    json.close_array();
    json.key("account").open_object().field("characters", document.account.characters).field("in_provisions", document.account.in_provisions);
    json.field("furniture", document.account.furniture).field("lost", document.account.lost).close_object();
    write_notes(json, document);
    json.field("text", document.text->text).close_object();
    return json.take();
}

}  // namespace treatycheck
