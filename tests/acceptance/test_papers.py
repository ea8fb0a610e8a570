"""Every paper and book of the demonstration's year in one run: valid, the same each time, and naming
nobody without a purpose."""

import pathlib
import re
import shutil
import sys
import tempfile
import unittest
import zipfile

import docx
import openpyxl

from ward import WARD, World, langnghe

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "papers"))
from schema import faults_of  # noqa: E402


class Papers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        cls.root = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-papers-"))
        cls.addClassCleanup(shutil.rmtree, cls.root, ignore_errors=True)
        token = cls.root / "token"
        token.write_text(langnghe("user", "token", "cchc_officer", "--ward", WARD, "--data",
                                  cls.world.data).stdout)
        cls.token = token

    def make(self, name, *more):
        folder = self.root / name
        langnghe("papers", "--url", f"http://127.0.0.1:{self.world.server.port}", "--ward", WARD,
                 "--year", "2021", "--token-file", self.token, "--out", folder, *more)
        return {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*"))
                if path.is_file()}

    def test_a_year_of_papers(self):
        closed = self.make("closed")
        self.assertGreater(len(closed), 200)
        opened = self.make("opened", "--purpose", "Giao thông báo kết quả")
        again = self.make("again", "--purpose", "Giao thông báo kết quả")
        self.assertEqual(sorted(closed), sorted(opened))
        for name, path in opened.items():
            self.assertEqual(path.read_bytes(), again[name].read_bytes(), name)
        self.assertEqual({}, faults_of(opened.values()))
        named = set()
        for name, path in opened.items():
            if not name.endswith(".docx"):
                openpyxl.load_workbook(path)
                continue
            docx.Document(str(path))
            with zipfile.ZipFile(path) as package:
                text = re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())
            self.assertNotIn("\ufffd", text, name)
            named.update(re.findall(r"ông/bà ([^,.<]+), địa chỉ", text))
        self.assertGreater(len(named), 5)
        for name, path in closed.items():
            if name.endswith(".docx"):
                with zipfile.ZipFile(path) as package:
                    text = package.read("word/document.xml").decode()
                self.assertNotIn("địa chỉ: ", text, name)
        reads = self.world.as_user("supervisor").get("supervision/sealed-reads").json["items"]
        self.assertTrue(any(read["purpose"] == "Giao thông báo kết quả" for read in reads))


if __name__ == "__main__":
    unittest.main()
