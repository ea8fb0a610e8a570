"""`langnghe bench` with tiny sizes: every bar answers, as JSON and as a table. Not how fast: a test
has no quiet machine."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from ward import BINARY

BARS = {"P1": 2, "P2": 2, "P3": 1, "P4": 2, "P5": 6, "P8": 1}


def bench(folder, *arguments, seconds="0.05"):
    return subprocess.run([BINARY, "bench", "--data", str(folder), "--events", "2000", "--seconds",
                           seconds, "--rounds", "1", *arguments], capture_output=True, text=True,
                          timeout=300, env={**os.environ, "LANGNGHE_LANG": "en"})


class Bench(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_every_bar_is_measured_beside_its_limit(self):
        done = bench(self.folder, "--json", "-")
        self.assertEqual(0, done.returncode, done.stderr)
        result = json.loads(done.stdout)
        counted = {}
        for row in result["rows"]:
            counted[row["bar"]] = counted.get(row["bar"], 0) + 1
            self.assertGreater(row["program"], 0, row)
            self.assertGreater(row["limit"], 0, row)
            self.assertGreater(row["ratio"], 0, row)
            reached = (row["ratio"] >= row["bar_ratio"] if row["bound"] == "at_least"
                       else row["ratio"] <= row["bar_ratio"])
            self.assertEqual(reached, row["reached"], row)
        self.assertEqual(BARS, counted)
        self.assertEqual(512, result["record_bytes"])
        for name in ("processor", "cores", "file_system", "fdatasync_p50_us", "rocksdb"):
            self.assertTrue(result["machine"][name], name)
        self.assertEqual([], list(self.folder.iterdir()), "the run's folder is removed")

    def test_the_table_and_the_file(self):
        file = self.folder / "figures.json"
        done = bench(self.folder, "--only", "P3,P2", "--json", str(file))
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(["P3", "P2", "P2"],
                         [row["bar"] for row in json.loads(file.read_text())["rows"]])
        for word in ("ratio", "fdatasync p50", "RocksDB", "512 bytes"):
            self.assertIn(word, done.stdout)

    def test_wrong_usage(self):
        self.assertEqual(1, bench(self.folder, "--only", "P9").returncode)
        self.assertEqual(1, bench(self.folder, seconds="0").returncode)
        self.assertEqual([], list(self.folder.iterdir()))


if __name__ == "__main__":
    unittest.main()
