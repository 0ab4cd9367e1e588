// An atom is a stretch of the region that begins where a label could: at a line, or at a mark inside one. The label
// stack decides which atoms are labelled; the rest is glued to what stands before it, or stands as text of its own.
#include "syntax/region.hpp"

#include <algorithm>

namespace treatycheck {
namespace {

struct Atom {
    std::uint32_t begin = 0, end = 0;
    bool paragraph_start = false;
    std::int32_t mark = -1;            // index into the marks; -1: plain text
};

struct Atoms {
    std::vector<Atom> atoms;
    std::vector<MarkAt> marks;
};

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at, std::uint32_t end) {
    while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')) ++at;
    if (at + 2 <= end && text.substr(at, 2) == "\xC2\xA0") return skip_blanks(text, at + 2, end);
    return at;
}

// "(a)" inside a line counts only when it follows a sign or a conjunction.
bool may_stand_inline(std::string_view before) {
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    if (before.empty()) return false;
    const char c = before.back();
    if (c == ':' || c == ';' || c == ',' || c == '.' || before.ends_with("\xE2\x80\x94") || before.ends_with("\xE2\x80\x93")) return true;
    return before.ends_with(" and") || before.ends_with(" or") || before.ends_with("：") || before.ends_with("；");
}

class AtomReader {
public:
    AtomReader(std::string_view text, const Lines& lines, const RegionText& region) : text_(text), lines_(lines), region_(region) {}

    Atoms run() {
        for (std::uint32_t i = region_.first_line; i < region_.last_line; ++i) {
            const Line& line = lines_.lines[i];
            const std::uint32_t begin = std::max(line.span.begin, region_.begin), end = std::min(line.span.end, region_.end);
            if (begin >= end) continue;
            read_line(line, begin, end);
        }
        return std::move(out_);
    }

private:
    void read_line(const Line& line, std::uint32_t begin, std::uint32_t end) {
        const bool start = line.blank_before || !lines_.hard_wrapped || out_.atoms.empty();
        MarkPlace place = start ? MarkPlace::NewParagraph : MarkPlace::LineStart;
        std::uint32_t at = skip_blanks(text_, begin, end);
        // A bullet before a printed number is a trace of Markdown: "- (a)".
        bool first = true;
        while (at < end) {
            auto mark = read_mark(text_.substr(at, end - at));
            if (mark && !plausible(*mark, at, end)) mark.reset();
            if (!mark) break;
            add_mark(*mark, place, at, end, start && first);
            first = false;
            at = skip_blanks(text_, at + mark->size, end);
            place = MarkPlace::AfterMark;
        }
        if (at >= end) return;
        if (first) out_.atoms.push_back({at, end, start, -1});
        add_inline(at, end);
    }

    // "1. July" is a mark; "1992." at a line end or a lone letter before a name is not.
    bool plausible(const Mark& mark, std::uint32_t at, std::uint32_t end) const {
        const std::uint32_t after = at + mark.size;
        if (after >= end) return mark.form != MarkForm::Dot || mark.readings[0].scheme == NumberScheme::Decimal;
        const char c = text_[after];
        const bool latin_dot = mark.form == MarkForm::Dot && mark.readings[0].scheme == NumberScheme::Alpha && mark.readings[0].upper;
        if (latin_dot) return c == ' ' && skip_blanks(text_, after, end) > after + 1;
        return mark.form != MarkForm::Dot || c == ' ' || c == '\t' || static_cast<unsigned char>(c) >= 0x80 || c == '(' || c == '"' ||
               (c >= 'A' && c <= 'Z') || c == '\n' || c == '*';
    }

    void add_mark(const Mark& mark, MarkPlace place, std::uint32_t at, std::uint32_t end, bool paragraph_start) {
        char sign = 0;
        if (!out_.atoms.empty()) {
            const std::uint32_t from = out_.atoms.back().begin;
            if (at > from) sign = last_sign(text_.substr(from, at - from));
            if (place != MarkPlace::AfterMark) out_.atoms.back().end = std::min(out_.atoms.back().end, at);
            else out_.atoms.back().end = at;
        } else {
            sign = '.';
        }
        out_.atoms.push_back({at, end, paragraph_start, static_cast<std::int32_t>(out_.marks.size())});
        out_.marks.push_back({mark, place, sign});
    }

    void add_inline(std::uint32_t begin, std::uint32_t end) {
        if (end - begin < 12) return;
        for (std::uint32_t at = begin + 2; at + 4 < end; ++at) {
            const char c = text_[at];
            const bool parenthesis = c == '(' && text_[at - 1] == ' ';
            const bool decimal = flat_line(end - begin) && c >= '1' && c <= '9' && text_[at - 1] == ' ';
            if (!parenthesis && !decimal) continue;
            const auto mark = read_mark(text_.substr(at, std::min<std::uint32_t>(end - at, 16)));
            if (!mark || text_[std::min(at + mark->size, end - 1)] != ' ') continue;
            if (parenthesis && mark->form != MarkForm::Both) continue;
            const std::string_view before = text_.substr(begin, at - begin);
            if (decimal ? last_sign(before) != '.' : !may_stand_inline(before)) continue;
            if (parenthesis && !sibling_follows(*mark, at, end)) continue;
            add_mark(*mark, MarkPlace::Inline, at, end, false);
            at += mark->size;
            const auto nested = skip_blanks(text_, at, end);
            if (const auto inner = read_mark(text_.substr(nested, std::min<std::uint32_t>(end - nested, 16))); inner && inner->form == MarkForm::Both) {
                add_mark(*inner, MarkPlace::AfterMark, nested, end, false);
                at = nested + inner->size;
            }
        }
    }

    // Whole articles on one line: numbered paragraphs are looked for inside it too.
    static bool flat_line(std::uint32_t size) { return size > 500; }

    // A list has more than one item: the next or the previous mark of the same kind stands in the same line.
    bool sibling_follows(const Mark& mark, std::uint32_t at, std::uint32_t end) const {
        const std::string_view line = text_.substr(at, std::min<std::uint32_t>(end - at, 4000));
        for (std::uint8_t r = 0; r < mark.reading_count; ++r) {
            if (mark.readings[r].value > 1) return true;   // judged by the one before it
        }
        const std::string_view next = mark.number == "i" ? "(ii)" : mark.number == "a" ? "(b)" : mark.number == "1" ? "(2)" : "(B)";
        return line.find(next) != std::string_view::npos;
    }

    std::string_view text_;
    const Lines& lines_;
    const RegionText& region_;
    Atoms out_;
};

// Builds parts from labelled and plain atoms.
class PartBuilder {
public:
    PartBuilder(std::string_view text, const Atoms& atoms, const std::vector<MarkDecision>& decisions)
        : text_(text), atoms_(atoms), decisions_(decisions) {}

    std::vector<RegionPart> run() {
        find_next_labels();
        for (std::size_t i = 0; i < atoms_.atoms.size(); ++i) {
            const Atom& atom = atoms_.atoms[i];
            const int level = atom.mark < 0 ? -1 : decisions_[static_cast<std::size_t>(atom.mark)].level;
            if (level >= 0) add_labelled(atom, level);
            else add_text(atom, i);
        }
        finish();
        return std::move(parts_);
    }

private:
    void add_labelled(const Atom& atom, int level) {
        const MarkAt& at = atoms_.marks[static_cast<std::size_t>(atom.mark)];
        const MarkReading& reading = at.mark.readings[decisions_[static_cast<std::size_t>(atom.mark)].reading];
        RegionPart part;
        const bool numbered = reading.scheme == NumberScheme::Decimal || reading.scheme == NumberScheme::Cjk;
        part.kind = level == 0 && numbered ? ProvisionKind::Paragraph : ProvisionKind::Subparagraph;
        part.depth = level;
        part.label = {atom.begin, atom.begin + at.mark.size};
        part.number = at.mark.number;
        part.scheme = reading.scheme;
        part.body = body_after(part.label.end, atom.end);
        parts_.push_back(part);
    }

    Span body_after(std::uint32_t begin, std::uint32_t end) const {
        begin = skip_blanks(text_, begin, end);
        while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\n' || text_[end - 1] == '\r' || text_[end - 1] == '\t')) --end;
        return {begin, end};
    }

    void add_text(const Atom& atom, std::size_t index) {
        const Span body = body_after(atom.begin, atom.end);
        if (body.empty()) return;
        if (parts_.empty()) {
            open_text(body);
            return;
        }
        RegionPart& last = parts_.back();
        if (!atom.paragraph_start || begins_lower_inside_item(body, last)) {
            extend(last, body);
            return;
        }
        if (last.kind == ProvisionKind::Article) {
            open_text(body);
        } else if (last.kind == ProvisionKind::Wrapup || last.kind == ProvisionKind::Paragraph) {
            extend(last, body);
        } else if (list_goes_on(index, last.depth)) {
            extend(last, body);
        } else if (last.depth == 0) {
            begins_lower(text_.substr(body.begin, body.size())) ? open_wrapup(body, 0) : open_text(body);
        } else {
            open_wrapup(body, last.depth);
        }
    }

    // "(b) ...;\nshall be punished": handled as a tail; inside an unfinished item the text simply goes on.
    bool begins_lower_inside_item(Span body, const RegionPart& last) const {
        const char sign = last_sign(text_.substr(last.body.begin, last.body.size()));
        return last.kind != ProvisionKind::Subparagraph && sign == 0 && begins_lower(text_.substr(body.begin, body.size()));
    }

    // The next label after the atom belongs to a list as deep as `depth` and goes on with it.
    bool list_goes_on(std::size_t index, int depth) const {
        const std::size_t next = next_label_[index + 1];
        if (next == atoms_.atoms.size()) return false;
        const auto mark = static_cast<std::size_t>(atoms_.atoms[next].mark);
        const MarkDecision& decision = decisions_[mark];
        return decision.level > depth || (decision.level == depth && atoms_.marks[mark].mark.readings[decision.reading].value > 1);
    }

    void find_next_labels() {
        const std::size_t n = atoms_.atoms.size();
        next_label_.assign(n + 1, n);
        for (std::size_t i = n; i-- > 0;) {
            const std::int32_t mark = atoms_.atoms[i].mark;
            const bool label = mark >= 0 && decisions_[static_cast<std::size_t>(mark)].level >= 0;
            next_label_[i] = label ? i : next_label_[i + 1];
        }
    }

    void open_text(Span body) {
        RegionPart part;
        part.kind = ProvisionKind::Article;
        part.body = body;
        parts_.push_back(part);
    }
    void open_wrapup(Span body, int depth) {
        RegionPart part;
        part.kind = ProvisionKind::Wrapup;
        part.depth = depth;
        part.body = body;
        parts_.push_back(part);
    }
    static void extend(RegionPart& part, Span body) {
        if (part.body.empty()) part.body.begin = body.begin;
        part.body.end = body.end;
    }

    // The article's own text: alone it stays the article's; before items it is their chapeau; several are paragraphs.
    void finish() {
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            RegionPart& part = parts_[i];
            if (part.kind != ProvisionKind::Article) continue;
            const bool items_follow = i + 1 < parts_.size() && parts_[i + 1].kind != ProvisionKind::Article;
            const char sign = last_sign(text_.substr(part.body.begin, part.body.size()));
            if (items_follow && (sign != '.' || parts_[i + 1].kind == ProvisionKind::Subparagraph)) part.kind = ProvisionKind::Intro;
            else if (parts_.size() > 1) part.kind = ProvisionKind::Paragraph;
        }
    }

    std::string_view text_;
    const Atoms& atoms_;
    const std::vector<MarkDecision>& decisions_;
    std::vector<RegionPart> parts_;
    std::vector<std::size_t> next_label_;   // per atom: the first labelled atom from it on
};

}  // namespace

std::vector<RegionPart> divide_region(std::string_view text, const Lines& lines, const RegionText& region) {
    const Atoms atoms = AtomReader(text, lines, region).run();
    return PartBuilder(text, atoms, decide_labels(atoms.marks)).run();
}

}  // namespace treatycheck
