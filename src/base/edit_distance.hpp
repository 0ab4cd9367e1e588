// "did you mean": the name of a list that is nearest to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace treatycheck {

// Letters to add, drop or change; bounded by the lengths of the two.
std::size_t edit_distance(std::string_view a, std::string_view b);

// ", did you mean 'x'?" when one of the names is within a third of its length; else "".
std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& names);

}  // namespace treatycheck
