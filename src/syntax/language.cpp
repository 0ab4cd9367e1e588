#include "syntax/language.hpp"

#include <array>
#include <vector>

namespace treatycheck {
namespace {

struct Language {
    std::string_view code;
    std::array<std::string_view, 8> common;
};
// Function words of treaties; Dutch, German and Portuguese stand here so that they are not taken for a neighbour.
constexpr std::array<Language, 9> kLanguages{{
    {"en", {"the", "of", "and", "to", "in", "shall", "by", "this"}},
    {"fr", {"la", "de", "les", "des", "et", "du", "le", "aux"}},
    {"es", {"el", "los", "del", "las", "y", "que", "por", "una"}},
    {"ru", {"и", "в", "на", "с", "или", "по", "не", "для"}},
    {"ar", {"في", "من", "على", "أو", "هذه", "إلى", "التي", "أن"}},
    {"zh", {"的", "国", "约", "條", "条", "公", "约", "之"}},
    {"nl", {"het", "een", "van", "en", "de", "op", "voor", "der"}},
    {"de", {"der", "die", "und", "das", "den", "mit", "für", "nach"}},
    {"pt", {"o", "os", "do", "da", "dos", "e", "uma", "não"}},
}};

}  // namespace

std::string guess_language(const Words& words) {
    std::vector<std::uint32_t> counts(words.vocabulary.size(), 0);
    const std::size_t window = std::min<std::size_t>(words.words.size(), 20000);
    for (std::size_t i = 0; i < window; ++i) ++counts[words.words[i].id.value];
    std::string best;
    std::uint64_t most = window / 40;   // fewer than one word in forty: no language of the table
    for (const Language& language : kLanguages) {
        std::uint64_t hits = 0;
        for (const std::string_view word : language.common) {
            const WordId id = words.vocabulary.find(word);
            if (id.exists()) hits += counts[id.value];
        }
        if (hits > most) {
            most = hits;
            best = language.code;
        }
    }
    return best == "nl" || best == "de" || best == "pt" ? "" : best;
}

}  // namespace treatycheck
