"""Lists as office programs write them: read right, or refused in words; nothing is cut or guessed in
silence, because the ledger keeps it for ever."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from ward import BINARY, ROOT, Client, Server, langnghe
from workbook import Workbook

LISTS = ROOT / "tests/data/field_cases/lists"
MAPPING = json.loads((LISTS / "mapping.json").read_text(encoding="utf-8"))
EXCEL = json.loads((LISTS / "mapping-excel.json").read_text(encoding="utf-8"))
HEADER = ["Số", "Ngày nhận", "Nội dung", "Khóm", "Lĩnh vực", "Ngày xong"]
ROW = ["TD-001", "05/01/2021", "Đèn đường không sáng", "Tân Mỹ", "Chiếu sáng", ""]
WARD = "mau"

_ward = None


def ward_copy(folder):
    """A data directory with the ward of the lists, made once."""
    global _ward
    if _ward is None:
        _ward = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-lists-"))
        import atexit
        atexit.register(shutil.rmtree, _ward, ignore_errors=True)
        langnghe("demo", "--data", _ward / "data", "--acts", LISTS / "ward.jsonl", "--ward", WARD)
    data = pathlib.Path(folder) / "data"
    shutil.copytree(_ward / "data", data)
    return data


class ListCase(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-list-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.data = ward_copy(self.folder)
        self.before = len(self.records())

    def records(self):
        return [json.loads(line) for line in
                langnghe("export", "--data", self.data).stdout.splitlines()]

    def issues(self):
        return [record["data"] for record in self.records() if record["type"] == "issue.recorded"]

    def ended(self):
        return [record["data"] for record in self.records() if record["type"] == "issue.closed"]

    def write(self, name, content):
        path = self.folder / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8")
        return path

    def mapping_file(self, mapping):
        if isinstance(mapping, (str, pathlib.Path)):
            return LISTS / mapping
        return self.write("mapping-of-the-test.json", json.dumps(mapping, ensure_ascii=False))

    def take(self, file, mapping=MAPPING, *more, check=False):
        file = LISTS / file if isinstance(file, str) else file
        return langnghe("import", "--data", self.data, "--file", file, "--map",
                        self.mapping_file(mapping), *more, check=check)

    def taken(self, file, mapping=MAPPING, count=None):
        """Imported; the rehearsal said the same and wrote nothing."""
        rehearsed = self.take(file, mapping, "--dry-run")
        self.assertEqual(0, rehearsed.returncode, rehearsed.stderr)
        self.assertEqual(self.before, len(self.records()))
        done = self.take(file, mapping)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(rehearsed.stdout.replace("would be imported", "imported"), done.stdout)
        issues = self.issues()
        if count is not None:
            self.assertEqual(count, len(issues), done.stdout)
        return issues

    def refused(self, file, mapping=MAPPING, *words):
        """Refused by the import and by its rehearsal in the same words; nothing is written."""
        done = self.take(file, mapping)
        self.assertEqual(1, done.returncode, done.stdout)
        self.assertEqual(done.stderr, self.take(file, mapping, "--dry-run").stderr)
        for word in words:
            self.assertIn(word, done.stderr)
        self.assertEqual(self.before, len(self.records()))
        return done.stderr

    def csv(self, rows, separator=";", end="\r\n", name="list.csv", encoding="utf-8"):
        return self.write(name, end.join(separator.join(row) for row in rows).encode(encoding))


class NothingIsGuessed(ListCase):
    def test_days_count_from_1904_where_the_workbook_says_so(self):
        issues = self.taken("date-system-1904.xlsx", "mapping-excel.json", 3)
        self.assertEqual(["2021-01-05", "2021-01-06", "2021-01-14"],
                         [issue["received"] for issue in issues])
        self.assertEqual(["2021-01-20"], [closed["ended_on"] for closed in self.ended()])

    def test_a_text_that_was_cut_at_a_comma(self):
        self.refused("unquoted-comma-in-the-last-column.csv", MAPPING, "row 2",
                     "more cells than columns")

    def test_an_error_is_no_text(self):
        self.refused("error-value-as-subject.xlsx", EXCEL, "row 2", "Nội dung", "C2", "#N/A")

    def test_an_error_is_no_text_in_a_text_file_either(self):
        for error in ("#N/A", "#REF!", "#VALUE!", "########"):
            row = ROW[:2] + [error] + ROW[3:]
            self.refused(self.csv([HEADER, row]), MAPPING, "C2", error)

    def test_two_columns_of_one_name(self):
        self.refused("two-columns-of-one-name.csv", MAPPING, "two columns are called Nội dung",
                     "C", "G")

    def test_a_nul_in_a_text(self):
        self.refused("nul-in-subject.csv", MAPPING, "C2", "U+0000")

    def test_an_escaped_carriage_return(self):
        issues = self.taken("escaped-carriage-return.xlsx", EXCEL, 1)
        self.assertEqual("Đèn không sáng\nĐã báo hai lần", issues[0]["subject"])

    def test_letters_of_old_fonts_in_unicode(self):
        self.refused("tcvn3-letters-in-unicode.csv", "mapping-ascii.json", "C2", "TCVN3")

    def test_letters_of_old_fonts_in_bytes(self):
        self.refused("tcvn3-bytes.csv", "mapping-ascii.json", "Noi dung", "C2", "not UTF-8")

    def test_they_are_converted_where_the_mapping_says_so(self):
        mapping = json.loads((LISTS / "mapping-ascii.json").read_text(encoding="utf-8"))
        mapping["encoding"] = "tcvn3"
        for file in ("tcvn3-letters-in-unicode.csv", "tcvn3-bytes.csv"):
            shutil.rmtree(self.data)
            self.data = ward_copy(self.folder)
            issues = self.taken(file, mapping, 1)
            self.assertEqual("Đèn đường không sáng", issues[0]["subject"])
        vni = self.csv([["So", "Ngay nhan", "Noi dung", "Khom", "Linh vuc", "Ngay xong"],
                        ["TD-9", "05/01/2021", "Ñeøn ñöôøng khoâng saùng", "tan-my", "LIGHTING",
                         ""]])
        self.refused_as_vni(vni)
        mapping["encoding"] = "vni"
        done = self.take(vni, mapping)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("Đèn đường không sáng", [issue["subject"] for issue in self.issues()][-1])

    def refused_as_vni(self, file):
        done = self.take(file, "mapping-ascii.json")
        self.assertEqual(1, done.returncode)
        self.assertIn("VNI", done.stderr)

    def test_unicode_is_not_converted_again(self):
        mapping = {**MAPPING, "encoding": "tcvn3"}
        done = self.take("list-first.csv", mapping)
        self.assertEqual(1, done.returncode)
        self.assertIn("Unicode already", done.stderr)

    def test_an_identifier_that_was_rounded(self):
        self.refused("identifier-as-rounded-number.xlsx", EXCEL, "A2", "15 digits")
        self.refused(self.csv([HEADER, ["2,02101E+16"] + ROW[1:]]), MAPPING, "A2", "rounded")

    def test_a_cell_merged_down_the_column_is_not_empty(self):
        issues = self.taken("merged-khom-cells.xlsx", "mapping-excel-otherwise.json", 3)
        self.assertEqual(["tan-my", "tan-my", "tan-hiep"], [issue["khom"] for issue in issues])

    def test_a_cell_merged_across_columns_is_nobodys(self):
        book = Workbook()
        book.rows([HEADER, ROW])
        book.merge("C2:D2")
        book.drop("D2")
        self.refused(book.save(self.folder / "a.xlsx"), MAPPING, "D2", "C2:D2")

    def test_a_member_that_stands_twice_in_the_mapping(self):
        self.refused("list-first.csv", "mapping-khom-twice.json", "`khom`", "twice")

    def test_a_member_the_mapping_does_not_have(self):
        for member, value in (("khoms", {"otherwise": "tan-my"}),
                              ("khom", {"column": "Khóm", "otherwize": "tan-my"})):
            self.refused("list-first.csv", {**MAPPING, member: value}, "there is no such member")

    def test_a_mapping_that_is_not_filled_in(self):
        for member, value in (("source", "?"), ("khom", {"column": "Khóm", "values": {"a": "?"}})):
            self.refused("list-first.csv", {**MAPPING, member: value}, "in place of the ?")

    def test_a_date_form_without_a_year(self):
        for form in ("%d/%m", "", "dd/mm/yyyy", ["%d/%m/%Y", "%H:%M"], 5, []):
            received = {"column": "Ngày nhận", "format": form}
            self.refused("list-first.csv", {**MAPPING, "received": received}, "received.format")

    def test_a_text_cut_into_columns_without_a_name(self):
        self.refused(self.csv([[*HEADER, "", ""], [*ROW, " ba tháng", ""]]), MAPPING, "row 2",
                     "more cells than columns")

    def test_an_identifier_with_a_blank_nobody_sees(self):
        self.refused(self.csv([HEADER, ["TD 1", *ROW[1:]], ["TD\u00a01", *ROW[1:]]]), MAPPING, "A3",
                     "stands in row 2")

    def test_a_word_with_two_meanings(self):
        khom = {"column": "Khóm", "values": {"Tân Mỹ": "tan-my", "Tân  Mỹ ": "sa-nhien"}}
        self.refused("list-first.csv", {**MAPPING, "khom": khom}, "two meanings")

    def test_a_number_shown_otherwise_than_it_is_kept(self):
        book = Workbook()
        book.rows([HEADER, [("n", "7", '"TD-"000'), *ROW[1:]]])
        self.refused(book.save(self.folder / "a.xlsx"), MAPPING, "A2", "shown otherwise")
        book = Workbook()
        book.rows([HEADER, [("n", "7", "000"), *ROW[1:]]])
        self.assertEqual("007", self.taken(book.save(self.folder / "b.xlsx"), MAPPING, 1)[0]
                         ["origin"]["external_id"])

    def test_an_identifier_that_became_a_date(self):
        book = Workbook()
        book.rows([HEADER, [("n", "44197", "d/m"), *ROW[1:]]])
        self.refused(book.save(self.folder / "a.xlsx"), MAPPING, "A2", "a date")

    def test_a_formula_that_was_never_computed(self):
        book = Workbook()
        book.rows([HEADER, [*ROW[:2], ("f", "A1&B1"), *ROW[3:]]])
        self.refused(book.save(self.folder / "a.xlsx"), MAPPING, "C2", "formula")

    def test_an_identifier_that_stands_twice(self):
        self.refused(self.csv([HEADER, ROW, ROW]), MAPPING, "A3", "stands in row 2")

    def test_a_formula_written_as_text(self):
        self.refused(self.csv([HEADER, ['"=""007"""', *ROW[1:]]]), MAPPING, "A2", "formula")

    def test_all_bad_cells_are_told_at_once(self):
        words = self.refused(self.csv([HEADER, ["TD-1", "31/02/2021", "", "Lạ", "Lạ", ""],
                                       ["", "x", "a\u202eb", "Tân Mỹ", "Chiếu sáng", "y"]]),
                             MAPPING, "B2", "C2", "D2", "E2", "A3", "B3", "C3", "F3")
        self.assertIn("Cells to mend: 8", words)

    def test_the_rules_refuse_in_words_with_row_and_column(self):
        rows = [HEADER, ["TD-1", "05/01/2021", "Đèn", "Tân Mỹ", "Chiếu sáng", "04/01/2021"],
                ["TD-2", "05/01/2199", "Đèn", "Tân Mỹ", "Chiếu sáng", ""]]
        mapping = {**MAPPING, "field": {"otherwise": "NO_SUCH_FIELD"}}
        words = self.refused(self.csv(rows), mapping, "row 2", "row 3")
        self.assertNotIn("field=", words)
        self.assertNotIn("_", words.replace("NO_SUCH_FIELD", ""))


class EveryProgramIsRead(ListCase):
    def expect_three(self, file, mapping=MAPPING):
        issues = self.taken(file, mapping, 3)
        self.assertEqual(["Đèn đường hẻm 12 không sáng", "Mương thoát nước bị nghẹt",
                          "Rác tồn đọng đầu hẻm"], [issue["subject"] for issue in issues])
        self.assertEqual(["tan-my", "sa-nhien", "tan-hiep"], [issue["khom"] for issue in issues])
        self.assertEqual(["2021-01-05", "2021-01-06", "2021-01-14"],
                         [issue["received"] for issue in issues])
        self.assertEqual(["2021-01-20"], [closed["ended_on"] for closed in self.ended()])

    def test_empty_rows_of_separators(self):
        self.expect_three("empty-rows-of-separators.csv")

    def test_empty_rows_with_styles(self):
        self.expect_three("empty-rows-with-styles.xlsx", EXCEL)

    def test_title_rows_above_the_header(self):
        self.expect_three("title-rows-above-the-header.xlsx", EXCEL)

    def test_the_mapping_may_name_the_row_of_the_header(self):
        self.expect_three("title-rows-above-the-header.xlsx", {**EXCEL, "header_row": 4})

    def test_letters_and_marks_apart(self):
        self.expect_three("decomposed-letters.csv")

    def test_a_no_break_space_in_the_header(self):
        self.expect_three("no-break-space-in-header.csv")

    def test_a_no_break_space_in_a_cell(self):
        self.taken("no-break-space-in-cell.csv", MAPPING, 1)

    def test_tabs(self):
        self.expect_three("tab-separated.csv")

    def test_utf_16_with_tabs(self):
        self.expect_three("utf-16-tab-separated.csv")

    def test_a_prefix_on_every_element(self):
        self.expect_three("namespace-prefix.xlsx", EXCEL)

    def test_the_form_is_told_by_the_bytes(self):
        self.expect_three("capital-extension.XLSX", EXCEL)

    def test_the_extension_says_nothing(self):
        named = self.folder / "list.csv"
        shutil.copyfile(LISTS / "capital-extension.XLSX", named)
        self.expect_three(named, EXCEL)

    def test_separators_in_a_quoted_header(self):
        self.expect_three("commas-in-a-quoted-header.csv", "mapping-quoted-header.json")

    def test_dates_as_text_and_as_number(self):
        self.refused("dates-as-text-and-number.xlsx", EXCEL, "B3", "14/01/2021")
        both = {**EXCEL, "received": {"column": "Ngày nhận", "format": ["excel", "%d/%m/%Y"]}}
        issues = self.taken("dates-as-text-and-number.xlsx", both, 2)
        self.assertEqual(["2021-01-05", "2021-01-14"], [issue["received"] for issue in issues])

    def test_dates_as_text_and_as_number_are_a_reason_to_look(self):
        both = {**EXCEL, "received": {"column": "Ngày nhận", "format": ["excel", "%d/%m/%Y"]}}
        self.assertIn("exchanged days and months",
                      self.take("dates-as-text-and-number.xlsx", both, "--dry-run").stderr)

    def test_a_year_of_two_digits(self):
        self.refused("two-digit-year.csv", MAPPING, "B2", "two digits", "Ngày nhận")

    def test_a_list_without_rows(self):
        self.refused("header-only.csv", MAPPING, "the list has no rows")

    def test_a_list_without_rows_in_vietnamese(self):
        done = subprocess.run([BINARY, "import", "--data", self.data, "--file",
                               LISTS / "header-only.csv", "--map", LISTS / "mapping.json"],
                              capture_output=True, text=True, check=False,
                              env={**os.environ, "LANGNGHE_LANG": "vi"})
        self.assertIn("danh sách không có dòng nào", done.stderr)

    def test_the_row_is_the_sheets(self):
        self.refused("row-number-of-the-sheet.xlsx", EXCEL, "row 40", "B40")

    def test_a_missing_column_and_those_that_are_there(self):
        mapping = {**MAPPING, "subject": {"column": "Trích yếu"}}
        self.refused("list-first.csv", mapping, "Trích yếu", "Nội dung (C)", "Ngày xong (F)")

    def test_every_encoding_separator_and_line_end(self):
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
            for separator in (";", ",", "\t", "|"):
                for end in ("\r\n", "\n", "\r"):
                    with self.subTest(encoding=encoding, separator=separator, end=end):
                        file = self.csv([HEADER, ROW], separator, end, encoding=encoding)
                        self.assertIn("would be imported: 1",
                                      self.take(file, MAPPING, "--dry-run", check=True).stdout)

    def test_an_order_about_the_separator(self):
        file = self.write("list.csv", "sep=|\r\n" + "|".join(HEADER) + "\r\n" + "|".join(ROW))
        self.taken(file, MAPPING, 1)

    def test_a_line_break_in_quotation_marks(self):
        file = self.csv([HEADER, ROW[:2] + ['"Đèn; ""hư""\r\nba tháng"'] + ROW[3:],
                         ["TD-2"] + ["31/02/2021"] + ROW[2:]])
        self.refused(file, MAPPING, "row 3", "B3")
        file = self.csv([HEADER, ROW[:2] + ['"Đèn; ""hư""\r\nba tháng"'] + ROW[3:]])
        self.assertEqual('Đèn; "hư"\nba tháng', self.taken(file, MAPPING, 1)[0]["subject"])

    def test_forms_that_are_no_list_say_what_to_do(self):
        for name, content in (("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512),
                              ("page.xls", b"<html><table><tr><td>a</td></tr></table></html>"),
                              ("xml.xls", b'<?xml version="1.0"?><Workbook/>'),
                              ("list.csv.gz", b"\x1f\x8b\x08\0\0\0\0\0"),
                              ("scan.pdf", b"%PDF-1.7\n")):
            with self.subTest(name):
                self.refused(self.write(name, content), MAPPING, "Save As")
        book = Workbook()
        book.parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                      "content.xml": "<a/>"}
        self.refused(book.save(self.folder / "list.ods"), MAPPING, ".ods", "Save As")
        self.refused(self.write("empty.csv", b""), MAPPING, "empty")

    def test_a_workbook_in_every_spelling_of_the_standard(self):
        for options in ({"strict": True}, {"prefix": "x:"}, {"inline": True}, {"references": False},
                        {"sheet_part": "xl/worksheets/tờ.xml"}, {"absolute": True},
                        {"folder": "bảng"}, {"runs": True}):
            with self.subTest(options):
                book = Workbook(**options)
                book.rows([HEADER, ROW])
                file = book.save(self.folder / "book.xlsx")
                self.assertIn("would be imported: 1",
                              self.take(file, MAPPING, "--dry-run", check=True).stdout)

    def test_phonetic_runs_are_no_text(self):
        book = Workbook(runs=True)
        book.rows([HEADER, ROW])
        self.assertEqual(ROW[2], self.taken(book.save(self.folder / "a.xlsx"), MAPPING, 1)[0]
                         ["subject"])

    def test_a_date_by_style_whatever_the_mapping_says(self):
        for code in ("dd/mm/yyyy", "[$-42A]d mmmm yyyy", 'yyyy"năm"', "mm-dd-yy"):
            book = Workbook()
            book.rows([HEADER, [ROW[0], ("n", "44201.75", code), *ROW[2:]]])
            file = book.save(self.folder / "a.xlsx")
            self.assertIn("would be imported: 1",
                          self.take(file, MAPPING, "--dry-run", check=True).stdout)
        book = Workbook(strict=True)
        book.rows([HEADER, [ROW[0], ("d", "2021-01-05T00:00:00"), *ROW[2:]]])
        self.assertEqual("2021-01-05", self.taken(book.save(self.folder / "b.xlsx"), MAPPING, 1)[0]
                         ["received"])

    def test_booleans_escapes_and_cached_strings(self):
        book = Workbook()
        book.rows([HEADER, ["TD-1", ROW[1], ("str", "Đèn_x0020__x005F_x0041_"), *ROW[3:]],
                   ["TD-2", ROW[1], ("b", "1"), *ROW[3:]]])
        issues = self.taken(book.save(self.folder / "a.xlsx"), MAPPING, 2)
        self.assertEqual(["Đèn _x0041_", "TRUE"], [issue["subject"] for issue in issues])

    def test_which_sheet(self):
        book = Workbook()
        book.rows([HEADER, ROW])
        book.add_sheet("Ẩn", [HEADER, ["TD-2", *ROW[1:]]], state="hidden")
        book.add_sheet("Ghi chú", [["Ai", "Gì"]])
        file = book.save(self.folder / "a.xlsx")
        self.assertIn("would be imported: 1", self.take(file, MAPPING, "--dry-run").stdout)
        self.assertIn("would be imported: 1",
                      self.take(file, {**MAPPING, "sheet": "Ẩn"}, "--dry-run").stdout)
        self.refused(file, {**MAPPING, "sheet": "Khác"}, "Khác", "Ghi chú")
        book.add_sheet("Sổ 2", [HEADER, ["TD-3", *ROW[1:]]])
        self.refused(book.save(self.folder / "b.xlsx"), MAPPING, "several sheets", "Sổ 2")

    def test_the_columns_are_shown_and_a_mapping_proposed(self):
        for file in ("list-first.csv", "title-rows-above-the-header.xlsx",
                     "utf-16-tab-separated.csv"):
            shown = langnghe("import", "--columns", "--file", LISTS / file).stdout
            proposed = json.loads(shown[shown.index("{"):])
            self.assertEqual("Số", proposed["id"]["column"])
            self.assertEqual("Ngày nhận", proposed["received"]["column"])
            self.assertIn("Tân Mỹ", proposed["khom"]["values"])
            self.assertEqual("excel" if file.endswith("xlsx") else "%d/%m/%Y",
                             proposed["received"]["format"])
            proposed.update({"source": "so-tiep-dan-2021", "khom": MAPPING["khom"],
                             "field": MAPPING["field"], "outcome": MAPPING["outcome"]})
            proposed.pop("sheet", None)
            self.assertIn("Rows: ", self.take(file, proposed, "--dry-run", check=True).stdout)


class GivenAgain(ListCase):
    def test_what_differs_is_shown(self):
        self.taken("list-first.csv", MAPPING, 2)
        again = self.take("list-again-with-changes.csv")
        self.assertEqual(0, again.returncode, again.stderr)
        self.assertIn("imported: 0; there already: 2", again.stdout)
        self.assertIn('row 3, column Nội dung: the ledger says "Mương thoát nước bị nghẹt", the list'
                      ' says "Mương thoát nước bị nghẹt trước nhà văn hóa"', again.stdout)
        self.assertIn('row 3, column Ngày xong: the ledger says "(empty)", the list says '
                      '"2021-01-25"', again.stdout)
        self.assertNotIn("row 2", again.stdout)
        self.assertEqual(2, len(self.issues()))

    def test_the_same_list_says_nothing_more(self):
        self.taken("list-first.csv", MAPPING, 2)
        self.assertEqual("Rows: 2; imported: 0; there already: 2\n",
                         self.take("list-first.csv").stdout)

    def test_another_mapping_of_the_same_file_is_another_import(self):
        self.taken("list-first.csv", MAPPING, 2)
        self.assertIn("imported: 2", self.take("list-first.csv", {**MAPPING, "source": "b"}).stdout)
        self.assertEqual(4, len(self.issues()))

    def test_who_imports_is_an_administrator(self):
        done = self.take("list-first.csv", MAPPING, "--user", "nobody")
        self.assertEqual(1, done.returncode)
        self.assertIn("nobody", done.stderr)
        self.assertEqual(self.before, len(self.records()))


class DueDays(ListCase):
    def test_a_lists_own_due_day_is_kept_with_its_source(self):
        rows = [[*HEADER, "Hạn"], [*ROW, "20/01/2021"], ["TD-2", *ROW[1:], ""]]
        mapping = {**MAPPING, "due": {"column": "Hạn", "format": "%d/%m/%Y"}}
        issues = self.taken(self.csv(rows), mapping, 2)
        self.assertEqual(["2021-01-20", None],
                         [issue["origin"].get("agreed_due") for issue in issues])

    def test_a_due_day_before_receipt_is_refused(self):
        rows = [[*HEADER, "Hạn"], [*ROW, "04/01/2021"]]
        mapping = {**MAPPING, "due": {"column": "Hạn", "format": "%d/%m/%Y"}}
        self.refused(self.csv(rows), mapping, "row 2")


class LongLists(ListCase):
    def long_list(self, rows):
        done = subprocess.run([sys.executable, LISTS / "make_long_list.py", str(rows)],
                              capture_output=True, check=True)
        return self.write("long.csv", done.stdout)

    def taken_over(self, exported):
        """How many issues were recorded, and how many of them closed."""
        types = [json.loads(line)["type"] for line in exported.splitlines()]
        return types.count("issue.recorded"), types.count("issue.closed")

    def test_a_list_longer_than_a_commit(self):
        file = self.long_list(2049)
        self.assertIn("would be imported: 2049", self.take(file, MAPPING, "--dry-run").stdout)
        self.assertIn("imported: 2049", self.take(file, check=True).stdout)
        self.assertEqual(self.before + 2 * 2049, len(self.records()))
        self.assertIn("there already: 2049", self.take(file, check=True).stdout)
        self.assertEqual([], list((self.data / "imports").iterdir()))

    def test_one_bad_row_late_in_the_list_keeps_all_out(self):
        file = self.long_list(2500)
        file.write_text(file.read_text(encoding="utf-8") +
                        "TD-x;05/01/2199;Đèn;Tân Mỹ;Chiếu sáng;\n", encoding="utf-8")
        self.refused(file, MAPPING, "row 2502")

    def test_killed_at_any_moment_readers_see_all_of_it_or_nothing(self):
        rows = 3000
        file = self.long_list(rows)
        seen = set()
        untouched = self.folder / "untouched"
        shutil.copytree(self.data, untouched)
        for attempt in range(5):
            shutil.rmtree(self.data)
            shutil.copytree(untouched, self.data)
            running = subprocess.Popen([BINARY, "import", "--data", self.data, "--file", file,
                                        "--map", LISTS / "mapping.json"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            journal = self.data / "imports" / f"{WARD}.json"
            deadline = time.monotonic() + 60
            while not journal.exists() and running.poll() is None:
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.005)
            time.sleep(0.03 * attempt)
            running.send_signal(signal.SIGKILL)
            running.wait()
            read = langnghe("export", "--data", self.data, check=False)
            if read.returncode != 0:
                self.assertIn("cut off", read.stderr)
                server = Server(self.data)  # ends the import before it serves anything
                try:
                    token = langnghe("user", "token", "admin", "--data", self.data).stdout.strip()
                    answer = Client(server.port, token).get(
                        f"/api/v1/wards/{WARD}/issues?limit=1")
                    self.assertEqual(rows, answer.json["total"])
                finally:
                    server.stop()
                read = langnghe("export", "--data", self.data)
                seen.add("cut off")
            self.assertIn(self.taken_over(read.stdout), ((0, 0), (rows, rows)))
            self.assertIn(f"Rows: {rows}; imported: ", self.take(file, check=True).stdout)
            self.assertEqual((rows, rows), self.taken_over(
                langnghe("export", "--data", self.data).stdout))
            self.assertEqual(0, langnghe("verify", "--data", self.data).returncode)
        self.assertIn("cut off", seen)


if __name__ == "__main__":
    unittest.main()
