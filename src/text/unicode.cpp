#include "text/unicode.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <vector>

namespace treatycheck {
namespace {

bool is_ideograph(UChar32 c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF) ||
           (c >= 0x3040 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7AF) || c == 0x3007;
}

// Characters whose role in a treaty is not the one of their Unicode category.
CharClass punctuation_class(UChar32 c) {
    switch (c) {
        case '.': case '?': case '!': case 0x3002: case 0xFF01: case 0xFF1F: case 0x061F: case 0x06D4: case 0xFF0E:
            return CharClass::Stop;
        case ',': case 0x060C: case 0x3001: case 0xFF0C: return CharClass::Comma;
        case ';': case 0x061B: case 0xFF1B: case 0x037E: return CharClass::Semicolon;
        case ':': case 0xFF1A: return CharClass::Colon;
        case '(': case 0xFF08: return CharClass::Open;
        case ')': case 0xFF09: return CharClass::Close;
        case '[': case 0xFF3B: return CharClass::OpenBracket;
        case ']': case 0xFF3D: return CharClass::CloseBracket;
        case '\'': case 0x2019: case 0x02BC: case 0x2018: return CharClass::Apostrophe;
        case '"': case 0x00AB: case 0x00BB: case 0x201A: case 0x201B: case 0x201C: case 0x201D: case 0x201E:
        case 0x2039: case 0x203A: case 0x300C: case 0x300D: case 0x300E: case 0x300F: case 0xFF02:
            return CharClass::Quote;
        case '-': case '/': case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
            return CharClass::Dash;
        default: return CharClass::Other;
    }
}

bool dropped_when_folding(UChar32 c) {
    return c == 0x0640 || (c >= 0x064B && c <= 0x065F) || c == 0x0670 || u_charType(c) == U_FORMAT_CHAR;
}

}  // namespace

CharClass class_of(char32_t code_point) {
    const auto c = static_cast<UChar32>(code_point);
    const CharClass known = punctuation_class(c);
    if (known != CharClass::Other) return known;
    if (is_ideograph(c)) return CharClass::Ideograph;
    if (u_isUWhiteSpace(c) || c == 0x3000) return CharClass::Space;
    switch (u_charType(c)) {
        case U_UPPERCASE_LETTER: case U_LOWERCASE_LETTER: case U_TITLECASE_LETTER: case U_MODIFIER_LETTER:
        case U_OTHER_LETTER: case U_DECIMAL_DIGIT_NUMBER: case U_LETTER_NUMBER:
            return CharClass::Letter;
        case U_NON_SPACING_MARK: case U_ENCLOSING_MARK: case U_COMBINING_SPACING_MARK: return CharClass::Mark;
        case U_FORMAT_CHAR: return CharClass::Ignorable;
        default: return c == 0x00AD ? CharClass::Ignorable : CharClass::Other;
    }
}

bool is_lower_letter(char32_t code_point) { return u_islower(static_cast<UChar32>(code_point)) != 0; }

Decoded decode_at(std::string_view text, std::uint32_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {lead, 1};
    auto next = static_cast<std::int32_t>(at);
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), next, static_cast<std::int32_t>(text.size()), c);
    if (c < 0) return {0xFFFD, 1};
    return {static_cast<char32_t>(c), static_cast<std::uint32_t>(next) - at};
}

void append_utf8(std::string& out, char32_t code_point) {
    std::uint8_t bytes[4];
    std::int32_t size = 0;
    UBool failed = false;
    U8_APPEND(bytes, size, 4, static_cast<UChar32>(code_point), failed);
    if (!failed) out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::string fold_unicode(std::string_view word) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* fold = unorm2_getNFKCCasefoldInstance(&status);
    std::vector<UChar> in;
    for (std::uint32_t at = 0; at < word.size();) {
        const Decoded d = decode_at(word, at);
        at += d.size;
        const auto c = static_cast<UChar32>(d.code_point);
        if (dropped_when_folding(c)) continue;
        UChar units[2];
        std::int32_t n = 0;
        U16_APPEND_UNSAFE(units, n, c);
        in.insert(in.end(), units, units + n);
    }
    std::vector<UChar> out(in.size() * 3 + 18);
    const std::int32_t size = U_SUCCESS(status) ? unorm2_normalize(fold, in.data(), static_cast<std::int32_t>(in.size()),
                                                                  out.data(), static_cast<std::int32_t>(out.size()), &status)
                                                : 0;
    if (U_FAILURE(status)) return std::string(word);
    std::string folded;
    for (std::int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U16_NEXT(out.data(), at, size, c);
        append_utf8(folded, static_cast<char32_t>(c));
    }
    return folded;
}

std::size_t first_invalid_utf8(std::string_view bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const std::size_t size = bytes.size();
    std::size_t at = 0;
    while (at < size) {
        while (at < size && data[at] < 0x80) ++at;
        if (at == size) break;
        const auto window = static_cast<std::int32_t>(std::min<std::size_t>(size - at, 4));
        std::int32_t next = 0;
        UChar32 c = 0;
        U8_NEXT(data + at, next, window, c);
        if (c < 0) return at;
        at += static_cast<std::size_t>(next);
    }
    return std::string_view::npos;
}

}  // namespace treatycheck
