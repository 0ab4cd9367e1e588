#include "syntax/article_sequence.hpp"

#include <algorithm>

namespace treatycheck {
namespace {

bool is_article_level(const HeadReading& head, bool sections) {
    return sections ? head.section_word : head.kind == ProvisionKind::Article;
}

// Statutes number "Section 1", "Section 2", ...: so where sections by far outnumber articles.
bool numbered_by_sections(const Lines& lines) {
    std::size_t articles = 0, sections = 0;
    for (const Line& line : lines.lines) {
        if (!line.head || !line.head->capital) continue;
        articles += line.head->kind == ProvisionKind::Article;
        sections += line.head->section_word && line.head->number.scheme == NumberScheme::Decimal;
    }
    return sections >= 5 && sections > articles * 3;
}

float looks(std::string_view text, const Lines& lines, std::size_t index, HeadCandidate& candidate) {
    const Line& line = lines.lines[index];
    const HeadReading& head = candidate.reading;
    const std::string_view words = text.substr(line.span.begin, line.span.size());
    const std::string_view rest = words.substr(std::min<std::size_t>(head.rest, words.size()));
    candidate.standalone = rest.empty() || (rest.size() < 120 && last_sign(rest) == 0 && !begins_lower(rest));
    float score = head.capital ? 1.5f : -3.0f;
    if (rest.empty()) score += 2.5f;
    else if (begins_lower(rest) || rest[0] == ',' || rest[0] == '(' || rest[0] == ')' || rest[0] == ';') score -= 5.0f;
    if (line.marked_heading) score += 3.0f;
    if (line.blank_before) score += 1.0f;
    if (line.centred) score += 0.5f;
    if (index > 0 && !line.blank_before) {
        const Span before = lines.lines[index - 1].span;
        const std::string_view previous = text.substr(before.begin, before.size());
        const char sign = last_sign(previous);
        const bool goes_on = sign == 0 || sign == ',';
        if (goes_on && lines.hard_wrapped && previous.size() > 40) score -= 3.0f;
        if (sign == '.') score += 0.5f;
    }
    return score;
}

// Headings inside a long line: after the end of a sentence, with a capital, a number, and more text.
void add_mid_line(std::string_view text, const Lines& lines, bool sections, std::vector<HeadCandidate>& out) {
    for (std::uint32_t i = 0; i < lines.lines.size(); ++i) {
        const Line& line = lines.lines[i];
        if (line.span.size() < 600 && !lines.hard_wrapped) continue;
        if (line.span.size() < 600) continue;
        for (std::uint32_t at = line.span.begin + 2; at + 6 < line.span.end; ++at) {
            const char c = text[at];
            if (c != 'A' && c != 'S' && static_cast<unsigned char>(c) < 0x80) continue;
            if (static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) != 0xD0 && static_cast<unsigned char>(c) != 0xE7) continue;
            if (text[at - 1] != ' ' && text[at - 1] != '.') continue;
            const auto head = read_head(text.substr(at, std::min<std::size_t>(64, line.span.end - at)));
            if (!head || !head->capital || !head->has_number || !is_article_level(*head, sections)) continue;
            HeadCandidate candidate;
            candidate.line = i;
            candidate.at = at;
            candidate.reading = *head;
            candidate.mid_line = true;
            const char sign = last_sign(text.substr(line.span.begin, at - line.span.begin));
            candidate.score = sign == '.' || sign == ':' ? 0.8f : -2.5f;
            if (all_capitals(text.substr(at, head->label_size))) candidate.score += 1.0f;
            const std::string_view rest = text.substr(at + head->rest, 2);
            if (begins_lower(rest) || rest.starts_with(",") || rest.starts_with(")") || rest.starts_with("(")) candidate.score -= 5.0f;
            out.push_back(candidate);
            at += head->label_size;
        }
    }
    std::sort(out.begin(), out.end(), [](const HeadCandidate& a, const HeadCandidate& b) { return a.at < b.at; });
}

int suffix_rank(const std::string& suffix) {
    static const std::string_view names[] = {"", "bis", "ter", "quater", "quinquies", "sexies", "septies"};
    for (int i = 0; i < 7; ++i) {
        if (suffix == names[i]) return i;
    }
    if (suffix.size() == 1) return suffix[0] - 'a' + 1;
    return 50;
}

constexpr float kRestart = -6.0f;

// The price of `next` following `before` in one series; kRestart or less opens a new series.
float step(const HeadNumber& before, const HeadNumber& next) {
    if (next.value == before.value + 1) return next.suffix.empty() || next.suffix[0] == '.' ? 2.0f : 0.0f;
    if (next.value == before.value && next.suffix != before.suffix && suffix_rank(next.suffix) > suffix_rank(before.suffix)) return 2.0f;
    if (next.value == before.value && next.suffix.starts_with(".") && before.suffix.starts_with(".")) return 2.0f;
    if (next.value > before.value) return std::max(-5.5f, -0.5f - 0.4f * static_cast<float>(next.value - before.value));
    return next.value <= 1 ? kRestart : kRestart - 4.0f;
}

// Best chain by dynamic programming: each candidate looks back at the last 48, and at the best chain so far.
void choose_chain(std::vector<HeadCandidate>& candidates) {
    constexpr std::size_t kWindow = 48;
    const std::size_t n = candidates.size();
    std::vector<float> best(n);
    std::vector<std::size_t> from(n, n), best_before(n + 1, n);
    for (std::size_t i = 0; i < n; ++i) {
        const HeadNumber& number = candidates[i].reading.number;
        best[i] = candidates[i].score + (number.value <= 1 ? 0.0f : -1.5f);
        const auto consider = [&](std::size_t j) {
            const float total = best[j] + step(candidates[j].reading.number, number) + candidates[i].score;
            if (total > best[i]) {
                best[i] = total;
                from[i] = j;
            }
        };
        for (std::size_t j = i; j-- > 0 && i - j <= kWindow;) consider(j);
        if (best_before[i] < n) consider(best_before[i]);
        best_before[i + 1] = best_before[i] >= n || best[i] > best[best_before[i]] ? i : best_before[i];
    }
    if (n == 0 || best[best_before[n]] <= 0) return;
    for (std::size_t i = best_before[n]; i < n; i = from[i]) candidates[i].chosen = true;
}

// A run of headings with hardly a word between them, whose numbers come again later with text, is a table of contents.
void mark_contents(const Lines& lines, std::vector<HeadCandidate>& candidates) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].chosen) chosen.push_back(i);
    }
    std::size_t begin = 0;
    while (begin < chosen.size()) {
        std::size_t end = begin + 1;
        const auto gap = [&](std::size_t k) { return candidates[chosen[k]].line - candidates[chosen[k - 1]].line; };
        while (end < chosen.size() && gap(end) <= 4 &&
               step(candidates[chosen[end - 1]].reading.number, candidates[chosen[end]].reading.number) > kRestart) {
            ++end;
        }
        std::size_t words = 0;
        const std::uint32_t first = candidates[chosen[begin]].line, last = candidates[chosen[end - 1]].line;
        for (std::uint32_t l = first; l < last; ++l) words += lines.lines[l].span.size();
        const bool short_text = end - begin >= 4 && words < (end - begin) * 110;
        const bool comes_again = end < chosen.size() && candidates[chosen[end]].reading.number.value <= candidates[chosen[begin]].reading.number.value;
        if (short_text && comes_again) {
            for (std::size_t k = begin; k < end; ++k) {
                candidates[chosen[k]].chosen = false;
                candidates[chosen[k]].contents = true;
            }
        }
        begin = end;
    }
}

void number_series(std::vector<HeadCandidate>& candidates) {
    const HeadCandidate* before = nullptr;
    std::uint32_t series = 0;
    for (HeadCandidate& candidate : candidates) {
        if (!candidate.chosen) continue;
        if (before != nullptr && step(before->reading.number, candidate.reading.number) <= kRestart) {
            candidate.restart = true;
            ++series;
        }
        candidate.series = series;
        before = &candidate;
    }
}

}  // namespace

std::vector<HeadCandidate> choose_articles(const CanonicalText& text, const Lines& lines) {
    const bool sections = numbered_by_sections(lines);
    std::vector<HeadCandidate> candidates;
    for (std::uint32_t i = 0; i < lines.lines.size(); ++i) {
        const Line& line = lines.lines[i];
        if (!line.head || !line.head->has_number || !is_article_level(*line.head, sections)) continue;
        if (line.kind == BlockKind::Furniture || line.kind == BlockKind::Footnote) continue;
        HeadCandidate candidate;
        candidate.line = i;
        candidate.at = line.span.begin;
        candidate.reading = *line.head;
        candidate.score = looks(text.text, lines, i, candidate);
        candidates.push_back(candidate);
    }
    add_mid_line(text.text, lines, sections, candidates);
    choose_chain(candidates);
    mark_contents(lines, candidates);
    number_series(candidates);
    return candidates;
}

}  // namespace treatycheck
