// Plain text: the text is the file. Every line that is not blank is a block.
//
// Refused: bytes that are no text (NUL bytes that are not UTF-16 or UTF-32).
#include <algorithm>

#include "readers/readers.hpp"
#include "text/encoding.hpp"

namespace treatycheck {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

std::vector<Block> blocks_of_lines(std::string_view text) {
    std::vector<Block> blocks;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t line_end = std::min(text.find('\n', begin), text.size());
        std::size_t first = begin, last = line_end;
        while (first < last && is_blank(text[first])) ++first;
        while (last > first && is_blank(text[last - 1])) --last;
        if (first < last) {
            Block block;
            block.span = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
            blocks.push_back(block);
        }
        begin = line_end + 1;
    }
    return blocks;
}

}  // namespace

Result<CanonicalText> read_plain(std::string_view bytes, std::string_view name) {
    DecodedText decoded = decode_bytes(bytes);
    if (decoded.text.find('\0') != std::string::npos) {
        return Error{ErrorCode::Unsupported, std::string(name),
                     "this is not a text: it holds NUL bytes; give a .txt, .md, .html, .docx, .pdf, .xml or .json file"};
    }
    CanonicalText text;
    text.text = std::move(decoded.text);
    text.notes = std::move(decoded.notes);
    text.media_type = "text/plain";
    text.blocks = blocks_of_lines(text.text);
    const auto size = static_cast<std::uint32_t>(text.text.size());
    if (decoded.dropped != 0) text.pieces.push_back({{0, size}, decoded.dropped, size, 0, 0});
    return text;
}

}  // namespace treatycheck
