#include "report/places.hpp"

#include <algorithm>

namespace treatycheck {

Places::Places(const CanonicalText& text)
    : text_(text), in_source_(!text.source.empty()), lines_(in_source_ ? std::string_view(text.source) : std::string_view(text.text)) {}

std::uint32_t Places::source_offset(std::uint32_t offset) const {
    return in_source_ ? std::min(source_place(text_, offset).byte, static_cast<std::uint32_t>(text_.source.size())) : offset;
}

LineColumn Places::at(std::uint32_t offset) const { return lines_.at(source_offset(offset)); }

void Places::write_one(JsonWriter& json, std::uint32_t offset) const {
    const LineColumn place = at(offset);
    json.open_object().field("byte", offset).field("line", place.line).field("column", place.column);
    const SourcePlace source = source_place(text_, offset);
    if (source.unit != 0) json.field(text_.parts.empty() ? "page" : "paragraph", source.unit);
    if (!text_.parts.empty()) json.field("part", text_.parts[source.part]);
    json.close_object();
}

void Places::write(JsonWriter& json, Span span) const {
    json.open_object().key("start");
    write_one(json, span.begin);
    json.key("end");
    write_one(json, span.end);
    json.close_object();
}

}  // namespace treatycheck
