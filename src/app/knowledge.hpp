// What the program knows before it reads a text: lexicon, packs, sources; built in, or from files with --pack.
#pragma once

#include "rules/engine.hpp"

namespace treatycheck {

struct Knowledge {
    Lexicon lexicon;
    std::vector<Pack> packs;
    Sources sources;
    std::vector<Error> errors;       // every load error, not only the first
};

// `packs`: ids of built-in packs or paths of folders; empty for the default pack. A folder may bring a `lexicon/` of its own.
Knowledge load_knowledge(const std::vector<std::string>& packs);

// A built-in sample's text by name ("" is the model convention); empty when there is none.
std::string_view sample_text(std::string_view name);
std::vector<std::string> sample_names();

}  // namespace treatycheck
