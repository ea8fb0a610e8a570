"""The blocks that documents of Decree 30/2020/NĐ-CP, Annex I, have in common."""

from wordml import block, body, cell, control, field, gap, paragraph, row, rule, table, text

WIDTH = 165.0  # between the margins: 210 less 30 and 15 mm
LEFT, RIGHT = 66.0, 99.0


def centred(*runs, after=0, before=0):
    return paragraph(*runs, align="center", after=after, before=before)


def lines(tag, align="center", **look):
    """A text of several lines, set close."""
    return control(tag, paragraph(text(f"[{tag}]", **look), align=align, after=0))


def letterhead(place_and_date=True):
    """Boxes 1 to 4: who issues it, the State's name and motto, number, place and day."""
    issuer = cell(LEFT, lines("co_quan", size=12, bold=True), rule(24, LEFT - 3.8))
    state = cell(RIGHT, centred(text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)),
                 centred(text("Độc lập - Tự do - Hạnh phúc", size=13, bold=True)),
                 rule(58, RIGHT - 3.8))
    number = cell(LEFT, centred(text("Số: ", size=13), field("so_ky_hieu", size=13), before=6),
                  block("du_thao?", centred(field("du_thao", size=13, bold=True), before=3)))
    day = [field("dia_danh_ngay", size=13, italic=True)] if place_and_date else []
    return table([LEFT, RIGHT], row(issuer, state),
                 row(number, cell(RIGHT, centred(*day, before=6))), side=1.9)


def title(kind, width=40):
    """Boxes 5a: the type of document and its subject, with a line below."""
    return (gap(12) + centred(text(kind, bold=True)) +
            control("trich_yeu", centred(text("[trich_yeu]", bold=True))) +
            rule(width, WIDTH, points=5) + gap(12))


def addressees():
    """Box 9a, of reports and letters."""
    return centred(text("Kính gửi: "), field("kinh_gui"), after=12)


def bases():
    """Box 6: one ground on a line, in italics."""
    return block("can_cu?", control("can_cu", body(text("[can_cu]", italic=True))))


def signatures():
    """Boxes 7 and 9b: who gets it on the left, who signs on the right."""
    recipients = cell(78, paragraph(text("Nơi nhận:", size=12, bold=True, italic=True), align="left",
                                    after=0),
                      lines("noi_nhan", align="left", size=11))
    signer = cell(87, lines("ky", bold=True), gap(72), centred(field("ky_ten", bold=True)))
    return gap(10) + table([78, 87], row(recipients, signer))


def two_signers(left, right):
    """Under minutes: who wrote them on the left, who presided on the right."""
    def signer(width, words, tag):
        return cell(width, centred(text(words, bold=True)), gap(72),
                    centred(field(tag, bold=True)))
    return gap(10) + table([82.5, 82.5], row(signer(82.5, *left), signer(82.5, *right)))


def kept_by():
    return gap(10) + paragraph(text("Nơi nhận:", size=12, bold=True, italic=True), align="left",
                               after=0) + lines("noi_nhan", align="left", size=11)


def end(words):
    return body(text(words + "./."))
