"""A list the ward kept elsewhere, taken over whole or not at all. The list is another city's: real
input that nobody made for this program."""

import csv
import json
import pathlib
import shutil
import tempfile
import unittest
import zipfile
from xml.sax.saxutils import escape

from ward import ROOT, Client, Server, langnghe

SAMPLE = ROOT / "tests/data/boston311/boston311-2011h2-sample.csv"
MAPPING = ROOT / "tests/data/boston311/mapping.json"
ROWS = 1457
OPEN_ROWS = 91
WARD = "boston"


def ward_of_the_list():
    """The acts that set up a ward whose khóm are the neighbourhoods of the list."""
    mapping = json.loads(MAPPING.read_text(encoding="utf-8"))
    lines = [("ward/establish", {"body": {
        "name": "phường mẫu", "place_name": "Mẫu", "issuer": "ỦY BAN NHÂN DÂN PHƯỜNG MẪU",
        "issuer_symbol": "UBND", "city": "", "province": "tỉnh mẫu"}})]
    for name, khom in mapping["khom"]["values"].items():
        lines.append(("ward/add-khom", {"body": {
            "khom": khom, "name": name, "sample": True, "valid_from": "2004-01-01"}}))
    lines.append(("calendar/adopt-calendar", {"file": "domain/data/calendar-vn-2021-2027.json"}))
    lines.append(("policy/adopt-policy", {"file": "domain/data/policy-default.json"}))
    return "".join(
        json.dumps({"at": f"2020-01-02T08:{i:02d}:00+07:00", "by": "admin", "post": post, **what},
                   ensure_ascii=False) + "\n"
        for i, (post, what) in enumerate(lines))


def write_workbook(path, rows):
    """The least an Office Open XML workbook needs (ECMA-376 part 1), texts written in the cells."""
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>' for text in row)
        + "</row>" for row in rows)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
                      '<sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">'
                      f'<Relationship Id="rId1" Type="{office}/worksheet" '
                      'Target="worksheets/sheet1.xml"/></Relationships>')
        book.writestr("xl/worksheets/sheet1.xml",
                      f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>')


class Import(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-import-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.data = self.folder / "data"
        acts = self.folder / "acts.jsonl"
        acts.write_text(ward_of_the_list(), encoding="utf-8")
        (self.folder / "domain").symlink_to(ROOT / "domain")
        langnghe("demo", "--data", self.data, "--acts", acts, "--ward", WARD)
        self.empty = self.records()

    def records(self):
        return len(langnghe("export", "--data", self.data).stdout.splitlines())

    def import_list(self, file, *more, mapping=MAPPING, check=True):
        return langnghe("import", "--data", self.data, "--file", file, "--map", mapping, *more,
                        check=check)

    def test_every_row_is_there_once_and_ended_ones_are_closed(self):
        rehearsed = self.import_list(SAMPLE, "--dry-run").stdout
        self.assertIn(f"would be imported: {ROWS}", rehearsed)
        self.assertEqual(self.empty, self.records())

        self.assertIn(f"imported: {ROWS}; there already: 0", self.import_list(SAMPLE).stdout)
        self.assertEqual(self.empty + ROWS + (ROWS - OPEN_ROWS), self.records())
        self.assertIn(f"imported: 0; there already: {ROWS}", self.import_list(SAMPLE).stdout)
        self.assertEqual(self.empty + ROWS + (ROWS - OPEN_ROWS), self.records())

        with open(SAMPLE, encoding="utf-8-sig", newline="") as file:
            of_2011 = [row for row in csv.DictReader(file) if row["closed_dt"] < "2012"]
        ended = sum(bool(row["closed_dt"]) for row in of_2011)
        server = Server(self.data)
        self.addCleanup(server.end)
        token = langnghe("user", "token", "admin", "--data", self.data).stdout.strip()
        base = f"/api/v1/wards/{WARD}/"
        client = Client(server.port, token)
        answer = client.get(f"{base}issues?open=true&limit=500").json
        self.assertEqual(OPEN_ROWS, answer["total"])
        self.assertTrue(all(row["channel"] == "import" for row in answer["items"]))
        balance = client.get(f"{base}reports/calendar/2011").json["balance"]
        self.assertEqual(ROWS, balance["new"])
        self.assertEqual(ended, sum(balance["ended"].values()))
        self.assertEqual(ROWS - ended, balance["carried_out"])

    def test_a_bad_cell_is_named_and_nothing_is_imported(self):
        with open(SAMPLE, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        rows[3][rows[0].index("open_dt")] = "31/02/2011"
        rows[7][rows[0].index("case_title")] = " "
        bad = self.folder / "bad.csv"
        with open(bad, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        refused = self.import_list(bad, check=False)
        self.assertEqual(1, refused.returncode)
        self.assertIn("row 4, column open_dt (cell ", refused.stderr)
        self.assertIn("row 8, column case_title (cell ", refused.stderr)
        self.assertIn("Nothing was imported", refused.stderr)
        self.assertEqual(self.empty, self.records())

    def test_a_row_the_rules_refuse_is_named_in_words(self):
        mapping = json.loads(MAPPING.read_text(encoding="utf-8"))
        mapping["field"]["values"]["Graffiti"] = "NO_SUCH_FIELD"
        wrong = self.folder / "wrong.json"
        wrong.write_text(json.dumps(mapping), encoding="utf-8")
        refused = self.import_list(SAMPLE, mapping=wrong, check=False)
        self.assertEqual(1, refused.returncode)
        self.assertIn("NO_SUCH_FIELD", refused.stderr)
        self.assertIn("Cells to mend: 38", refused.stderr)
        self.assertEqual(self.empty, self.records())

    def test_a_workbook_is_the_same_list(self):
        with open(SAMPLE, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        book = self.folder / "list.xlsx"
        write_workbook(book, rows[:41])
        self.assertIn("imported: 40; there already: 0", self.import_list(book).stdout)
        self.assertIn(f"imported: {ROWS - 40}; there already: 40", self.import_list(SAMPLE).stdout)

    def test_a_file_that_is_none_is_said_so(self):
        broken = self.folder / "broken.xlsx"
        broken.write_bytes(b"PK\x03\x04 not really")
        refused = self.import_list(broken, check=False)
        self.assertEqual(1, refused.returncode)
        self.assertIn("not a workbook", refused.stderr)
        open_quote = self.folder / "open.csv"
        open_quote.write_text('a,b\n"never closed,1\n', encoding="utf-8")
        refused = self.import_list(open_quote, check=False)
        self.assertEqual(1, refused.returncode)
        self.assertIn("quotation mark", refused.stderr)


if __name__ == "__main__":
    unittest.main()
