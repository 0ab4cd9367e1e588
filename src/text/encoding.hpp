// Bytes of any encoding to UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "text/canonical_text.hpp"

namespace treatycheck {

struct DecodedText {
    std::string text;           // valid UTF-8 without byte-order mark
    std::uint32_t dropped = 0;  // bytes cut from the front when `text` is otherwise the bytes themselves
    bool converted = false;     // another encoding, or invalid bytes replaced: offsets are those of `text`
    std::vector<Note> notes;    // what was converted or replaced
};

// UTF-8 with or without mark; UTF-16 and UTF-32 by mark or by the pattern of zero bytes; a few invalid bytes in UTF-8
// become U+FFFD; else the most likely legacy encoding (ICU's detector, or `declared` when it names one), with a note.
// Line ends and every other character are kept.
DecodedText decode_bytes(std::string_view bytes, std::string_view declared = "");

}  // namespace treatycheck
