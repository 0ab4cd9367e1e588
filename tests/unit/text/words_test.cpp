#include "text/words.hpp"

#include "support/catch.hpp"

using namespace treatycheck;

namespace {

// "word/gap word/gap ...": gaps as letters, so that a whole text compares as one string.
std::string dump(std::string_view text) {
    static const char* const letters = "s,;:.()[]\"nbh?";
    const Words words = split_words(text);
    std::string out;
    for (const Word& word : words.words) {
        if (!out.empty()) out += ' ';
        for (int bit = 0; bit < 14; ++bit) {
            if ((word.gap & (1u << bit)) != 0 && bit != 0) out += letters[bit];
        }
        out += '<' + std::string(words.vocabulary.spelling(word.id)) + '>';
    }
    return out;
}

}  // namespace

TEST_CASE("words, folded, with what stands before them") {
    CHECK(dump("Each State Party shall, (a) act.") == "<each> <state> <party> <shall> ,(<a> )<act>");
    CHECK(dump("real-time data; 2.5 years") == "<real> h<time> <data> ;<2> .<5> <years>");
    CHECK(dump("a\n\nb") == "<a> nb<b>");
    CHECK(dump("a\r\n \r\nb") == "<a> nb<b>");
    CHECK(dump("the person's \xE2\x80\x9C" "data\xE2\x80\x9D") == "<the> <person> ?<s> \"<data>");
    CHECK(dump("'device'") == "\"<device>");
    CHECK(dump("\xC3\x89TAT de d\xC3\xA9pot") == "<\xC3\xA9tat> <de> <d\xC3\xA9pot>");
    CHECK(dump("\xE7\xAC\xAC\xE4\xB8\x80\xE6\x9D\xA1") == "<\xE7\xAC\xAC> <\xE4\xB8\x80> <\xE6\x9D\xA1>");
    CHECK(dump("") == "");
    CHECK(dump(" \n .") == "");
}

TEST_CASE("equal words share an id and unknown words have none") {
    const Words words = split_words("Data data DATA other");
    CHECK(words.words[0].id == words.words[2].id);
    CHECK(words.words[0].id != words.words[3].id);
    CHECK(words.vocabulary.find("data") == words.words[0].id);
    CHECK_FALSE(words.vocabulary.find("missing").exists());
    CHECK(words.vocabulary.size() == 2);
}

TEST_CASE("ranges of words and spans of bytes") {
    const Words words = split_words("one two three");
    CHECK(words.inside({4, 7}) == WordRange{WordIndex(1u), WordIndex(2u)});
    CHECK(words.inside({5, 13}) == WordRange{WordIndex(2u), WordIndex(3u)});
    CHECK(words.span({WordIndex(0u), WordIndex(2u)}) == Span{0, 7});
    CHECK(words.span({WordIndex(3u), WordIndex(3u)}).empty());
}

TEST_CASE("a vocabulary larger than its first table keeps its ids") {
    Vocabulary vocabulary;
    for (int i = 0; i < 5000; ++i) vocabulary.intern("w" + std::to_string(i));
    for (int i = 0; i < 5000; ++i) CHECK(vocabulary.find("w" + std::to_string(i)) == WordId(static_cast<std::size_t>(i)));
}
