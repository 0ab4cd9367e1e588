// How a text was understood: the clause tree as a page, as JSON (`treatycheck.outline` 1.0), as Akoma Ntoso 3.0.
#pragma once

#include <string>

#include "annotate/annotations.hpp"

namespace treatycheck {

std::string outline_json(const Document& document, const Annotations& annotations, std::string_view path);
std::string outline_tree(const Document& document, std::size_t width);
std::string outline_akn(const Document& document);

}  // namespace treatycheck
