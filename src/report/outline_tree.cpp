#include "report/analysis.hpp"
#include "report/outline.hpp"

namespace treatycheck {

// One provision a line, indented; the first words of its own text as far as the width goes.
std::string outline_tree(const Document& document, std::size_t width) {
    std::string out;
    for (std::uint32_t id = 1; id < document.provisions.size(); ++id) {
        const Provision& p = document.provisions[id];
        std::size_t depth = 0;
        for (ProvisionId at = p.parent; at.exists() && at.value != 0; at = document.at(at).parent) ++depth;
        std::string line(depth * 2, ' ');
        const std::string label = printable(document.slice(p.label));
        line += label.empty() ? "<" + std::string(name_of(p.kind)) + ">" : label;
        if (!p.heading.empty()) line += "  " + printable(document.slice(p.heading));
        const std::string body = printable(document.slice(p.body).substr(0, 4 * width));
        const std::size_t used = display_width(line) + 2;
        if (!body.empty() && used + 12 < width) {
            std::size_t cut = std::min(body.size(), width - used);
            while (cut > 0 && cut < body.size() && (static_cast<unsigned char>(body[cut]) & 0xC0) == 0x80) --cut;
            while (cut > 0 && display_width(std::string_view(body).substr(0, cut)) > width - used) cut -= 1 + ((static_cast<unsigned char>(body[cut - 1]) & 0xC0) == 0x80);
            line += "  " + body.substr(0, cut);
        }
        out += line + "\n";
    }
    const Account& a = document.account;
    out += "\n" + std::to_string(a.characters) + " bytes: " + std::to_string(a.in_provisions) + " in provisions, " + std::to_string(a.furniture) +
           " furniture, " + std::to_string(a.lost) + " lost\n";
    return out;
}

}  // namespace treatycheck
