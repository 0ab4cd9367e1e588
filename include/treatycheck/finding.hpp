// What the program has to say about a text. A finding owns its strings and may outlive the text.
// Fields and their meaning are the JSON contract `treatycheck.analysis` 1.0 (docs/json.md).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "treatycheck/span.hpp"

namespace treatycheck {

enum class FindingKind : std::uint8_t { Problem, Weak, Open, Review, Strength, Drafting };
enum class Severity : std::uint8_t { Critical, High, Medium, Low, Info };
enum class Confidence : std::uint8_t { High, Medium, Low };

const char* name_of(FindingKind kind);
const char* name_of(Severity severity);
const char* name_of(Confidence confidence);

struct ProvisionRef {
    std::string eid;                  // "art_40__para_20"; "instrument"
    std::vector<std::string> path;    // {"40", "20"}
    std::string label;                // "Article 40(20)"
    std::string heading;              // of the article; may be empty
};

enum class EvidenceRole : std::uint8_t { Trigger, Safeguard, Searched, Reference };
const char* name_of(EvidenceRole role);

struct Evidence {
    EvidenceRole role = EvidenceRole::Trigger;
    ProvisionRef provision;
    Span span;                        // empty for a place searched in vain
    std::string quote;                // the words at `span`; empty for a place searched in vain
    std::string strength;             // "binding", "delegated", ...; empty when it does not apply
    std::string note;                 // what was looked for, or how this place was reached: "via Article 24(2)"
};

struct SourceRef {
    std::string organisation, title, date, url;
};

struct Finding {
    std::string fingerprint;          // "tc1:" + 16 hex digits
    std::string rule;
    std::string concern;
    FindingKind kind = FindingKind::Problem;
    Severity severity = Severity::Medium;
    Confidence confidence = Confidence::Medium;
    ProvisionRef provision;
    Span span;                        // the words that trigger it
    std::string quote;                // exactly the text at `span`
    std::string message;
    std::string rationale;
    std::string suggestion;
    std::vector<Evidence> evidence;
    std::vector<SourceRef> sources;
};

}  // namespace treatycheck
