#pragma once

#include <string>

#include "text/words.hpp"

namespace treatycheck {

// "en", "fr", "es", "ru", "ar", "zh" by its commonest words; "" when none of them fits.
std::string guess_language(const Words& words);

}  // namespace treatycheck
