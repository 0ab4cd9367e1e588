#include "text/canonical_text.hpp"

#include "support/catch.hpp"

using namespace treatycheck;

TEST_CASE("line and column count from one, columns in code points") {
    const std::string text = "ab\n\xC3\xA9" "c\n\nd";
    const LineIndex lines(text);
    CHECK(lines.at(0) == LineColumn{1, 1});
    CHECK(lines.at(2) == LineColumn{1, 3});
    CHECK(lines.at(5) == LineColumn{2, 2});
    CHECK(lines.at(8) == LineColumn{4, 1});
    CHECK(lines.line_count() == 4);
    CHECK(lines.line(2) == "\xC3\xA9" "c");
    CHECK(lines.line(3).empty());
    CHECK(LineIndex("x\r\ny").line(1) == "x");
}

TEST_CASE("a place in the text leads back to the source") {
    CanonicalText text;
    text.text = "abXdef";
    CHECK(source_place(text, 4).byte == 4);
    text.pieces = {{{0, 2}, 10, 2, 0, 1}, {{2, 3}, 12, 6, 0, 1}, {{3, 6}, 18, 3, 1, 2}};
    CHECK(source_place(text, 1).byte == 11);
    CHECK(source_place(text, 2).byte == 12);
    CHECK(source_place(text, 4).byte == 19);
    CHECK(source_place(text, 4).part == 1);
    CHECK(source_place(text, 4).unit == 2);
}
