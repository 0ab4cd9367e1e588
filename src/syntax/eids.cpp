#include "syntax/eids.hpp"

#include <unordered_map>

namespace treatycheck {
namespace {

std::string_view prefix_of(ProvisionKind kind) {
    switch (kind) {
        case ProvisionKind::Instrument: return "instrument";
        case ProvisionKind::Title: return "title";
        case ProvisionKind::Preamble: return "preamble";
        case ProvisionKind::Recital: return "rec";
        case ProvisionKind::Part: return "part";
        case ProvisionKind::Chapter: return "chp";
        case ProvisionKind::Section: return "sec";
        case ProvisionKind::Article: return "art";
        case ProvisionKind::Paragraph: return "para";
        case ProvisionKind::Intro: return "intro";
        case ProvisionKind::Subparagraph: return "subpara";
        case ProvisionKind::Wrapup: return "wrapup";
        case ProvisionKind::Definition: return "def";
        case ProvisionKind::Footnote: return "fn";
        case ProvisionKind::Annex: return "att";
        case ProvisionKind::Signature: return "signature";
        case ProvisionKind::Resolution: return "resolution";
    }
    return "x";
}

std::string roman(std::uint32_t n) {
    static constexpr std::pair<std::uint32_t, const char*> kParts[] = {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
                                                                       {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
    std::string out;
    if (n >= 400) return std::to_string(n);
    for (const auto& [value, letters] : kParts) {
        for (; n >= value; n -= value) out += letters;
    }
    return out;
}

std::string own_name(const Provision& p) {
    std::string name(prefix_of(p.kind));
    std::string number = p.number;
    // Divisions keep the numerals they are printed with; articles are counted in digits.
    if (p.scheme == NumberScheme::Roman && (p.kind == ProvisionKind::Part || p.kind == ProvisionKind::Chapter || p.kind == ProvisionKind::Section)) {
        number = roman(static_cast<std::uint32_t>(std::stoul(number)));
    }
    for (char& c : number) {
        if (c == '.') c = '-';
    }
    const bool unnumbered_paragraph = number.empty() && p.kind == ProvisionKind::Paragraph;
    if (!number.empty()) name += "_" + number;
    else if (unnumbered_paragraph) name += "_nn";
    else if (p.kind == ProvisionKind::Annex) name += "_1";
    return name;
}

}  // namespace

void name_provisions(std::vector<Provision>& provisions) {
    std::unordered_map<std::string, int> seen;
    for (std::size_t i = 0; i < provisions.size(); ++i) {
        Provision& p = provisions[i];
        std::string eid;
        if (i != 0) {
            // Articles hang on the annex they stand in, or on nothing; everything below hangs on its parent.
            std::size_t above = p.parent.value;
            const bool division = p.kind == ProvisionKind::Article || p.kind == ProvisionKind::Part || p.kind == ProvisionKind::Chapter ||
                                  p.kind == ProvisionKind::Section;
            while (division && above != 0 && provisions[above].kind != ProvisionKind::Annex &&
                   (p.kind == ProvisionKind::Article || provisions[above].kind == ProvisionKind::Resolution)) {
                above = provisions[above].parent.value;
            }
            if (above != 0) eid = provisions[above].eid + "__";
        }
        eid += own_name(p);
        const int times = ++seen[eid];
        if (times > 1) {
            eid += "_" + std::to_string(times);
            ++seen[eid];
        }
        p.eid = eid;
    }
}

}  // namespace treatycheck
