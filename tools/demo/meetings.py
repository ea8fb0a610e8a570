"""A meeting as acts: scheduled, announced, held with its opinions and answers, minutes signed."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from book import office_moment
from texts import Manners, speak
from ward_setting import ANSWERER, KHOM_BY_ID

BODIES = ("Đảng ủy phường", "Thường trực Hội đồng nhân dân phường",
          "Ủy ban Mặt trận Tổ quốc Việt Nam phường", "Hội Nông dân phường",
          "Hội Liên hiệp Phụ nữ phường", "Đoàn Thanh niên phường", "Hội Cựu chiến binh phường")
CHANNELS = ("loa truyền thanh khóm", "niêm yết tại văn phòng khóm", "nhóm Zalo của khóm",
            "Trưởng khóm báo từng hộ")


@dataclass
class Matter:
    """A raised matter with its id."""
    issue: str
    raised: object
    meeting: object
    life_starts: datetime = None
    contested: bool = False


@dataclass
class Turn:
    opinion: str
    matters: list = field(default_factory=list)


def clock(moment):
    return f"{moment:%H:%M}"


class MeetingActs:
    def __init__(self, book, days, people, meeting, spoken, known, anonymous):
        self.book, self.days, self.people = book, days, people
        self.meeting, self.spoken = meeting, spoken
        self.khom = KHOM_BY_ID[meeting.khom]
        self.known = known  # residents who spoke before in this khóm
        self.anonymous = anonymous  # (meeting, number of the turn)
        self.spoke_here = set()
        self.manners = Manners(random.Random(f"manners {meeting.id}"))
        self.newcomers = []
        self.rng = random.Random(f"meeting {meeting.id}")
        self.head = "of-khom-" + meeting.khom
        hour, minute = map(int, meeting.start.split(":"))
        self.begins = datetime.combine(meeting.day, datetime.min.time()).replace(
            hour=hour, minute=minute)
        self.last_entry = None

    # ---- before

    def prepare(self, host=None):
        meeting = self.meeting
        announced = self.days.after(meeting.announced, 0)
        if announced != meeting.announced:
            announced = self.days.after(meeting.announced, -1)
        planned = self.days.after(announced, -1 if meeting.notice_days < 8 else -3)
        planned = max(planned, self.days.after(datetime(2021, 1, 6).date(), 0))
        body = {
            "dialogue": meeting.id, "khom": meeting.khom, "date": meeting.day.isoformat(),
            "start": meeting.start, "end": clock(self.begins + timedelta(hours=2, minutes=30)),
            "venue": {"kind": "khom_office", "place": f"Văn phòng khóm {self.khom.name}"},
            "format": meeting.format, "chair": "of-chu-tich", "topics": meeting.topics,
        }
        if meeting.venue == "household":
            body["venue"] = {"kind": "household", "place": "", "host": host["resident"],
                             "host_address": host["address"]}
        at = datetime.combine(planned, datetime.min.time()) + timedelta(
            hours=15, minutes=self.rng.randint(1, 50))
        self.book.add(at, "cchc_officer", "dialogues", body)
        at = office_moment(self.rng, announced)
        self.book.add(at, "cchc_officer", self.path("announce"),
                      {"document": f"Giấy mời ngày {announced:%d/%m/%Y}",
                       "channels": self.rng.sample(CHANNELS, self.rng.randint(2, 3))})

    def path(self, act):
        return f"dialogues/{self.meeting.id}/{act}"

    # ---- at the meeting

    def entry(self, moment):
        """When an act of the meeting reached the ledger, and the date to state if later."""
        later = self.meeting.entered_days_later
        if not later:
            return moment, None
        entered = moment + timedelta(days=later)
        if self.begins.hour >= 17:  # typed from paper on a working morning
            entered -= timedelta(hours=10)
        return entered, self.meeting.day.isoformat()

    def enter(self, moment, by, post, body):
        at, happened = self.entry(moment)
        if post.endswith("/open") and happened:
            happened = moment.isoformat() + "+07:00"
        self.book.add(at, by, post, body, happened)
        self.last_entry = at

    def hold(self, turns, denunciation=None):
        meeting = self.meeting
        now = self.begins + timedelta(minutes=self.rng.randint(0, 7))
        self.enter(now, "cchc_officer", self.path("open"),
                   {"start": clock(now), "chaired_by": meeting.chaired_by})
        now += timedelta(minutes=self.rng.randint(4, 9), seconds=self.rng.randint(0, 59))
        self.enter(now, "cchc_officer", self.path("record-attendance"), self.attendance(turns))
        pace = min(1.0, 165 / (6 * sum(len(turn.matters) for turn in turns) + 30))
        for turn in turns:
            now = self.take_turn(turn, now, pace)
        if denunciation:
            now += timedelta(minutes=3)
            self.enter(now, "cchc_officer", self.path("redirect-denunciation"), denunciation)
        now += timedelta(minutes=self.rng.randint(3, 8))
        self.enter(now, "cchc_officer", self.path("close"), {"end": clock(now)})
        signed = self.days.after(self.last_entry.date(), self.rng.choice((1, 1, 1, 2, 3)))
        at = office_moment(self.rng, signed)
        self.book.add(at, "chair", self.path("sign-minutes"),
                      {"signers": [meeting.chaired_by, "of-cchc", self.head]})
        for turn in turns:
            for matter in turn.matters:
                matter.life_starts = at

    def attendance(self, turns):
        officials = ["of-cchc", self.head]
        answering = {self.answerer(m.raised) for turn in turns for m in turn.matters
                     if m.raised.kind == "spot"}
        for official in (self.meeting.chaired_by, *sorted(answering)):
            if official not in officials:
                officials.append(official)
        return {"residents": self.meeting.residents, "officials": officials,
                "bodies": self.rng.sample(BODIES, self.rng.randint(2, 4))}

    def answerer(self, raised):
        by = raised.source.get("by", ANSWERER[raised.field])
        return self.meeting.chaired_by if by == "of-chu-tich" else by

    def take_turn(self, turn, now, pace):
        def wait(low, high):
            return timedelta(seconds=int(self.rng.randint(low * 60, high * 60) * pace))

        now += wait(2, 4)
        number = int(turn.opinion[-2:])
        speaker = self.speaker(number)
        words = speak(self.manners, [m.raised for m in turn.matters], self.spoken)
        by = "cchc_officer" if self.rng.random() < 0.9 else self.khom.head
        self.enter(now, by, self.path("record-opinion"), {
            "opinion": turn.opinion, "words": words, **speaker, "issues": [
                {"issue": m.issue, "subject": m.raised.subject, "field": m.raised.field,
                 "pressing": self.rng.random() < (
                     0.3 if m.raised.kind in ("settle", "forward") else 0.06)}
                for m in turn.matters]})
        for matter in turn.matters:
            if matter.raised.kind in ("spot", "note"):
                now += wait(2, 4)
                self.dispose(matter, now)
        return now

    def dispose(self, matter, now):
        raised = matter.raised
        if raised.kind == "note":
            self.enter(now, "cchc_officer", f"issues/{matter.issue}/note",
                       {"reason": raised.text("reason")})
            return
        body = {"answer": raised.text("answer"), "answered_by": self.answerer(raised)}
        if matter.contested:
            body["accepted_by_resident"] = False
        self.enter(now, "cchc_officer", f"issues/{matter.issue}/answer-on-the-spot", body)

    def speaker(self, number):
        """Who speaks: somebody new, somebody known, or nobody who wants to be named."""
        if (self.meeting.id, number) in self.anonymous:
            return {"anonymous": True}
        if self.known and self.rng.random() < 0.14:
            person = self.known[self.rng.randrange(len(self.known))]
            if person["resident"] not in self.spoke_here:
                self.spoke_here.add(person["resident"])
                return {"anonymous": False, "speaker": {"resident": person["resident"]}}
        person = self.people.resident(self.khom)
        self.spoke_here.add(person["resident"])
        self.newcomers.append(person)
        return {"anonymous": False, "speaker": person}
