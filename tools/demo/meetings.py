"""A meeting as acts: scheduled, announced, held with its opinions and answers, minutes signed."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from book import office_moment
import year_2021 as year
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
        self.plan_published = datetime(2021, 1, 6).date()
        self.before = []  # issues this khóm was promised an answer to, told first

    # ---- before

    def prepare(self, host=None):
        meeting = self.meeting
        announced = self.days.after(meeting.announced, 0)
        if announced != meeting.announced:
            announced = self.days.after(meeting.announced, -1)
        planned = self.days.after(announced, -1 if meeting.notice_days < 8 else -3)
        planned = max(planned, self.days.after(self.plan_published, 0))
        body = {
            "dialogue": meeting.id, "khom": meeting.khom,
            "date": (meeting.first_day or meeting.day).isoformat(),
            "start": meeting.start, "end": clock(self.begins + timedelta(hours=2, minutes=30)),
            "venue": {"kind": "khom_office", "place": f"Văn phòng khóm {self.khom.name}"},
            "format": meeting.format, "chair": "of-chu-tich", "topics": meeting.topics,
        }
        if meeting.venue == "household":
            body["venue"] = {"kind": "household", "place": "", "host": host["resident"],
                             "host_address": host["address"]}
        at = datetime.combine(planned, datetime.min.time()) + timedelta(
            hours=15, minutes=self.rng.randint(1, 50))
        if meeting.first_day:
            at -= timedelta(days=9)
        self.book.add(at, "cchc_officer", "dialogues", body)
        if meeting.first_day:
            self.postpone(at)
        at = office_moment(self.rng, announced)
        self.book.add(at, "cchc_officer", self.path("announce"),
                      {"document": f"Giấy mời ngày {announced:%d/%m/%Y}",
                       "channels": self.rng.sample(CHANNELS, self.rng.randint(2, 3))})
        self.invite(at)
        if meeting.cancelled:
            at = datetime.combine(meeting.cancelled, datetime.min.time()) + timedelta(hours=9)
            self.book.add(at, "chair", self.path("cancel"), {
                "reason": "Giãn cách xã hội toàn tỉnh, không tập trung đông người."})

    def postpone(self, scheduled):
        first = self.meeting.first_day
        self.book.add(scheduled + timedelta(days=1), "cchc_officer", self.path("announce"), {
            "document": f"Giấy mời ngày {scheduled:%d/%m/%Y}", "channels": list(CHANNELS[:2])})
        moved = datetime.combine(first - timedelta(days=2), datetime.min.time())
        self.book.add(moved + timedelta(hours=8, minutes=5), "cchc_officer",
                      self.path("postpone"), {
                          "reason": "Lãnh đạo phường họp đột xuất tại thành phố.",
                          "date": self.meeting.day.isoformat(), "start": self.meeting.start})

    def invite(self, announced):
        """Who is asked to come besides the residents, and what they answer."""
        rng = random.Random(f"invited {self.meeting.id}")
        for number, body in enumerate(rng.sample(BODIES, 2)):
            at = announced + timedelta(minutes=4 + 3 * number)
            self.book.add(at, "cchc_officer", self.path("invite"), {
                "participant": body, "role": "Dự nghe và giám sát", "required": number == 0})
            self.book.add(at + timedelta(days=1), "clerk", self.path("answer-invitation"), {
                "participant": body, "coming": rng.random() < 0.85, "note": ""})

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
        self.present(now)
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
                      {"signers": [meeting.chaired_by, "of-cchc", self.head]}
                      | self.taken_away(turns))
        self.conclude(at, turns)
        for turn in turns:
            for matter in turn.matters:
                matter.life_starts = at

    @staticmethod
    def taken_away(turns):
        """What was neither answered nor noted at the meeting is named when the minutes are signed."""
        issues = [matter.issue for turn in turns for matter in turn.matters
                  if matter.raised.kind not in ("spot", "note")]
        return {"taken_away": issues} if issues else {}

    def present(self, now):
        """What became of the matters raised here before is told first."""
        at = now + timedelta(minutes=1)
        reason = year.NOT_PRESENTED.get(self.meeting.id)
        if reason:
            self.enter(at, "cchc_officer", self.path("skip-presentation"), {"reason": reason})
        elif self.before:
            self.enter(at, "cchc_officer", self.path("present-previous-results"), {
                "issues": self.before[-4:],
                "said": "Báo kết quả từng nội dung kỳ trước, nội dung còn lại nêu rõ thời hạn."})
        else:
            self.enter(at, "cchc_officer", self.path("skip-presentation"), {
                "reason": "Buổi đối thoại đầu tiên, chưa có nội dung kỳ trước để báo kết quả."})

    def conclude(self, signed, turns):
        """After the minutes: what they lacked, who did not sign, the written result."""
        meeting = self.meeting
        if meeting.id == year.SIGNATURE_REFUSED_AT:
            self.book.add(signed + timedelta(minutes=2), "cchc_officer",
                          self.path("refuse-signature"), {
                              "signer": "Đại diện Hội Nông dân phường",
                              "reason": "Đề nghị ghi thêm ý kiến phát biểu của Hội."})
        if meeting.id == year.ADDENDUM_AT:
            self.book.add(signed + timedelta(minutes=5), "chair", self.path("sign-addendum"), {
                "text": "Bổ sung: đoàn ghi nhận đề nghị dời giờ họp khóm sang buổi tối.",
                "signers": [meeting.chaired_by, "of-cchc"]})
        wait = 12 if meeting.id in year.CONCLUDED_LATE else 3
        day = self.days.after(max(meeting.day + timedelta(days=wait), signed.date()), 0)
        later = random.Random(f"concluded {meeting.id}")
        self.book.add(max(office_moment(later, day), signed + timedelta(minutes=10)), "clerk",
                      self.path("publish-conclusion"), {
                          "signer": "of-chu-tich",
                          "places": ["Trụ sở Ủy ban nhân dân phường",
                                     f"Văn phòng khóm {self.khom.name}"],
                          "text": f"Kết quả buổi đối thoại: {sum(len(t.matters) for t in turns)} "
                                  "nội dung được ghi nhận; nội dung chưa trả lời tại chỗ có thời "
                                  "hạn và người phụ trách."})

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
        self.confirm(turn, number, now)
        for matter in turn.matters:
            if matter.raised.kind in ("spot", "note"):
                now += wait(2, 4)
                self.dispose(matter, now)
        return now

    def confirm(self, turn, number, now):
        """Read back to who spoke."""
        at = now + timedelta(seconds=20)
        reason = year.NOT_CONFIRMED.get((self.meeting.id, number))
        if reason:
            self.enter(at, "cchc_officer", self.path("decline-confirmation"),
                       {"opinion": turn.opinion, "reason": reason})
        elif random.Random(f"confirmed {turn.opinion}").random() < 0.85:
            self.enter(at, "cchc_officer", self.path("confirm-opinion"), {
                "opinion": turn.opinion, "method": "spoken" if number % 3 else "signature",
                "files": []})

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
