"""Papers and books as other programs read them, and as pages of paper."""

import datetime
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree
import zipfile

import docx
import docx.enum.text
import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE / "shipped.sha256"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
A4, A6, A3 = (210.0, 297.0), (105.0, 148.0), (297.0, 420.0)
SHEETS = {"slip": (A6, [8, 8, 8, 8]), "poster": (A3, [30, 25, 25, 25])}
WITHOUT_DAY = ("minutes", "delivery")  # Decree 30, Annex III, form 1.9
ADDRESSED = ("report", "supplement", "forwarding", "reminder")
PAGES = {"minutes": 2, "plan": 2, "report": 2}


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder_ = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.folder_.name)
        subprocess.run([os.environ["LANGNGHE_WRITE_SAMPLES"], str(cls.folder)], check=True)
        cls.papers = sorted(cls.folder.glob("*.docx"))

    @classmethod
    def tearDownClass(cls):
        cls.folder_.cleanup()


class Papers(Files):
    def test_bytes_are_those_that_were_looked_at(self):
        lines = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
                        for path in self.papers)
        if os.environ.get("LANGNGHE_WRITE_GOLDEN"):
            GOLDEN.write_text(lines, encoding="utf-8")
        self.assertEqual(GOLDEN.read_text(encoding="utf-8"), lines)

    def test_every_part_is_xml_and_of_one_time(self):
        for path in self.papers:
            with zipfile.ZipFile(path) as package:
                self.assertIsNone(package.testzip(), path.name)
                for part in package.infolist():
                    self.assertEqual((1980, 1, 1, 0, 0, 0), part.date_time, path.name)
                    if part.filename.endswith((".xml", ".rels")):
                        xml.etree.ElementTree.fromstring(package.read(part))

    def test_margins_and_sizes_are_those_of_decree_30(self):
        for path in self.papers:
            paper = docx.Document(str(path))
            section = paper.sections[0]
            meant_page, meant_sides = SHEETS.get(path.stem, (A4, [20, 15, 20, 30]))
            page = (section.page_width.mm, section.page_height.mm)
            for is_, meant in zip(page, meant_page):
                self.assertAlmostEqual(meant, is_, delta=0.1, msg=path.name)
            sides = [side.mm for side in (section.top_margin, section.right_margin,
                                          section.bottom_margin, section.left_margin)]
            for is_, meant in zip(sides, meant_sides):
                self.assertAlmostEqual(meant, is_, delta=0.1, msg=path.name)
            if path.stem in SHEETS:
                continue
            state = paper.tables[0].cell(0, 1).paragraphs
            self.assertEqual("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", state[0].text)
            self.assertEqual((12, True), (state[0].runs[0].font.size.pt, state[0].runs[0].bold))
            self.assertEqual("Độc lập - Tự do - Hạnh phúc", state[1].text)
            self.assertEqual((13, True), (state[1].runs[0].font.size.pt, state[1].runs[0].bold))
            number = paper.tables[0].cell(1, 0).paragraphs[0]
            self.assertRegex(number.text, r"^Số: \d\d/[A-Z][A-Za-zĐ]+-UBND$")
            self.assertEqual(13, number.runs[0].font.size.pt)

    def lines(self, path):
        """Every paragraph with words, those of tables too."""
        paper = docx.Document(str(path))
        cells = [cell for table in paper.tables for row in table.rows for cell in row.cells]
        found = [*paper.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
        return [line for line in found if line.text.strip()]

    def test_bodies_are_written_as_decree_30_has_it(self):
        """Annex I, box 6: justified, an indent of 10 or 12.7 mm, 6 pt between paragraphs."""
        for path in self.papers:
            if path.stem in SHEETS:
                continue
            body = [line for line in self.lines(path)
                    if line.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.JUSTIFY]
            self.assertTrue(body, path.name)
            for line in body:
                form, words = line.paragraph_format, f"{path.name}: {line.text}"
                self.assertAlmostEqual(12.7, form.first_line_indent.mm, delta=0.1, msg=words)
                self.assertGreaterEqual(form.space_after.pt, 6, words)
                self.assertTrue(1 <= form.line_spacing <= 1.5, words)
                self.assertTrue(all(13 <= run.font.size.pt <= 14 for run in line.runs), words)
            ends = [line for line in body if line.text.endswith("./.")]
            self.assertEqual(0 if path.stem == "posting" else 1, len(ends), path.name)

    def test_legal_bases_stand_one_on_a_line(self):
        based = 0
        for path in self.papers:
            bases = [line for line in self.lines(path)
                     if re.match("Căn cứ (Luật|Nghị định|Kế hoạch|Quyết định)", line.text)]
            for line in bases:
                self.assertTrue(all(run.italic for run in line.runs), line.text)
                self.assertTrue(line.text.endswith("." if line is bases[-1] else ";"), line.text)
                self.assertRegex(line.text, r"ngày \d\d tháng (0[12]|[3-9]|1[0-2]) năm \d{4}")
            based += bool(bases)
        self.assertGreater(based, 4)

    def test_recipients_and_signers_are_set_as_decree_30_has_it(self):
        signed = 0
        for path in self.papers:
            if path.stem in SHEETS:
                continue
            lines = self.lines(path)
            at = next(n for n, line in enumerate(lines) if line.text == "Nơi nhận:")
            head = lines[at].runs[0]
            self.assertEqual((12, True, True), (head.font.size.pt, head.bold, head.italic))
            recipients = []
            for line in lines[at + 1:]:
                if not line.text.startswith("- "):
                    break
                recipients.append(line.text)
                self.assertEqual(11, line.runs[0].font.size.pt, path.name)
            self.assertTrue(all(line.endswith(";") for line in recipients[:-1]), recipients)
            self.assertRegex(recipients[-1], r"^- Lưu: VT(, hồ sơ)?\.$", path.name)
            self.assertEqual(path.stem in (*ADDRESSED, "invitation"),
                             recipients[0] == "- Như trên;", path.name)
            signers = [line for line in lines if line.text == "Lê Văn Mẫu"]
            self.assertTrue(all(run.bold and run.font.size.pt == 14
                                for line in signers for run in line.runs), path.name)
            signed += bool(signers)
        self.assertGreater(signed, 10)

    def test_only_minutes_have_no_line_of_place_and_day(self):
        for path in self.papers:
            if path.stem not in SHEETS:
                line = docx.Document(str(path)).tables[0].cell(1, 1).text
                meant = "" if path.stem in WITHOUT_DAY else "Tân Quy Đông, ngày 29 tháng 01 năm 2021"
                self.assertEqual(meant, line, path.name)

    def test_only_reports_and_letters_have_an_addressee(self):
        for path in self.papers:
            words = "\n".join(part.text for part in docx.Document(str(path)).paragraphs)
            self.assertEqual(path.stem in ADDRESSED, "Kính gửi:" in words, path.name)


@unittest.skipUnless(OFFICE and shutil.which("pdffonts"), "LibreOffice or poppler is not installed")
class Pages(Files):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        profile = (cls.folder / "profile").as_uri()
        subprocess.run([OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to",
                        "pdf", "--outdir", str(cls.folder), *map(str, cls.papers)],
                       check=True, capture_output=True, timeout=180)

    def tool(self, name, *words):
        return subprocess.run([name, *words], check=True, capture_output=True, text=True).stdout

    def test_one_family_of_letters_and_the_expected_pages(self):
        for paper in self.papers:
            pdf = str(paper.with_suffix(".pdf"))
            fonts = [line.split()[0].split("+")[-1].split("-")[0]
                     for line in self.tool("pdffonts", pdf).splitlines()[2:]]
            # Where Times New Roman is missing, Liberation Serif has the same widths.
            self.assertEqual(1, len(set(fonts)), f"{paper.name}: {fonts}")
            self.assertIn(fonts[0], ("LiberationSerif", "TimesNewRomanPSMT", "TimesNewRomanPS"))
            pages = int(re.search(r"Pages:\s+(\d+)", self.tool("pdfinfo", pdf))[1])
            self.assertEqual(PAGES.get(paper.stem, 1), pages, paper.name)

    def test_header_blocks_stand_where_decree_30_has_them(self):
        """In millimetres, from the upper left corner of the page."""
        for paper in self.papers:
            if paper.stem in SHEETS:
                continue
            text = self.tool("pdftotext", "-bbox", "-l", "1", str(paper.with_suffix(".pdf")), "-")
            words = [(word, *(float(value) * 25.4 / 72 for value in box)) for *box, word in
                     re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">'
                                r"([^<]*)<", text)]
            issuer = next(word for word in words if word[0] == "ỦY")
            state = next(word for word in words if word[0] == "CỘNG")
            self.assertAlmostEqual(issuer[2], state[2], delta=1, msg=paper.name)
            self.assertAlmostEqual(20, issuer[2], delta=1, msg=paper.name)
            nam = next(word for word in words if word[0] == "NAM" and word[1] > 105)
            middle = (state[1] + nam[3]) / 2
            # The table stands out by the space beside its text, so that its text is at the margin.
            self.assertAlmostEqual(30 - 1.9 + 66 + 99 / 2, middle, delta=1, msg=paper.name)
            self.assertTrue(all(29 <= word[1] and word[3] <= 196 for word in words), paper.name)

    def lines(self, paper, page=1):
        """Top, left and middle in millimetres, size in points, and the words of each line."""
        zoom = 3  # as far as pdftohtml goes
        text = self.tool("pdftohtml", "-xml", "-i", "-zoom", str(zoom), "-f", str(page), "-l",
                         str(page), "-stdout", str(paper.with_suffix(".pdf")))
        sizes = {font: int(size) / zoom for font, size in
                 re.findall(r'<fontspec id="(\d+)" size="(\d+)"', text)}
        found = []
        for top, left, width, font, words in re.findall(
                r'<text top="(-?\d+)" left="(-?\d+)" width="(\d+)" height="\d+" font="(\d+)">(.*?)'
                r"</text>", text):
            mm = [float(value) / zoom * 25.4 / 72 for value in (top, left, width)]
            found.append((mm[0], mm[1], mm[1] + mm[2] / 2, sizes[font], re.sub("<.*?>", "", words)))
        return found

    def test_blocks_have_the_size_and_place_of_decree_30(self):
        """Annex I, boxes 1 to 9b: millimetres within 1, points within a half."""
        right, left_column = 30 - 1.9 + 66 + 99 / 2, 30 - 1.9 + 66 / 2
        for paper in self.papers:
            if paper.stem in SHEETS:
                continue
            lines = self.lines(paper)

            def line(beginning):
                return next(each for each in lines if each[4].startswith(beginning))
            meant = [("ỦY BAN NHÂN DÂN", 20, left_column, 12), ("CỘNG HÒA", 20, right, 12),
                     ("Độc lập", 24.7, right, 13), ("Số: ", 33.7, left_column, 13)]
            if paper.stem not in WITHOUT_DAY:
                meant.append(("Tân Quy Đông, ngày", 33.7, right, 13))
            for words, top, middle, size in meant:
                is_ = line(words)
                self.assertAlmostEqual(top, is_[0], delta=1, msg=f"{paper.name}: {words}")
                self.assertAlmostEqual(middle, is_[2], delta=1, msg=f"{paper.name}: {words}")
                self.assertAlmostEqual(size, is_[3], delta=0.5, msg=f"{paper.name}: {words}")
            kind = next(each for each in lines if each[0] > 45)
            self.assertAlmostEqual(112.5, kind[2], delta=1, msg=paper.name)
            self.assertAlmostEqual(14, kind[3], delta=0.5, msg=paper.name)
            self.assertEqual(kind[4], kind[4].upper(), paper.name)
            for each in lines:
                if each[0] > 60:  # the body, tables in 12, recipients in 11
                    self.assertTrue(9.5 <= each[3] <= 14.5, f"{paper.name}: {each}")

    def test_recipients_stand_at_the_margin_and_signers_to_the_right(self):
        for paper in self.papers:
            pages = range(1, PAGES.get(paper.stem, 1) + 1)
            lines = [each for page in pages for each in self.lines(paper, page)]
            if paper.stem in SHEETS:
                continue
            at = next(n for n, each in enumerate(lines) if each[4].startswith("Nơi nhận"))
            self.assertAlmostEqual(30, lines[at][1], delta=1, msg=paper.name)
            self.assertAlmostEqual(12, lines[at][3], delta=0.5, msg=paper.name)
            self.assertAlmostEqual(30, lines[at + 1][1], delta=1, msg=paper.name)
            self.assertAlmostEqual(11, lines[at + 1][3], delta=0.5, msg=paper.name)
            authority = [each for each in lines if each[4].startswith("TM. ")]
            for each in authority:
                self.assertAlmostEqual(30 - 1.9 + 78 + 87 / 2, each[2], delta=1, msg=paper.name)
                self.assertAlmostEqual(14, each[3], delta=0.5, msg=paper.name)

    def test_the_number_of_a_further_page_stands_in_the_upper_margin(self):
        for paper in self.papers:
            if PAGES.get(paper.stem, 1) == 1:
                continue
            number = next(each for each in self.lines(paper, 2) if each[4].strip() == "2")
            self.assertLess(number[0], 20, paper.name)
            self.assertAlmostEqual(112.5, number[2], delta=1.5, msg=paper.name)
            self.assertTrue(12.5 <= number[3] <= 14.5, paper.name)
            self.assertFalse([each for each in self.lines(paper) if each[0] < 19], paper.name)

    def test_every_sheet_is_of_its_size(self):
        for paper in self.papers:
            width, height = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)",
                                      self.tool("pdfinfo", str(paper.with_suffix(".pdf")))).groups()
            meant = SHEETS.get(paper.stem, (A4, None))[0]
            for is_, mm in zip((width, height), meant):
                self.assertAlmostEqual(mm, float(is_) * 25.4 / 72, delta=0.5, msg=paper.name)

    def test_every_value_is_there_with_its_accents(self):
        text = " ".join(self.tool("pdftotext", str(self.folder / "notice.pdf"), "-").split())
        for value in ("Số: 12/TB-UBND", "Trần Thị Mẫu", "Đèn đường hẻm 12 hư ba tháng nay",
                      "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Mẫu", "- Lưu: VT, hồ sơ."):
            self.assertIn(value, text)


class Books(Files):
    def test_a_book_has_types_and_is_made_for_paper(self):
        sheet = openpyxl.load_workbook(self.folder / "book.xlsx").active
        self.assertEqual("Sổ tiếp nhận", sheet.title)
        self.assertEqual(["Nội dung", "Ngày", "Số"], [cell.value for cell in sheet[4]])
        self.assertEqual("A5", sheet.freeze_panes)
        self.assertEqual("$4:$4", sheet.print_title_rows)
        self.assertEqual(("landscape", 9), (sheet.page_setup.orientation, sheet.page_setup.paperSize))
        words = [row[0].value for row in sheet.iter_rows(min_row=5, max_row=14)]
        self.assertEqual(["Đèn đường hẻm 12", "=SUM(A1:A9)", "+84 901", "-1", "@cmd",
                          "<b>&amp;</b>", "\U0001f6a7", "שלום", "dòng 1\ndòng 2", "x\ufffdy"], words)
        for row in sheet.iter_rows(min_row=5, max_row=14):
            self.assertNotEqual("f", row[0].data_type)
            self.assertEqual(datetime.datetime(2021, 1, 14), row[1].value)
            self.assertEqual("dd/mm/yyyy", row[1].number_format)
            self.assertEqual(("n", 3), (row[2].data_type, row[2].value))
        self.assertEqual("=SUM(C5:C14)", sheet["C15"].value)
        counted = openpyxl.load_workbook(self.folder / "book.xlsx", data_only=True).active
        self.assertEqual(30, counted["C15"].value)


if __name__ == "__main__":
    unittest.main()
