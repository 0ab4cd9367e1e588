// Findings for a person at a terminal: what, where, the words themselves with a line under the trigger, what was looked for
// and where, who says so, what would cure it. Colour only adds; the signs carry the meaning.
#include <algorithm>
#include <array>

#include "report/analysis.hpp"
#include "report/places.hpp"
#include "text/unicode.hpp"

namespace treatycheck {

std::string printable(std::string_view text) {
    std::string out;
    for (std::uint32_t at = 0; at < text.size();) {
        const Decoded d = decode_at(text, at);
        const char32_t c = d.code_point;
        const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        if (c == '\n' || c == '\t' || c == '\r') out += ' ';
        else if (c < 0x20) append_utf8(out, 0x2400 + c);
        else if (c == 0x7F || (c >= 0x80 && c < 0xA0) || direction) append_utf8(out, 0xFFFD);
        else out.append(text, at, d.size);
        at += d.size;
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::uint32_t at = 0; at < text.size();) {
        const Decoded d = decode_at(text, at);
        at += d.size;
        const CharClass kind = class_of(d.code_point);
        if (kind == CharClass::Mark || kind == CharClass::Ignorable) continue;
        const bool wide = kind == CharClass::Ideograph || (d.code_point >= 0x3000 && d.code_point <= 0x303F) || (d.code_point >= 0xFF01 && d.code_point <= 0xFF60);
        columns += wide ? 2 : 1;
    }
    return columns;
}

namespace {

struct Look {
    const char* word;
    const char* colour;
};

Look look_of(const Finding& f) {
    switch (f.kind) {
        case FindingKind::Problem: return {"problem", f.severity <= Severity::High ? "\033[1;31m" : "\033[1;33m"};
        case FindingKind::Weak: return {"weak", "\033[1;33m"};
        case FindingKind::Open: return {"open", "\033[1;36m"};
        case FindingKind::Review: return {"review", "\033[1;35m"};
        case FindingKind::Strength: return {"strength", "\033[1;32m"};
        case FindingKind::Drafting: return {"drafting", "\033[1;34m"};
    }
    return {"", ""};
}

class TextReport {
public:
    explicit TextReport(const TextStyle& style) : style_(style) {}

    std::string run(const Analysis& analysis) {
        for (const Analysed& d : analysis.documents) document(d);
        return std::move(out_);
    }

private:
    std::string paint(const char* colour, const std::string& text) const { return style_.colour ? colour + text + "\033[0m" : text; }

    void document(const Analysed& d) {
        const Places places(*d.text);
        out_ += paint("\033[1m", printable(d.title.empty() ? d.path : d.title)) + "\n";
        out_ += d.path + " \xC2\xB7 " + std::to_string(d.articles) + " articles, " + std::to_string(d.words) + " words\n\n";
        std::vector<const Finding*> order;
        for (const Finding& f : d.findings) order.push_back(&f);
        std::stable_sort(order.begin(), order.end(), [](const Finding* a, const Finding* b) { return rank(*a) < rank(*b); });
        for (const Finding* f : order) {
            if (f->kind != FindingKind::Strength) finding(*f, places, d);
        }
        strengths(order);
        summary(d);
    }

    static int rank(const Finding& f) {
        const int kind = f.kind == FindingKind::Problem ? 0 : f.kind == FindingKind::Weak ? 1 : f.kind == FindingKind::Open ? 2 : 3;
        return static_cast<int>(f.severity) * 4 + kind;
    }

    void finding(const Finding& f, const Places& places, const Analysed& d) {
        const Look look = look_of(f);
        const std::string head = std::string(look.word) + "[" + f.rule + "]";
        out_ += paint(look.colour, head) + " " + name_of(f.severity) + "\n";
        wrapped("  ", "  ", printable(f.message));
        const LineColumn at = places.at(f.span.begin);
        std::string where = f.provision.label;
        if (!f.provision.heading.empty()) where += " \xC2\xB7 " + printable(f.provision.heading);
        if (!f.quote.empty()) where += " \xC2\xB7 " + d.path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
        wrapped("  \xE2\x94\x8C\xE2\x94\x80 ", "  \xE2\x94\x82  ", where);
        if (!f.quote.empty()) quoted(d.text->text, f.span);
        evidence(f);
        if (!f.suggestion.empty()) wrapped("  = cure      ", "              ", printable(f.suggestion));
        for (std::size_t i = 0; i < f.sources.size() && i < 3; ++i) {
            const SourceRef& s = f.sources[i];
            wrapped("  = said by   ", "              ", s.organisation + ", " + s.title + " (" + s.date + ")");
        }
        out_ += "  = " + std::string(name_of(f.confidence)) + " confidence \xC2\xB7 " + f.fingerprint + "\n\n";
    }

    // The sentence around the trigger on as many lines as it needs, the trigger's words underlined.
    void quoted(std::string_view text, Span trigger) {
        std::uint32_t begin = trigger.begin, end = trigger.end;
        while (begin > 0 && trigger.begin - begin < 160 && text[begin - 1] != '\n') --begin;
        while (begin < trigger.begin && ((static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80 || text[begin] == ' ')) ++begin;
        if (begin > 0 && text[begin - 1] != '\n') {
            const std::size_t space = text.find(' ', begin);
            if (space < trigger.begin) begin = static_cast<std::uint32_t>(space) + 1;
        }
        while (end < text.size() && end - trigger.end < 120 && text[end] != '\n') ++end;
        while (end > trigger.end && end < text.size() && text[end] != '\n' && text[end - 1] != ' ') --end;
        std::string line, marks;
        std::size_t columns = 0;
        const std::size_t room = style_.width > 20 ? style_.width - 6 : 60;
        for (std::uint32_t at = begin; at < end;) {
            std::uint32_t next = at;
            while (next < end && text[next] != ' ') ++next;
            const std::string word = printable(text.substr(at, next - at));
            const std::size_t size = display_width(word);
            if (columns + size > room && columns != 0) flush(line, marks, columns);
            const bool marked = at < trigger.end && next > trigger.begin;
            line += word + " ";
            marks += std::string(size, marked ? '^' : ' ') + (marked && next < trigger.end ? "^" : " ");
            columns += size + 1;
            at = next + 1;
        }
        flush(line, marks, columns);
    }

    void flush(std::string& line, std::string& marks, std::size_t& columns) {
        while (!line.empty() && line.back() == ' ') line.pop_back();
        while (!marks.empty() && marks.back() == ' ') marks.pop_back();
        out_ += "  \xE2\x94\x82  " + line + "\n";
        if (!marks.empty()) out_ += "  \xE2\x94\x82  " + paint("\033[1;31m", marks) + "\n";
        line.clear();
        marks.clear();
        columns = 0;
    }

    void evidence(const Finding& f) {
        std::string searched, uses, also, wanted;
        for (const Evidence& e : f.evidence) {
            if (e.role == EvidenceRole::Safeguard) {
                wrapped("  = found     ", "              ", "\"" + printable(e.quote) + "\" in " + e.provision.label + ": " + e.strength);
            } else if (e.role == EvidenceRole::Searched) {
                wanted = e.note;
                searched += (searched.empty() ? "" : ", ") + e.provision.label;
            } else if (e.role == EvidenceRole::Reference) {
                if (uses.find(e.provision.label) == std::string::npos) uses += (uses.empty() ? "" : ", ") + e.provision.label;
            } else if (!e.note.empty()) {
                also += (also.empty() ? "" : ", ") + e.provision.label;
            }
        }
        if (!wanted.empty()) wrapped("  = looked for ", "              ", wanted);
        if (!searched.empty()) wrapped("  = searched  ", "              ", searched);
        if (!uses.empty()) wrapped("  = used in   ", "              ", uses);
        if (!also.empty()) wrapped("  = also in   ", "              ", also);
    }

    void strengths(const std::vector<const Finding*>& order) {
        bool any = false;
        for (const Finding* f : order) {
            if (f->kind != FindingKind::Strength) continue;
            if (!any) out_ += paint("\033[1;32m", "Worth defending") + "\n";
            any = true;
            wrapped("  + ", "    ", f->provision.label + ": " + printable(f->message));
        }
        if (any) out_ += "\n";
    }

    void summary(const Analysed& d) {
        std::array<std::size_t, 6> kinds{};
        std::array<std::size_t, 5> severities{};
        for (const Finding& f : d.findings) {
            ++kinds[static_cast<std::size_t>(f.kind)];
            if (f.kind == FindingKind::Problem) ++severities[static_cast<std::size_t>(f.severity)];
        }
        out_ += paint("\033[1m", std::to_string(kinds[0]) + " problems") + " (";
        bool first = true;
        for (std::size_t s = 0; s < severities.size(); ++s) {
            if (severities[s] == 0) continue;
            out_ += (first ? "" : ", ") + std::to_string(severities[s]) + " " + name_of(static_cast<Severity>(s));
            first = false;
        }
        out_ += std::string(first ? "none" : "") + ") \xC2\xB7 " + std::to_string(kinds[1]) + " weak safeguards \xC2\xB7 " + std::to_string(kinds[2]) + " open \xC2\xB7 " +
                std::to_string(kinds[4]) + " strengths\n";
        if (d.hidden != 0) out_ += std::to_string(d.hidden) + " more for review or of low confidence: --kind review, --min-confidence low\n";
        for (const Note& note : d.notes) wrapped("note: ", "      ", printable(note.message));
        out_ += "\n";
    }

    void wrapped(const std::string& first, const std::string& rest, const std::string& text) {
        std::string line = first;
        std::size_t columns = display_width(first);
        bool empty = true;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t next = std::min(text.find(' ', at), text.size());
            const std::string word = text.substr(at, next - at);
            const std::size_t size = display_width(word);
            if (!empty && columns + size > style_.width) {
                out_ += line + "\n";
                line = rest;
                columns = display_width(rest);
                empty = true;
            }
            if (!empty) {
                line += ' ';
                ++columns;
            }
            line += word;
            columns += size;
            empty = false;
            at = next + 1;
        }
        out_ += line + "\n";
    }

    TextStyle style_;
    std::string out_;
};

}  // namespace

std::string analysis_text(const Analysis& analysis, const TextStyle& style) { return TextReport(style).run(analysis); }

}  // namespace treatycheck
