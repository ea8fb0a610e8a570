"""The inner folders of a target depend on each other in one direction, and every folder with
source files says in a README what it is for.

Run by ctest as tidy.rooms; `python3 tests/tidy/rooms.py` prints the same findings.
"""

import collections
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGETS = ("projections", "search", "api", "services", "tools/langnghe")


def tracked(folder):
    names = subprocess.run(["git", "-C", str(ROOT), "ls-files", "--cached", "--others",
                            "--exclude-standard", folder],
                           capture_output=True, text=True, check=True)
    return [name for name in names.stdout.splitlines()
            if name.endswith((".cpp", ".hpp")) and (ROOT / name).is_file()]


def arrows(target):
    """room -> room -> one include that makes the arrow."""
    files = {name[len(target) + 1:] for name in tracked(target)}
    found = collections.defaultdict(dict)
    for name in sorted(files):
        text = (ROOT / target / name).read_text(encoding="utf-8")
        for included in re.findall(r'^#include "([^"]+)"', text, flags=re.M):
            room, other = (str(pathlib.PurePath(path).parent) for path in (name, included))
            if included in files and room != other:
                found[room].setdefault(other, f"{name} includes {included}")
    return found


def circle(found):
    """The includes along one circle of rooms, or nothing."""
    done = set()

    def walk(room, way):
        if room in way:
            ring = [*way[way.index(room):], room]
            return [found[a][b] for a, b in zip(ring, ring[1:])]
        if room in done:
            return []
        for other in found.get(room, {}):
            ring = walk(other, [*way, room])
            if ring:
                return ring
        done.add(room)
        return []

    for room in list(found):
        ring = walk(room, [])
        if ring:
            return ring
    return []


def findings():
    for target in TARGETS:
        ring = circle(arrows(target))
        if ring:
            yield f"{target}: its rooms form a circle: " + "; ".join(ring)
    folders = {str(pathlib.PurePath(name).parent) for name in tracked(".")}
    for folder in sorted(folders):
        if "include" not in pathlib.PurePath(folder).parts:
            if not (ROOT / folder / "README.md").is_file():
                yield f"{folder}/ has no README.md"


class Rooms(unittest.TestCase):
    def test_rules(self):
        found = list(findings())
        self.assertEqual([], found, "\n" + "\n".join(found))

    def test_a_circle_is_seen(self):
        self.assertEqual(["x", "y"], circle({"a": {"b": "x"}, "b": {"a": "y", "c": "z"}}))
        self.assertEqual([], circle({"a": {"b": "x", "c": "w"}, "b": {"c": "z"}}))


if __name__ == "__main__":
    problems = list(findings())
    print("\n".join(problems))
    sys.exit(1 if problems else 0)
