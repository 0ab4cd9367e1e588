// What the program needs to know of Unicode beyond ASCII. unicode.cpp and encoding.cpp are the only files that see ICU.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace treatycheck {

enum class CharClass : std::uint8_t {
    Letter,      // letters and digits: make words together with marks
    Mark,        // combining marks: continue a word
    Ideograph,   // Han, kana, hangul syllables: a word each
    Space,
    Stop, Comma, Semicolon, Colon, Open, Close, Quote, Apostrophe, Dash, OpenBracket, CloseBracket,
    Ignorable,   // soft hyphen, zero-width and direction marks: neither word nor gap
    Other,
};
CharClass class_of(char32_t code_point);
bool is_lower_letter(char32_t code_point);

// The code point at text[at] and its length in bytes; invalid bytes give U+FFFD and length 1.
struct Decoded {
    char32_t code_point;
    std::uint32_t size;
};
Decoded decode_at(std::string_view text, std::uint32_t at);
void append_utf8(std::string& out, char32_t code_point);

// Case and compatibility folding of one word: "Ｅtat" and "état" agree; Arabic marks and tatweel are dropped.
std::string fold_unicode(std::string_view word);

// The offset of the first byte that is not valid UTF-8, or npos.
std::size_t first_invalid_utf8(std::string_view bytes);

}  // namespace treatycheck
