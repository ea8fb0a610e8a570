"""The tracked templates are what the generator writes, and figures have the names of the docs."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "papers" / "templates"


class Templates(unittest.TestCase):
    def test_the_generator_writes_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-B", str(ROOT / "tools/papers/make_templates.py"),
                            folder], check=True)
            written = {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}
        tracked = {path.name: path.read_bytes() for path in TEMPLATES.iterdir()}
        self.assertEqual(sorted(written), sorted(tracked))
        for name, content in written.items():
            self.assertEqual(content, tracked[name], f"{name}: run tools/papers/make_templates.py")


class Names(unittest.TestCase):
    def test_figures_have_the_names_of_the_dictionary(self):
        named = dict(re.findall(r'\{"([a-z_0-9.]+)",\s*"([^"]+)"\}',
                                (ROOT / "papers/figure_names.cpp").read_text(encoding="utf-8")))
        meant = {}
        for line in (ROOT / "docs/figures.md").read_text(encoding="utf-8").splitlines():
            row = re.match(r"\| `([a-z_0-9.]+)`[^|]*\| ([^|]+?) \|", line)
            if row:
                meant[row[1]] = row[2]
        self.assertEqual(meant, named)


if __name__ == "__main__":
    unittest.main()
