#include "syntax/heading_words.hpp"

#include <array>

#include "text/words.hpp"

namespace treatycheck {
namespace {

struct HeadWord {
    std::string_view word;          // folded
    ProvisionKind kind;
    bool section_word = false;
};

// Longer words first where one begins another.
constexpr std::array<HeadWord, 48> kHeadWords{{
    {"article", ProvisionKind::Article}, {"articles", ProvisionKind::Article}, {"art.", ProvisionKind::Article},
    {"artículo", ProvisionKind::Article}, {"articulo", ProvisionKind::Article}, {"artikel", ProvisionKind::Article},
    {"статья", ProvisionKind::Article}, {"المادة", ProvisionKind::Article}, {"الماده", ProvisionKind::Article},
    {"مادة", ProvisionKind::Article}, {"pasal", ProvisionKind::Article}, {"rule", ProvisionKind::Article},
    {"sec.", ProvisionKind::Section, true}, {"section", ProvisionKind::Section, true}, {"sección", ProvisionKind::Section, true},
    {"seccion", ProvisionKind::Section, true}, {"раздел", ProvisionKind::Section}, {"afdeling", ProvisionKind::Section},
    {"chapter", ProvisionKind::Chapter}, {"chapitre", ProvisionKind::Chapter}, {"capítulo", ProvisionKind::Chapter},
    {"capitulo", ProvisionKind::Chapter}, {"глава", ProvisionKind::Chapter}, {"الفصل", ProvisionKind::Chapter},
    {"hoofdstuk", ProvisionKind::Chapter}, {"kapitel", ProvisionKind::Chapter}, {"الباب", ProvisionKind::Part},
    {"part", ProvisionKind::Part}, {"partie", ProvisionKind::Part}, {"parte", ProvisionKind::Part}, {"часть", ProvisionKind::Part},
    {"الجزء", ProvisionKind::Part}, {"deel", ProvisionKind::Part}, {"teil", ProvisionKind::Part},
    {"title", ProvisionKind::Section}, {"titre", ProvisionKind::Section}, {"título", ProvisionKind::Section},
    {"titulo", ProvisionKind::Section}, {"titel", ProvisionKind::Section},
    {"annex", ProvisionKind::Annex}, {"annexe", ProvisionKind::Annex}, {"anexo", ProvisionKind::Annex},
    {"приложение", ProvisionKind::Annex}, {"المرفق", ProvisionKind::Annex}, {"bijlage", ProvisionKind::Annex},
    {"appendix", ProvisionKind::Annex}, {"schedule", ProvisionKind::Annex}, {"apéndice", ProvisionKind::Annex},
}};

struct ChineseHead {
    std::string_view unit;
    ProvisionKind kind;
};
constexpr std::array<ChineseHead, 6> kChineseHeads{{{"条", ProvisionKind::Article}, {"條", ProvisionKind::Article},
                                                   {"章", ProvisionKind::Chapter}, {"节", ProvisionKind::Section},
                                                   {"節", ProvisionKind::Section}, {"部分", ProvisionKind::Part}}};

std::uint32_t blanks(std::string_view text) {
    std::uint32_t n = 0;
    while (n < text.size()) {
        if (text[n] == ' ' || text[n] == '\t') n += 1;
        else if (text.substr(n).starts_with("\xC2\xA0")) n += 2;
        else if (text.substr(n).starts_with("\xE3\x80\x80")) n += 3;
        else break;
    }
    return n;
}

// The point, colon, dash or blanks between a label and its heading; Markdown emphasis marks too.
std::uint32_t separator(std::string_view text) {
    std::uint32_t n = 0;
    while (n < text.size()) {
        const std::uint32_t skipped = blanks(text.substr(n));
        n += skipped;
        const std::string_view rest = text.substr(n);
        if (rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94")) n += 3;
        else if (rest.starts_with("-") || rest.starts_with(".") || rest.starts_with(":") || rest.starts_with("*") || rest.starts_with("_")) n += 1;
        else if (skipped == 0) break;
    }
    return n;
}

// 第十四条之二
std::optional<HeadReading> read_chinese_head(std::string_view text) {
    if (!text.starts_with("第")) return std::nullopt;
    std::uint32_t at = 3 + blanks(text.substr(3));
    const auto number = read_head_number(text.substr(at));
    if (!number) return std::nullopt;
    at += number->size;
    at += blanks(text.substr(at));
    for (const ChineseHead& head : kChineseHeads) {
        if (!text.substr(at).starts_with(head.unit)) continue;
        HeadReading reading{head.kind, false, true, true, *number, 0, 0};
        at += static_cast<std::uint32_t>(head.unit.size());
        if (text.substr(at).starts_with("之")) {
            std::uint32_t size = 0;
            const std::uint32_t nth = chinese_value(text.substr(at + 3), &size);
            if (size != 0) {
                reading.number.suffix = nth == 2 ? "bis" : nth == 3 ? "ter" : "quater";
                at += 3 + size;
            }
        }
        reading.label_size = at;
        reading.rest = at + separator(text.substr(at));
        return reading;
    }
    return std::nullopt;
}

bool letter_follows(std::string_view rest) {
    if (rest.empty()) return false;
    const auto c = static_cast<unsigned char>(rest[0]);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC3;
}

}  // namespace

std::optional<HeadReading> read_head(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead == 0xE7) return read_chinese_head(text);
    // Only letters that begin one of the words go on to folding.
    static constexpr std::string_view kStarts = "aAsScCpPtTrRhHkKdDbB";
    if (lead < 0x80 ? kStarts.find(text[0]) == std::string_view::npos : (lead != 0xD0 && lead != 0xD1 && lead != 0xD8 && lead != 0xD9)) {
        return std::nullopt;
    }
    const std::string head = fold_word(text.substr(0, 24));
    for (const HeadWord& word : kHeadWords) {
        if (!head.starts_with(word.word)) continue;
        auto at = static_cast<std::uint32_t>(word.word.size());
        if (text.size() > at && letter_follows(text.substr(at))) continue;
        HeadReading reading{word.kind, word.section_word, lead >= 0x80 || (lead >= 'A' && lead <= 'Z'), false, {}, at, 0};
        while (at < text.size() && (text[at] == '.' || text[at] == '*')) ++at;
        at += blanks(text.substr(at));
        const bool paren = text.substr(at).starts_with("(");
        if (const auto number = read_head_number(text.substr(at + (paren ? 1 : 0)))) {
            reading.has_number = true;
            reading.number = *number;
            at += (paren ? 1 : 0) + number->size;
            if (paren && text.substr(at).starts_with(")")) ++at;
            reading.label_size = at;
        } else if (word.kind != ProvisionKind::Annex) {
            return std::nullopt;
        }
        reading.rest = reading.label_size + separator(text.substr(reading.label_size));
        return reading;
    }
    return std::nullopt;
}

bool opens_signature(std::string_view text) {
    static constexpr std::array<std::string_view, 16> kOpenings{
        "in witness whereof", "in witness thereof", "in faith whereof", "done at", "done in", "done this", "en foi de quoi", "fait à", "fait a",
        "en fe de lo cual", "hecho en", "в удостоверение чего", "совершено в", "为此", "為此", "حرر في"};
    const std::string head = fold_word(text.substr(0, 40));
    for (const std::string_view opening : kOpenings) {
        if (head.starts_with(opening)) return true;
    }
    return false;
}

}  // namespace treatycheck
