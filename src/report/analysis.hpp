// Findings of one or more documents, and how they are written.
#pragma once

#include <string>
#include <vector>

#include "annotate/annotations.hpp"
#include "treatycheck/finding.hpp"
#include "treatycheck/result.hpp"

namespace treatycheck {

struct PackName {
    std::string id, version;
};

// One analysed document; owns what the findings' spans refer to.
struct Analysed {
    std::string path;
    std::uint32_t words = 0, articles = 0, provisions = 0;
    std::string sha256, media_type, language, title;
    std::vector<Note> notes;
    std::vector<Finding> findings;   // those that passed the filters
    std::uint32_t hidden = 0;        // reviews and low confidence left out of text output
    const CanonicalText* text = nullptr;
};

struct Analysis {
    std::vector<PackName> packs;
    std::vector<Analysed> documents;
    std::vector<Error> errors;
};

std::string analysis_json(const Analysis& analysis);
std::string analysis_jsonl(const Analysis& analysis);   // one document a line
std::string analysis_concise(const Analysis& analysis);

struct TextStyle {
    bool colour = false;
    std::size_t width = 80;
    bool statistics = false;
};
std::string analysis_text(const Analysis& analysis, const TextStyle& style);

// Control and escape characters made visible; line feeds become spaces.
std::string printable(std::string_view text);
// Columns a terminal needs for the text (wide characters count two).
std::size_t display_width(std::string_view text);

}  // namespace treatycheck
