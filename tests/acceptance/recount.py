"""Counts every figure of a period again from exported records (`langnghe export`): an independent
second opinion. It shares nothing with the program but the records and docs/figures.md.

    python3 tests/acceptance/recount.py records.jsonl calendar 2021-Q2
    python3 tests/acceptance/recount.py records.jsonl cchc 2021 --today 2021-08-01
    python3 tests/acceptance/recount.py records.jsonl calendar 2021-Q2 --size 1200 --today 2021-06-20

Where the program keeps facts and looks up what it needs, this walks through the days: what an issue
was at the end of a day follows from the records of that day and before.
"""

import argparse
import json
from bisect import bisect_right
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta, timezone

DAY = timedelta(days=1)
VIETNAM = timezone(timedelta(hours=7))


def day_of(text):
    return date.fromisoformat(text[:10])


class Record:
    def __init__(self, position, line):
        raw = json.loads(line)
        self.position = position
        self.kind, _, self.id = raw["stream"].partition("-")
        self.type = raw["type"].split(".", 1)[1]
        self.data = raw["data"]
        self.role = raw["actor"]["role"]
        self.on = day_of(raw["happened"])
        self.instant = datetime.fromisoformat(raw["recorded"].replace("Z", "+00:00"))
        self.entered = self.instant.astimezone(VIETNAM).date()


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [Record(position, line) for position, line in enumerate(lines)]


# ---- periods

SPANS = {"calendar": {"Q1": (0, 3), "Q2": (3, 6), "H1": (0, 6), "Q3": (6, 9), "M9": (0, 9),
                      "Q4": (9, 12), "": (0, 12)},
         "cchc": {"Q1": (0, 3), "H1": (0, 6), "Q3": (6, 9), "": (0, 12)}}
SPANS["ttcp"] = SPANS["calendar"]


def month_start(family, year, month):
    """The day on which the `month`th month of a reporting year begins."""
    if family == "calendar":
        return date(year + month // 12, month % 12 + 1, 1)
    civil = month + 11  # counted from January of the year before
    return date(year - 1 + civil // 12, civil % 12 + 1, 15)


def span(family, name):
    year, _, suffix = name.partition("-")
    first, last = SPANS[family][suffix]
    return month_start(family, int(year), first), month_start(family, int(year), last) - DAY


def quarters(family, name):
    year, _, suffix = name.partition("-")
    first, last = SPANS[family][suffix]
    return [(month_start(family, int(year), month), month_start(family, int(year), month + 3) - DAY)
            for month in range(first, last, 3)]


def periods_of(year):
    return [(family, f"{year}-{suffix}" if suffix else str(year))
            for family, spans in SPANS.items() for suffix in spans]


# ---- days


def is_working(day, calendar):
    text = day.isoformat()
    return text in calendar["worked_days"] or (
        day.weekday() < 5 and text not in calendar["days_off"])


def due_date(start, term, calendar):
    day, left = start, term["days"]
    while left:
        day += DAY
        left -= term["unit"] == "calendar_days" or is_working(day, calendar)
    while not is_working(day, calendar):
        day += DAY
    return day


# ---- what the ward had laid down by a day


class Settings:
    def __init__(self, records):
        self.steps = [r for r in records if r.kind in ("ward", "policy", "calendar", "plan")]
        self.memory = {}

    def on(self, day):
        if day not in self.memory:
            self.memory[day] = self.fold([r for r in self.steps if r.on <= day])
        return self.memory[day]

    @staticmethod
    def fold(steps):
        known = {"khoms": {}, "policies": [], "plans": {},
                 "calendar": {"days_off": [], "worked_days": []}}
        khoms = known["khoms"]
        for r in steps:
            data = r.data
            if r.type == "khom_added":
                khoms[data["khom"]] = [day_of(data["valid_from"]), date.max]
            elif r.type == "khom_closed":
                khoms[data["khom"]][1] = day_of(data["last_day"])
            elif r.type == "khoms_merged":
                begin = day_of(data["valid_from"])
                for khom in data["from"]:
                    khoms[khom][1] = begin - DAY
                khoms[data["into"]] = [begin, date.max]
            elif r.kind == "policy":
                known["policies"].append(data)
            elif r.kind == "calendar":
                known["calendar"] = {name: set(data[name]) for name in ("days_off", "worked_days")}
            elif r.type == "drafted":
                known["plans"][r.id] = {"lines": data["lines"], "binds": False}
            elif r.type == "amended":
                known["plans"][r.id]["lines"] = data["lines"]
            elif r.type == "approved":
                known["plans"][r.id]["binds"] = True
        return known

    def policy(self, day, known_on):
        """The one valid on a day, of those adopted by another."""
        policies = self.on(known_on)["policies"]
        valid = [p for p in policies if day_of(p["valid_from"]) <= day]
        return max(valid, key=lambda p: p["valid_from"]) if valid else (
            policies[0] if policies else None)

    def calendar(self, known_on):
        return self.on(known_on)["calendar"]

    def term(self, name, start, known_on):
        policy = self.policy(start, known_on)
        return due_date(start, policy[name], self.calendar(known_on)) if policy else None


# ---- issues

PHASES = {"answered_on_the_spot": "answered_on_the_spot", "noted": "noted",
          "on_the_spot_answer_contested": "contested", "classified": "classified",
          "split": "split", "voided": "voided", "withdrawn": "withdrawn", "assigned": "assigned",
          "assignment_accepted": "accepted", "returned": "returned", "forwarded": "forwarded",
          "forward_acknowledged": "forward_acknowledged", "forward_bounced": "classified",
          "external_result_received": "external_result_received",
          "external_result_told": "external_result_told", "handling_refused": "refused",
          "handed_over": "handed_over", "answer_drafted": "answer_drafted",
          "answer_approved": "answer_approved", "notice_issued": "notice_issued",
          "notice_delivered": "notice_delivered", "notice_posted": "notice_posted",
          "notice_replaced": "notice_issued", "notice_recalled": "in_progress",
          "closed": "closed", "reopened": "reopened"}
ENDINGS = {"answered_on_the_spot": "answered_on_the_spot", "noted": "noted",
           "handed_over": "handed_over", "closed": "settled",
           "external_result_told": "external_result_told", "refused": "refused",
           "withdrawn": "withdrawn", "split": "split", "merged": "merged", "voided": "voided"}
GONE = {"voided", "withdrawn", "merged", "handed_over"}
NOT_WAITING = GONE | {"split", "noted", "answered_on_the_spot"}
SETTLING = {"answer_approved", "answered_on_the_spot", "noted", "handed_over",
            "external_result_told", "handling_refused", "withdrawn"}
UNSETTLING = {"on_the_spot_answer_contested", "reopened", "notice_recalled"}
TELLING = {"answered_on_the_spot", "noted", "handed_over", "notice_delivered", "notice_posted",
           "external_result_told", "handling_refused"}
SILENT = {"no_answer", "unreachable"}


def last_of(steps, day):
    """The newest of dated steps by the end of a day, in the order of the record."""
    found = None
    for step in steps:
        if step[0] <= day:
            found = step
    return found


class Issue:
    """What the records say of one issue, each with its day."""

    def __init__(self, name):
        self.id = name
        self.timeline = []    # (day, "new" | "ended" | "reopened", ending)
        self.phases = []      # (day, phase)
        self.marks = []       # (day, khóm, field, type, pressing, group)
        self.reply_dues = []  # (day, due)
        self.told = None
        self.rounds = []      # {"start", "began", "dues": [(day, due)], "settled": [[day, due, recalled]]}
        self.pauses = []      # [from, until, ended, ground]
        self.forwards = []    # {"sent", "acknowledged", "told", "bounced"}
        self.notices = []     # {"issued", "settled", "delivered", "replacement"}
        self.verdicts = []    # (day, data, asked)
        self.promises = {}    # id: {"dues": [(day, due)], "known": [(day, status)]}
        self.acts = []        # (day, figure, part)
        self.marked = {}      # what was breached or missed: its act
        self.spot = []        # (day of the end it made, accepted)
        self.phase, self.phase_before = "absent", None
        self.khom = self.field = self.channel = ""
        self.type, self.pressing, self.group, self.dialogue = "UNCLASSIFIED", False, False, ""
        self.denunciation = False
        self.due = self.settled = self.imported_end = None
        self.asked, self.verdict, self.pause, self.extension = False, None, None, None
        self.resident, self.own_served, self.notice = "", False, False
        self.merged, self.served = {}, set()  # merged issues: their persons; those who have the answer
        self.owed = []        # [merged issue, since, until]

    # -- reading one record

    def take(self, r):
        before, on = self.phase, r.on
        self.note_acts(r)
        if r.type == "recorded":
            self.on_recorded(r.data)
            on = r.on if r.data.get("split_from") else day_of(r.data["received"])
        elif r.type == "handed_over" and before == "absent":
            on = day_of(r.data["received"])
        if r.type == "closed" and r.data.get("ended_on"):
            self.imported_end = day_of(r.data["ended_on"])
        then = self.imported_end if r.type == "closed" and self.imported_end else r.on
        handler = getattr(self, "on_" + r.type, None)
        if handler and r.type != "recorded":
            handler(r.data, r)
        reached_own = self.note_reached(r)
        self.phase = self.phase_after(r, reached_own)
        self.note_owed(r)
        self.note_course(before, on if before == "absent" else then, then)
        self.note_marks(on)
        self.note_due(r)
        self.note_settlement(r, then)
        told = self.told_on(r, then) if reached_own else None
        if told and (self.told is None or told < self.told):
            self.told = told

    def note_reached(self, r):
        """Whom an answer reached: the own person, or that of a merged issue, and whoever is the same.
        True but for an answer that did not reach the own one."""
        data = r.data
        if r.type in ("notice_replaced", "notice_recalled", "reopened", "on_the_spot_answer_contested"):
            self.own_served, self.served = False, set()
        self.notice = (self.notice or r.type in ("notice_issued", "notice_replaced")) \
            and r.type not in ("notice_recalled", "reopened")
        if r.type == "merged" and data.get("new_due"):
            self.merged[data["absorbed"]] = data.get("resident", "")
        elif r.type == "unmerged" and data["absorbed"] != self.id:
            self.merged.pop(data["absorbed"], None)
        elif r.type == "delivery_given_up":
            self.served.add(data["absorbed"])
        elif r.type in ("notice_delivered", "external_result_told", "notice_posted"):
            return self.reach(data, r.type == "notice_posted")
        elif r.type == "handling_refused" or r.type == "closed" and self.imported_end:
            self.own_served = True
        return True

    def reach(self, data, posted):
        one = None if posted else data.get("absorbed")
        person = self.merged.get(one) if one else self.resident
        own = not one or bool(person) and person == self.resident
        if posted:
            own = not self.own_served
            self.served.update(data.get("absorbed", ()))
        if one:
            self.served.add(one)
        if own or one:
            self.served.update(name for name, who in self.merged.items() if who and who == person)
        self.own_served = self.own_served or own
        return own

    def note_owed(self, r):
        there = self.notice or self.phase in ("external_result_received", "external_result_told",
                                              "closed")
        owed = [name for name in self.merged if name not in self.served] if there else []
        for span in self.owed:
            if span[2] is None and span[0] not in owed:
                span[2] = r.on
        running = {span[0] for span in self.owed if span[2] is None}
        self.owed += [[name, r.on, None] for name in owed if name not in running]

    def phase_after(self, r, reached_own):
        if r.type == "external_result_told" and r.data.get("others_wait"):
            return self.phase
        if r.type in ("notice_delivered", "notice_posted") and not reached_own:
            return self.phase
        if r.type == "notice_delivered" and self.phase == "closed":
            return self.phase
        waiting = [name for name in self.merged if name not in self.served]
        if (r.type in ("delivery_given_up", "unmerged", "external_result_told")
                and self.phase == "external_result_received" and self.own_served and not waiting):
            return "external_result_told"
        if r.type == "external_result_told" and self.phase in ("closed", "external_result_told"):
            return self.phase
        absorbed = r.type in ("merged", "unmerged") and not r.data.get("new_due")
        if r.type == "recorded":
            return "recorded"
        if r.type == "reclassified" and r.data["type"] == "COMPLAINT":
            return "classified"
        if r.type == "progress_noted" and self.phase == "accepted":
            return "in_progress"
        if r.type == "merged" and absorbed:
            self.phase_before = self.phase
            return "merged"
        if r.type == "unmerged" and absorbed:
            return self.phase_before
        return PHASES.get(r.type, self.phase)

    def tells(self, r):
        if r.type == "progress_noted":
            return r.data["visibility"] == "public"
        if r.type == "forwarded":
            return r.data["resident_told"]
        return r.type in TELLING or bool(r.type == "closed" and self.imported_end)

    def told_on(self, r, then):
        """The day on which the resident was told something by what a record says; nothing where
        they were not."""
        earlier = r.data.get("first_reply_on" if r.type == "recorded" else "replied_on")
        return day_of(earlier) if earlier else then if self.tells(r) else None

    def note_course(self, before, first, then):
        if self.phase == before:
            return
        previous = self.phases[-1][0] if self.phases else date.min
        self.phases.append((max(previous, first), self.phase))
        was_open = before not in ENDINGS
        if before == "absent":
            self.timeline.append((first, "new", None))
        day = max(self.timeline[-1][0], then)
        if was_open and self.phase in ENDINGS:
            self.timeline.append((day, "ended", ENDINGS[self.phase]))
            if self.phase == "answered_on_the_spot":
                self.spot.append((len(self.timeline) - 1, self.accepted))
        elif not was_open and self.phase not in ENDINGS:
            self.timeline.append((day, "reopened", None))

    def note_marks(self, on):
        mark = (self.khom, self.field, self.type, self.pressing, self.group)
        if not self.marks or self.marks[-1][1:] != mark:
            self.marks.append((on, *mark))

    def note_due(self, r):
        data = r.data
        new = data.get("original_due") if r.type == "classified" else data.get("new_due")
        listed = (data.get("origin") or {}).get("agreed_due") if r.type == "recorded" else None
        if listed:
            received = day_of(data["received"])
            self.rounds.append({"began": received, "start": received,
                                "dues": [(received, day_of(listed))], "settled": []})
        absorbed = r.type in ("merged", "unmerged") and not new
        if new and not absorbed and r.type != "commitment_revised":
            due = day_of(new)
            if r.type == "reopened" or not self.rounds:
                start = data.get("start") if r.type == "classified" else None
                self.rounds.append({"began": r.on, "start": day_of(start) if start else r.on,
                                    "dues": [(r.on, due)], "settled": []})
            elif self.rounds[-1]["dues"][-1][1] != due:
                self.rounds[-1]["dues"].append((r.on, due))
        reply = (data.get("first_reply_due") or data.get("new_first_reply_due")
                 or (data.get("first_reply") or {}).get("due"))
        if reply and (not self.reply_dues or self.reply_dues[-1][1] != day_of(reply)):
            whole = r.type == "recorded" and not data.get("split_from")
            since = day_of(data["received"]) if whole else r.on
            self.reply_dues.append((since, day_of(reply)))

    def note_settlement(self, r, then):
        if r.type in UNSETTLING:
            if r.type == "notice_recalled" and self.rounds and self.rounds[-1]["settled"]:
                self.rounds[-1]["settled"][-1][2] = r.on
            self.settled = None
        elif (r.type in SETTLING and not r.data.get("others_wait")
              or (r.type == "closed" and self.imported_end == then)
              or (r.type in ("delivery_given_up", "unmerged")
                  and self.phase == "external_result_told" and self.settled is None)):
            fresh = self.settled is None
            if r.type != "withdrawn" or fresh:
                self.settled = then
            if fresh and r.type != "withdrawn" and self.rounds:
                due = self.rounds[-1]["dues"][-1][1]
                self.rounds[-1]["settled"].append([then, due, None])
        if self.settled and r.type in SETTLING | {"split", "voided"} and self.pause:
            self.end_pause(r.on)

    def end_pause(self, on):
        self.pause[2] = min(on, self.pause[1])
        self.pause = None

    # -- single kinds of records

    def on_recorded(self, data):
        self.khom, self.field = data.get("khom", ""), data.get("field", "")
        self.channel, self.pressing = data["channel"], data.get("pressing", False)
        self.dialogue, self.resident = data.get("dialogue", ""), data.get("resident", "")

    def on_answered_on_the_spot(self, data, _):
        self.accepted = data["accepted_by_resident"]

    def on_classified(self, data, _):
        self.type, self.field, self.group = data["type"], data["field"], data.get("group", False)

    def on_reclassified(self, data, _):
        self.type, self.field = data["type"], data["field"]

    def on_handed_over(self, data, _):
        self.type = data["type"]
        self.denunciation = data["type"] == "DENUNCIATION"
        self.dialogue = self.dialogue or data["dialogue"]

    def on_corrected(self, data, _):
        if data["field"] in ("khom", "field"):
            setattr(self, data["field"], data["new_value"])
        elif data["field"] == "pressing":
            self.pressing = data["new_value"] == "true"

    def on_on_the_spot_answer_contested(self, _data, _):
        self.asked, self.verdict = False, None

    def on_reopened(self, _data, _):
        self.asked, self.verdict = False, None

    def on_clock_paused(self, data, r):
        self.pause = [r.on, day_of(data["until"]), None, data["ground"]]
        self.pauses.append(self.pause)

    def on_clock_resumed(self, _data, r):
        if self.pause:
            self.end_pause(r.on)

    def on_extension_requested(self, data, _):
        self.extension = data["reason"]

    def on_forwarded(self, _data, r):
        self.forwards.append({"sent": r.on, "acknowledged": None, "told": None, "bounced": None})

    def on_forward_acknowledged(self, _data, r):
        self.forwards[-1]["acknowledged"] = r.on

    def on_forward_bounced(self, _data, r):
        self.forwards[-1]["bounced"] = r.on

    def on_external_result_told(self, data, r):
        if self.forwards and not data.get("absorbed"):
            self.forwards[-1]["told"] = r.on

    def on_notice_issued(self, _data, r, replacement=False):
        self.notices.append({"issued": r.on, "settled": self.settled, "delivered": None,
                             "replacement": replacement})

    def on_notice_replaced(self, data, r):
        self.on_notice_issued(data, r, True)

    def on_notice_delivered(self, data, r):
        if self.notices and not data.get("absorbed"):
            self.notices[-1]["delivered"] = r.on

    def on_feedback_asked(self, _data, _):
        self.asked = True

    def on_feedback_recorded(self, data, r):
        self.verdicts.append((r.on, data, self.asked))
        self.verdict = data["verdict"]

    def on_commitment_made(self, data, r):
        self.promises[data["commitment"]] = {"dues": [(r.on, day_of(data["due"]))],
                                             "known": [(r.on, "made")]}

    def on_commitment_revised(self, data, r):
        self.promises[data["commitment"]]["dues"].append((r.on, day_of(data["new_due"])))

    def on_evidence_filed(self, data, r):
        self.promises[data["commitment"]]["known"].append((r.on, "kept"))

    def on_commitment_verified(self, data, r):
        self.promises[data["commitment"]]["known"].append((r.on, "kept"))

    def on_commitment_disputed(self, data, r):
        self.promises[data["commitment"]]["known"].append((r.on, "disputed"))

    # -- acts that are figures by themselves

    ACTS = {"on_the_spot_answer_contested": ("issues.contested", None),
            "reclassified": ("entries.reclassified", None),
            "corrected": ("entries.corrections", "field"),
            "returned": ("issues.returned", "reason"), "clock_paused": ("time.pauses", "ground"),
            "extension_requested": ("time.extensions_requested", None),
            "extension_refused": ("time.extensions_refused", None),
            "deadline_breached": ("time.breaches", "clock"),
            "deadline_recomputed": ("time.recomputed", "reason"),
            "escalated": ("time.escalated", "level"), "forward_bounced": ("forwarded.bounced", None),
            "handling_refused": ("handling.refused", "ground"),
            "notice_replaced": ("notices.replaced", None),
            "notice_corrected": ("notices.corrected", None),
            "notice_recalled": ("notices.recalled", None),
            "notice_delivered": ("notices.deliveries", "method"),
            "notice_posted": ("notices.posted", None),
            "delivery_failed": ("notices.delivery_failed", "method"),
            "feedback_asked": ("feedback.asked", None), "commitment_made": ("promises.made", None),
            "commitment_revised": ("promises.revised", None),
            "evidence_filed": ("promises.evidence_filed", None),
            "commitment_verified": ("promises.verified", None),
            "commitment_disputed": ("promises.disputed", None),
            "commitment_missed": ("promises.missed", None)}

    @staticmethod
    def mark_of(r):
        """What names a breach, or a promise that was missed."""
        return r.data.get("clock") or r.data["commitment"], r.data["due"]

    def note_acts(self, r):
        if r.type in self.ACTS:
            figure, part = self.ACTS[r.type]
            self.acts.append((r.on, figure, str(r.data[part]) if part else None))
        if r.type in ("deadline_breached", "commitment_missed"):
            self.marked[self.mark_of(r)] = self.acts[-1]
        elif r.type in ("breach_retracted", "commitment_miss_retracted"):
            self.acts.remove(self.marked.pop(self.mark_of(r)))
        elif r.type == "first_reply_due_set" and r.data["reason"] in ("calendar", "policy"):
            self.acts.append((r.on, "time.recomputed", r.data["reason"]))
        if r.type == "extension_requested" and r.data["late"]:
            self.acts.append((r.on, "time.extensions_requested_late", None))
        elif r.type == "extension_approved":
            self.acts.append((r.on, "time.extensions_approved", self.extension or None))
        elif r.type == "linked" and r.data["kind"] == "recurring":
            self.acts.append((r.on, "issues.recurring", None))
        elif r.type == "answer_approved" and r.data["override_reason"]:
            self.acts.append((r.on, "entries.approved_by_drafter", None))
        elif r.type == "notice_posted":
            self.acts.append((r.on, "notices.deliveries", "posted"))
        elif r.type == "reopened" and self.verdict == "satisfied":
            self.acts.append((r.on, "feedback.reopened_after_satisfied", None))

    # -- questions about a day

    def open_on(self, day):
        step = last_of(self.timeline, day)
        return step is not None and step[1] != "ended"

    def was_a_mistake(self, day):
        """Voided and never classified: its term was provisional."""
        step = last_of(self.timeline, day)
        return step[2] == "voided" and self.marks_on(day)[3] == "UNCLASSIFIED"

    def gone_since(self, kinds, day):
        since = None
        for on, what, ending in self.timeline:
            if on <= day:
                away = what == "ended" and ending in kinds
                since = (since or on) if away else None
        return since

    def ran_out(self, dues, kinds, until):
        """The first day at whose end the term is over as then known, the issue being there: walked
        through day by day."""
        if not dues:
            return None
        day = min(since for since, _ in dues)
        while day <= until:
            known = last_of(dues, day)
            if known and known[1] <= day and not self.gone_since(kinds, day):
                return day, known[1]
            day += DAY
        return None

    def marks_on(self, day):
        return last_of(self.marks, day) or self.marks[0]


class Dialogue:
    def __init__(self, name):
        self.id, self.steps = name, []

    def as_of(self, day):
        """What it was at the end of a day."""
        was = {"id": self.id, "khom": "", "date": None, "phase": "", "opened": False,
               "residents": None, "bodies": [], "opinions": [], "confirmed": 0, "declined": 0,
               "announced": False, "short": False, "missed": False, "presented": False,
               "minutes": False, "published": None, "begun": date.max, "counted": date.max,
               "closed": False}
        for r in self.steps:
            data = r.data
            on = min(r.on, day_of(data["date"])) if r.type == "scheduled" else r.on
            if on > day:
                continue
            if r.type == "scheduled":
                was.update(khom=data["khom"], date=day_of(data["date"]), phase="stands",
                           venue=data["venue"]["kind"], outside=data["outside_office_hours"])
            elif r.type == "announced":
                was.update(announced=True, short=data["short_notice"])
            elif r.type == "postponed":
                was["phase"] = "stands" if data.get("date") else "postponed"
                if data.get("date"):
                    was.update(date=day_of(data["date"]), outside=data["outside_office_hours"],
                               announced=False, missed=False)
            elif r.type == "rearranged":
                was.update(khom=data["khom"], venue=data["venue"]["kind"],
                           outside=data["outside_office_hours"],
                           announced=was["announced"] and not data["announce_again"])
            elif r.type == "cancelled":
                was["phase"] = "cancelled"
            elif r.type in ("missed", "miss_retracted"):
                was["missed"] = r.type == "missed"
            elif r.type == "opened":
                was.update(opened=True, begun=min(was["begun"], on))
            elif r.type == "attendance_recorded":
                was.update(residents=data["residents"], bodies=data["bodies"])
                if data["residents"]:
                    was["counted"] = min(was["counted"], on)
            elif r.type == "previous_results_presented":
                was["presented"] = True
            elif r.type == "presentation_skipped":
                was["presented"] = False
            elif r.type == "opinion_recorded":
                was["opinions"].append((data["resident"], data["anonymous"]))
            elif r.type == "opinion_confirmed":
                was["confirmed"] += 1
            elif r.type == "confirmation_declined":
                was["declined"] += 1
            elif r.type == "closed":
                was["closed"] = True
            elif r.type == "minutes_signed":
                was.update(minutes=True, closed=True)
            elif r.type == "conclusion_published":
                was.update(published=day_of(data["date"]))
        was["held"] = was["opened"] and (was["residents"] or 0) > 0
        return was


# ---- counting


class Count:
    """The figures of one period, counted in the quarters it is made of."""

    def __init__(self, ward, family, name, today):
        self.ward, self.settings = ward, ward.settings
        self.family, self.name = family, name
        self.first, self.last = span(family, name)
        self.on = min(today, self.last)
        self.over = min(today - DAY, self.last)
        self.quarters = [(first, last, min(last, self.on), min(last, self.over))
                         for first, last in quarters(family, name)]
        self.value, self.of = Counter(), {}
        self.parts = defaultdict(Counter)
        self.acts = Counter()
        self.count()

    def within(self, day):
        return day is not None and self.first <= day <= self.on

    def add(self, figure, part=None, count=1):
        self.value[figure] += count
        if part is not None and count:
            self.parts[figure][part] += count

    def share(self, figure, good, count=1):
        self.value[figure] += count if good else 0
        self.of[figure] = self.of.get(figure, 0) + count

    def count(self):
        for issue in self.ward.issues.values():
            self.issue(issue)
        self.meetings()
        self.others()
        requested = self.value["time.extensions_requested"]
        self.of["time.extensions_requested_late"] = requested
        self.lengths()

    # -- issues

    def issue(self, issue):
        if not issue.timeline:
            return
        self.balance(issue)
        for first, last, end, over in self.quarters:
            if first <= issue.timeline[0][0] <= end:
                self.fresh(issue, end)
            self.settlements(issue, first, end)
            self.paused(issue, first, end, over)
            self.responses(issue, first, end)
        self.stocks(issue)
        self.terms(issue)
        self.answers(issue)
        for on, figure, part in issue.acts:
            if self.within(on):
                self.add(figure, part)

    def balance(self, issue):
        before = min(self.first - DAY, self.on)
        for on, what, ending in issue.timeline:
            if not self.within(on):
                continue
            if what == "ended":
                voided = ending == "voided"
                self.add("balance.voided" if voided else "balance.ended", None if voided else ending)
                if ending == "handed_over":
                    kind = "denunciations" if issue.denunciation else "complaints"
                    self.add(f"issues.handed_over_{kind}")
            else:
                self.add("balance." + what)
                if what == "reopened":
                    self.add("issues.reopened")
        self.add("balance.carried_in", count=issue.open_on(before))
        self.add("balance.carried_out", count=issue.open_on(self.on))

    def fresh(self, issue, end):
        _, khom, field, kind, pressing, group = issue.marks_on(end)
        ended = next((i for i, step in enumerate(issue.timeline)
                      if step[1] == "ended" and step[0] <= end), None)
        way = issue.timeline[ended][2] if ended is not None else None
        self.add("issues.new")
        if not issue.denunciation:
            self.add("issues.by_channel", issue.channel)
        if field:
            self.add("issues.by_field", field)
        self.add("issues.by_khom", khom or self.ward.khom_of(issue))
        self.add("issues.by_type", kind)
        self.share("issues.pressing", pressing)
        self.share("issues.group", group)
        self.share("issues.answered_on_the_spot", way == "answered_on_the_spot")
        if way == "answered_on_the_spot":
            self.share("issues.accepted_on_the_spot", dict(issue.spot)[ended])
        self.share("issues.noted", way == "noted")
        self.share("issues.taken_away", way in (None, "settled", "external_result_told", "refused",
                                                "withdrawn", "merged"))

    def settlements(self, issue, first, end):
        for round_ in issue.rounds:
            for on, due, recalled in round_["settled"]:
                gone = issue.gone_since(GONE, end)
                if (not first <= on <= end or (recalled and recalled <= end)
                        or (gone and on <= gone <= due)):
                    continue
                self.share("time.resolution_on_time_original", on <= round_["dues"][0][1])
                self.share("time.resolution_on_time_effective", on <= due)
                self.ward.lengths.append(max(0, (on - round_["start"]).days))

    def paused(self, issue, first, end, over):
        calendar = self.settings.calendar(end)
        for begin, until, ended, ground in issue.pauses:
            day, last = max(begin, first - DAY) + DAY, min(ended or until, over)
            while day <= last:
                if is_working(day, calendar):
                    self.add("time.paused_days", ground)
                day += DAY

    def responses(self, issue, first, end):
        for on, figure, _ in issue.acts:
            if figure == "feedback.asked" and first <= on <= end:
                self.share("feedback.responses", any(
                    asked and data["verdict"] not in SILENT and on <= day <= end
                    for day, data, asked in issue.verdicts))

    def stocks(self, issue):
        self.days_in_phase(issue)
        if not issue.open_on(self.on):
            return
        running = last_of([(r["began"], r) for r in issue.rounds], self.on)
        settled = running and any(on <= self.on and not (recalled and recalled <= self.on)
                                  for on, _, recalled in running[1]["settled"])
        due = last_of(running[1]["dues"], self.on) if running else None
        late = bool(due and due[1] <= self.over and not settled)
        self.share("time.overdue_open", late)
        if late:
            days = (self.over - due[1]).days + 1
            band = "01-05" if days <= 5 else "06-10" if days <= 10 else "11-30" if days <= 30 else "31-"
            self.add("time.overdue_ages", band)
        phase = last_of(issue.phases, self.on)
        imported = issue.imported_end and self.on < issue.imported_end
        if phase[1] in ("recorded", "contested") and not imported:
            due = self.settings.term("assign", phase[0], self.on)
            if due:
                self.share("issues.unclassified_long", due <= self.over)
        sent = last_of([(f["sent"], f) for f in issue.forwards], self.on)
        if sent and not any(sent[1][end] and sent[1][end] <= self.on for end in ("told", "bounced")):
            self.add("forwarded.pending")
            due = self.settings.term("settle_complex", sent[0], self.on)
            self.share("forwarded.pending_long", bool(due) and due <= self.over)

    def days_in_phase(self, issue):
        for i, (begin, phase) in enumerate(issue.phases):
            if phase in ENDINGS or (issue.imported_end and begin < issue.imported_end):
                continue
            first = max(begin, self.first)
            after = self.over + DAY
            if i + 1 < len(issue.phases):
                after = min(after, issue.phases[i + 1][0])
            if after > first:
                self.add("time.days_in_phase", phase, (after - first).days)

    def terms(self, issue):
        reply = self.ward.reply_term(issue)
        for first, _, end, over in self.quarters:
            if reply and first <= reply[0] <= over and not issue.was_a_mistake(end):
                in_time = issue.told is not None and issue.told <= reply[1]
                self.share("time.first_reply_on_time", in_time)
        for promise in issue.promises.values():
            run = issue.ran_out(promise["dues"], GONE, self.over)
            for first, _, end, over in self.quarters:
                if run and first <= run[0] <= over:
                    known = last_of(promise["known"], end)
                    self.add("promises.due")
                    self.share("promises.fulfilled", known is not None and known[1] == "kept")

    def answers(self, issue):
        for _, since, until in issue.owed:
            self.add("notices.owed_to_merged",
                     count=since <= self.on and not (until and until <= self.on))
        for forward in issue.forwards:
            for step, figure in (("sent", "sent"), ("acknowledged", "acknowledged"),
                                 ("told", "result_told")):
                self.add("forwarded." + figure, count=self.within(forward[step]))
        for notice in issue.notices:
            self.add("notices.delivered", count=self.within(notice["delivered"]))
            on = notice["issued"]
            if notice["replacement"] or not self.within(on):
                continue
            self.add("notices.issued")
            due = notice["settled"] and self.settings.term("notice_after_settlement",
                                                           notice["settled"], on)
            if due:
                self.share("notices.on_time", on <= due)
        for on, data, asked in issue.verdicts:
            if not self.within(on) or data["verdict"] in SILENT:
                continue
            for verdict in ("satisfied", "partly", "dissatisfied"):
                self.share("feedback." + verdict, data["verdict"] == verdict)
            self.share("feedback.self_selected", not asked)
            if data.get("solved_in_reality") is not None:
                self.share("feedback.not_solved", not data["solved_in_reality"])

    def lengths(self):
        lengths = sorted(self.ward.lengths)
        self.ward.lengths = []
        for name, percent in (("median", 50), ("p90", 90), ("max", 100)):
            figure = "time.settlement_days_" + name
            self.of[figure] = len(lengths)
            if lengths:
                self.value[figure] = lengths[(len(lengths) * percent + 99) // 100 - 1]

    # -- dialogues

    def meetings(self):
        covered, held_count = set(), 0
        for first, last, end, over in self.quarters:
            dialogues = [self.ward.dialogue_on(name, end) for name in self.ward.dialogues]
            for was in dialogues:
                if was["held"]:
                    self.publication(was, first, over)
                if was["date"] and first <= was["date"] <= last:
                    self.meeting(was, end)
                    held_count += was["held"]
                    covered |= {was["khom"]} if was["held"] else set()
            if self.family == "calendar":
                self.duties(dialogues, first, last, end, over)
        valid = {khom for khom, (begin, end) in self.settings.on(self.on)["khoms"].items()
                 if begin <= self.last and end >= self.first}
        self.value["dialogues.khoms_covered"] = len(covered & valid)
        self.of["dialogues.khoms_covered"] = len(valid)
        self.of["opinions.per_dialogue"] = held_count

    def meeting(self, was, end):
        self.add("dialogues.planned", count=was["phase"] not in ("cancelled", "postponed"))
        empty = was["opened"] and not was["held"] and (was["residents"] is not None or was["closed"])
        self.add("dialogues.held_empty", count=empty)
        self.add("dialogues.missed", count=was["missed"] and not was["opened"])
        for resident, anonymous in was["opinions"]:
            self.add("opinions.total", was["khom"])
            self.share("opinions.anonymous", anonymous or self.ward.is_nameless(resident, end))
        for figure, count in (("confirmed", "confirmed"), ("confirmation_declined", "declined")):
            self.share("opinions." + figure, True, was[count])
            self.share("opinions." + figure, False, len(was["opinions"]) - was[count])
        if not was["held"]:
            return
        self.add("dialogues.held")
        self.add("dialogues.residents", count=was["residents"])
        for body in was["bodies"]:
            self.add("dialogues.attended_by", body)
        self.value["opinions.per_dialogue"] += len(was["opinions"])
        for figure, good in (("outside_office_hours", was["outside"]),
                             ("at_khom_office", was["venue"] == "khom_office"),
                             ("at_household", was["venue"] == "household"),
                             ("elsewhere", was["venue"] == "other"),
                             ("announced_in_time", was["announced"] and not was["short"]),
                             ("results_presented", was["presented"]),
                             ("minutes_signed", was["minutes"])):
            self.share("dialogues." + figure, good)

    def publication(self, was, first, over):
        due = self.settings.term("publish_result", was["date"], was["date"])
        if due and first <= max(due, was["begun"], was["counted"], was["date"]) <= over:
            self.share("dialogues.result_published_in_time",
                       was["published"] is not None and was["published"] <= due)

    def duties(self, dialogues, first, last, end, over):
        known = self.settings.on(end)
        year, quarter = str(first.year), (first.month - 1) // 3
        plan = known["plans"].get(year)
        policy = self.settings.policy(first, end)
        for khom, (begin, until) in known["khoms"].items():
            if begin > last or until < first:
                continue
            line = next((line for line in plan["lines"] if line["khom"] == khom), None) if (
                plan and plan["binds"]) else None
            owed = line["per_quarter"][quarter] if line else (
                policy["dialogues_per_quarter"] if policy else 1)
            self.add("dialogues.required", count=owed)
            if not owed:
                continue
            held = sum(was["held"] and was["khom"] == khom and first <= was["date"] <= last
                       for was in dialogues)
            self.share("dialogues.duties_met", held >= owed)
            self.share("dialogues.duties_missed", held < owed and over == last)

    # -- the rest

    def others(self):
        for r in self.ward.records:
            on = r.on
            if r.kind == "dialogue" and r.type in ("postponed", "cancelled", "signature_refused"):
                name = "signatures_refused" if r.type == "signature_refused" else r.type
                self.add("dialogues." + name, count=self.within(on))
            elif r.type == "late_dialogue_credited" and self.family == "calendar":
                self.add("dialogues.duties_credited_late", count=self.within(on))
            elif r.type == "number_taken" and self.within(day_of(r.data["date"])):
                self.add("documents.issued", r.data["type"])
            elif r.type == "number_voided" and self.within(on):
                self.add("documents.numbers_voided", r.data["type"])
            elif r.type == "sealed_read" and self.within(on):
                self.add("supervision.sealed_reads", r.role)
            elif r.type == "takedown_registered":
                self.add("supervision.takedowns", count=self.within(on))
            elif r.type == "recommendation_made":
                self.recommendation(r)
            self.late_entry(r)
        self.of["entries.national_database"] = 0

    def recommendation(self, r):
        self.add("supervision.recommendations", count=self.within(r.on))
        answered = self.ward.answered.get(r.data["recommendation"])
        due = day_of(r.data["answer_due"])
        if self.within(max(due, r.on)) and max(due, r.on) <= self.over:
            self.share("supervision.answered_in_time", answered is not None and answered <= due)
        waiting = r.on <= self.on and not (answered and answered <= self.on)
        self.add("supervision.unanswered", count=waiting)

    MARKS = {"deadline_approaching", "deadline_breached", "breach_retracted", "commitment_missed",
             "commitment_miss_retracted", "missed", "miss_retracted", "obligation_missed",
             "obligation_miss_retracted"}

    def late_entry(self, r):
        if r.entered <= r.on or not self.within(r.on) or r.type in self.MARKS:
            return
        self.add("entries.late", count=r.entered > self.last)
        policy = self.settings.policy(r.on, r.on)
        self.add("entries.later_than_allowed",
                 count=bool(policy) and (r.entered - r.on).days > policy["late_entry_days"])


class Ward:
    """The first `size` records of a ward."""

    def __init__(self, records, size=None):
        self.records = records[:size]
        self.settings = Settings(self.records)
        self.issues, self.dialogues, self.nameless, self.answered = {}, {}, {}, {}
        self.lengths, self._reply, self._dialogues = [], {}, {}
        for r in self.records:
            if r.kind == "issue":
                self.issues.setdefault(r.id, Issue(r.id)).take(r)
            elif r.kind == "dialogue":
                self.dialogues.setdefault(r.id, Dialogue(r.id)).steps.append(r)
            elif r.kind == "resident" and r.type == "registered" and not r.data.get("name"):
                self.nameless[r.id] = date.max
            elif r.kind == "resident" and r.type == "contact_changed" and r.data.get("name"):
                self.nameless[r.id] = min(self.nameless.get(r.id, date.min), r.on)
            elif r.type == "recommendation_answered":
                self.answered[r.data["recommendation"]] = r.on

    def is_nameless(self, resident, day):
        return resident in self.nameless and self.nameless[resident] > day

    def reply_term(self, issue):
        if issue.id not in self._reply:
            horizon = max((due for _, due in issue.reply_dues), default=date.min)
            horizon = max([horizon, *(step[0] for step in issue.timeline),
                           *(since for since, _ in issue.reply_dues)])
            self._reply[issue.id] = issue.ran_out(issue.reply_dues, NOT_WAITING, horizon)
        return self._reply[issue.id]

    def dialogue_on(self, name, day):
        if (name, day) not in self._dialogues:
            self._dialogues[name, day] = self.dialogues[name].as_of(day)
        return self._dialogues[name, day]

    def khom_of(self, issue):
        dialogue = self.dialogues.get(issue.dialogue)
        return dialogue.as_of(date.max)["khom"] if dialogue else ""

    def figures(self, family, name, today):
        return Count(self, family, name, today)


def size_at(records, instant):
    """How many records the ledger held at that moment."""
    return bisect_right([r.instant for r in records], instant)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records")
    parser.add_argument("family", choices=sorted(SPANS))
    parser.add_argument("period")
    parser.add_argument("--today", type=date.fromisoformat, default=date.max)
    parser.add_argument("--size", type=int, help="of the first so many records")
    arguments = parser.parse_args()
    count = Ward(load(arguments.records), arguments.size).figures(
        arguments.family, arguments.period, arguments.today)
    for figure in sorted(set(count.value) | set(count.of)):
        of = f" of {count.of[figure]}" if figure in count.of else ""
        parts = json.dumps(dict(sorted(count.parts[figure].items())), ensure_ascii=False)
        print(f"{figure}: {count.value[figure]}{of} {parts if count.parts[figure] else ''}".rstrip())


if __name__ == "__main__":
    main()
