#include "lexicon/lexicon.hpp"

#include "support/catch.hpp"

using namespace treatycheck;

namespace {

Result<Lexicon> compiled(std::string_view yaml) {
    Result<LexiconFile> file = read_lexicon_yaml(yaml, "test.yml");
    if (!file) return file.error();
    return compile_lexicon(file->language, file->concepts);
}

// "concept:words concept:words" of every mention in the text, taken as one sentence.
std::string found(const Lexicon& lexicon, std::string_view text) {
    const Words words = split_words(text);
    std::string out;
    for (const Mention& m : lexicon.match(words, {{WordIndex(0u), WordIndex(words.words.size())}})) {
        const Span span = words.span(m.words);
        if (!out.empty()) out += " | ";
        out += lexicon.name(m.concept_id) + ":" + std::string(text.substr(span.begin, span.size()));
    }
    return out;
}

std::string found(std::string_view concepts, std::string_view text) {
    const Result<Lexicon> lexicon = compiled("language: en\nconcepts:\n" + std::string(concepts));
    REQUIRE(lexicon);
    return found(*lexicon, text);
}

}  // namespace

TEST_CASE("phrases match folded words and ignore punctuation") {
    CHECK(found("  c: [keep confidential]", "shall KEEP, confidential the order") == "c:KEEP, confidential");
    CHECK(found("  c: [real-time]", "in real time and real-time") == "c:real time | c:real-time");
    CHECK(found("  c: [keep confidential]", "keep it confidential").empty());
}

TEST_CASE("beginnings, alternatives, gaps and numbers") {
    CHECK(found("  c: [\"keep* (confidential|secret)\"]", "keeping secret; keeps confidential") == "c:keeping secret | c:keeps confidential");
    CHECK(found("  c: [\"(the|) judge\"]", "a judge, the judge") == "c:judge | c:the judge");
    CHECK(found("  c: [\"keep ...2 secret\"]", "keep it all secret. keep this one thing secret") == "c:keep it all secret");
    CHECK(found("  c: [\"# years\"]", "four years, 10 years, many years") == "c:four years | c:10 years");
    CHECK(found("  c: [\"a (b (c|d)|e)\"]", "a b d, a e, a b") == "c:a b d | c:a e");
}

TEST_CASE("the shortest match from the leftmost start, none overlapping") {
    CHECK(found("  c: [\"a ... b\"]", "a x b y b") == "c:a x b");
    CHECK(found("  c: [a a]", "a a a a") == "c:a a | c:a a");
}

TEST_CASE("concepts may use other concepts") {
    CHECK(found("  court: [court, judge]\n  order: [\"order of a @court\"]", "by order of a judge") == "order:order of a judge | court:judge");
}

TEST_CASE("gaps that meet are one gap of their sum") {
    CHECK(found("  c: [\"keep ...2 (it|) ...2 secret\"]", "keep all of these orders secret") == "c:keep all of these orders secret");
    CHECK(found("  c: [\"keep ...2 (it|) ...2 secret\"]", "keep all of these other orders secret").empty());
}

TEST_CASE("many gaps over repeated words are walked once") {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "a ";
    const std::string got = found("  c: [\"a ...99 a ...99 a ...99 a ...99 a ...99 a ...99 b\"]", text + "b");
    CHECK(got.starts_with("c:a a"));
    CHECK(got.ends_with("a b"));
    CHECK(found("  c: [\"a ...99 a ...99 a ...99 a ...99 a ...99 a ...99 b\"]", text).empty());
}

TEST_CASE("errors name the place and the remedy") {
    CHECK(compiled("language: en\nconcepts:\n  a: [\"@cuort\"]\n  court: [court]").error().message == "no concept 'cuort', did you mean 'court'?");
    CHECK(compiled("language: en\nconcepts:\n  a: [\"@cuort\"]\n").error().subject == "test.yml:3:7");
    CHECK(compiled("language: en\nconcepts:\n  a: [\"(b\"]").error().message == "'(' is not closed in '(b'");
    CHECK(compiled("language: en\nconcepts:\n  a: [\"b)\"]").error().message == "')' without '(' in 'b)'");
    CHECK(compiled("language: en\nconcepts:\n  a: [\"@b\"]\n  b: [\"@a\"]").error().message == "concept 'a' refers to itself");
    CHECK(compiled("language: en\nconcepts:\n  a: [\"(|)\"]").error().message == "'(|)' can be empty");
    CHECK(compiled("language: en\nconcepts:\n  a: [\"b ...\"]").error().message == "'b ...' begins or ends with '...'");
    CHECK_FALSE(compiled("language: en\nconcepts: [").has_value());
    CHECK_FALSE(compiled("concepts: {a: [b]}").has_value());
}

TEST_CASE("saved tables load again, damaged ones do not") {
    const Result<Lexicon> lexicon = compiled("language: en\nconcepts:\n  c: [\"keep* ...3 (confidential|secret)\"]");
    REQUIRE(lexicon);
    const std::string bytes = lexicon->save();
    const Result<Lexicon> again = Lexicon::load(bytes);
    REQUIRE(again);
    CHECK(found(*again, "keeping it secret") == "c:keeping it secret");
    for (std::size_t size = 0; size < bytes.size(); size += 3) CHECK_FALSE(Lexicon::load(std::string_view(bytes).substr(0, size)).has_value());
}
