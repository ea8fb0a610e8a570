"""Every paper and book of a demonstration's year in one run: valid, the same each time, and naming
nobody without a purpose."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import docx
import openpyxl

from ward import WARD, Server, World, langnghe

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "papers"))
from schema import faults_of  # noqa: E402

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


class Year(unittest.TestCase):
    """A ward's papers and books of a year, as `langnghe papers` makes them."""

    def prepare(self, ward, year, server, data):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-papers-"))
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)
        token = self.root / "token"
        token.write_text(langnghe("user", "token", "cchc_officer", "--ward", ward, "--data",
                                  data).stdout)
        self.words = ["--url", f"http://127.0.0.1:{server.port}", "--ward", ward, "--year", year,
                      "--token-file", token]

    def make(self, name, *more):
        folder = self.root / name
        langnghe("papers", *self.words, "--out", folder, *more)
        return {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*"))
                if path.is_file()}


class Papers(Year):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.prepare(WARD, "2021", self.world.server, self.world.data)

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


class PapersOfTheMergedWard(Year):
    """Two-level government since 1 July 2025: no city stands above the ward."""

    def setUp(self):
        data = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-merged-"))
        self.addCleanup(shutil.rmtree, data, ignore_errors=True)
        langnghe("demo", "--data", data / "data", "--ward", "sa-dec")
        server = Server(data / "data")
        self.addCleanup(server.end)
        self.prepare("sa-dec", "2025", server, data / "data")

    def test_a_year_of_papers(self):
        made = self.make("opened", "--purpose", "Giao thông báo kết quả")
        self.assertGreater(len(made), 150)
        self.assertEqual({}, faults_of(made.values()))
        addressed, dated, kinds = set(), 0, {}
        for name, path in made.items():
            kind = re.sub(r"^.*?-(?=[a-z]+\.docx$)|-[0-9].*(?=\.docx$)", "", path.name)
            if not name.endswith(".docx") or kind in ("slip.docx", "poster.docx"):
                continue
            kinds.setdefault(kind, path)
            paper = docx.Document(str(path))
            head = paper.tables[0]
            self.assertEqual("ỦY BAN NHÂN DÂN\nPHƯỜNG SA ĐÉC", head.cell(0, 0).text.strip(), name)
            line = head.cell(1, 1).text
            self.assertRegex(line, "^(Sa Đéc, ngày ( +|[0-9]{2}) tháng .*)?$", name)
            dated += "ngày" in line
            addressed.update(part.text for part in paper.paragraphs
                             if name.startswith("reports/") and part.text.startswith("Kính gửi"))
        self.assertGreater(dated, 40)
        self.assertEqual({"Kính gửi: Ủy ban nhân dân tỉnh Đồng Tháp (qua Sở Nội vụ tỉnh Đồng Tháp)"},
                         addressed)
        self.assertGreater(len(kinds), 7, kinds)
        if OFFICE and shutil.which("pdffonts"):
            self.as_pages(kinds.values())

    def as_pages(self, papers):
        """Each as a PDF: one family of letters, and the words with their accents."""
        folder = self.root / "pages"
        subprocess.run([OFFICE, f"-env:UserInstallation={(self.root / 'profile').as_uri()}",
                        "--headless", "--convert-to", "pdf", "--outdir", folder, *papers],
                       check=True, capture_output=True, timeout=180)
        for paper in papers:
            pdf = folder / (paper.stem + ".pdf")

            def tool(name, *words):
                return subprocess.run([name, *words], check=True, capture_output=True,
                                      text=True).stdout
            fonts = {line.split()[0].split("+")[-1].split("-")[0]
                     for line in tool("pdffonts", pdf).splitlines()[2:]}
            self.assertEqual(1, len(fonts), f"{paper.name}: {fonts}")
            self.assertRegex(tool("pdfinfo", pdf), r"Page size:\s+59\d\.\d+ x 84\d\.\d+", paper.name)
            text = " ".join(tool("pdftotext", pdf, "-").split())
            self.assertIn("PHƯỜNG SA ĐÉC", text, paper.name)
            self.assertIn("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text, paper.name)


if __name__ == "__main__":
    unittest.main()
