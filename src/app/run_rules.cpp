#include <algorithm>
#include <cstdio>

#include "app/commands.hpp"
#include "app/knowledge.hpp"
#include "base/edit_distance.hpp"

namespace treatycheck {
namespace {

// Prints load errors; true when there are any.
bool say_errors(const Knowledge& k) {
    for (const Error& e : k.errors) say_error(e.subject, e.message);
    return !k.errors.empty();
}

std::string wrapped(const std::string& text, std::size_t width) {
    std::string out, line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find_first_of(" \n", at), text.size());
        const std::string word = text.substr(at, next - at);
        if (!line.empty() && line.size() + 1 + word.size() > width) {
            out += line + "\n";
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
        at = next + 1;
    }
    return out + line + "\n";
}

}  // namespace

int run_explain(const std::string& name, const std::vector<std::string>& packs, std::size_t width) {
    const Knowledge k = load_knowledge(packs);
    if (say_errors(k)) return kUsage;
    std::vector<std::string> names;
    for (const Pack& pack : k.packs) {
        for (const Rule& r : pack.rules) {
            names.push_back(r.id);
            if (r.id != name && std::find(r.aliases.begin(), r.aliases.end(), name) == r.aliases.end()) continue;
            std::string out = r.id + ": " + r.title + "\n\n";
            out += std::string(name_of(r.kind)) + ", severity " + name_of(r.severity) + ", confidence " + name_of(r.confidence) + "; concern " + r.concern + "\n\n";
            out += "Why it matters\n" + wrapped(r.rationale, width) + "\n";
            if (!r.suggestion.empty()) out += "What would cure it\n" + wrapped(r.suggestion, width) + "\n";
            if (!r.sources.empty()) out += "Who says so\n";
            for (const std::string& id : r.sources) {
                const auto s = k.sources.find(id);
                if (s != k.sources.end()) out += wrapped("- " + s->second.organisation + ", " + s->second.title + " (" + s->second.date + ") " + s->second.url, width);
            }
            for (const RuleTest& t : r.tests) out += "\nExample (" + t.outcome + "): " + t.name + "\n" + t.text;
            std::fwrite(out.data(), 1, out.size(), stdout);
            return kClean;
        }
    }
    say_error(name, "no rule of that name" + did_you_mean(name, names));
    return kUsage;
}

int run_rules_list(const std::vector<std::string>& packs) {
    const Knowledge k = load_knowledge(packs);
    if (say_errors(k)) return kUsage;
    for (const Pack& pack : k.packs) {
        for (const Rule& r : pack.rules) {
            std::printf("%-34s %-9s %-9s %-7s %s\n", r.id.c_str(), name_of(r.kind), name_of(r.severity), name_of(r.confidence), r.title.c_str());
        }
    }
    return kClean;
}

int run_rules_check(const std::vector<std::string>& packs) {
    const Knowledge k = load_knowledge(packs);
    if (say_errors(k)) return kUsage;
    std::size_t rules = 0;
    for (const Pack& pack : k.packs) rules += pack.rules.size();
    std::printf("%zu rules in %zu packs, %u concepts: no errors\n", rules, k.packs.size(), k.lexicon.concept_count());
    return kClean;
}

int run_rules_test(const std::vector<std::string>& packs) {
    const Knowledge k = load_knowledge(packs);
    if (say_errors(k)) return kUsage;
    std::size_t tests = 0, failed = 0;
    for (const Pack& pack : k.packs) {
        for (const Rule& r : pack.rules) tests += r.tests.size();
        for (const TestFailure& f : test_rules(pack, k.lexicon, k.sources)) {
            std::printf("%s, '%s': %s\n", f.rule.c_str(), f.test.c_str(), f.what.c_str());
            ++failed;
        }
    }
    std::printf("%zu tests, %zu failed\n", tests, failed);
    return failed == 0 ? kClean : kUsage;
}

}  // namespace treatycheck
