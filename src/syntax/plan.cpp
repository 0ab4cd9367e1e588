// Lines are walked once; each is the start of an article (article_sequence has chosen those), of a part or chapter, of
// an annex, of the signatures, a piece of furniture, or text of what is open.
#include "syntax/plan.hpp"

#include <algorithm>
#include <map>

#include "text/words.hpp"

namespace treatycheck {
namespace {

bool digits_only(std::string_view s) {
    return !s.empty() && s.size() <= 4 && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Where in the text the plan switches: the candidates and division heads, sorted by place.
struct Opening {
    std::uint32_t at = 0;
    std::uint32_t line = 0;
    PlanItem item;
    bool contents = false;
};

class Planner {
public:
    Planner(const CanonicalText& text, const Lines& lines)
        : text_(text.text), lines_(lines), candidates_(choose_articles(text, lines)) {}

    std::vector<PlanItem> run() {
        find_main_series();
        collect_articles();
        collect_divisions();
        collect_furniture();
        std::stable_sort(openings_.begin(), openings_.end(), [](const Opening& a, const Opening& b) { return a.at < b.at; });
        settle_divisions();
        read_headings();
        front_matter();
        bodies();
        return std::move(items_);
    }

private:
    std::string_view words(std::uint32_t line) const {
        const Span s = lines_.lines[line].span;
        return text_.substr(s.begin, s.size());
    }

    // Of several series (a statute's own articles, the treaty's, an annexed protocol's) the longest is the treaty.
    void find_main_series() {
        std::map<std::uint32_t, std::size_t> sizes;
        for (const HeadCandidate& c : candidates_) {
            if (c.chosen) ++sizes[c.series];
        }
        std::size_t most = 0;
        for (const auto& [series, size] : sizes) {
            if (size > most) {
                most = size;
                main_series_ = series;
            }
        }
        most_articles_ = most;
    }

    void collect_articles() {
        const HeadCandidate* before = nullptr;
        for (const HeadCandidate& c : candidates_) {
            if (!c.chosen) {
                if (c.contents) {
                    contents_first_ = std::min(contents_first_, c.line);
                    contents_last_ = std::max(contents_last_, c.line);
                }
                continue;
            }
            Opening o;
            o.at = c.at;
            o.line = c.line;
            o.item.kind = PlanKind::Article;
            o.item.label = {c.at, c.at + c.reading.label_size};
            o.item.number = c.reading.number;
            o.item.has_number = true;
            o.item.section_word = c.reading.section_word;
            o.item.confidence = static_cast<std::uint8_t>(std::clamp(60.0f + c.score * 8.0f, 20.0f, 100.0f));
            o.item.why = c.mid_line ? "heading inside a line, in sequence" : c.standalone ? "heading line, in sequence" : "line start, in sequence";
            // A short series before the treaty is the statute or resolution that wraps it.
            wrapper_ = wrapper_ || (c.series < main_series_ && before == nullptr);
            if (c.series < main_series_) o.item.kind = PlanKind::Resolution;
            if (c.series > main_series_ && c.restart) restarts_.push_back(c.at);
            openings_.push_back(o);
            before = &c;
        }
    }

    void collect_divisions() {
        std::uint32_t first_article = 0xFFFFFFFF;
        for (const Opening& o : openings_) {
            if (o.item.kind == PlanKind::Article) {
                first_article = std::min(first_article, o.at);
            }
        }
        bool signed_off = false;
        for (std::uint32_t i = 0; i < lines_.lines.size(); ++i) {
            const Line& line = lines_.lines[i];
            const bool in_contents = i >= contents_first_ && i <= contents_last_;
            if (line.span.begin > first_article && !signed_off && opens_signature(words(i)) && line.blank_before) {
                add(i, PlanKind::Signature);
                signed_off = true;
                continue;
            }
            if (!line.head || !line.head->capital || line.kind == BlockKind::Footnote || in_contents) continue;
            const HeadReading& head = *line.head;
            if (head.kind == ProvisionKind::Article || is_article(line.span.begin)) continue;
            if (!looks_like_division(i, head)) continue;
            if (head.kind == ProvisionKind::Annex) {
                if (line.span.begin < first_article || first_article == 0xFFFFFFFF) continue;
                add(i, PlanKind::Annex);
                signed_off = false;
            } else {
                add(i, PlanKind::Division);
                openings_.back().item.division = head.kind;
            }
            Opening& o = openings_.back();
            o.item.label = {line.span.begin, line.span.begin + head.label_size};
            o.item.number = head.number;
            o.item.has_number = head.has_number;
        }
    }

    bool is_article(std::uint32_t at) const {
        return std::any_of(openings_.begin(), openings_.end(), [at](const Opening& o) { return o.at == at; });
    }

    void add(std::uint32_t line, PlanKind kind) {
        Opening o;
        o.at = lines_.lines[line].span.begin;
        o.line = line;
        o.item.kind = kind;
        o.item.why = "heading line";
        openings_.push_back(o);
    }

    bool looks_like_division(std::uint32_t i, const HeadReading& head) const {
        const Line& line = lines_.lines[i];
        const std::string_view rest = words(i).substr(std::min<std::size_t>(head.rest, line.span.size()));
        if (rest.size() > 150 || begins_lower(rest)) return false;
        const char sign = last_sign(rest);
        if (!rest.empty() && (sign == '.' || sign == ';' || sign == ',' || sign == ':') && !line.marked_heading) return false;
        if (!rest.empty() && (rest[0] == ',' || rest[0] == ')' || rest[0] == '(')) return false;
        if (!line.blank_before && !line.marked_heading && i > 0) {
            const char before = last_sign(words(i - 1));
            if (lines_.hard_wrapped && (before == ',' || (before == 0 && words(i - 1).size() > 45))) return false;
        }
        if (head.kind == ProvisionKind::Annex && !head.has_number && !rest.empty() && !all_capitals(words(i)) && !line.marked_heading) return false;
        return true;
    }

    void collect_furniture() {
        for (std::uint32_t i = 0; i < lines_.lines.size(); ++i) {
            const Line& line = lines_.lines[i];
            const bool in_contents = i >= contents_first_ && i <= contents_last_;
            if (line.kind == BlockKind::Furniture || in_contents || is_furniture(words(i))) furniture_lines_.push_back(i);
        }
    }

    // Division heads that come again later with no article between this one and the next are a table of contents.
    void settle_divisions() {
        std::map<std::pair<ProvisionKind, std::uint32_t>, std::size_t> last_seen;
        for (std::size_t i = 0; i < openings_.size(); ++i) {
            if (openings_[i].item.kind == PlanKind::Division) last_seen[{openings_[i].item.division, openings_[i].item.number.value}] = i;
        }
        for (std::size_t i = 0; i + 1 < openings_.size(); ++i) {
            Opening& o = openings_[i];
            if (o.item.kind != PlanKind::Division) continue;
            const bool again = last_seen[{o.item.division, o.item.number.value}] > i;
            const bool empty = openings_[i + 1].item.kind == PlanKind::Division && openings_[i + 1].line <= o.line + 4;
            const bool before_articles = std::none_of(openings_.begin(), openings_.begin() + static_cast<std::ptrdiff_t>(i),
                                                      [](const Opening& p) { return p.item.kind == PlanKind::Article; });
            if (again && empty && before_articles) {
                o.contents = true;
                furniture_lines_.push_back(o.line);
            }
        }
        std::erase_if(openings_, [](const Opening& o) { return o.contents; });
        std::sort(furniture_lines_.begin(), furniture_lines_.end());
    }

    // Headings that stand on the label's line, or on the lines after it.
    void read_headings() {
        std::size_t bare = 0, followed = 0;
        for (std::size_t k = 0; k < openings_.size(); ++k) {
            const Opening& o = openings_[k];
            if (o.item.kind != PlanKind::Article || !rest_of_line(o).empty()) continue;
            ++bare;
            followed += could_be_heading(o.line + 1, next_at(k));
        }
        headings_follow_ = followed * 2 >= bare && followed > 0;
        for (std::size_t k = 0; k < openings_.size(); ++k) read_heading(openings_[k], next_at(k));
    }

    std::uint32_t next_at(std::size_t k) const {
        return k + 1 < openings_.size() ? openings_[k + 1].at : static_cast<std::uint32_t>(text_.size());
    }

    std::string_view rest_of_line(const Opening& o) const {
        const Span line = lines_.lines[o.line].span;
        const auto head = read_head(text_.substr(o.at, line.end - o.at));
        if (!head || o.at + head->rest >= line.end) return {};
        return text_.substr(o.at + head->rest, line.end - o.at - head->rest);
    }

    // A short line without a closing sign, followed by more text of the same article.
    bool could_be_heading(std::uint32_t line, std::uint32_t limit) const {
        if (line >= lines_.lines.size() || lines_.lines[line].span.begin >= limit) return false;
        const std::string_view s = words(line);
        if (lines_.lines[line].marked_heading) return true;
        const bool more = line + 1 < lines_.lines.size() && lines_.lines[line + 1].span.begin < limit;
        const char sign = last_sign(s);
        if (s.size() > 130 || !more || sign == ';' || sign == ',' || sign == ':' || begins_lower(s) || read_mark(s)) return false;
        if (sign == '.' && s.size() > 60) return false;
        if (s.starts_with("\xE2\x80\x9C") || s.starts_with("\"") || s.starts_with("\xE3\x80\x8C")) return false;
        const Line& next = lines_.lines[line + 1];
        if (lines_.hard_wrapped) return next.blank_before || read_mark(words(line + 1)).has_value() || s.size() < 50;
        return sign != '.' || s.size() < 40;
    }

    void read_heading(Opening& o, std::uint32_t limit) {
        std::uint32_t body_begin = std::max(o.item.label.end, o.at);
        if (o.item.kind == PlanKind::Signature) {
            o.item.body.begin = o.at;
            return;
        }
        const Span line = lines_.lines[o.line].span;
        const std::string_view rest = rest_of_line(o);
        std::uint32_t next_line = o.line + 1;
        bool look_below = rest.empty() || o.item.kind != PlanKind::Article;
        if (!rest.empty()) {
            const auto begin = static_cast<std::uint32_t>(rest.data() - text_.data());
            const std::uint32_t size = heading_size(o, rest, limit);
            if (size != 0) {
                o.item.heading = {begin, begin + size};
                body_begin = o.item.heading.end;
                look_below = false;
            } else {
                body_begin = begin;
                look_below = false;
            }
        } else {
            body_begin = line.end;
        }
        const bool wanted = o.item.kind == PlanKind::Article ? headings_follow_ : true;
        if (look_below && wanted) {
            while (next_line < lines_.lines.size() && could_be_heading(next_line, limit) && heading_goes_on(o, next_line)) {
                const Span s = lines_.lines[next_line].span;
                if (o.item.heading.empty()) o.item.heading = s;
                else o.item.heading.end = s.end;
                body_begin = s.end;
                ++next_line;
                if (!lines_.hard_wrapped) break;
            }
        }
        body_begin = skip_repeated_label(o, body_begin, limit);
        o.item.body.begin = body_begin;
    }

    // A heading of several lines ends at the first empty line.
    bool heading_goes_on(const Opening& o, std::uint32_t line) const {
        return o.item.heading.empty() || (!lines_.lines[line].blank_before && o.item.heading.size() < 160);
    }

    // Bytes of `rest` that are a heading; 0 when it is the article's text.
    std::uint32_t heading_size(const Opening& o, std::string_view rest, std::uint32_t limit) const {
        if (o.item.kind != PlanKind::Article && o.item.kind != PlanKind::Resolution) return static_cast<std::uint32_t>(std::min<std::size_t>(rest.size(), 200));
        if (read_mark(rest)) return 0;
        // "Title. — This Act ...": the heading ends at the point before the dash.
        for (const std::string_view dash : {". \xE2\x80\x94", ".\xE2\x80\x94", ". \xE2\x80\x93", ". -", ". \xEF\xBF\xBD", ".-"}) {
            const std::size_t at = rest.substr(0, 160).find(dash);
            if (at != std::string_view::npos) return static_cast<std::uint32_t>(at);
        }
        // "Objectives 1. The Parties ...": all on one line.
        for (std::size_t at = 1; at + 3 < std::min<std::size_t>(rest.size(), 120); ++at) {
            if (rest[at - 1] == ' ' && rest.substr(at, 2) == "1." && rest.size() > at + 20) return static_cast<std::uint32_t>(at - 1);
        }
        const auto end = static_cast<std::uint32_t>(rest.data() - text_.data() + static_cast<std::ptrdiff_t>(rest.size()));
        const bool more = limit > end && text_.substr(end, limit - end).find_first_not_of(" \t\r\n#*") != std::string_view::npos;
        const char sign = last_sign(rest);
        const bool short_title = rest.size() <= 130 && (sign == 0 || (sign == '.' && rest.size() < 70));
        if (!more || !short_title || begins_lower(rest)) return 0;
        return static_cast<std::uint32_t>(rest.size());
    }

    // Texts that print the heading line twice: the second one is left out as furniture.
    std::uint32_t skip_repeated_label(const Opening& o, std::uint32_t body, std::uint32_t limit) {
        if (o.item.kind != PlanKind::Article) return body;
        std::uint32_t at = body;
        while (at < limit && (text_[at] == '\n' || text_[at] == ' ' || text_[at] == '\r' || text_[at] == '#')) ++at;
        const auto head = at < limit ? read_head(text_.substr(at, std::min<std::size_t>(limit - at, 200))) : std::nullopt;
        if (!head || !head->has_number || !head->capital || head->number.normalised() != o.item.number.normalised()) return body;
        std::uint32_t end = at + head->rest;
        const std::string_view heading = text_.substr(o.item.heading.begin, o.item.heading.size());
        std::uint32_t next = end;
        while (next < limit && (text_[next] == '\n' || text_[next] == ' ' || text_[next] == '\r')) ++next;
        if (!heading.empty() && text_.substr(next).starts_with(heading)) end = next + static_cast<std::uint32_t>(heading.size());
        while (end < limit && (text_[end] == '.' || text_[end] == ' ' || text_.substr(end, 3) == "\xEF\xBF\xBD" || text_.substr(end, 3) == "\xE2\x80\x94")) {
            end += static_cast<unsigned char>(text_[end]) < 0x80 ? 1 : 3;
        }
        repeated_.push_back({at, end});
        return end;
    }

    // Title and preamble: everything before the first opening.
    void front_matter() {
        const std::uint32_t limit = openings_.empty() ? static_cast<std::uint32_t>(text_.size()) : openings_[0].at;
        std::uint32_t count = 0;
        while (count < lines_.lines.size() && lines_.lines[count].span.begin < limit) ++count;
        std::uint32_t first_words = 0;
        while (first_words < count && is_furniture_line(first_words)) ++first_words;
        std::uint32_t preamble = count;
        for (std::uint32_t i = first_words; i < count; ++i) {
            if (opens_preamble(words(i)) && (i > first_words || words(i).size() > 200)) {
                preamble = i;
                break;
            }
        }
        if (preamble == count && openings_.empty()) preamble = std::min<std::uint32_t>(first_words + 1, count);
        if (preamble == count && count > first_words + 1) {
            preamble = first_words + 1;
            while (preamble < count && words(preamble).size() < 140 && last_sign(words(preamble)) == 0) ++preamble;
        }
        if (preamble > 0) push_front(PlanKind::Title, 0, preamble, limit);
        if (preamble < count) push_front(openings_.empty() ? PlanKind::Text : PlanKind::Preamble, preamble, count, limit);
    }

    bool is_furniture_line(std::uint32_t line) const { return std::binary_search(furniture_lines_.begin(), furniture_lines_.end(), line); }

    static bool opens_preamble(std::string_view s) {
        static constexpr std::string_view kOpenings[] = {
            "preamble", "préambule", "preámbulo", "преамбула", "الديباجة", "序言", "the states", "the state ", "the parties", "the contracting",
            "the high contracting", "the government", "the member", "the signator", "the european", "the american", "the african", "the peoples",
            "we the peoples", "the president", "his majesty", "her majesty", "the council", "the general assembly", "considering", "recogni", "recalling",
            "bearing in mind", "having", "convinced", "desir", "les etats", "les états", "les parties", "les gouvernements", "le gouvernement",
            "los estados", "las partes", "el gobierno", "los gobiernos", "государства", "стороны", "договаривающиеся", "إن الدول", "本公约", "本公約", "缔约", "締約",
            "the republic", "the kingdom", "whereas"};
        const std::string head = fold_word(s.substr(0, 40));
        return std::any_of(std::begin(kOpenings), std::end(kOpenings), [&head](std::string_view o) { return head.starts_with(o); });
    }

    void push_front(PlanKind kind, std::uint32_t first, std::uint32_t last, std::uint32_t limit) {
        PlanItem item;
        item.kind = kind;
        item.why = "before the first article";
        item.body = {lines_.lines[first].span.begin, last < lines_.lines.size() ? std::min(lines_.lines[last].span.begin, limit) : limit, first, last};
        if (last < lines_.lines.size() && lines_.lines[last].span.begin >= limit) item.body.end = limit;
        items_.push_back(item);
    }

    void bodies() {
        for (std::size_t k = 0; k < openings_.size(); ++k) {
            Opening& o = openings_[k];
            o.item.body.end = next_at(k);
            o.item.body.first_line = o.line;
            std::uint32_t last = o.line;
            while (last < lines_.lines.size() && lines_.lines[last].span.begin < o.item.body.end) ++last;
            o.item.body.last_line = last;
            if (std::find(restarts_.begin(), restarts_.end(), o.at) != restarts_.end() && !inside_annex(k)) open_annex(o);
            items_.push_back(o.item);
        }
        for (const std::uint32_t line : furniture_lines_) furniture(lines_.lines[line].span);
        for (const Span span : repeated_) furniture(span);
    }

    bool inside_annex(std::size_t k) const {
        for (std::size_t i = k; i-- > 0;) {
            if (openings_[i].item.kind == PlanKind::Annex || openings_[i].item.kind == PlanKind::Division) return true;
            if (openings_[i].item.kind == PlanKind::Article) return false;
        }
        return false;
    }

    // A second series of articles without a heading of its own is an annexed text.
    void open_annex(const Opening& o) {
        PlanItem annex;
        annex.kind = PlanKind::Annex;
        annex.why = "numbers begin again";
        annex.body = {o.at, o.at, o.line, o.line};
        items_.push_back(annex);
    }

    void furniture(Span span) {
        PlanItem item;
        item.kind = PlanKind::Furniture;
        item.label = span;
        items_.push_back(item);
    }

    std::string_view text_;
    const Lines& lines_;
    std::vector<HeadCandidate> candidates_;
    std::vector<Opening> openings_;
    std::vector<PlanItem> items_;
    std::vector<std::uint32_t> furniture_lines_, restarts_;
    std::vector<Span> repeated_;
    std::uint32_t main_series_ = 0;
    std::size_t most_articles_ = 0;
    std::uint32_t contents_first_ = 0xFFFFFFFF, contents_last_ = 0;
    bool wrapper_ = false, headings_follow_ = false;
};

}  // namespace

bool is_furniture(std::string_view line) {
    if (digits_only(line)) return true;
    if (line.size() > 40) return line.find_first_not_of("_-*.= ") == std::string_view::npos;
    if (line.find_first_not_of("_-*.=~ ") == std::string_view::npos) return true;
    // "- 12 -", "2/64", "Page 3", "A/RES/55/25"
    const std::string folded = fold_word(line);
    if (folded.starts_with("page ") && folded.size() < 12) return true;
    if (folded.starts_with("a/") && folded.find(' ') == std::string::npos && folded.size() > 4) return true;
    std::string_view core = line;
    while (!core.empty() && (core.front() == '-' || core.front() == ' ')) core.remove_prefix(1);
    while (!core.empty() && (core.back() == '-' || core.back() == ' ')) core.remove_suffix(1);
    if (digits_only(core)) return true;
    const std::size_t slash = core.find('/');
    return slash != std::string_view::npos && digits_only(core.substr(0, slash)) && digits_only(core.substr(slash + 1));
}

std::vector<PlanItem> plan_document(const CanonicalText& text, const Lines& lines) { return Planner(text, lines).run(); }

}  // namespace treatycheck
