// A rule pack as the engine runs it: values only. docs/rule-language.md says what each key means.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "annotate/annotations.hpp"
#include "treatycheck/finding.hpp"
#include "treatycheck/result.hpp"

namespace treatycheck {

using NameId = std::uint32_t;   // index into Pack::names: a concept as rules call it

enum class Scope : std::uint8_t {
    Unit, Sentence, Provision, Paragraph, Article, Xref, Safeguards, Section, Chapter, Definitions, Title, Preamble, Instrument,
};
const char* name_of(Scope scope);

struct QuantityTest {
    std::optional<Unit> unit;
    std::optional<Bound> bound;
    double min = -1, max = 1e300;
    std::vector<NameId> of;
};

struct Condition {
    std::vector<NameId> has, has_all, lacks, heading, chapter_heading, defines, uses_term;
    Scope scope = Scope::Unit;
    std::vector<std::uint32_t> tag, not_tag;      // indexes into Pack::tags
    std::vector<Force> modality;
    std::vector<QuantityTest> quantity;           // at most one
    std::vector<ReferenceKind> refers;
    std::vector<MarkerKind> marker;
    std::vector<ProvisionKind> kind;
    std::vector<std::uint32_t> reached_by;
    std::vector<Condition> exists, any, all, negated;
};

enum class RuleUnit : std::uint8_t { Sentence, Provision, Paragraph, Article, Definition, Recital, Title, Chapter, Instrument };

struct Expectation {
    std::vector<NameId> what, not_in;
    std::vector<Condition> condition;             // at most one
    bool all = false, credit = false, weak_at_safeguard = false, open_when_unresolved = false;
    std::vector<Scope> within;
    Strength strength = Strength::Conditional;
    std::optional<Severity> weak_severity;
    std::string message_weak, message_open, looked_for;
};

struct Adjustment {
    Condition when;
    std::optional<Severity> severity;
    std::optional<Confidence> confidence;
    std::optional<FindingKind> kind;
    std::string note;
};

enum class Once : std::uint8_t { Provision, Article, Instrument };

struct RuleTest {
    std::string name, outcome, text, at;          // outcome: fires silent weak open strength review
    int line = 0;
};

struct Rule {
    std::string id, concern, title, message, rationale, suggestion, file;
    std::vector<std::string> aliases, sources;
    FindingKind kind = FindingKind::Problem;
    Severity severity = Severity::Medium;
    Confidence confidence = Confidence::Medium;
    RuleUnit unit = RuleUnit::Sentence;
    Condition given;
    std::vector<NameId> focus;
    std::vector<Condition> unless;
    std::optional<Expectation> expect;
    std::vector<Adjustment> adjust;
    Once once = Once::Provision;
    bool grade = false;
    std::vector<RuleTest> tests;
};

struct Tag {
    std::string name;
    Condition when;
};

struct Pack {
    std::string id, version, title;
    std::vector<std::string> names;               // concepts used
    std::vector<Tag> tags;
    std::vector<Rule> rules;                      // sorted by id
};

struct PackFile {
    std::string name;                             // "rules/human-rights/unbounded-secrecy.yml", for messages
    std::string_view bytes;
};

// `files` hold one pack.yml, at most one tags.yml, and rules. All errors are reported, each with file:line:column.
struct PackLoad {
    Pack pack;
    std::vector<Error> errors;
};
PackLoad load_pack(const std::vector<PackFile>& files);

// Concepts the pack names and the lexicon does not have.
std::vector<Error> check_names(const Pack& pack, const Lexicon& lexicon);

using Sources = std::map<std::string, SourceRef>;
Result<Sources> load_sources(std::string_view bytes, std::string_view name);

// The concern slugs rules may name.
const std::vector<std::string>& concern_slugs();

}  // namespace treatycheck
