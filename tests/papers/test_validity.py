"""Papers and books by the schema that Word and Excel hold them to."""

import re
import unicodedata
import unittest
import zipfile

import docx
import openpyxl

from schema import faults_of
from test_papers import Files

BODY, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"


def words_of(paper):
    """All text of a paper, its tables' too, without what differs by form alone."""
    lines = [line.text for line in paper.paragraphs]
    for table in paper.tables:
        for row in table.rows:
            lines += [cell.text for cell in row.cells]
    return unicodedata.normalize("NFC", "\n".join(lines))


def is_plain(text):
    """Whether a text stands in a paper as it is: XML cannot hold the others."""
    return text.strip() and not re.search("[\x00-\x1f\ufffd-\uffff]", text)


class Validity(Files):
    def test_every_paper_and_book_is_valid(self):
        files = [*self.papers, self.folder / "book.xlsx"]
        self.assertGreater(len(files), 19)
        self.assertEqual({}, faults_of(files))

    def test_hostile_texts_leave_valid_files_in_which_nothing_is_lost(self):
        hostile = self.folder / "hostile"
        papers = sorted(hostile.glob("*.docx"))
        self.assertGreater(len(papers), 200)
        self.assertEqual({}, faults_of([*papers, hostile / "book.xlsx"]))
        texts = [(hostile / f"{n}.txt").read_bytes().decode("utf-8", "replace")
                 for n in range(len(list(hostile.glob("*.txt"))))]
        found = 0
        for path in papers:
            words = unicodedata.normalize("NFC", texts[int(path.name.split("-")[0])])
            shown = words_of(docx.Document(str(path)))
            if is_plain(words):
                self.assertIn(words, shown, path.name)
                found += 1
        self.assertGreater(found, 30)
        sheet = openpyxl.load_workbook(hostile / "book.xlsx").active
        cells = [row[0] for row in sheet.iter_rows(min_row=5, max_row=4 + len(texts))]
        for words, cell in zip(texts, cells):
            self.assertNotEqual("f", cell.data_type, words)
            if is_plain(words):
                self.assertEqual(words, cell.value)

    def changed(self, name, part, change):
        """The file with that part changed."""
        path = self.folder / f"changed-{name}"
        with zipfile.ZipFile(self.folder / name) as package, zipfile.ZipFile(path, "w") as other:
            for each in package.namelist():
                content = package.read(each).decode("utf-8")
                if each == part:
                    content, count = re.subn(*change, content, count=1, flags=re.S)
                    self.assertEqual(1, count, change)
                other.writestr(each, content)
        return path

    def test_a_fault_is_seen(self):
        """Otherwise the tests above would hold whatever the files are."""
        run = (r"(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)(<w:t[ >].*?</w:t>)", r"\2\1")
        for name, part, change in (
                ("notice.docx", BODY, run),
                ("notice.docx", BODY, (r'<w:jc w:val="\w+"', '<w:jc w:val="middle"')),
                ("notice.docx", "word/styles.xml", ("<w:docDefaults>", "<w:docDefaults><w:b/>")),
                ("minutes.docx", "word/header1.xml", ("<w:p>", "<w:p><w:tbl/>")),
                ("book.xlsx", SHEET, ("<sheetData>", "<sheetData><cell/>")),
                ("book.xlsx", SHEET, (r"(<pageMargins[^>]*>)(<pageSetup[^>]*>)", r"\2\1"))):
            path = self.changed(name, part, change)
            self.assertEqual([str(path)], list(faults_of([path])), change)


if __name__ == "__main__":
    unittest.main()
