// Rules over one annotated document.
#pragma once

#include "rules/pack.hpp"

namespace treatycheck {

// Findings in document order, then by rule. Deterministic; every finding owns its strings.
std::vector<Finding> run_rules(const Document& document, const Annotations& annotations, const Lexicon& lexicon, const Pack& pack,
                               const Sources& sources);

struct TestFailure {
    std::string rule, test, what;   // what: "missing: ...", "noisy: ...", "wrong place: ...", "wrong kind: ..."
};
// Runs the tests of every rule.
std::vector<TestFailure> test_rules(const Pack& pack, const Lexicon& lexicon, const Sources& sources);

}  // namespace treatycheck
