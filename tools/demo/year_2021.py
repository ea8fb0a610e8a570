"""The year as a table: the meetings, how many matters of each kind and field, what happens to some.

Sizes and mix: the ranges of the demonstration year in the product's domain description; Q3 is thin
because gatherings were not possible in August 2021 (distancing under Directive 16)."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Meeting:
    id: str
    khom: str
    day: date
    start: str
    residents: int
    opinions: int
    issues: int
    notice_days: int = 8
    venue: str = "khom_office"
    format: str = "dialogue"
    chaired_by: str = "of-chu-tich"
    entered_days_later: int = 0
    topics: str = "Nghe góp ý về những vấn đề bức xúc, phát sinh thực tế tại địa bàn"
    held: bool = True
    first_day: date = None  # where it was scheduled for another day and postponed
    cancelled: date = None

    @property
    def announced(self):
        return self.day - timedelta(days=self.notice_days)


def day(month, number):
    return date(2021, month, number)


MEETINGS = (
    Meeting("d-2021-q1-01", "tan-my", day(1, 14), "14:00", 34, 9, 12, 7,
            topics="Đường vận chuyển hoa, nước tưới vụ Tết và những vấn đề bà con quan tâm"),
    Meeting("d-2021-q1-02", "sa-nhien", day(1, 16), "08:00", 28, 8, 11, 8),
    Meeting("d-2021-q1-03", "tan-hiep", day(2, 26), "19:00", 22, 7, 9, 9),
    Meeting("d-2021-q1-04", "tan-thuan", day(3, 5), "14:00", 31, 9, 12, 8),
    Meeting("d-2021-q1-05", "tan-my", day(3, 12), "19:30", 40, 12, 16, 8,
            topics="Chuyên đề giao thông, thoát nước làng hoa"),
    Meeting("d-2021-q1-06", "tan-thanh", day(3, 20), "08:00", 25, 8, 10, 9),
    Meeting("d-2021-q2-01", "sa-nhien", day(4, 9), "14:00", 27, 8, 11, 8),
    Meeting("d-2021-q2-02", "tan-my", day(4, 17), "08:00", 36, 10, 13, 9),
    Meeting("d-2021-q2-03", "tan-hiep", day(5, 13), "14:00", 24, 7, 9, 8),
    Meeting("d-2021-q2-04", "tan-thuan", day(5, 28), "19:00", 14, 4, 6, 8, venue="household",
            format="round_table", topics="Tọa đàm nhóm nhỏ tại hộ dân, giữ khoảng cách phòng dịch"),
    Meeting("d-2021-q2-05", "tan-thanh", day(6, 16), "14:00", 19, 6, 8, 5,
            first_day=day(6, 11)),
    Meeting("d-2021-q2-06", "sa-nhien", day(6, 29), "19:00", 26, 8, 10, 8,
            chaired_by="of-pho-chu-tich", entered_days_later=2),
    Meeting("d-2021-q3-01", "tan-my", day(7, 2), "14:00", 18, 5, 6, 8),
    Meeting("d-2021-q3-02", "sa-nhien", day(7, 8), "14:00", 16, 4, 5, 8),
    Meeting("d-2021-q3-03", "tan-thanh", day(7, 20), "14:00", 0, 0, 0, 11, held=False),
    Meeting("d-2021-q3-06", "tan-my", day(8, 12), "14:00", 0, 0, 0, 13, held=False,
            cancelled=day(8, 2)),
    Meeting("d-2021-q3-04", "tan-thuan", day(9, 24), "14:00", 12, 3, 4, 8,
            chaired_by="of-pho-chu-tich", topics="An sinh sau giãn cách, khôi phục vụ hoa Tết"),
    Meeting("d-2021-q3-05", "tan-hiep", day(9, 30), "14:00", 20, 6, 8, 3,
            topics="An sinh sau giãn cách, khôi phục vụ hoa Tết"),
    Meeting("d-2021-q4-01", "tan-thanh", day(10, 9), "08:00", 33, 9, 12, 8),
    Meeting("d-2021-q4-02", "tan-my", day(10, 22), "14:00", 38, 11, 14, 8),
    Meeting("d-2021-q4-03", "sa-nhien", day(11, 4), "19:00", 15, 5, 7, 9, venue="household",
            format="round_table", topics="Tọa đàm với các hộ trồng hoa về vụ hoa Tết Nhâm Dần"),
    Meeting("d-2021-q4-04", "tan-hiep", day(11, 13), "08:00", 29, 9, 11, 8),
    Meeting("d-2021-q4-05", "tan-thuan", day(11, 26), "14:00", 32, 10, 13, 8),
    Meeting("d-2021-q4-06", "tan-thanh", day(12, 16), "14:00", 35, 13, 18, 8),
)
HOST_FROM = {"d-2021-q2-04": "d-2021-q1-04", "d-2021-q4-03": "d-2021-q1-02"}

# The number of matters of each field: answered on the spot, noted, settled later, forwarded.
MIX = {
    "ROADS": (27, 2, 13, 8),
    "DRAINAGE": (19, 1, 9, 2),
    "WASTE_ENV": (20, 1, 8, 2),
    "LIGHTING": (12, 0, 6, 2),
    "SECURITY": (15, 1, 4, 0),
    "LAND_CONSTRUCTION": (12, 0, 5, 2),
    "AGRICULTURE": (10, 1, 3, 2),
    "SOCIAL_POLICY": (10, 0, 3, 0),
    "ADMIN_PROC": (8, 1, 0, 0),
    "WATER": (1, 0, 1, 2),
    "URBAN_ORDER": (3, 0, 1, 0),
    "HEALTH_EDU": (2, 0, 0, 0),
    "CULTURE_TOURISM": (1, 1, 1, 0),
    "GRASSROOTS_DEMOCRACY": (2, 0, 0, 0),
}
KINDS = ("spot", "note", "settle", "forward")

# Matters raised again: (meeting, kind, meeting it was raised at before).
REPEATS = (
    ("d-2021-q1-05", "forward", "d-2021-q1-01"),
    ("d-2021-q2-02", "settle", "d-2021-q1-05"),
    ("d-2021-q2-06", "settle", "d-2021-q2-01"),
    ("d-2021-q3-01", "settle", "d-2021-q2-02"),
    ("d-2021-q4-02", "forward", "d-2021-q1-01"),
    ("d-2021-q4-06", "settle", "d-2021-q4-01"),
)
# Meetings where a given subject must come up.
WANTED = {"d-2021-q1-01": "Nâng cấp đường Bùi Thị Xuân qua làng hoa"}
COMPLAINT_AT = "d-2021-q2-03"
DENUNCIATION_AT = "d-2021-q4-04"

# The exception that happens to the n-th settled matter of a meeting (0 = first); all others run
# as they should.
FATES = {
    ("d-2021-q1-02", 0): "late",
    ("d-2021-q1-04", 1): "reopened",
    ("d-2021-q1-05", 1): "extended",
    ("d-2021-q2-01", 0): "refused_in_time",
    ("d-2021-q3-01", 0): "extended_late",
    ("d-2021-q3-02", 0): "refused_late",
    ("d-2021-q4-01", 1): "late",
    ("d-2021-q4-02", 1): "reopened_open",
    ("d-2021-q4-04", 1): "extended_early",
}
# The same for the n-th forwarded one.
FORWARD_FATES = {
    ("d-2021-q1-01", 0): "late",
    ("d-2021-q1-06", 0): "late",
    ("d-2021-q2-02", 0): "never_answered",
    ("d-2021-q2-04", 0): "late",
    ("d-2021-q4-01", 0): "never_answered",
}
# Exceptions to the usual course (exceptions.py): the n-th settled matter of a meeting.
EXCEPTIONS = {
    ("d-2021-q1-02", 1): "returned",
    ("d-2021-q1-03", 0): "paused",
    ("d-2021-q1-03", 1): "corrected",
    ("d-2021-q1-03", 2): "promised",
    ("d-2021-q1-04", 0): "escalated",
    ("d-2021-q1-06", 0): "posted",
    ("d-2021-q2-01", 1): "withdrawn",
    ("d-2021-q2-02", 1): "recalled",
    ("d-2021-q2-02", 2): "promise_disputed",
    ("d-2021-q2-04", 1): "replaced",
    ("d-2021-q2-05", 1): "reclassified",
    ("d-2021-q2-06", 1): "refused",
    ("d-2021-q3-01", 1): "paused_until_its_day",
    ("d-2021-q4-01", 0): "split",
    ("d-2021-q4-02", 1): "reopening_declined",
}
# The second was raised by somebody else about the same: merged into the first, for good or not.
MERGED = {("d-2021-q1-05", 2): 0}
MERGED_BY_MISTAKE = {("d-2021-q1-05", 3): 1}
# Forwarded matters that came back.
BOUNCED = {("d-2021-q1-04", 0), ("d-2021-q4-02", 1)}
# The first matter answered on the spot here is contested after the meeting.
CONTESTED_AT = "d-2021-q3-02"

# Opinions whose speaker did not want to confirm the record; presentations that were left out.
NOT_CONFIRMED = {("d-2021-q2-02", 3): "Người nói đã về trước khi đọc lại biên bản.",
                 ("d-2021-q4-05", 7): "Người nói muốn gửi thêm bản viết tay."}
NOT_PRESENTED = {"d-2021-q3-04": "Không khí đón đoàn hỗ trợ sau giãn cách, chuyển sang kỳ sau."}
CONCLUDED_LATE = {"d-2021-q2-06", "d-2021-q3-05"}
ADDENDUM_AT = "d-2021-q2-06"
SIGNATURE_REFUSED_AT = "d-2021-q4-05"

REOPENED_ON_THE_SPOT_AT = "d-2021-q2-01"
ANONYMOUS = {("d-2021-q1-05", 4), ("d-2021-q2-02", 3), ("d-2021-q4-02", 6), ("d-2021-q4-05", 2)}
