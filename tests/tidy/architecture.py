"""docs/architecture.md shows the layers as the build enforces them: the picture is written from
tools/cmake/Layers.cmake, and every layer has its row in the table.

Run by ctest as tidy.architecture; `python3 tests/tidy/architecture.py` writes the picture anew.
"""

import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "architecture.md"
FOLDERS = ("api", "domain", "eventstore", "log", "projections", "search", "services", "text", "tools")
PICTURE = re.compile(r"```mermaid\n.*?```\n", flags=re.S)


def layers():
    """Layer -> the layers it may link, from the table; the command links what its target names."""
    text = (ROOT / "tools/cmake/Layers.cmake").read_text(encoding="utf-8")
    names = re.search(r"set\(LAYERS ([^)]*)\)", text).group(1).split()
    allowed = {name: set(re.search(rf"set\(ALLOWED_{name} ([^)]*)\)", text).group(1)
                         .replace('""', "").split()) for name in names}
    command = (ROOT / "tools/CMakeLists.txt").read_text(encoding="utf-8")
    linked = re.search(r"target_link_libraries\(\s*langnghe_tools\s+PUBLIC (.*?)PRIVATE", command,
                       flags=re.S).group(1)
    allowed["tools"] = set(re.findall(r"langnghe_(\w+)", linked))
    return allowed


def reaches(allowed, start, goal, without):
    """Is there a way from start to goal besides the edge itself?"""
    todo, seen = [start], set()
    while todo:
        layer = todo.pop()
        for below in allowed[layer]:
            if (layer, below) != without and below not in seen:
                if below == goal:
                    return True
                seen.add(below)
                todo.append(below)
    return False


def picture(allowed):
    """The edges that no longer way implies: more would hide the shape."""
    lines = ["```mermaid", "graph TD"]
    for layer in sorted(allowed):
        for below in sorted(allowed[layer]):
            if not reaches(allowed, layer, below, (layer, below)):
                lines.append(f"  {layer} --> {below}")
    alone = set(allowed) - {name for edge in lines[2:] for name in edge.split() if name != "-->"}
    lines += [f"  {layer}" for layer in sorted(alone)]
    return "\n".join(lines) + "\n```\n"


def circles(allowed):
    return sorted(layer for layer in allowed if reaches(allowed, layer, layer, None))


class Architecture(unittest.TestCase):
    def setUp(self):
        self.text = PAGE.read_text(encoding="utf-8")
        self.layers = layers()

    def test_the_picture_is_what_the_build_enforces(self):
        self.assertEqual([picture(self.layers)], PICTURE.findall(self.text))

    def test_no_layer_reaches_itself(self):
        self.assertEqual([], circles(self.layers))
        self.assertEqual(["a", "b"], circles({"a": {"b"}, "b": {"a"}, "c": {"a"}}))

    def test_every_layer_has_a_row_and_its_folder(self):
        rows = re.findall(r"^\| `([\w/]+)/` \| langnghe_(\w+)", self.text, flags=re.M)
        self.assertEqual(sorted(self.layers), sorted(name for _, name in rows))
        for folder, name in rows:
            with self.subTest(layer=name):
                lists = ROOT / folder / "CMakeLists.txt"
                self.assertTrue(lists.is_file(), f"{lists} is not there")
                self.assertRegex(lists.read_text(encoding="utf-8"),
                                 rf"add_layer\(\s*{name}\b|\blangnghe_{name} STATIC")

    def test_every_file_named_in_the_text_exists(self):
        named = re.findall(r"`([\w/.-]+/[\w.-]+\.[ch]pp)`", self.text)
        self.assertTrue(named)
        files = ["/" + str(path.relative_to(ROOT)) for folder in FOLDERS
                 for path in (ROOT / folder).rglob("*.?pp")]
        for name in named:
            self.assertTrue(any(path.endswith("/" + name) for path in files), name)


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    written = PICTURE.sub(lambda _: picture(layers()), text)
    PAGE.write_text(written, encoding="utf-8")
    sys.exit(0 if PICTURE.search(text) else 1)
