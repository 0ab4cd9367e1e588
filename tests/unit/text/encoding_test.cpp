#include "text/encoding.hpp"

#include "support/catch.hpp"

using namespace treatycheck;

TEST_CASE("UTF-8 is kept byte for byte, less its mark") {
    const DecodedText plain = decode_bytes("caf\xC3\xA9\r\n");
    CHECK(plain.text == "caf\xC3\xA9\r\n");
    CHECK_FALSE(plain.converted);
    const DecodedText marked = decode_bytes("\xEF\xBB\xBFx");
    CHECK(marked.text == "x");
    CHECK(marked.dropped == 3);
}

TEST_CASE("other encodings are converted and said so") {
    const DecodedText wide = decode_bytes(std::string_view("\xFF\xFE" "A\0\xE9\0", 6));
    CHECK(wide.text == "A\xC3\xA9");
    CHECK(wide.notes.at(0).code == "encoding-converted");
    CHECK(decode_bytes(std::string_view("\0A\0B\0C", 6)).text == "ABC");
    const DecodedText latin = decode_bytes("L'\xE9tat est partie \xE0 la pr\xE9sente convention, et l'autorit\xE9 comp\xE9tente");
    CHECK(latin.text.find("L'\xC3\xA9tat") == 0);
    CHECK(latin.converted);
}

TEST_CASE("a damaged byte in UTF-8 becomes a replacement character with a note") {
    const DecodedText damaged = decode_bytes("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xFF end");
    CHECK(damaged.text == "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xEF\xBF\xBD end");
    CHECK(damaged.notes.at(0).code == "invalid-utf8");
}
