// The annotators, one file each; annotate.cpp runs them in this order.
#pragma once

#include "annotate/annotations.hpp"

namespace treatycheck {

void find_sentences(const Document& document, Annotations& out);
void find_mentions(const Document& document, const Lexicon& lexicon, Annotations& out);
void find_modals(const Document& document, const Lexicon& lexicon, Annotations& out);
void find_markers(const Document& document, const Lexicon& lexicon, Annotations& out);
void find_quantities(const Document& document, Annotations& out);
void find_definitions(const Document& document, const Lexicon& lexicon, Annotations& out);
void find_term_uses(const Document& document, Annotations& out);
void find_references(const Document& document, Annotations& out);
void find_list_logic(const Document& document, Annotations& out);

// 4 for "four", 24 for "24"; 0 when the word is no number.
std::uint32_t number_of(std::string_view folded);

}  // namespace treatycheck
