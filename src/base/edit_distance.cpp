#include "base/edit_distance.hpp"

#include <algorithm>

namespace treatycheck {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row[b.size()];
}

std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& names) {
    std::size_t best = wrong.size() / 3 + 2;
    const std::string* nearest = nullptr;
    for (const std::string& name : names) {
        const std::size_t distance = edit_distance(wrong, name);
        if (distance < best) {
            best = distance;
            nearest = &name;
        }
    }
    return nearest == nullptr ? "" : ", did you mean '" + *nearest + "'?";
}

}  // namespace treatycheck
