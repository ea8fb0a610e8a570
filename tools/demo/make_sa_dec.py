#!/usr/bin/env python3
"""Writes sa-dec-2025.jsonl: the first half year of the merged ward, the same bytes every time.

    python3 tools/demo/make_sa_dec.py            writes the file and checks it
    python3 tools/demo/make_sa_dec.py --check    checks that the file is what would be written
"""

import pathlib
import random
import sys
from collections import defaultdict
from datetime import date, datetime, timedelta

import sa_dec_setting as setting
import ward_setting

# The shared ways of a matter look officials, units and rules up where the ward is set.
ward_setting.KHOM_BY_ID.update(
    {khom.id: khom for khom in (*setting.KHOMS, setting.MERGED)})
ward_setting.UNIT.update(setting.UNIT)
ward_setting.BASIS.update(setting.BASIS)

import lives  # noqa: E402
from book import CALENDAR, POLICY, Book, Life, WorkingDays, write_or_check  # noqa: E402
from check_acts import check  # noqa: E402
from make_acts import turns_of  # noqa: E402
from meetings import Matter, MeetingActs  # noqa: E402
from texts import People, SubjectPicker, read_subjects  # noqa: E402
from year_2021 import Meeting  # noqa: E402

FILE = pathlib.Path(__file__).parent / "sa-dec-2025.jsonl"
OFFICES_OPEN = datetime(2025, 7, 1, 8, 0)
LATE = "d-2025-q4-01"


def day(month, number):
    return date(2025, month, number)


MEETINGS = (
    Meeting("d-2025-q3-01", "tan-my", day(7, 25), "14:00", 31, 4, 5, 8),
    Meeting("d-2025-q3-02", "sa-nhien", day(8, 8), "14:00", 24, 4, 4, 8),
    Meeting("d-2025-q3-03", "khom-mau-1", day(8, 22), "19:00", 18, 3, 4, 8),
    Meeting("d-2025-q3-04", "khom-mau-2", day(9, 12), "14:00", 22, 4, 5, 8),
    Meeting("d-2025-q3-05", "khom-mau-3", day(9, 19), "14:00", 15, 3, 4, 8),
    Meeting(LATE, "khom-mau-4", day(10, 3), "14:00", 27, 4, 5, 8),
    Meeting("d-2025-q4-02", "tan-my", day(10, 24), "19:30", 35, 4, 5, 8),
    Meeting("d-2025-q4-03", "sa-nhien", day(10, 31), "14:00", 20, 3, 4, 8),
    Meeting("d-2025-q4-04", "khom-mau-23", day(11, 14), "14:00", 29, 4, 5, 8),
    Meeting("d-2025-q4-05", "khom-mau-1", day(11, 21), "14:00", 19, 3, 4, 8),
    Meeting("d-2025-q4-06", "khom-mau-4", day(12, 5), "14:00", 23, 3, 4, 8),
)
# One kind and field after the other: two thirds answered at once, a third taken away.
KINDS = (("spot", "ROADS"), ("settle", "LIGHTING"), ("spot", "SECURITY"), ("spot", "DRAINAGE"),
         ("settle", "WASTE_ENV"), ("spot", "WASTE_ENV"), ("spot", "AGRICULTURE"),
         ("settle", "ROADS"), ("spot", "LIGHTING"))


def set_up(book):
    now = OFFICES_OPEN

    def act(post, body=None, file=None):
        nonlocal now
        now += timedelta(minutes=2)
        book.add(now, "admin", post, body, file=file)

    act("ward/establish", setting.WARD)
    for khom in setting.KHOMS:
        act("ward/add-khom", {"khom": khom.id, "name": khom.name, "sample": khom.sample,
                              "valid_from": "2025-07-01",
                              "taken_over_from": setting.TAKEN_OVER_FROM[khom.id]})
    for official, name, position, unit in setting.OFFICIALS:
        act("ward/appoint-official", {"official": official, "name": name, "position": position,
                                      "unit": unit, "valid_from": "2025-07-01"})
    act("ward/adopt-report-route", setting.ROUTE)
    act("ward/adopt-numbering", {"mode": "per_type", "valid_from": "2025-07-01"})
    act("calendar/adopt-calendar", file=CALENDAR)
    act("policy/adopt-policy", file=POLICY)
    names = {official[0]: official[1] for official in setting.OFFICIALS}
    for user, official, role, khoms in setting.USERS:
        act(f"users/{user}/register", {
            "display_name": names.get(official, "Sở Nội vụ tỉnh Đồng Tháp"),
            "official": official})
        act(f"users/{user}/grant-role", {"role": role, "khoms": list(khoms)})


def lines_of(khoms, per_quarter):
    return [{"khom": khom, "per_quarter": per_quarter} for khom in khoms]


def plan(book):
    whole = [khom.id for khom in setting.KHOMS if khom.id not in setting.MERGED_FROM]
    book.add(datetime(2025, 7, 3, 9, 0), "cchc_officer", "plans/2025/draft", {
        "title": "Đối thoại trực tiếp với nhân dân sáu tháng cuối năm 2025",
        "legal_basis": "Luật Thực hiện dân chủ ở cơ sở năm 2022; Luật Tổ chức chính quyền địa "
                       "phương năm 2025",
        "lines": lines_of(whole + list(setting.MERGED_FROM), [0, 0, 1, 1])})
    book.add(datetime(2025, 7, 4, 8, 30), "chair", "plans/2025/approve",
             {"signer": "of-chu-tich"})
    book.add(datetime(2025, 7, 4, 15, 0), "clerk", "plans/2025/publish",
             {"places": ["Trụ sở Ủy ban nhân dân phường", "Văn phòng các khóm"]})
    book.add(datetime(2025, 9, 26, 9, 0), "admin", "ward/merge-khoms", {
        "from": list(setting.MERGED_FROM), "into": setting.MERGED.id, "sample": True,
        "name": setting.MERGED.name, "valid_from": "2025-10-01",
        "basis": "Nghị quyết của Hội đồng nhân dân phường (mẫu)"})
    for act, body in (("revoke-role", {"role": "khom_head"}), ("grant-role", {
            "role": "khom_head", "khoms": [*setting.MERGED_FROM, setting.MERGED.id]})):
        book.add(datetime(2025, 9, 26, 9, 20), "admin", f"users/khom_head_mau_2/{act}", body)
    book.add(datetime(2025, 9, 29, 8, 30), "chair", "plans/2025/amend", {
        "reason": "Sáp nhập hai khóm từ ngày 01 tháng 10 năm 2025.",
        "lines": lines_of(whole, [0, 0, 1, 1])
        + lines_of(setting.MERGED_FROM, [0, 0, 1, 0])
        + lines_of([setting.MERGED.id], [0, 0, 0, 1])})
    book.add(datetime(2025, 10, 6, 10, 0), "chair", "plans/2025/credit-late-dialogue", {
        "khom": "khom-mau-4", "quarter": 3, "dialogue": LATE,
        "reason": "Khóm bầu lại Trưởng khóm trong tháng 9, buổi đối thoại dời sang 03/10."})


def hold(book, days):
    picker = SubjectPicker(read_subjects())
    people = People(random.Random("people sa dec"), [o[1] for o in setting.OFFICIALS],
                    2025, "phường Sa Đéc")
    spoken, known, told = set(), defaultdict(list), defaultdict(list)
    counter = 0
    for meeting in MEETINGS:
        rng = random.Random(f"subjects {meeting.id}")
        khom = ward_setting.KHOM_BY_ID[meeting.khom]
        matters = []
        for _ in range(meeting.issues):
            kind, field = KINDS[counter % len(KINDS)]
            counter += 1
            raised = picker.pick(rng, kind, field, khom, meeting.day.month)
            matters.append(Matter(f"i-2025-{counter:04d}", raised, meeting))
        acts = MeetingActs(book, days, people, meeting, spoken, known[meeting.khom], set())
        acts.plan_published, acts.before = day(7, 4), told[meeting.khom]
        acts.prepare()
        acts.hold(turns_of(meeting, matters))
        known[meeting.khom].extend(acts.newcomers)
        for matter in matters:
            live(book, days, matter, meeting, told)


def live(book, days, matter, meeting, told):
    rng = random.Random(f"life {matter.issue}")
    life = Life(book, days, rng, matter.issue, meeting.khom, matter.life_starts)
    if matter.raised.kind == "settle":
        told[meeting.khom].append(matter.issue)
        lives.settle(life, days, rng, matter.raised, meeting.day, "in_time")
    elif rng.random() < 0.2:
        lives.feedback(life, rng, wait=(4, 12))


def report(book):
    for family, period, month, number in (("cchc", "2025-Q3", 9, 16), ("calendar", "2025-Q3", 10, 2),
                                          ("cchc", "2025", 12, 16)):
        path = f"reports/{family}/{period}/"
        begin = datetime(2025, month, number, 8, 20)
        book.add(begin, "cchc_officer", path + "freeze", {})
        book.add(begin + timedelta(hours=2), "cchc_officer", path + "draft", {
            "narrative": "Phường mới vận hành từ 01/7/2025 tiếp tục kế hoạch đối thoại ở các khóm "
                         "nhận về; nội dung chưa xong có người phụ trách và thời hạn."})
        book.add(begin + timedelta(days=1), "chair", path + "sign",
                 {"signer": "of-chu-tich", "capacity": "TM"})
        book.add(begin + timedelta(days=1, hours=5), "cchc_officer", path + "submit",
                 {"channel": "Trục liên thông văn bản"})
        book.add(begin + timedelta(days=3), "home_affairs", path + "acknowledge",
                 {"receipt": f"Đã nhận báo cáo kỳ {period}"})


def make():
    book, days = Book(datetime(2025, 12, 31, 17, 0)), WorkingDays()
    set_up(book)
    plan(book)
    hold(book, days)
    report(book)
    return book.finished()


def main():
    lines = make()
    check(lines)
    return write_or_check(FILE, lines)


if __name__ == "__main__":
    sys.exit(main())
