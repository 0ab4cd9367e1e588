#include "syntax/document.hpp"

#include <algorithm>

namespace treatycheck {

std::string_view name_of(ProvisionKind kind) {
    static constexpr std::string_view kNames[] = {"instrument", "title", "preamble", "recital", "part", "chapter", "section", "article", "paragraph",
                                                  "intro", "subparagraph", "wrapup", "definition", "footnote", "annex", "signature", "resolution"};
    return kNames[static_cast<std::size_t>(kind)];
}

ProvisionId Document::find(std::string_view eid) const {
    for (std::uint32_t i = 0; i < provisions.size(); ++i) {
        if (provisions[i].eid == eid) return ProvisionId(i);
    }
    return {};
}

ProvisionId Document::enclosing(ProvisionId id, ProvisionKind kind) const {
    while (id.exists() && at(id).kind != kind) id = at(id).parent;
    return id;
}

ProvisionId Document::deepest_at(std::uint32_t offset) const {
    ProvisionId found(0u);
    for (std::uint32_t i = 1; i < provisions.size();) {
        const Provision& p = provisions[i];
        if (p.span.begin <= offset && offset < p.span.end) {
            found = ProvisionId(i);
            ++i;
        } else {
            i = p.subtree_end;
        }
    }
    return found;
}

std::vector<ProvisionId> Document::children(ProvisionId id) const {
    std::vector<ProvisionId> out;
    for (std::uint32_t i = id.value + 1; i < at(id).subtree_end; i = provisions[i].subtree_end) out.push_back(ProvisionId(i));
    return out;
}

std::string Document::title() const {
    std::string out;
    for (const Provision& p : provisions) {
        if (p.kind != ProvisionKind::Title) continue;
        for (const char c : slice(p.body)) {
            if (c == '\n' || c == '\r' || c == '#' || c == ' ' || c == '\t') {
                if (!out.empty() && out.back() != ' ') out += ' ';
            } else {
                out += c;
            }
        }
        break;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    if (out.size() > 300) {
        out.resize(300);
        while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0) == 0x80) out.pop_back();
        if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0) out.pop_back();
    }
    return out;
}

namespace {

bool is_division(ProvisionKind kind) {
    return kind == ProvisionKind::Part || kind == ProvisionKind::Chapter || kind == ProvisionKind::Section;
}

// The numbers from the article (or the provision below the root) down to `id`.
std::vector<ProvisionId> cited_chain(const Document& document, ProvisionId id) {
    std::vector<ProvisionId> chain;
    while (id.exists() && id.value != 0) {
        const Provision& p = document.at(id);
        if (is_division(p.kind) && !chain.empty()) break;
        chain.push_back(id);
        id = p.parent;
        if (p.kind == ProvisionKind::Article) break;
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

// The annex a provision stands in, or nothing.
ProvisionId annex_of(const Document& document, ProvisionId id) { return document.enclosing(id, ProvisionKind::Annex); }

std::string capitalised(std::string_view name) {
    std::string out(name);
    if (!out.empty()) out[0] = static_cast<char>(out[0] - 32);
    return out;
}

}  // namespace

std::vector<std::string> Document::path(ProvisionId id) const {
    if (id.value == 0) return {"instrument"};
    std::vector<std::string> out;
    const ProvisionId annex = annex_of(*this, id);
    if (annex.exists()) {
        out.push_back("annex");
        if (!at(annex).number.empty()) out.push_back(at(annex).number);
    }
    for (const ProvisionId step : cited_chain(*this, id)) {
        const Provision& p = at(step);
        if (p.kind == ProvisionKind::Annex) continue;
        if (p.kind == ProvisionKind::Title || p.kind == ProvisionKind::Preamble || p.kind == ProvisionKind::Signature ||
            p.kind == ProvisionKind::Resolution || p.kind == ProvisionKind::Footnote) {
            out.emplace_back(name_of(p.kind));
        }
        if (is_division(p.kind)) out.emplace_back(name_of(p.kind));
        if (!p.number.empty()) out.push_back(is_division(p.kind) ? p.eid.substr(p.eid.rfind('_') + 1) : p.number);
    }
    if (out.empty()) out.emplace_back("instrument");
    return out;
}

std::string Document::label(ProvisionId id) const {
    if (id.value == 0) return "the instrument";
    std::string out;
    const ProvisionId annex = annex_of(*this, id);
    if (annex.exists()) out = at(annex).number.empty() ? "Annex" : "Annex " + at(annex).number;
    for (const ProvisionId step : cited_chain(*this, id)) {
        const Provision& p = at(step);
        if (p.kind == ProvisionKind::Annex) continue;
        if (p.kind == ProvisionKind::Article) {
            const bool section = !p.label.empty() && (text->text[p.label.begin] == 'S' || text->text[p.label.begin] == 's');
            out += (out.empty() ? "" : ", ") + std::string(section ? "Section " : "Article ") + p.number;
        } else if (p.kind == ProvisionKind::Recital) {
            out += ", recital " + p.number;
        } else if (is_division(p.kind)) {
            out += (out.empty() ? "" : ", ") + capitalised(name_of(p.kind)) + " " + p.eid.substr(p.eid.rfind('_') + 1);
        } else if (p.kind == ProvisionKind::Paragraph || p.kind == ProvisionKind::Subparagraph || p.kind == ProvisionKind::Definition) {
            if (p.number.empty()) continue;
            out += out.empty() ? "paragraph " + p.number : "(" + p.number + ")";
        } else if (p.kind != ProvisionKind::Intro && p.kind != ProvisionKind::Wrapup) {
            out += (out.empty() ? "" : ", ") + capitalised(name_of(p.kind));
        }
    }
    return out.empty() ? "the instrument" : out;
}

}  // namespace treatycheck
