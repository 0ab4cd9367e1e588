// One function per command: flags to options, then the command itself. commands.cpp alone knows CLI11.
#pragma once

namespace treatycheck {

int analyze_command(int argc, char** argv);
int outline_command(int argc, char** argv);
int explain_command(int argc, char** argv);
int rules_command(int argc, char** argv);

}  // namespace treatycheck
