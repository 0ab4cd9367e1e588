// Splitting a text into words: one table look-up a byte for ASCII, Unicode classes for the rest.
#include "text/words.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace treatycheck {
namespace {

// For each ASCII byte: 1 for letters and digits, else 0; and the gap bits it sets.
struct AsciiTables {
    std::array<char, 128> lower{};       // 0: not a word character
    std::array<std::uint16_t, 128> gap{};
};

constexpr AsciiTables make_tables() {
    AsciiTables t{};
    for (int c = 0; c < 128; ++c) t.gap[static_cast<std::size_t>(c)] = kGapOther;
    for (char c = '0'; c <= '9'; ++c) t.lower[static_cast<std::size_t>(c)] = c;
    for (char c = 'a'; c <= 'z'; ++c) t.lower[static_cast<std::size_t>(c)] = c;
    for (char c = 'A'; c <= 'Z'; ++c) t.lower[static_cast<std::size_t>(c)] = static_cast<char>(c + 32);
    const auto set = [&t](const char* characters, std::uint16_t bits) {
        for (; *characters != 0; ++characters) t.gap[static_cast<std::size_t>(*characters)] = bits;
    };
    set(" \t\f\v\r", kGapSpace);
    set(",", kGapComma);
    set(";", kGapSemicolon);
    set(":", kGapColon);
    set(".?!", kGapStop);
    set("(", kGapOpen);
    set(")", kGapClose);
    set("[", kGapOpenBracket);
    set("]", kGapCloseBracket);
    set("\"", kGapQuote);
    set("-/", kGapHyphen);
    t.gap['\n'] = kGapLine;
    return t;
}

constexpr AsciiTables kAscii = make_tables();

std::uint16_t gap_of(CharClass kind) {
    switch (kind) {
        case CharClass::Space: return kGapSpace;
        case CharClass::Stop: return kGapStop;
        case CharClass::Comma: return kGapComma;
        case CharClass::Semicolon: return kGapSemicolon;
        case CharClass::Colon: return kGapColon;
        case CharClass::Open: return kGapOpen;
        case CharClass::Close: return kGapClose;
        case CharClass::OpenBracket: return kGapOpenBracket;
        case CharClass::CloseBracket: return kGapCloseBracket;
        case CharClass::Quote: return kGapQuote;
        case CharClass::Dash: return kGapHyphen;
        case CharClass::Ignorable: return 0;
        case CharClass::Letter: case CharClass::Mark: case CharClass::Ideograph: case CharClass::Apostrophe:
        case CharClass::Other: return kGapOther;
    }
    return kGapOther;
}

class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text) { out_.words.reserve(text.size() / 6 + 16); }

    Words run() {
        const auto size = static_cast<std::uint32_t>(text_.size());
        while (at_ < size) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte >= 0x80) wide();
            else if (kAscii.lower[byte] != 0) ascii_word();
            else ascii_gap(byte);
        }
        return std::move(out_);
    }

private:
    void ascii_gap(unsigned char byte) {
        if (byte == '\'') {
            apostrophe(1);
            return;
        }
        if (byte == '\n' && only_blank_since_line_) gap_ |= kGapBlank;
        if (byte == '\n') only_blank_since_line_ = true;
        else if (kAscii.gap[byte] != kGapSpace) only_blank_since_line_ = false;
        gap_ |= kAscii.gap[byte];
        ++at_;
    }

    // Between letters it belongs to neither ("person's" is two words, as the redline counts); else it is a quote.
    void apostrophe(std::uint32_t size) {
        const bool letter_before = at_ > 0 && is_letter_before();
        const bool letter_after = at_ + size < text_.size() && is_letter_at(at_ + size);
        gap_ |= letter_before && letter_after ? kGapOther : kGapQuote;
        only_blank_since_line_ = false;
        at_ += size;
    }

    bool is_letter_at(std::uint32_t at) const {
        return class_of(decode_at(text_, at).code_point) == CharClass::Letter;
    }
    bool is_letter_before() const {
        std::uint32_t at = at_ - 1;
        while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) --at;
        return is_letter_at(at);
    }

    void ascii_word() {
        const std::uint32_t begin = at_;
        const auto size = static_cast<std::uint32_t>(text_.size());
        char folded[64];
        std::uint32_t n = 0;
        while (at_ < size) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte >= 0x80) {
                if (continues_word()) {
                    at_ = begin;
                    wide_word();
                    return;
                }
                break;
            }
            const char lower = kAscii.lower[byte];
            if (lower == 0) break;
            if (n < sizeof folded) folded[n] = lower;
            ++n;
            ++at_;
        }
        if (n <= sizeof folded) add(begin, {folded, n});
        else add(begin, fold_word(text_.substr(begin, at_ - begin)));
    }

    bool continues_word() const {
        const CharClass kind = class_of(decode_at(text_, at_).code_point);
        return kind == CharClass::Letter || kind == CharClass::Mark || kind == CharClass::Ignorable;
    }

    void wide() {
        const Decoded d = decode_at(text_, at_);
        const CharClass kind = class_of(d.code_point);
        if (kind == CharClass::Letter) {
            wide_word();
        } else if (kind == CharClass::Ideograph) {
            const std::uint32_t begin = at_;
            at_ += d.size;
            add(begin, fold_unicode(text_.substr(begin, d.size)));
        } else if (kind == CharClass::Apostrophe) {
            apostrophe(d.size);
        } else {
            if (kind != CharClass::Space && kind != CharClass::Ignorable) only_blank_since_line_ = false;
            gap_ |= gap_of(kind);
            at_ += d.size;
        }
    }

    void wide_word() {
        const std::uint32_t begin = at_;
        const auto size = static_cast<std::uint32_t>(text_.size());
        std::uint32_t end = at_;
        while (at_ < size) {
            const Decoded d = decode_at(text_, at_);
            const CharClass kind = class_of(d.code_point);
            const bool inside = kind == CharClass::Letter || kind == CharClass::Mark;
            if (!inside && kind != CharClass::Ignorable) break;
            at_ += d.size;
            if (inside) end = at_;
        }
        at_ = end;
        add(begin, fold_unicode(text_.substr(begin, end - begin)));
    }

    void add(std::uint32_t begin, std::string_view folded) {
        if (folded.empty()) return;   // nothing but marks that folding drops
        out_.words.push_back({out_.vocabulary.intern(folded), begin, at_, gap_});
        gap_ = 0;
        only_blank_since_line_ = false;
    }

    std::string_view text_;
    Words out_;
    std::uint32_t at_ = 0;
    std::uint16_t gap_ = 0;
    bool only_blank_since_line_ = false;
};

}  // namespace

Words split_words(std::string_view text) { return Splitter(text).run(); }

std::string fold_word(std::string_view word) {
    const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii) return fold_unicode(word);
    std::string folded(word);
    for (char& c : folded) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return folded;
}

WordRange Words::inside(Span span) const {
    const auto begins_before = [](const Word& word, std::uint32_t offset) { return word.begin < offset; };
    const auto first = std::lower_bound(words.begin(), words.end(), span.begin, begins_before);
    const auto last = std::lower_bound(first, words.end(), span.end, begins_before);
    return {WordIndex(static_cast<std::size_t>(first - words.begin())),
            WordIndex(static_cast<std::size_t>(last - words.begin()))};
}

Span Words::span(WordRange range) const {
    if (!range.empty()) return {words[range.first.value].begin, words[range.last.value - 1].end};
    const std::uint32_t at = range.first.value < words.size() ? words[range.first.value].begin
                             : words.empty()                  ? 0
                                                              : words.back().end;
    return {at, at};
}

}  // namespace treatycheck
