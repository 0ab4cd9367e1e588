// The command's name chooses a row of the table; only that command's flags are then built (building all costs a
// millisecond of every start).
#include <csignal>
#include <cstdio>
#include <cstring>

#include "cli/commands.hpp"
#include "treatycheck/version.hpp"

namespace {

int version_command(int argc, char** argv) {
    if (argc > 1 && std::strcmp(argv[1], "--json") == 0) std::printf("{\"name\": \"treatycheck\", \"version\": \"%s\"}\n", treatycheck::kVersion);
    else std::printf("treatycheck %s\n", treatycheck::kVersion);
    return 0;
}

struct Command {
    const char* name;
    const char* what;
    int (*run)(int argc, char** argv);
};
constexpr Command kCommands[] = {
    {"analyze", "findings in each text", treatycheck::analyze_command},
    {"outline", "how the text was understood", treatycheck::outline_command},
    {"explain", "one rule's page", treatycheck::explain_command},
    {"rules", "list, check or test the rules", treatycheck::rules_command},
    {"version", "this program's version", version_command},
};

int usage(std::FILE* to) {
    std::fputs("treatycheck reads draft treaties and shows which provisions endanger human rights.\n\nusage: treatycheck COMMAND [OPTIONS] ...\n\n", to);
    for (const Command& command : kCommands) std::fprintf(to, "  %-9s %s\n", command.name, command.what);
    std::fputs("\n`treatycheck COMMAND --help` lists a command's options.\n", to);
    return to == stdout ? 0 : 2;
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);   // a closed pipe is no failure: the writes after it go nowhere
    if (argc < 2) return usage(stderr);
    if (std::strcmp(argv[1], "--help") == 0 || std::strcmp(argv[1], "-h") == 0 || std::strcmp(argv[1], "help") == 0) return usage(stdout);
    const char* const wanted = std::strcmp(argv[1], "--version") == 0 ? "version" : argv[1];
    for (const Command& command : kCommands) {
        if (std::strcmp(command.name, wanted) == 0) return command.run(argc - 1, argv + 1);
    }
    std::fprintf(stderr, "treatycheck: no command '%s'\n\n", argv[1]);
    return usage(stderr);
}
