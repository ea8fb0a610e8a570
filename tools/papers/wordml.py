"""Building blocks of the shipped Word templates: measures of Decree 30/2020/NĐ-CP in, WordprocessingML out.

A content control (`w:sdt`) carries the name of what is put there as its tag. Three kinds:
a control around one run is a text; a control around one paragraph is a text of many lines, one
paragraph each; a control around paragraphs, a row or a table is repeated for each entry of a list,
or, where its tag ends with `?`, kept only where that name is given something.
"""

from xml.sax.saxutils import escape

FONT = "Times New Roman"


def twips(mm):
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def run(content, size=14, bold=False, italic=False, caps=False):
    """`size` in points."""
    marks = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    marks += "<w:caps/>" if caps else ""
    marks += f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>'
    return f"<w:r><w:rPr>{marks}</w:rPr>{content}</w:r>"


def text(words, **look):
    return run(f'<w:t xml:space="preserve">{escape(words)}</w:t>', **look)


def control(tag, content, alias=None):
    return (f'<w:sdt><w:sdtPr><w:alias w:val="{escape(alias or tag)}"/><w:tag w:val="{tag}"/>'
            f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>")


def field(tag, **look):
    """A text in a line."""
    return control(tag, text(f"[{tag}]", **look))


def paragraph(*runs, align="both", first=0.0, left=0.0, hanging=0.0, before=0, after=6, line=1.0,
              keep=False):
    """Indents in millimetres, distances in points, `line` as a multiple of a single line."""
    jc = f'<w:jc w:val="{align}"/>'
    indent = f'<w:ind w:left="{twips(left)}"'
    indent += f' w:hanging="{twips(hanging)}"/>' if hanging else f' w:firstLine="{twips(first)}"/>'
    space = (f'<w:spacing w:before="{before * 20}" w:after="{after * 20}" '
             f'w:line="{round(line * 240)}" w:lineRule="auto"/>')
    keeping = "<w:keepNext/>" if keep else ""
    return f"<w:p><w:pPr>{keeping}{space}{indent}{jc}</w:pPr>{''.join(runs)}</w:p>"


def body(*runs, **more):
    """Upright, size 14, first line in by 12.7 mm, 6 points after (Decree 30, Annex I)."""
    return paragraph(*runs, **{"first": 12.7, "line": 1.1, **more})


def heading(words):
    return body(text(words, bold=True), keep=True)


def lines_of(tag, **look):
    """A text of many lines as paragraphs of the body."""
    return control(tag, body(text(f"[{tag}]", **look)))


def block(tag, *blocks):
    """Repeated for each entry of a list; with `?` kept where there is something."""
    return control(tag, "".join(blocks))


def rule(width, cell, points=3):
    """A line of that width in the middle of a cell: the lower border of a paragraph some points high,
    so that it stands clear of the letters above it."""
    side = twips((cell - width) / 2)
    return ('<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
            '</w:pBdr><w:spacing w:before="0" w:after="0" '
            f'w:line="{points * 20}" w:lineRule="exact"/>'
            f'<w:ind w:left="{side}" w:right="{side}"/><w:jc w:val="center"/></w:pPr></w:p>')


def gap(points):
    return (f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{points * 20}" '
            'w:lineRule="exact"/></w:pPr></w:p>')


def cell(width, *blocks, middle=False):
    centre = '<w:vAlign w:val="center"/>' if middle else ""
    return (f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{centre}</w:tcPr>'
            f"{''.join(blocks)}</w:tc>")


def row(*cells, head=False):
    marks = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths, *rows, lines=False, side=1.9):
    """Widths in millimetres; `side` is the space beside the text of a cell. Word counts the indent of
    a table from the text of its first cell, so that much brings the lines of its edge to the margin."""
    indent = twips(side) if lines else 0
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    borders = f"<w:tblBorders>{edges}</w:tblBorders>" if lines else ""
    margins = (f'<w:tblCellMar><w:left w:w="{twips(side)}" w:type="dxa"/>'
               f'<w:right w:w="{twips(side)}" w:type="dxa"/></w:tblCellMar>')
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips(width) for width in widths)}" w:type="dxa"/>'
            f'<w:tblInd w:w="{indent}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>{margins}'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def listing(tag, columns):
    """A table with a head that is repeated on each page and one row for each entry of the list.
    Columns: width, heading, tag, alignment."""
    def small(content, align):
        return paragraph(content, align=align, before=2, after=2)
    head = row(*(cell(width, small(text(name, size=12, bold=True), "center"), middle=True)
                 for width, name, _, _ in columns), head=True)
    entry = row(*(cell(width, small(field(tagged, size=12), align))
                  for width, _, tagged, align in columns))
    return table([column[0] for column in columns], head, control(tag, entry), lines=True)


def picture(part_id, millimetres, name):
    """A square picture in a line; `part_id` names it in the document's relations."""
    side = round(millimetres * 36000)
    return ("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
            f'<wp:extent cx="{side}" cy="{side}"/><wp:docPr id="1" name="{name}" descr="{name}"/>'
            '<a:graphic><a:graphicData '
            'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{part_id}"/><a:stretch><a:fillRect/></a:stretch>'
            '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
            "</w:drawing></w:r>")
