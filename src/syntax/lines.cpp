#include "syntax/lines.hpp"

#include <algorithm>
#include <cstring>

#include "text/unicode.hpp"

namespace treatycheck {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

Span trimmed(std::string_view text, Span span) {
    while (!span.empty() && (is_blank(text[span.begin]) || text[span.begin] == '\n')) ++span.begin;
    while (!span.empty() && (is_blank(text[span.end - 1]) || text[span.end - 1] == '\n')) --span.end;
    return span;
}

// "### Article 1" and "**Article 1**" read from unconverted Markdown or pasted text.
void strip_marks(std::string_view text, Line& line) {
    Span& s = line.span;
    std::uint32_t hashes = 0;
    while (s.begin + hashes < s.end && text[s.begin + hashes] == '#') ++hashes;
    if (hashes != 0 && hashes <= 6) {
        s.begin += hashes;
        line.marked_heading = true;
        while (s.end > s.begin && text[s.end - 1] == '#') --s.end;
        s = trimmed(text, s);
    }
    const std::string_view inner = text.substr(s.begin, s.size());
    if (inner.size() > 4 && inner.starts_with("**") && inner.ends_with("**")) {
        s.begin += 2;
        s.end -= 2;
    }
}

// Hard-wrapped: many lines followed directly by another, nearly all short of one width.
bool is_hard_wrapped(const std::vector<Line>& lines) {
    std::size_t followed = 0, long_lines = 0, mid_sentence = 0, total = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].kind != BlockKind::Text) continue;
        ++total;
        long_lines += lines[i].span.size() > 160;
        if (lines[i + 1].blank_before) continue;
        ++followed;
    }
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) mid_sentence += !lines[i + 1].blank_before && lines[i].span.size() >= 40;
    return total > 8 && long_lines * 12 < total && followed * 3 > total && mid_sentence * 4 > total;
}

}  // namespace

Lines read_lines(const CanonicalText& text) {
    Lines out;
    out.lines.reserve(text.blocks.size());
    const std::string_view bytes = text.text;
    const bool plain = text.media_type == "text/plain" || text.media_type.empty();
    std::uint32_t previous_end = 0;
    for (const Block& block : text.blocks) {
        Line line;
        line.span = trimmed(bytes, block.span);
        if (line.span.empty()) continue;
        line.kind = block.kind;
        line.marked_heading = block.kind == BlockKind::Heading;
        const std::uint32_t from = std::min(previous_end, block.span.begin);
        const std::string_view gap = bytes.substr(from, line.span.begin - from);
        line.blank_before = !plain || std::count(gap.begin(), gap.end(), '\n') >= 2 || out.lines.empty();
        const std::size_t line_start = gap.rfind('\n');
        line.centred = block.centred || (plain && line_start != std::string_view::npos && gap.size() - line_start > 12);
        previous_end = block.span.end;
        strip_marks(bytes, line);
        line.head = read_head(bytes.substr(line.span.begin, line.span.size()));
        out.lines.push_back(line);
    }
    out.hard_wrapped = plain && is_hard_wrapped(out.lines);
    return out;
}

char last_sign(std::string_view text) {
    while (!text.empty() && (is_blank(text.back()) || text.back() == '"' || text.back() == ')' || text.back() == '*')) text.remove_suffix(1);
    if (text.ends_with("\xE2\x80\x9D") || text.ends_with("\xE2\x80\x99")) text.remove_suffix(3);
    if (text.empty()) return 0;
    if (text.ends_with("\xE3\x80\x82")) return '.';
    if (text.ends_with("\xEF\xBC\x9B") || text.ends_with("\xD8\x9B")) return ';';
    if (text.ends_with("\xEF\xBC\x9A")) return ':';
    if (text.ends_with("\xEF\xBC\x8C") || text.ends_with("\xD8\x8C")) return ',';
    const char c = text.back();
    return std::strchr(".;:,?!", c) != nullptr ? (c == '?' || c == '!' ? '.' : c) : 0;
}

bool begins_lower(std::string_view text) {
    if (text.empty()) return false;
    const Decoded d = decode_at(text, 0);
    if (d.code_point < 0x80) return text[0] >= 'a' && text[0] <= 'z';
    return is_lower_letter(d.code_point);
}

bool all_capitals(std::string_view text) {
    std::size_t capitals = 0;
    for (const char c : text) {
        if (c >= 'a' && c <= 'z') return false;
        capitals += c >= 'A' && c <= 'Z';
    }
    return capitals >= 3;
}

}  // namespace treatycheck
