#include "syntax/preamble.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace treatycheck {
namespace {

bool begins_with_any(const std::string& head, const std::vector<std::string_view>& words) {
    return std::any_of(words.begin(), words.end(), [&head](std::string_view w) { return head.starts_with(w); });
}

bool is_closing(std::string_view words) {
    static const std::vector<std::string_view> closings{"have agreed", "has agreed", "agree ", "agree upon", "hereby agree", "have adopted", "have resolved",
                                                        "sont conven", "ont arrêté", "han convenido", "convienen", "han acordado", "согласились", "договорились",
                                                        "اتفقت", "兹协议", "茲協議", "议定如下", "議定", "have concluded", "have decided"};
    return begins_with_any(fold_word(words.substr(0, 40)), closings);
}

bool is_opening(std::string_view words) {
    static const std::vector<std::string_view> openings{"the ", "we ", "les ", "le ", "los ", "las ", "el ", "la ", "государства", "стороны", "本", "إن "};
    return words.size() < 400 && last_sign(words) != '.' && begins_with_any(fold_word(words.substr(0, 40)), openings);
}

// "Considering", "Having", "Mindful": a recital's first word.
bool opens_recital(std::string_view words) {
    std::size_t n = 0;
    while (n < words.size() && ((words[n] >= 'a' && words[n] <= 'z') || (words[n] >= 'A' && words[n] <= 'Z'))) ++n;
    if (n < 4 || words[0] < 'A' || words[0] > 'Z') return false;
    const std::string word = fold_word(words.substr(0, n));
    static const std::vector<std::string_view> others{"mindful", "convinced", "concerned", "aware", "conscious", "determined", "resolved", "desirous",
                                                      "inspired", "guided", "encouraged", "reassured", "alarmed", "whereas", "considérant", "ayant", "soucieux",
                                                      "convaincus", "considerando", "reconociendo", "teniendo", "persuaded", "motivated", "animated", "anxious"};
    return word.ends_with("ing") || std::find(others.begin(), others.end(), word) != others.end();
}

class PreambleReader {
public:
    PreambleReader(std::string_view text, const Lines& lines, const RegionText& region) : text_(text), lines_(lines), region_(region) {}

    std::vector<RegionPart> run() {
        for (std::uint32_t i = region_.first_line; i < region_.last_line; ++i) {
            const Line& line = lines_.lines[i];
            const Span span{std::max(line.span.begin, region_.begin), std::min(line.span.end, region_.end)};
            if (span.begin >= span.end) continue;
            const bool starts = line.blank_before || !lines_.hard_wrapped || parts_.empty() || opens_recital(text_.substr(span.begin, span.size()));
            if (starts) cut(span);
            else parts_.back().body.end = span.end;
        }
        for (RegionPart& part : parts_) classify(part);
        return std::move(parts_);
    }

private:
    // One block may hold all recitals: cut after a comma or semicolon before a capitalised participle.
    void cut(Span span) {
        std::uint32_t begin = span.begin;
        if (span.size() > 200) {
            for (std::uint32_t at = span.begin + 1; at + 8 < span.end; ++at) {
                if (text_[at] != ',' && text_[at] != ';') continue;
                std::uint32_t next = at + 1;
                while (next < span.end && (text_[next] == ' ' || text_[next] == '*' || text_[next] == '\n')) ++next;
                const std::string_view rest = text_.substr(next, std::min<std::uint32_t>(span.end - next, 60));
                if (!opens_recital(rest) && !(is_closing(rest) && rest[0] >= 'A' && rest[0] <= 'Z')) continue;
                add({begin, at + 1});
                begin = next;
                at = next;
            }
        }
        if (begin < span.end) add({begin, span.end});
    }

    void add(Span body) {
        RegionPart part;
        part.kind = ProvisionKind::Recital;
        part.body = body;
        parts_.push_back(part);
    }

    void classify(RegionPart& part) {
        const std::string_view words = text_.substr(part.body.begin, part.body.size());
        const bool first = &part == &parts_.front() || (&part == &parts_.front() + 1 && parts_.front().body.size() < 20);
        if (is_closing(words)) part.kind = ProvisionKind::Wrapup;
        else if (first && (is_opening(words) || part.body.size() < 20)) part.kind = ProvisionKind::Intro;
        else part.number = std::to_string(++recitals_);
    }

    std::string_view text_;
    const Lines& lines_;
    const RegionText& region_;
    std::vector<RegionPart> parts_;
    int recitals_ = 0;
};

}  // namespace

std::vector<RegionPart> divide_preamble(std::string_view text, const Lines& lines, const RegionText& region) {
    return PreambleReader(text, lines, region).run();
}

}  // namespace treatycheck
