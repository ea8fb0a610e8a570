#!/usr/bin/env python3
"""Writes tan-quy-dong-2021.jsonl: the acts of the demonstration year, the same bytes every time.

    python3 tools/demo/make_acts.py            writes the file and checks it
    python3 tools/demo/make_acts.py --check    checks that the file is what would be written
"""

import pathlib
import random
import sys
from collections import defaultdict
from datetime import datetime, timedelta

import exceptions
import lives
import offices
import reports
import year_2021 as year
from book import CALENDAR, POLICY, Book, Life, WorkingDays, write_or_check
from check_acts import check
from meetings import Matter, MeetingActs, Turn
from texts import People, SubjectPicker, read_subjects
from ward_setting import (HANDLER, KHOM_BY_ID, KHOMS, NAME_OF, OFFICIALS, ROUTE, USERS, WARD)

FILE = pathlib.Path(__file__).parent / "tan-quy-dong-2021.jsonl"


def at(month, day, hour, minute, the_year=2021):
    return datetime(the_year, month, day, hour, minute)


def set_up(book):
    """The week before the year: the ward's settings and accounts, by the administrator."""
    now = at(12, 21, 8, 0, 2020)

    def act(post, body=None, file=None):
        nonlocal now
        now += timedelta(minutes=2)
        book.add(now, "admin", post, body, file=file)

    act("ward/establish", WARD)
    for khom in KHOMS:
        act("ward/add-khom", {"khom": khom.id, "name": khom.name, "sample": khom.sample,
                              "valid_from": "2004-01-01"})
    for official, name, position, unit in OFFICIALS:
        act("ward/appoint-official", {"official": official, "name": name, "position": position,
                                      "unit": unit, "valid_from": "2020-01-01"})
    act("ward/adopt-report-route", ROUTE)
    act("ward/adopt-numbering", {"mode": "shared", "valid_from": "2020-01-01"})
    for kind, text in offices.TEMPLATES:
        act("ward/adopt-template", {"type": kind, "text": text, "valid_from": "2020-01-01",
                                    "basis": "Nghị định số 30/2020/NĐ-CP, Phụ lục III"})
    act("calendar/adopt-calendar", file=CALENDAR)
    act("policy/adopt-policy", file=POLICY)
    for user, official, role, khoms in USERS:
        name = NAME_OF.get(official, "Phòng Nội vụ thành phố Sa Đéc")
        act(f"users/{user}/register", {"display_name": name, "official": official})
        act(f"users/{user}/grant-role", {"role": role, "khoms": list(khoms)})


def plan(book):
    lines = [{"khom": khom.id, "per_quarter": [1, 1, 1, 1]} for khom in KHOMS]
    book.add(at(12, 28, 9, 14, 2020), "cchc_officer", "plans/2021/draft", {
        "title": "Tổ chức định kỳ buổi đối thoại, tiếp xúc trực tiếp với nhân dân năm 2021",
        "legal_basis": "Kế hoạch số 690/KH-UBND ngày 23 tháng 12 năm 2020 của Ủy ban nhân dân "
                       "phường Tân Quy Đông",
        "lines": lines})
    book.add(at(1, 5, 8, 37), "chair", "register/2021/allow-number", {
        "type": "KH", "number": 5, "date": "2021-01-05",
        "reason": "Số 01 đến 04 đã cấp trên sổ đăng ký giấy đầu năm."})
    book.add(at(1, 5, 8, 40), "chair", "plans/2021/approve",
             {"number": 5, "signer": "of-chu-tich"})
    book.add(at(1, 6, 9, 5), "clerk", "plans/2021/publish", {"places": [
        "Trụ sở Ủy ban nhân dân phường", "Văn phòng các khóm", "Trang thông tin của phường"]})


# ---- who raises what


def deal_kinds(rng):
    """One (kind, field) per matter of the year; each meeting gets its share of every kind."""
    fields = {kind: [code for code, counts in year.MIX.items() for _ in range(counts[index])]
              for index, kind in enumerate(year.KINDS)}
    total = sum(map(len, fields.values()))
    quota = {kind: len(codes) for kind, codes in fields.items()}
    used = dict.fromkeys(quota, 0)
    for codes in fields.values():
        rng.shuffle(codes)
    dealt = []
    for position in range(1, total + 1):
        kind = max(quota, key=lambda k: quota[k] * position / total - used[k])
        used[kind] += 1
        dealt.append((kind, fields[kind].pop()))
    return dealt


def pick_subjects(picker, dealt):
    """The matters of each meeting, in the order of speaking."""
    by_meeting = {}
    for meeting in year.MEETINGS:
        rng = random.Random(f"subjects {meeting.id}")
        khom, month = KHOM_BY_ID[meeting.khom], meeting.day.month
        complaint = meeting.id == year.COMPLAINT_AT
        own = [dealt.pop(0) for _ in range(meeting.issues - complaint)]
        if complaint:
            own.append(("complaint", "LAND_CONSTRUCTION"))
        rng.shuffle(own)
        repeated = {kind: earlier for there, kind, earlier in year.REPEATS if there == meeting.id}
        wanted = year.WANTED.get(meeting.id)
        raised = []
        for kind, code in own:
            if kind in repeated:
                raised.append(repeat(by_meeting[repeated.pop(kind)], kind))
            elif wanted and kind == "forward":
                raised.append(picker.pick(rng, kind, "ROADS", khom, month, wanted))
                wanted = None
            else:
                raised.append(picker.pick(rng, kind, code, khom, month))
        assert not repeated and not wanted, f"{meeting.id} lacks a matter to repeat or want"
        by_meeting[meeting.id] = raised
    return by_meeting


def repeat(earlier, kind):
    found = next(r for r in earlier if r.kind == kind and not r.again)
    return type(found)(found.kind, found.field, found.subject, found.source, found.places,
                       again=True)


def turns_of(meeting, matters):
    """Shares the matters out to the speakers: most raise one, a few two or three."""
    rng = random.Random(f"turns {meeting.id}")
    shares = [1] * meeting.opinions
    for _ in range(meeting.issues - meeting.opinions):
        shares[rng.choice([i for i, share in enumerate(shares) if share < 3])] += 1
    turns, rest = [], list(matters)
    for number, share in enumerate(shares, 1):
        turns.append(Turn(f"o-{meeting.id[2:]}-{number:02d}", rest[:share]))
        rest = rest[share:]
    return turns


# ---- the year


def number_matters(by_meeting):
    counter, result = 0, {}
    for meeting in year.MEETINGS:
        matters = []
        for raised in by_meeting[meeting.id]:
            counter += 1
            matters.append(Matter(f"i-2021-{counter:04d}", raised, meeting))
        result[meeting.id] = matters
        if meeting.id == year.DENUNCIATION_AT:
            counter += 1
    return result


def mark_contested(matters):
    """The answer given here is not accepted by who asked; the chair opens the matter again."""
    contested = next(m for m in matters[year.REOPENED_ON_THE_SPOT_AT]
                     if m.raised.kind == "spot" and m.raised.field in HANDLER)
    contested.contested = True


def hold_meetings(book, days, matters):
    people = People(random.Random("people 2021"), NAME_OF.values())
    spoken, known, residents, told = set(), defaultdict(list), {}, defaultdict(list)
    for meeting in year.MEETINGS:
        acts = MeetingActs(book, days, people, meeting, spoken, known[meeting.khom],
                           year.ANONYMOUS)
        acts.before = told[meeting.khom]
        acts.prepare(residents.get(year.HOST_FROM.get(meeting.id)))
        if not meeting.held:
            continue
        denunciation = None
        if meeting.id == year.DENUNCIATION_AT:
            following = int(matters[meeting.id][-1].issue[-4:]) + 1
            denunciation = {"issue": f"i-2021-{following:04d}", "counter": 1,
                            "paper_register_number": "01/STC-2021",
                            "receiving_officer": "of-tu-phap"}
        acts.hold(turns_of(meeting, matters[meeting.id]), denunciation)
        known[meeting.khom].extend(acts.newcomers)
        residents[meeting.id] = acts.newcomers[0]
        told[meeting.khom] += [m.issue for m in matters[meeting.id]
                               if m.raised.kind in ("settle", "forward")]
    return people, known


def merge(book, days, rng, life, survivor, nth, meeting):
    """Merged into another matter of the meeting; unmerged again where that was a mistake."""
    raised = survivor.raised
    lives.take_up(life, days, rng, raised, meeting.day)
    life.act((1, 2), "cchc_officer", "merge", {
        "into": survivor.issue, "reason": "Cùng một vị trí, cùng nội dung."})
    if (meeting.id, nth) not in year.MERGED_BY_MISTAKE:
        return
    life.act((1, 2), "cchc_officer", "unmerge",
             {"reason": "Kiểm tra lại: hai vị trí khác nhau, phải trả lời riêng."})
    due = days.due(meeting.day, raised.source.get("complexity") == "complex")
    lives.answer(life, days, rng, raised, raised.source.get("field_after", raised.field),
                 HANDLER[raised.source.get("field_after", raised.field)], days.after(due, -1))


def absorbed_by(survivor, matters):
    """The matters of the meeting that are merged into this one for good."""
    settled = [m for m in matters if m.raised.kind == "settle"]
    return [settled[nth].issue for (meeting, nth), into in year.MERGED.items()
            if meeting == survivor.meeting.id and settled[into] is survivor]


def live_settled(book, days, life, rng, matters, raised, nth):
    meeting = matters[0].meeting
    key = (meeting.id, nth)
    into = year.MERGED.get(key, year.MERGED_BY_MISTAKE.get(key))
    if into is not None:
        settled = [m for m in matters if m.raised.kind == "settle"]
        merge(book, days, rng, life, settled[into], nth, meeting)
    elif key in year.EXCEPTIONS:
        exceptions.WAYS[year.EXCEPTIONS[key]](life, days, rng, raised, meeting.day)
    else:
        lives.settle(life, days, rng, raised, meeting.day, year.FATES.get(key, "in_time"))


def live(book, days, matters):
    forwards = 0
    for meeting in year.MEETINGS:
        nth = dict.fromkeys(("settle", "forward", "spot"), 0)
        for matter in matters[meeting.id]:
            raised, kind = matter.raised, matter.raised.kind
            rng = random.Random(f"life {matter.issue}")
            life = Life(book, days, rng, matter.issue, meeting.khom, matter.life_starts)
            life.absorbed = absorbed_by(matter, matters[meeting.id])
            if kind == "settle":
                live_settled(book, days, life, rng, matters[meeting.id], raised, nth[kind])
            elif kind == "forward":
                forwards += 1
                key = (meeting.id, nth[kind])
                if key in year.BOUNCED:
                    exceptions.bounced(life, days, rng, raised, meeting.day, forwards)
                else:
                    lives.forward(life, days, rng, raised, meeting.day,
                                  year.FORWARD_FATES.get(key, "in_time"), forwards)
            elif kind == "complaint":
                lives.hand_over_complaint(life, rng, raised)
            elif matter.contested:
                lives.contest_on_the_spot(life, days, rng, raised)
            elif kind == "spot" and meeting.id == year.CONTESTED_AT and nth[kind] == 0:
                exceptions.contested(life, days, rng, raised)
            elif kind == "spot" and rng.random() < 0.16:
                lives.feedback(life, rng, ask_by=rng.choice(("cchc_officer", "supervisor")),
                               wait=(4, 12))
            if kind in nth:
                nth[kind] += 1


def make():
    book, days = Book(at(12, 31, 17, 0)), WorkingDays()
    set_up(book)
    plan(book)
    picker = SubjectPicker(read_subjects())
    matters = number_matters(pick_subjects(picker, deal_kinds(random.Random("kinds 2021"))))
    mark_contested(matters)
    people, known = hold_meetings(book, days, matters)
    live(book, days, matters)
    offices.write(book, days, people, known)
    reports.write(book)
    return book.finished()


def main():
    lines = make()
    check(lines)
    return write_or_check(FILE, lines)


if __name__ == "__main__":
    sys.exit(main())
