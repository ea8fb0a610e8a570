#!/usr/bin/env python3
"""Writes the shipped templates of papers into papers/templates: the same bytes each time.

`make_templates.py FOLDER` writes them elsewhere; the test papers.templates compares the two.
"""

import pathlib
import struct
import sys
import zipfile
import zlib

from kinds import A4, kinds
from wordml import FONT, twips

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (f'xmlns:w="{W}" xmlns:r="{R}" '
          'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
          'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"')
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

HEADER_TYPE = f'<Override PartName="/word/header1.xml" ContentType="{WORD}.header+xml"/>'
CONTENT_TYPES = (HEAD + f'<Types xmlns="{TYPES}">'
                 '<Default Extension="rels" '
                 'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                 '<Default Extension="xml" ContentType="application/xml"/>'
                 '<Default Extension="png" ContentType="image/png"/>'
                 f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
                 f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>'
                 "{header}</Types>")
PACKAGE_RELATIONS = (HEAD + f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
                     f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>')

# The font stands in the defaults too: a field without a run of its own, as a page number, takes it
# from there.
STYLES = (HEAD + f'<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>'
          f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
          '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" '
          'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
          '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
          f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" '
          f'w:cs="{FONT}"/></w:rPr></w:style></w:styles>')


def header():
    """The page number in the middle of the upper margin, from the second page on; the mark of a
    draft at its right."""
    middle, right = twips(82.5), twips(165)
    return (HEAD + f'<w:hdr {SPACES}><w:p><w:pPr><w:tabs><w:tab w:val="center" w:pos="{middle}"/>'
            f'<w:tab w:val="right" w:pos="{right}"/></w:tabs></w:pPr><w:r><w:tab/></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:tab/></w:r>'
            '<w:sdt><w:sdtPr><w:alias w:val="du_thao"/><w:tag w:val="du_thao"/></w:sdtPr>'
            "<w:sdtContent><w:r><w:t>[du_thao]</w:t></w:r></w:sdtContent></w:sdt></w:p></w:hdr>")


def document(blocks, page):
    width, height, top, right, bottom, left = page
    headed = page == A4
    numbers = '<w:headerReference w:type="default" r:id="rIdHeader"/>' if headed else ""
    first = "<w:titlePg/>" if headed else ""
    section = (f'<w:sectPr>{numbers}<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"/>'
               f'<w:pgMar w:top="{twips(top)}" w:right="{twips(right)}" w:bottom="{twips(bottom)}" '
               f'w:left="{twips(left)}" w:header="{twips(top / 2)}" w:footer="{twips(bottom / 2)}" '
               f'w:gutter="0"/>{first}</w:sectPr>')
    # A document ends with a paragraph, which costs no line here.
    last = ('<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
            "</w:pPr></w:p>")
    return HEAD + f"<w:document {SPACES}><w:body>{''.join(blocks)}{last}{section}</w:body></w:document>"


def relations(headed, with_picture):
    parts = [f'<Relationship Id="rIdStyles" Type="{R}/styles" Target="styles.xml"/>']
    if headed:
        parts.append(f'<Relationship Id="rIdHeader" Type="{R}/header" Target="header1.xml"/>')
    if with_picture:
        parts.append(f'<Relationship Id="rIdQr" Type="{R}/image" Target="media/qr.png"/>')
    return HEAD + f'<Relationships xmlns="{RELATIONS}">{"".join(parts)}</Relationships>'


def white_picture():
    """One white point: what stands where the code of an issue comes."""
    def chunk(name, data):
        return (struct.pack(">I", len(data)) + name + data +
                struct.pack(">I", zlib.crc32(name + data)))
    dot = b"\x00\xff"
    stored = (b"\x78\x01\x01" + struct.pack("<HH", len(dot), len(dot) ^ 0xffff) + dot +
              struct.pack(">I", zlib.adler32(dot)))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", stored) + chunk(b"IEND", b""))


def write(path, blocks, page):
    headed = page == A4
    with_picture = any("rIdQr" in block for block in blocks)
    parts = {"[Content_Types].xml": CONTENT_TYPES.replace("{header}", HEADER_TYPE if headed else ""),
             "_rels/.rels": PACKAGE_RELATIONS,
             "word/_rels/document.xml.rels": relations(headed, with_picture),
             "word/document.xml": document(blocks, page), "word/styles.xml": STYLES}
    if headed:
        parts["word/header1.xml"] = header()
    if with_picture:
        parts["word/media/qr.png"] = white_picture()
    # Stored, not deflated: the bytes do not depend on the version of zlib.
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            package.writestr(entry, content)


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "papers" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    for name, blocks, page in kinds():
        write(folder / f"{name}.docx", blocks, page)


if __name__ == "__main__":
    main()
