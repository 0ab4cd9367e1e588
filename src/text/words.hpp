// The words of a text as numbers, born with their place.
//
// A word is a run of letters, marks and digits; a Chinese, Japanese or Korean character is a word of its own (as the
// judges of word diffs count). Case, curly quotes, accents of Arabic (harakat, tatweel) and compatibility forms fold
// together, so that "Confidential" and "confidential" share a WordId; the text itself is never changed. A word
// wrapped with a hyphen at a line end ("communi-\ncations") stays two words here; readers repair it where they can.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "treatycheck/span.hpp"

namespace treatycheck {

using WordId = Index<struct WordIdTag>;        // a different folded word
using WordIndex = Index<struct WordIndexTag>;  // a place in Words::words

// [first, last): words of a text.
struct WordRange {
    WordIndex first{0};
    WordIndex last{0};

    constexpr std::uint32_t size() const { return last.value - first.value; }
    constexpr bool empty() const { return first == last; }
    friend constexpr bool operator==(WordRange, WordRange) = default;
};

// What stands between a word and the one before it; several bits may be set.
enum Gap : std::uint16_t {
    kGapSpace = 1, kGapComma = 2, kGapSemicolon = 4, kGapColon = 8,
    kGapStop = 16,            // . ? ! 。 ؟ and the like
    kGapOpen = 32,            // ( （
    kGapClose = 64,           // ) ）
    kGapOpenBracket = 128,    // [
    kGapCloseBracket = 256,   // ]
    kGapQuote = 512,          // any quotation mark that is not an apostrophe between letters
    kGapLine = 1024,          // a line end
    kGapBlank = 2048,         // an empty line
    kGapHyphen = 4096,        // - ‐ – — /
    kGapOther = 8192,
};

struct Word {
    WordId id;
    std::uint32_t begin = 0;  // bytes of the canonical text
    std::uint32_t end = 0;
    std::uint16_t gap = 0;    // Gap bits before this word

    constexpr Span span() const { return {begin, end}; }
};

// The different folded words of one text.
class Vocabulary {
public:
    WordId intern(std::string_view folded);
    WordId find(std::string_view folded) const;               // does not exist: not in this text
    std::string_view spelling(WordId id) const;               // the folded form; valid while this lives
    std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }

private:
    struct Entry { std::uint32_t begin; std::uint32_t size; std::uint32_t hash; };
    std::string letters_;
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;                        // open addressing, power of two; entry + 1
    std::uint32_t slot_of(std::string_view folded, std::uint32_t hash) const;
    void grow();
};

struct Words {
    std::vector<Word> words;
    Vocabulary vocabulary;

    const Word& at(WordIndex index) const { return words[index.value]; }
    std::string_view spelling(WordIndex index) const { return vocabulary.spelling(words[index.value].id); }
    // The words that begin inside the span.
    WordRange inside(Span span) const;
    // From the first word's first byte to the last word's last; empty range: an empty span at the next word.
    Span span(WordRange range) const;
};

// `text` must be valid UTF-8 of less than 4 GiB.
Words split_words(std::string_view text);

// One word folded the way split_words folds; for building lexicons.
std::string fold_word(std::string_view word);

}  // namespace treatycheck
