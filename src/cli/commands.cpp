#include "cli/commands.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <functional>

#include "app/commands.hpp"

namespace treatycheck {
namespace {

const std::map<std::string, Severity> kSeverities{{"critical", Severity::Critical}, {"high", Severity::High}, {"medium", Severity::Medium}, {"low", Severity::Low}, {"info", Severity::Info}};
const std::map<std::string, Confidence> kConfidences{{"high", Confidence::High}, {"medium", Confidence::Medium}, {"low", Confidence::Low}};

std::size_t terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
    return 80;
}

bool wants_colour(const std::string& when) {
    if (when == "always") return true;
    if (when == "never" || std::getenv("NO_COLOR") != nullptr) return false;
    const char* terminal = std::getenv("TERM");
    return isatty(STDOUT_FILENO) != 0 && (terminal == nullptr || std::string(terminal) != "dumb");
}

// Parses and runs; bad flags end with a plain message and exit code 2.
int parsed(CLI::App& app, int argc, char** argv, const std::function<int()>& run) {
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& e) {
        return app.exit(e);
    } catch (const CLI::ParseError& e) {
        say_error(app.get_name(), std::string(e.what()) + "; see --help");
        return kUsage;
    }
    return run();
}

std::vector<Output> outputs_of(const std::vector<std::string>& formats, const std::string& path) {
    std::vector<Output> out;
    for (const std::string& f : formats) {
        const std::size_t colon = f.find(':');
        out.push_back({f.substr(0, colon), colon == std::string::npos ? "" : f.substr(colon + 1)});
    }
    if (out.empty()) out.push_back({});
    if (!path.empty()) out[0].path = path;
    return out;
}

}  // namespace

int analyze_command(int argc, char** argv) {
    CLI::App app("Findings in each text.", "treatycheck analyze");
    AnalyzeOptions o;
    std::vector<std::string> formats;
    std::string output, colour = "auto", min_severity, min_confidence, fail_on = "never", sample = "-";
    app.add_option("paths", o.paths, "texts or folders of texts; - for standard input");
    app.add_option("--sample", sample, "a built-in text instead (model-convention, model-convention-earlier, model-convention-cured)")->expected(0, 1);
    app.add_option("-f,--format", formats, "text concise json jsonl; FORMAT:PATH writes to a file; repeatable")->allow_extra_args(false);
    app.add_option("-o,--output", output, "write the first format to this file");
    app.add_option("-p,--pack", o.packs, "built-in pack or folder of rules; repeatable")->allow_extra_args(false);
    app.add_option("--rule", o.rules, "only rules whose name fits the pattern")->allow_extra_args(false);
    app.add_option("--concern", o.concerns, "only this concern")->allow_extra_args(false);
    app.add_option("--kind", o.kinds, "only findings of this kind")->check(CLI::IsMember({"problem", "weak", "open", "review", "strength", "drafting"}))->allow_extra_args(false);
    app.add_option("--min-severity", min_severity, "leave out what is less severe")->check(CLI::IsMember(kSeverities));
    app.add_option("--min-confidence", min_confidence, "leave out what is less certain")->check(CLI::IsMember(kConfidences));
    app.add_option("--fail-on", fail_on, "exit with 1 at a problem of this severity or above")->check(CLI::IsMember({"critical", "high", "medium", "low", "info", "never"}));
    app.add_option("--lang", o.language, "the text's language: auto en fr es ru ar zh");
    app.add_option("--stdin-filename", o.stdin_filename, "the name to give standard input");
    app.add_option("--color", colour, "auto always never")->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_option("--width", o.width, "columns of text output")->check(CLI::Range(40, 400));
    app.add_flag("--statistics", o.statistics, "count findings by rule");
    app.add_flag("--timings", o.timings, "milliseconds of each pass, on standard error");
    app.add_flag("-q,--quiet", o.quiet, "no remarks");
    o.width = terminal_width();
    return parsed(app, argc, argv, [&] {
        o.sample = app.count("--sample") != 0;
        o.sample_name = sample == "-" ? "" : sample;
        if (!o.sample && o.paths.empty()) {
            say_error("analyze", "no text given; name a file, a folder, - or --sample");
            return static_cast<int>(kUsage);
        }
        if (!min_severity.empty()) o.min_severity = kSeverities.at(min_severity);
        if (!min_confidence.empty()) o.min_confidence = kConfidences.at(min_confidence);
        if (fail_on != "never") o.fail_on = kSeverities.at(fail_on);
        if (o.language == "auto") o.language.clear();
        o.colour = wants_colour(colour);
        o.outputs = outputs_of(formats, output);
        for (const Output& out : o.outputs) {
            if (out.format == "text" || out.format == "concise" || out.format == "json" || out.format == "jsonl") continue;
            say_error(out.format, "no such format; text, concise, json or jsonl");
            return static_cast<int>(kUsage);
        }
        return run_analyze(o);
    });
}

int outline_command(int argc, char** argv) {
    CLI::App app("How the text was understood: its clause tree.", "treatycheck outline");
    OutlineOptions o;
    o.width = terminal_width();
    app.add_option("path", o.path, "a text; - for standard input")->required();
    app.add_option("-f,--format", o.format, "tree json")->check(CLI::IsMember({"tree", "json"}))->allow_extra_args(false);
    app.add_option("--lang", o.language, "the text's language");
    app.add_option("--stdin-filename", o.stdin_filename, "the name to give standard input");
    app.add_option("--width", o.width, "columns of the tree")->check(CLI::Range(40, 400));
    return parsed(app, argc, argv, [&] {
        if (o.language == "auto") o.language.clear();
        return run_outline(o);
    });
}

int explain_command(int argc, char** argv) {
    CLI::App app("One rule's page: what, why, who says so, examples.", "treatycheck explain");
    std::string rule;
    std::vector<std::string> packs;
    app.add_option("rule", rule, "the rule's name")->required();
    app.add_option("-p,--pack", packs, "built-in pack or folder of rules")->allow_extra_args(false);
    return parsed(app, argc, argv, [&] { return run_explain(rule, packs, terminal_width()); });
}

int rules_command(int argc, char** argv) {
    CLI::App app("The rules.", "treatycheck rules");
    std::vector<std::string> packs;
    app.require_subcommand(1);
    for (const char* name : {"list", "check", "test"}) app.add_subcommand(name)->add_option("-p,--pack,pack", packs, "built-in pack or folder of rules")->allow_extra_args(false);
    return parsed(app, argc, argv, [&] {
        const std::string which = app.get_subcommands()[0]->get_name();
        return which == "list" ? run_rules_list(packs) : which == "check" ? run_rules_check(packs) : run_rules_test(packs);
    });
}

}  // namespace treatycheck
