"""Workbooks as Office Open XML allows them (ECMA-376 part 1, and its strict form), for tests of the
reader: every spelling a program may choose, one at a time."""

import zipfile
from xml.sax.saxutils import escape, quoteattr

TRANSITIONAL = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
STRICT = ("http://purl.oclc.org/ooxml/spreadsheetml/main",
          "http://purl.oclc.org/ooxml/officeDocument/relationships")
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


class Workbook:
    """Cells are texts, or (kind, value[, number format]); None leaves the cell out."""

    def __init__(self, strict=False, prefix="", inline=False, references=True, runs=False,
                 sheet_part="xl/worksheets/sheet1.xml", absolute=False, folder="xl"):
        self.main, self.office = STRICT if strict else TRANSITIONAL
        self.prefix, self.inline, self.references = prefix, inline, references
        self.runs, self.absolute, self.folder = runs, absolute, folder
        self.sheet_part = sheet_part.replace("xl/", folder + "/", 1)
        self.sheets = []
        self.merged = []
        self.dropped = set()
        self.strings, self.formats = [], []
        self.parts = None

    def rows(self, rows):
        self.add_sheet("Sổ", rows)

    def add_sheet(self, name, rows, state=None):
        self.sheets.append((name, rows, state))

    def merge(self, reference):
        self.merged.append(reference)

    def drop(self, reference):
        self.dropped.add(reference)

    def tag(self, element, content="", **attributes):
        written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items()
                          if value is not None)
        element = self.prefix + element
        return f"<{element}{written}>{content}</{element}>"

    def root(self, name, content):
        colon = ":" + self.prefix[:-1] if self.prefix else ""
        return (f'<?xml version="1.0" encoding="UTF-8"?><{self.prefix}{name} xmlns{colon}='
                f'"{self.main}" xmlns:rel="{self.office}">{content}</{self.prefix}{name}>')

    def item(self, text):
        if not self.runs or len(text) < 2:
            return self.tag("t", escape(text), **{"xml:space": "preserve"})
        half = len(text) // 2
        return (self.tag("r", self.tag("t", escape(text[:half]), **{"xml:space": "preserve"})) +
                self.tag("r", self.tag("t", escape(text[half:]), **{"xml:space": "preserve"})) +
                self.tag("rPh", self.tag("t", "đọc là"), sb="0", eb="1"))

    def cell(self, reference, value):
        at = reference if self.references else None
        if isinstance(value, str):
            if value == "":
                return self.tag("c", r=at)
            if self.inline:
                return self.tag("c", self.tag("is", self.item(value)), r=at, t="inlineStr")
            self.strings.append(value)
            return self.tag("c", self.tag("v", str(len(self.strings) - 1)), r=at, t="s")
        kind, content, *code = value
        if kind == "f":
            return self.tag("c", self.tag("f", escape(content)), r=at)
        style = None
        if code:
            self.formats.append(code[0])
            style = str(len(self.formats))
        return self.tag("c", self.tag("v", escape(content)), r=at, t=kind, s=style)

    def sheet(self, rows):
        written = ""
        for number, row in enumerate(rows, 1):
            cells = ""
            for column, value in enumerate(row):
                reference = f"{chr(65 + column)}{number}"
                if value is not None and reference not in self.dropped:
                    cells += self.cell(reference, value)
            written += self.tag("row", cells, r=str(number) if self.references else None)
        merges = "".join(self.tag("mergeCell", ref=reference) for reference in self.merged)
        return self.root("worksheet", self.tag("sheetData", written) +
                         (self.tag("mergeCells", merges) if merges else ""))

    def styles(self):
        formats = "".join(self.tag("numFmt", numFmtId=str(164 + at), formatCode=code)
                          for at, code in enumerate(self.formats))
        styles = self.tag("xf", numFmtId="0") + "".join(
            self.tag("xf", numFmtId=str(164 + at)) for at in range(len(self.formats)))
        return self.root("styleSheet", self.tag("numFmts", formats) + self.tag("cellXfs", styles))

    def relations(self, relations):
        return (f'<Relationships xmlns="{PACKAGE}">' + "".join(
            f'<Relationship Id="{name}" Type="{self.office}/{kind}" Target={quoteattr(target)}/>'
            for name, kind, target in relations) + "</Relationships>")

    def all_parts(self):
        if self.parts is not None:
            return self.parts
        parts, sheets, relations = {}, "", []
        for at, (name, rows, state) in enumerate(self.sheets, 1):
            part = self.sheet_part if at == 1 else f"{self.folder}/worksheets/more{at}.xml"
            parts[part] = self.sheet(rows)
            sheets += self.tag("sheet", name=name, sheetId=str(at), state=state,
                               **{"rel:id": f"rel{at}"})
            target = "/" + part if self.absolute else part[len(self.folder) + 1:]
            relations.append((f"rel{at}", "worksheet", target))
        relations += [("s", "sharedStrings", "sharedStrings.xml"), ("f", "styles", "styles.xml")]
        base = self.folder
        parts[f"{base}/workbook.xml"] = self.root("workbook", self.tag("sheets", sheets))
        parts[f"{base}/_rels/workbook.xml.rels"] = self.relations(relations)
        parts[f"{base}/sharedStrings.xml"] = self.root(
            "sst", "".join(self.tag("si", self.item(text)) for text in self.strings))
        parts[f"{base}/styles.xml"] = self.styles()
        parts["_rels/.rels"] = self.relations([("d", "officeDocument", f"{base}/workbook.xml")])
        return parts

    def save(self, path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
            for name, content in self.all_parts().items():
                book.writestr(name, content)
        return path
