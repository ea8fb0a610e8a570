"""docs/extending.md walks through real files: each block of code names one, and its lines stand
there in that order.

Run by ctest as tidy.extending.
"""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "extending.md"
FILES_MAX = 20  # that an event and its act touch


def blocks(text):
    """(file, lines) of every block of code."""
    for found in re.finditer(r"^```\w+ (\S+)\n(.*?)^```$", text, flags=re.M | re.S):
        yield found.group(1), [line for line in found.group(2).split("\n") if line.strip()]


def missing(lines, content):
    """The first line that does not come after those before it, or None."""
    at = 0
    stored = content.split("\n")
    for line in lines:
        if line not in stored[at:]:
            return line
        at += stored[at:].index(line) + 1
    return None


class Extending(unittest.TestCase):
    def setUp(self):
        self.text = PAGE.read_text(encoding="utf-8")

    def test_every_block_stands_in_its_file(self):
        found = list(blocks(self.text))
        self.assertGreater(len(found), 20)
        for name, lines in found:
            with self.subTest(file=name):
                path = ROOT / name
                self.assertTrue(path.is_file(), f"{name} is not there")
                self.assertIsNone(missing(lines, path.read_text(encoding="utf-8")))

    def test_an_event_with_its_act_touches_few_files(self):
        walk = self.text[:self.text.index("## 9.")]
        files = {name for name, _ in blocks(walk)}
        self.assertLessEqual(len(files), FILES_MAX, sorted(files))

    def test_every_file_named_in_the_text_exists(self):
        prose = re.sub(r"^```.*?^```$", "", self.text, flags=re.M | re.S)
        named = re.findall(r"`([\w/.-]+/[\w.-]+\.\w+)`", prose)
        self.assertTrue(named)
        for name in named:
            self.assertTrue((ROOT / name).is_file(), f"{name} is not there")

    def test_a_line_that_is_not_there_is_seen(self):
        self.assertEqual(missing(["a", "c"], "a\nb\n"), "c")
        self.assertEqual(missing(["b", "a"], "a\nb\n"), "a")


if __name__ == "__main__":
    unittest.main()
