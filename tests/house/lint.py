#!/usr/bin/env python3
"""The rules of the house that need no compiler.

A file includes only what lies on its own floor or below; a third-party library is seen only in the rooms that may know it;
no trailing space; no file without a final line feed. Prints each breach as `file:line: what` and ends with 1."""

import re
import subprocess
import sys
from pathlib import Path

FLOORS = [["base"], ["text"], ["readers", "lexicon"], ["syntax"], ["annotate"], ["rules", "compare"], ["report"], ["app"], ["cli"]]
LEVEL = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
# Header prefix of a library -> the files that may include it.
LIBRARIES = {
    "unicode/": r"src/text/(unicode|encoding)\.cpp|src/readers/.*", "yaml-cpp/": r"src/.*_yaml\.cpp",
    "pugixml": r"src/(readers|report)/.*", "gumbo": r"src/readers/.*", "md4c": r"src/readers/.*", "minizip/": r"src/(readers|report)/.*",
    "CLI/": r"src/cli/.*", "toml++/": r"src/app/.*", "nlohmann/": r"src/(readers|report)/.*|tests/.*",
}
INCLUDE = re.compile(r'^\s*#include [<"]([^>"]+)[>"]')


def breaches(path, text):
    for number, line in enumerate(text.split("\n"), 1):
        if line != line.rstrip():
            yield number, "trailing space"
        include = INCLUDE.match(line) if path.suffix in (".cpp", ".hpp") else None
        if include:
            yield from include_breaches(str(path), number, include[1])
    if text and not text.endswith("\n"):
        yield text.count("\n") + 1, "no line feed at the end"


def include_breaches(path, number, header):
    for prefix, allowed in LIBRARIES.items():
        if header.startswith(prefix) and not re.fullmatch(allowed, path):
            yield number, f"{header} may not be included here"
    here, there = path.split("/")[1] if path.startswith("src/") else None, header.split("/")[0]
    if "/" in header and here in LEVEL and there in LEVEL and here != there and LEVEL[there] >= LEVEL[here]:
        yield number, f"{here}/ may not include {header}: it lies on the same floor or above"


def main():
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True).stdout.split("\n")
    found = 0
    for name in listed:
        path = Path(name)
        if path.suffix not in (".cpp", ".hpp", ".md", ".yml", ".py", ".cmake", ".json", "") or not path.is_file() or name == "LICENSE":
            continue
        for number, what in breaches(path, path.read_text(encoding="utf-8")):
            print(f"{name}:{number}: {what}")
            found += 1
    print(f"lint: {found} breaches")
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
