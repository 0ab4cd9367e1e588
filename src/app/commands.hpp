// The commands as functions: plain options in, bytes and an exit code out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "treatycheck/finding.hpp"

namespace treatycheck {

enum ExitCode : int { kClean = 0, kGate = 1, kUsage = 2, kIncomplete = 3 };

struct Output {
    std::string format = "text";
    std::string path;                 // empty: standard output
};

struct AnalyzeOptions {
    std::vector<std::string> paths, packs, rules, concerns, kinds;
    std::vector<Output> outputs;
    std::optional<Severity> min_severity, fail_on;
    std::optional<Confidence> min_confidence;
    bool sample = false, statistics = false, timings = false, quiet = false, colour = false;
    std::string sample_name, language, stdin_filename;
    std::size_t width = 80;
};
int run_analyze(const AnalyzeOptions& options);

struct OutlineOptions {
    std::string path, format = "tree", language, stdin_filename;
    std::size_t width = 80;
};
int run_outline(const OutlineOptions& options);

int run_explain(const std::string& rule, const std::vector<std::string>& packs, std::size_t width);
int run_rules_list(const std::vector<std::string>& packs);
int run_rules_check(const std::vector<std::string>& packs);
int run_rules_test(const std::vector<std::string>& packs);

// `treatycheck: subject: message` on standard error.
void say_error(const std::string& subject, const std::string& message);

}  // namespace treatycheck
