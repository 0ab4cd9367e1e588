"""Each rule of lint.py catches a planted breach and lets its lawful neighbour pass."""

import tempfile
import unittest
from pathlib import Path

import lint


def breaches_of(files):
    """`files`: name -> text. The breaches as "name: what"."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "checkout")
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return [f"{name}: {what}" for name, _, what in lint.breaches(root)]


class Rules(unittest.TestCase):
    def check(self, files, *expected):
        found = breaches_of(files)
        self.assertEqual(len(found), len(expected), found)
        for one, part in zip(found, expected):
            self.assertIn(part, one)

    def test_includes_point_down(self):
        self.check({"src/text/a.cpp": '#include "base/ids.hpp"\n'})
        self.check({"src/base/a.cpp": '#include "text/words.hpp"\n'}, "same floor or above")
        self.check({"src/rules/a.cpp": '#include "compare/align.hpp"\n'}, "same floor or above")

    def test_libraries_stay_in_their_files(self):
        self.check({"src/text/unicode.cpp": "#include <unicode/uchar.h>\n", "src/rules/pack_yaml.cpp": "#include <yaml-cpp/yaml.h>\n"})
        self.check({"src/syntax/a.cpp": "#include <unicode/uchar.h>\n"}, "may not be included here")
        self.check({"src/rules/pack.cpp": "#include <yaml-cpp/yaml.h>\n"}, "may not be included here")
        self.check({"src/base/a.cpp": "#include <regex>\n"}, "may not be included here")

    def test_public_headers_know_only_the_standard_library(self):
        self.check({"include/treatycheck/a.hpp": '#include <string>\n#include "treatycheck/b.hpp"\n'})
        self.check({"include/treatycheck/a.hpp": '#include "syntax/document.hpp"\n'}, "public header")

    def test_sizes(self):
        self.check({"src/base/a.cpp": "\n" * 400})
        self.check({"src/base/a.cpp": "\n" * 401}, "longer than 400 lines")
        self.check({"src/base/a.hpp": "\n" * 151}, "longer than 150 lines")

    def test_text(self):
        self.check({"README.md": "space \n"}, "trailing space")
        self.check({"README.md": "no end"}, "no line feed")
        self.check({"README.md": "see /home/" + "somebody/notes\n"}, "path of one machine")

    def test_links(self):
        self.check({"README.md": "[a](docs/a.md) [b](https://example.org) `[c](nowhere)`\n", "docs/a.md": "[up](../README.md#top)\n"})
        self.check({"README.md": "[a](docs/a.md)\n"}, "leads nowhere")

    def test_sources_are_listed(self):
        self.check({"src/base/CMakeLists.txt": "floor(base SOURCES a.cpp)\n", "src/base/a.cpp": ""})
        self.check({"src/base/CMakeLists.txt": "floor(base SOURCES aa.cpp)\n", "src/base/a.cpp": ""}, "listed in no CMakeLists")


if __name__ == "__main__":
    unittest.main()
