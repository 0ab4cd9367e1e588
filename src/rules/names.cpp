#include "rules/pack.hpp"

namespace treatycheck {

const char* name_of(Scope scope) {
    static constexpr const char* kNames[] = {"the clause", "the sentence", "the clause", "the paragraph", "the article", "a provision it refers to", "the safeguards article",
                                             "the section", "the chapter", "the definitions", "the title", "the preamble", "the instrument"};
    return kNames[static_cast<std::size_t>(scope)];
}

const char* name_of(FindingKind kind) {
    static constexpr const char* kNames[] = {"problem", "weak", "open", "review", "strength", "drafting"};
    return kNames[static_cast<std::size_t>(kind)];
}

const char* name_of(Severity severity) {
    static constexpr const char* kNames[] = {"critical", "high", "medium", "low", "info"};
    return kNames[static_cast<std::size_t>(severity)];
}

const char* name_of(Confidence confidence) {
    static constexpr const char* kNames[] = {"high", "medium", "low"};
    return kNames[static_cast<std::size_t>(confidence)];
}

const char* name_of(EvidenceRole role) {
    static constexpr const char* kNames[] = {"trigger", "safeguard", "searched", "reference"};
    return kNames[static_cast<std::size_t>(role)];
}

}  // namespace treatycheck
