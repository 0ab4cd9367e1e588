#include "text/canonical_text.hpp"

#include <algorithm>
#include <cstring>

namespace treatycheck {

SourcePlace source_place(const CanonicalText& text, std::uint32_t offset) {
    if (text.pieces.empty()) return {offset, 0, 0};
    auto after = std::upper_bound(text.pieces.begin(), text.pieces.end(), offset,
                                  [](std::uint32_t at, const Piece& piece) { return at < piece.text.begin; });
    if (after == text.pieces.begin()) return {after->source_begin, after->part, after->unit};
    const Piece& piece = *(after - 1);
    const std::uint32_t into = std::min(offset - piece.text.begin, piece.text.size());
    const bool byte_for_byte = piece.text.size() == piece.source_size;
    return {piece.source_begin + (byte_for_byte ? into : std::min(into, piece.source_size)), piece.part, piece.unit};
}

LineIndex::LineIndex(std::string_view text) : text_(text) {
    starts_.push_back(0);
    const char* const data = text.data();
    std::size_t at = 0;
    while (at < text.size()) {
        const void* found = std::memchr(data + at, '\n', text.size() - at);
        if (found == nullptr) break;
        at = static_cast<std::size_t>(static_cast<const char*>(found) - data) + 1;
        starts_.push_back(static_cast<std::uint32_t>(at));
    }
}

LineColumn LineIndex::at(std::uint32_t offset) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - starts_.begin());
    const std::uint32_t end = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    std::uint32_t column = 1;
    for (std::uint32_t i = starts_[line - 1]; i < end; ++i) {
        column += (static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80;
    }
    return {line, column};
}

std::string_view LineIndex::line(std::uint32_t number) const {
    const std::uint32_t begin = starts_[number - 1];
    std::uint32_t end = number < starts_.size() ? starts_[number] - 1 : static_cast<std::uint32_t>(text_.size());
    if (end > begin && text_[end - 1] == '\r') --end;
    return text_.substr(begin, end - begin);
}

}  // namespace treatycheck
