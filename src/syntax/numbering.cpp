#include "syntax/numbering.hpp"

#include <algorithm>

namespace treatycheck {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

struct NamedValue {
    std::string_view name;
    std::uint32_t value;
};

constexpr std::array<NamedValue, 6> kLatinSuffixes{{{"bis", 1}, {"ter", 2}, {"quater", 3}, {"quinquies", 4}, {"sexies", 5},
                                                   {"septies", 6}}};

// Numbers written out after a heading word.
constexpr std::array<NamedValue, 34> kNumberWords{{
    {"premier", 1}, {"première", 1}, {"1er", 1}, {"1ère", 1}, {"primero", 1}, {"primera", 1}, {"único", 1}, {"первая", 1},
    {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9},
    {"ten", 10}, {"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"segundo", 2}, {"tercero", 3}, {"cuarto", 4},
    {"الأولى", 1}, {"الاولى", 1}, {"الثانية", 2}, {"الثالثة", 3}, {"الرابعة", 4}, {"الأول", 1}, {"الثاني", 2}, {"الثالث", 3},
    {"الرابع", 4},
}};

constexpr std::array<NamedValue, 14> kChineseDigits{{{"零", 0}, {"〇", 0}, {"○", 0}, {"一", 1}, {"二", 2}, {"三", 3}, {"四", 4},
                                                    {"五", 5}, {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}, {"兩", 2}, {"两", 2}}};

constexpr std::array<std::string_view, 28> kAbjad{"أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن",
                                                  "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ"};
constexpr std::array<std::string_view, 29> kCyrillic{"а", "б", "в", "г", "д", "е", "ж", "з", "и", "к", "л", "м", "н", "о", "п",
                                                     "р", "с", "т", "у", "ф", "х", "ц", "ч", "ш", "щ", "э", "ю", "я", "ё"};

// Arabic-Indic and Persian digits, two bytes each in UTF-8: D9 A0..A9, DB B0..B9. -1 when it is none.
int arabic_digit(std::string_view text) {
    if (text.size() < 2) return -1;
    const auto a = static_cast<unsigned char>(text[0]), b = static_cast<unsigned char>(text[1]);
    if (a == 0xD9 && b >= 0xA0 && b <= 0xA9) return b - 0xA0;
    if (a == 0xDB && b >= 0xB0 && b <= 0xB9) return b - 0xB0;
    return -1;
}

struct Digits {
    std::uint32_t value = 0;
    std::uint32_t size = 0;
};
Digits read_digits(std::string_view text) {
    Digits d;
    while (d.size < text.size() && d.value < 100000) {
        if (is_digit(text[d.size])) {
            d.value = d.value * 10 + static_cast<std::uint32_t>(text[d.size] - '0');
            d.size += 1;
        } else if (const int digit = arabic_digit(text.substr(d.size)); digit >= 0) {
            d.value = d.value * 10 + static_cast<std::uint32_t>(digit);
            d.size += 2;
        } else {
            break;
        }
    }
    return d;
}

std::uint32_t spaces(std::string_view text) {
    std::uint32_t n = 0;
    while (n < text.size() && (text[n] == ' ' || text[n] == '\t')) ++n;
    if (text.substr(n).starts_with("\xC2\xA0")) return n + 2 + spaces(text.substr(n + 2));
    return n;
}

bool ends_word(std::string_view rest) {
    return rest.empty() || !(is_letter(rest[0]) || is_digit(rest[0]) || static_cast<unsigned char>(rest[0]) >= 0xC3);
}

// " bis", "-bis", "*bis*", "A" directly after the digits, ".1": what belongs to the number.
void read_suffix(std::string_view text, HeadNumber& number) {
    while (number.size + 1 < text.size() && text[number.size] == '.' && is_digit(text[number.size + 1])) {
        const Digits d = read_digits(text.substr(number.size + 1));
        number.suffix += "." + std::to_string(d.value);
        number.size += 1 + d.size;
    }
    std::uint32_t at = number.size;
    at += spaces(text.substr(at));
    while (at < text.size() && (text[at] == '*' || text[at] == '_' || text[at] == '-')) ++at;
    const std::string rest = lowered(text.substr(at, 12));
    for (const NamedValue& suffix : kLatinSuffixes) {
        if (rest.starts_with(suffix.name) && ends_word(std::string_view(rest).substr(suffix.name.size()))) {
            number.suffix += suffix.name;
            number.size = at + static_cast<std::uint32_t>(suffix.name.size());
            while (number.size < text.size() && (text[number.size] == '*' || text[number.size] == '_')) ++number.size;
            return;
        }
    }
    const std::string_view direct = text.substr(number.size);
    if (!direct.empty() && is_letter(direct[0]) && ends_word(direct.substr(1))) {
        number.suffix += lower(direct[0]);
        number.size += 1;
    }
}

std::optional<HeadNumber> read_number_word(std::string_view text) {
    for (const NamedValue& word : kNumberWords) {
        if (text.size() < word.name.size()) continue;
        const std::string head = lowered(text.substr(0, word.name.size()));
        const bool same = head == word.name || (word.name == "único" && head == "Único");
        if (same && ends_word(text.substr(word.name.size()))) {
            return HeadNumber{word.value, "", NumberScheme::Word, static_cast<std::uint32_t>(word.name.size())};
        }
    }
    return std::nullopt;
}

std::uint32_t letters_size(std::string_view text) {
    std::uint32_t n = 0;
    while (n < text.size() && is_letter(text[n])) ++n;
    return n;
}

}  // namespace

std::uint32_t roman_value(std::string_view text) {
    std::uint32_t total = 0, previous = 0;
    if (text.empty() || text.size() > 9) return 0;
    for (std::size_t i = text.size(); i-- > 0;) {
        std::uint32_t value = 0;
        switch (lower(text[i])) {
            case 'i': value = 1; break;
            case 'v': value = 5; break;
            case 'x': value = 10; break;
            case 'l': value = 50; break;
            case 'c': value = 100; break;
            case 'd': value = 500; break;
            default: return 0;
        }
        total = value < previous ? total - value : total + value;
        previous = std::max(previous, value);
    }
    return total;
}

std::uint32_t chinese_value(std::string_view text, std::uint32_t* size) {
    std::uint32_t total = 0, current = 0, at = 0;
    bool positional = false, any = false;
    while (at + 3 <= text.size()) {
        const std::string_view c = text.substr(at, 3);
        const auto* digit = std::find_if(kChineseDigits.begin(), kChineseDigits.end(), [c](const NamedValue& d) { return d.name == c; });
        if (digit != kChineseDigits.end()) {
            current = positional ? current * 10 + digit->value : digit->value;
            positional = true;
        } else if (c == "十" || c == "百") {
            total += (current == 0 ? 1 : current) * (c == "十" ? 10 : 100);
            current = 0;
            positional = false;
        } else {
            break;
        }
        any = true;
        at += 3;
    }
    if (size != nullptr) *size = any ? at : 0;
    return total + current;
}

std::optional<HeadNumber> read_head_number(std::string_view text) {
    if (const auto word = read_number_word(text)) return word;
    HeadNumber number;
    const Digits digits = read_digits(text);
    if (digits.size != 0 && digits.value < 100000) {
        number.value = digits.value;
        number.size = digits.size;
        // "1er", "1°", "3º": the ordinal sign belongs to the number.
        for (const std::string_view sign : {"er", "ère", "°", "º", "ª", "o."}) {
            if (text.substr(number.size).starts_with(sign) && ends_word(text.substr(number.size + sign.size()))) {
                number.size += static_cast<std::uint32_t>(sign.size());
                return number;
            }
        }
        read_suffix(text, number);
        return number;
    }
    std::uint32_t chinese = 0;
    const std::uint32_t value = chinese_value(text, &chinese);
    if (chinese != 0 && value != 0) return HeadNumber{value, "", NumberScheme::Cjk, chinese};
    const std::uint32_t letters = letters_size(text);
    const std::uint32_t roman = roman_value(text.substr(0, letters));
    if (roman != 0 && ends_word(text.substr(letters))) {
        number = {roman, "", NumberScheme::Roman, letters};
        read_suffix(text, number);
        return number;
    }
    // "IIPreventive measures": a Roman number glued to its heading.
    std::uint32_t capitals = 0;
    while (capitals < text.size() && text[capitals] >= 'A' && text[capitals] <= 'Z') ++capitals;
    if (capitals >= 2 && capitals < text.size() && text[capitals] >= 'a') {
        const std::uint32_t glued = roman_value(text.substr(0, capitals - 1));
        if (glued != 0) return HeadNumber{glued, "", NumberScheme::Roman, capitals - 1};
    }
    if (letters == 1 && ends_word(text.substr(1)) && text[0] >= 'A' && text[0] <= 'Z') {
        return HeadNumber{static_cast<std::uint32_t>(text[0] - 'A' + 1), "", NumberScheme::Alpha, 1};
    }
    return std::nullopt;
}

namespace {

void add_reading(Mark& mark, NumberScheme scheme, bool upper, std::uint32_t value) {
    if (mark.reading_count < mark.readings.size()) {
        mark.readings[mark.reading_count++] = {scheme, upper, static_cast<std::uint16_t>(value)};
    }
}

// The number inside a mark; its size in bytes, 0 when there is none.
std::uint32_t read_mark_number(std::string_view text, Mark& mark) {
    const Digits digits = read_digits(text);
    if (digits.size != 0) {
        if (digits.value == 0 || digits.value > 999) return 0;
        add_reading(mark, NumberScheme::Decimal, false, digits.value);
        mark.number = std::to_string(digits.value);
        HeadNumber number{digits.value, "", NumberScheme::Decimal, digits.size};
        if (text.size() > digits.size && text[digits.size] != '.') read_suffix(text, number);
        mark.number += number.suffix;
        return number.size;
    }
    const std::uint32_t letters = letters_size(text);
    if (letters >= 1 && letters <= 5) {
        const std::string low = lowered(text.substr(0, letters));
        const bool upper = text[0] < 'a';
        const bool doubled = letters == 2 && low[0] == low[1];
        const std::uint32_t roman = roman_value(low);
        if (letters == 1 || doubled) add_reading(mark, NumberScheme::Alpha, upper, static_cast<std::uint32_t>(low[0] - 'a' + 1) + (doubled ? 26 : 0));
        if (roman != 0 && roman < 60) add_reading(mark, NumberScheme::Roman, upper, roman);
        mark.number = low;
        return mark.reading_count != 0 ? letters : 0;
    }
    std::uint32_t chinese = 0;
    if (const std::uint32_t value = chinese_value(text, &chinese); chinese != 0 && value != 0) {
        add_reading(mark, NumberScheme::Cjk, false, value);
        mark.number = std::to_string(value);
        return chinese;
    }
    const auto from_table = [&](const auto& table, NumberScheme scheme) -> std::uint32_t {
        for (std::uint32_t i = 0; i < table.size(); ++i) {
            if (text.starts_with(table[i])) {
                add_reading(mark, scheme, false, i + 1);
                mark.number = i < 26 ? std::string(1, static_cast<char>('a' + i)) : std::to_string(i + 1);
                return static_cast<std::uint32_t>(table[i].size());
            }
        }
        return 0;
    };
    if (const std::uint32_t size = from_table(kAbjad, NumberScheme::Abjad); size != 0) {
        return text.substr(size).starts_with("ـ") ? size + 2 : size;
    }
    return from_table(kCyrillic, NumberScheme::Cyrillic);
}

}  // namespace

std::optional<Mark> read_mark(std::string_view text) {
    Mark mark;
    const bool wide_open = text.starts_with("（");
    const bool open = wide_open || text.starts_with("(");
    std::uint32_t at = wide_open ? 3 : open ? 1 : 0;
    const std::uint32_t number = read_mark_number(text.substr(at), mark);
    if (number == 0) return std::nullopt;
    at += number;
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(")") || rest.starts_with("）")) {
        mark.form = open ? MarkForm::Both : MarkForm::Close;
        mark.size = at + (rest[0] == ')' ? 1 : 3);
        return mark;
    }
    if (open) return std::nullopt;
    if (rest.starts_with("、")) {
        mark.form = MarkForm::Comma;
        mark.size = at + 3;
        return mark;
    }
    const bool wide_dot = rest.starts_with("．");
    if (wide_dot || rest.starts_with(".")) {
        const std::string_view after = rest.substr(wide_dot ? 3 : 1);
        // "2.5" goes on as a number; "i.e." and "U.N." go on as letters.
        if (!after.empty() && (is_digit(after[0]) || (is_letter(after[0]) && mark.readings[0].scheme != NumberScheme::Decimal))) {
            return std::nullopt;
        }
        mark.form = MarkForm::Dot;
        mark.size = at + (wide_dot ? 3 : 1);
        return mark;
    }
    // "1 -" in Arabic texts.
    const std::uint32_t gap = spaces(rest);
    if (gap != 0 && rest.substr(gap).starts_with("-") && mark.readings[0].scheme == NumberScheme::Decimal &&
        static_cast<unsigned char>(text[0]) >= 0x80) {
        mark.form = MarkForm::Close;
        mark.size = at + gap + 1;
        return mark;
    }
    return std::nullopt;
}

}  // namespace treatycheck
