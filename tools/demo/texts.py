"""The subjects people raise (subjects/*.txt) and how a turn of speaking is put together."""

import pathlib
from dataclasses import dataclass, field

HERE = pathlib.Path(__file__).parent


@dataclass
class Subject:
    """One block of subjects/*.txt: first line `kind FIELD`, then `key: text` lines."""
    kind: str
    field: str
    texts: dict = field(default_factory=dict)
    uses: int = 0

    def get(self, key, default=None):
        return self.texts.get(key, default)

    @property
    def fixed(self):
        return "{" not in self.texts["subject"]

    def fits(self, khom, month):
        first, last = map(int, self.get("months", "1-12").split("-"))
        return first <= month <= last and self.get("khom", khom.id) == khom.id


def read_subjects():
    subjects = []
    for path in sorted((HERE / "subjects").glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            head, *lines = block.split("\n")
            kind, code = head.split(" ")
            texts = dict(line.split(": ", 1) for line in lines)
            assert len(texts) == len(lines), f"{path.name}: a key twice in {head}"
            subjects.append(Subject(kind, code, texts))
    return subjects


@dataclass
class Raised:
    """A matter as raised at one meeting: its texts with the places filled in."""
    kind: str
    field: str
    subject: str
    source: Subject
    places: dict
    again: bool = False

    def text(self, key):
        text = self.source.get(key)
        if text is None:
            return None
        text = text.format(**self.places)
        return text if key == "words" else text[0].upper() + text[1:]


def draw_places(rng, khom):
    return {
        "duong": rng.choice(khom.roads),
        "kenh": rng.choice(khom.canals),
        "hem": f"hẻm {rng.choice((7, 12, 19, 23, 28, 34, 41, 46, 52, 57, 63, 68, 74, 85, 91))}",
        "to": f"tổ {rng.randint(1, 14)}",
        "m": str(rng.randint(3, 22) * 10),
        "n": str(rng.randint(2, 8)),
    }


class SubjectPicker:
    """Gives every matter of the year a subject no other has."""

    def __init__(self, subjects):
        self.subjects = subjects
        self.taken = set()

    def pick(self, rng, kind, code, khom, month, wanted=None):
        fitting = [s for s in self.subjects
                   if s.kind == kind and s.field == code and s.fits(khom, month)]
        if wanted:
            fitting = [s for s in fitting if s.texts["subject"] == wanted]
        rng.shuffle(fitting)
        for source in sorted(fitting, key=lambda s: s.uses * (3 if s.fixed else 1)):
            for _ in range(40):
                raised = self._raise(rng, source, khom)
                if raised.subject not in self.taken:
                    self.taken.add(raised.subject)
                    source.uses += 1
                    return raised
        raise LookupError(f"no subject left: {kind} {code} {khom.id} month {month}")

    def _raise(self, rng, source, khom):
        places = draw_places(rng, khom)
        raised = Raised(source.kind, source.field, "", source, places)
        subject = raised.text("subject")
        if source.fixed and source.uses:
            subject += f" ở khóm {khom.name}"
        raised.subject = subject
        return raised


OPENINGS = (
    "Dạ thưa mấy anh chị trong đoàn", "Tui xin có ý kiến chút",
    "Thưa chủ tịch, tui nói thiệt nghen",
    "Dạ tui cũng dân gốc ở đây", "Xin chào đoàn, nhà tui ở khúc trong", "Tui nói ngắn gọn thôi",
    "Dạ con xin phép nói", "Lâu lâu mới có dịp gặp phường, tui nói luôn",
    "Bữa nay có đủ mặt, tui hỏi",
    "Thưa bà con, thưa đoàn", "Tui lớn tuổi rồi, nói có sao xin bỏ qua", "Cho tui hỏi chuyện này",
    "Tui đi bán bông về trễ, may còn kịp", "Vợ chồng tui bàn rồi, bữa nay nói cho hết",
    "Hồi nãy nghe bác kia nói tui cũng xin góp thêm", "Dạ, tui đại diện mấy nhà trong xóm",
)
LINKS = ("Còn một chuyện nữa", "Sẵn đây tui nói luôn", "Với lại", "Cái nữa là", "Ngoài ra")
CLOSINGS = (
    "Mong phường coi giùm.", "Tui nói vậy, có gì không phải xin bỏ qua.",
    "Xin đoàn trả lời cho bà con rõ.", "Làm sớm giùm tụi tui nghen.",
    "Nhờ mấy anh chị ghi vô giùm.", "Tui hết ý kiến.",
    "Bà con ở đây ai cũng thấy hết.", "Cảm ơn đoàn.", "Chớ để hoài vầy kỳ lắm.",
    "Mấy anh xuống coi tận nơi là biết liền.", "Tui chờ phường trả lời.", "Vậy thôi, xin cảm ơn.",
)
AGAIN = ("chuyện này kỳ trước bà con nói rồi mà nay vẫn chưa êm",
         "kỳ họp trước tui có nghe hứa rồi")


# Nobody has spoken before the first speaker.
NOT_FIRST = ("Hồi nãy nghe bác kia nói tui cũng xin góp thêm",
             "Tui đi bán bông về trễ, may còn kịp")


class Manners:
    """Openings and closings in turn, so that neighbours in one meeting do not sound alike."""

    def __init__(self, rng):
        self.rng = rng
        self.openings = [o for o in rng.sample(OPENINGS, len(OPENINGS)) if o not in NOT_FIRST]
        self.openings[3:3] = rng.sample(NOT_FIRST, len(NOT_FIRST))
        self.closings = rng.sample(CLOSINGS, len(CLOSINGS))

    def next_opening(self):
        self.openings.append(self.openings.pop(0))
        return self.openings[-1]

    def next_closing(self):
        self.closings.append(self.closings.pop(0))
        return self.closings[-1]


def speak(manners, matters, spoken):
    """The words of one turn; no two turns of the year are the same."""
    rng = manners.rng
    for _ in range(200):
        parts = []
        for number, matter in enumerate(matters):
            words = matter.text("words")
            if matter.again:
                words = f"{rng.choice(AGAIN)}: {words}"
            lead = rng.choice(LINKS) if number else manners.next_opening()
            parts.append(f"{lead}, {words}.")
        text = " ".join([*parts, manners.next_closing()])
        if text not in spoken:
            spoken.add(text)
            return text
    raise LookupError("every way of saying it is used up")


class People:
    """Invented residents: family names that are common in the delta, given names from the list."""

    FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Trương", "Bùi", "Đặng",
                "Đỗ", "Ngô", "Hồ", "Dương", "Lý", "Lâm", "Đinh", "Hà", "Tăng", "Tống", "Khưu",
                "Thạch", "Mạc", "Biện", "Triệu")

    def __init__(self, rng, forbidden, the_year=2021, ward="phường Tân Quy Đông"):
        self.rng, self.year, self.ward = rng, the_year, ward
        self.taken = set(forbidden)
        given = {}
        for line in (HERE / "given-names.txt").read_text(encoding="utf-8").split("\n"):
            if line.startswith("["):
                names = given.setdefault(line.strip("[]"), [])
            elif line:
                names.append(line)
        self.given = given
        self.phones = rng.sample(range(1000), 1000)
        self.count = 0

    def next_id(self):
        self.count += 1
        return f"r-{self.year}-{self.count:04d}"

    def phone(self):
        return f"0900 000 {self.phones.pop():03d}"

    def name(self):
        while True:
            girl = self.rng.random() < 0.5
            given = self.rng.choice(self.given["girl" if girl else "boy"])
            middle = " Thị" if girl and self.rng.random() < 0.6 else ""
            name = f"{self.rng.choice(self.FAMILIES)}{middle} {given}"
            if name not in self.taken:
                self.taken.add(name)
                return name

    def resident(self, khom):
        number = f"{self.rng.randint(11, 389)}/{self.rng.randint(2, 29)}"
        person = {
            "resident": self.next_id(),
            "name": self.name(),
            "address": f"Số {number}, tổ {self.rng.randint(1, 14)}, khóm {khom.name}, "
                       f"{self.ward}",
        }
        if self.rng.random() < 0.75:
            person["phone"] = self.phone()
        return person
