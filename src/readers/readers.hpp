// A file's bytes to canonical text, one reader per format. The type is decided by content first, by name second.
//
// Readers never open files and never fail on odd text; only a broken container or an unknown type is an error.
#pragma once

#include <string>
#include <string_view>

#include "text/canonical_text.hpp"
#include "treatycheck/result.hpp"

namespace treatycheck {

enum class MediaType : std::uint8_t { Plain, Markdown, Html, Xml, Json, Docx, Pdf, Unknown };

// `name` may be empty or any bytes; only its ending counts.
MediaType media_type_of(std::string_view bytes, std::string_view name);

// `name` is used in messages. Errors: Unsupported (binary, unknown type), Malformed, TooLarge (over 1 GiB of text).
Result<CanonicalText> read_document(std::string_view bytes, std::string_view name);

Result<CanonicalText> read_plain(std::string_view bytes, std::string_view name);
Result<CanonicalText> read_markdown(std::string_view bytes, std::string_view name);
Result<CanonicalText> read_html(std::string_view bytes, std::string_view name);

}  // namespace treatycheck
