// One input as every later step sees it: UTF-8 text with the place in the file that each byte came from.
//
// A reader builds it once. For a .txt file the text *is* the file (less a byte-order mark) and the map is one
// piece; for Markdown, HTML, Word or PDF the text is what a reader of the document sees, block by block, each block
// ending in one line feed, and the pieces lead back. Nothing later searches for words to find a position.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "treatycheck/span.hpp"

namespace treatycheck {

// What the file format itself says of a stretch of text. Plain text has one Text block a line.
enum class BlockKind : std::uint8_t { Text, Heading, ListItem, TableCell, Footnote, Furniture };

struct Block {
    Span span;                          // without the line feed that ends it
    BlockKind kind = BlockKind::Text;
    std::uint8_t level = 0;             // Heading: 1 to 6; ListItem: depth from 1; else 0
    bool centred = false;               // set apart by the layout, as headings often are
    bool bold = false;                  // bold from the first to the last character
};

// Canonical bytes [text.begin, text.end) came from source bytes [source_begin, ...): byte for byte when the sizes
// agree, as a whole (an entity, a decoded glyph, inserted white space of size 0) when they do not.
struct Piece {
    Span text;
    std::uint32_t source_begin = 0;
    std::uint32_t source_size = 0;
    std::uint16_t part = 0;             // index into CanonicalText::parts
    std::uint32_t unit = 0;             // PDF: page from 1; Word: paragraph in its part from 1; else 0
};

// A remark of the reader for the user: an encoding that was converted, furniture removed, glyphs decoded.
struct Note {
    std::string code;                   // slug: "encoding-converted"
    std::string message;                // a sentence
};

// A comment in the file, invisible in the text (HTML and Markdown comments, Word comments).
struct Comment {
    Span range;                         // the text it is attached to; empty when it stands between two characters
    std::string text;
};

struct CanonicalText {
    std::string text;                   // valid UTF-8, at most 4 GiB; no NUL
    std::vector<Block> blocks;          // in order, covering every byte of `text` that is not a line feed or blank
    std::vector<Piece> pieces;          // in order, covering `text`; empty means identity with the source
    std::vector<std::string> parts;     // names of archive parts ("word/document.xml"); empty for single files
    std::vector<Comment> comments;
    std::vector<Note> notes;
    std::string media_type;             // "text/plain", "text/markdown", "text/html", ...
    std::string source;                 // the file's bytes as UTF-8 for text formats (line numbers); empty for archives
    std::string title;                  // the format's own title (HTML <title>, DOCX property), or empty

    std::string_view slice(Span span) const { return std::string_view(text).substr(span.begin, span.size()); }
};

// Where in the source a canonical byte offset came from.
struct SourcePlace {
    std::uint32_t byte = 0;
    std::uint16_t part = 0;
    std::uint32_t unit = 0;
};
SourcePlace source_place(const CanonicalText& text, std::uint32_t offset);

// Line starts of a text; line and column of a byte offset in O(log lines + line length). The text must outlive it.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);
    LineColumn at(std::uint32_t offset) const;
    std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }
    std::string_view line(std::uint32_t number) const;  // from 1, without its line end

private:
    std::string_view text_;
    std::vector<std::uint32_t> starts_;
};

}  // namespace treatycheck
