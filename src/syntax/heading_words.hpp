// "Article 5 bis", "CHAPTER IV", "Статья 3", "第十四条", "Annex II": the words that open a division, by language.
#pragma once

#include <optional>
#include <string_view>

#include "syntax/numbering.hpp"

namespace treatycheck {

struct HeadReading {
    ProvisionKind kind = ProvisionKind::Article;
    bool section_word = false;      // "Section", "Sec.": the article level of many statutes
    bool capital = false;           // the word begins with a capital, as headings do
    bool has_number = false;
    HeadNumber number;
    std::uint32_t label_size = 0;   // bytes of "Article 5 bis", without the point or dash after it
    std::uint32_t rest = 0;         // offset of what follows the label, its point, colon or dash
};

// At the start of `text`. Articles need a number; an annex may go without one.
std::optional<HeadReading> read_head(std::string_view text);

// The words that close a treaty: "IN WITNESS WHEREOF", "DONE at", "En foi de quoi".
bool opens_signature(std::string_view text);

}  // namespace treatycheck
