#!/usr/bin/env python3
"""The rules of the house that need no compiler: `lint.py [FOLDER]`.

A file includes only what lies on its own floor or below; a third-party library is seen only in the files that may know it;
every source is listed in its room's CMakeLists.txt; no file over its size, no line over 200 characters (aim at 110; tables may be wider); no trailing space;
links in the documents lead somewhere; no path of anybody's machine. Prints each breach as `file:line: what`, ends with 1."""

import os
import re
import sys
from pathlib import Path

FLOORS = [["base"], ["text"], ["readers", "lexicon"], ["syntax"], ["annotate"], ["rules", "compare"], ["report"], ["app"], ["cli"]]
LEVEL = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
# Header prefix of a library -> the files that may include it.
LIBRARIES = {
    "unicode/": r"src/text/(unicode|encoding)\.cpp|src/readers/.*", "yaml-cpp/": r"src/.*_yaml\.cpp",
    "pugixml": r"src/(readers|report)/.*", "gumbo": r"src/readers/.*", "md4c": r"src/readers/.*",
    "minizip/": r"src/(readers|report)/.*", "zlib": r"src/(readers|report)/.*",
    "CLI/": r"src/cli/.*", "toml++/": r"src/app/.*", "nlohmann/": r"src/readers/.*|tests/.*",
    "fmt/": r"(?!)", "regex": r"(?!)", "iostream": r"tests/.*",
}
INCLUDE = re.compile(r'^\s*#include [<"]([^>"]+)[>"]')
LINK = re.compile(r"\]\(([^)\s]+)\)")
LINES = {".cpp": 400, ".hpp": 150}
# Files that were longer when the rule came: they may shrink, not grow.
LONG = {"src/syntax/plan.cpp": 430, "src/annotate/references.cpp": 410}
ENDINGS = (".cpp", ".hpp", ".c", ".h", ".md", ".yml", ".yaml", ".toml", ".py", ".cmake", ".json", ".txt", ".sh", "")
SKIPPED = {"build", ".git", ".cache", "node_modules", "__pycache__"}


def files_of(root):
    for folder, below, names in os.walk(root):
        below[:] = sorted(d for d in below if d not in SKIPPED)
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix in ENDINGS and not (name == ".git" or path.is_symlink()):
                yield path.relative_to(root).as_posix(), path


def machine_paths(root):
    """What must stand nowhere: homes, the folder this checkout lies in, and (but for the CI script) the corpus beside it."""
    parent = str(root.resolve().parent)
    found = [r"/home/[a-z]\w*/", "/Users/" + r"\w+/", re.escape("../" + "shared"), re.escape("." + "library/")]
    if parent.count("/") >= 1 and parent not in ("/", "/tmp", "/usr", "/home", "/src", "/root", "/opt", "/srv"):
        found.append(r"(?<![\w.])" + re.escape(parent + "/"))
    return re.compile("|".join(found))


def text_breaches(name, text, machine):
    for number, line in enumerate(text.split("\n"), 1):
        if line != line.rstrip():
            yield number, "trailing space"
        if machine.search(line) and name != ".ci/run":
            yield number, "a path of one machine"
    if text and not text.endswith("\n"):
        yield text.count("\n") + 1, "no line feed at the end"


def code_breaches(name, text):
    ending = name[name.rfind("."):]
    lines = text.split("\n")
    if name.startswith(("src/", "include/")) and len(lines) - 1 > LONG.get(name, LINES[ending]):
        yield len(lines) - 1, f"longer than {LONG.get(name, LINES[ending])} lines"
    for number, line in enumerate(lines, 1):
        if len(line) > 200:
            yield number, "line longer than 200 characters"
        include = INCLUDE.match(line)
        if include:
            yield from include_breaches(name, number, include[1])


def include_breaches(name, number, header):
    for prefix, allowed in LIBRARIES.items():
        if (header.startswith(prefix) if prefix[-1] == "/" else header.split(".")[0] == prefix) and not re.fullmatch(allowed, name):
            yield number, f"<{header}> may not be included here"
    here = name.split("/")[1] if name.startswith("src/") else None
    there = header.split("/")[0] if "/" in header else None
    if here in LEVEL and there in LEVEL and here != there and LEVEL[there] >= LEVEL[here]:
        yield number, f"{here}/ may not include {header}: it lies on the same floor or above"
    if name.startswith("include/") and (there in LEVEL or there not in (None, "treatycheck")):
        yield number, f"a public header may include the standard library and treatycheck/ only, not {header}"


def link_breaches(name, path, text):
    for number, line in enumerate(text.split("\n"), 1):
        for target in LINK.findall(re.sub(r"`[^`]*`", "", line)):
            file = target.split("#")[0]
            if file and "://" not in target and not target.startswith("mailto:") and not (path.parent / file).exists():
                yield number, f"link to {target} leads nowhere"


def unlisted(root):
    """Sources no CMakeLists.txt of their room names: they would be compiled by nobody."""
    for room in sorted(LEVEL):
        listing = root / "src" / room / "CMakeLists.txt"
        if listing.exists():
            listed = listing.read_text(encoding="utf-8")
            for source in sorted((root / "src" / room).rglob("*.cpp")):
                if not re.search(r"(?<![\w-])" + re.escape(source.name), listed):
                    yield source.relative_to(root).as_posix()


def breaches(root):
    machine = machine_paths(root)
    for name, path in files_of(root):
        if name == "LICENSE":
            continue
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            if path.suffix in (".cpp", ".hpp", ".md", ".yml"):
                yield name, 1, "not UTF-8"
            continue
        if not name.startswith(("tests/cli/", "tests/fuzz/seeds", "tests/golden/", "tests/property/", "data/samples/")):
            yield from ((name, *breach) for breach in text_breaches(name, text, machine))
        if path.suffix in (".cpp", ".hpp"):
            yield from ((name, *breach) for breach in code_breaches(name, text))
        if path.suffix == ".md":
            yield from ((name, *breach) for breach in link_breaches(name, path, text))
    yield from ((name, 1, "listed in no CMakeLists.txt of its room") for name in unlisted(root))


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent.parent
    found = list(breaches(root))
    for name, number, what in found:
        print(f"{name}:{number}: {what}")
    print(f"house rules: {len(found)} breaches")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
