"""Counts the figures of a period straight from a file of acts: an independent second opinion on the
report, sharing nothing with the program but the file, the calendar and the words of the rules.

    python3 tests/acceptance/count_acts.py 2021-01-01 2021-03-31
    python3 tests/acceptance/count_acts.py 2021-01-01 2021-03-31 \\
        --known-by 2021-04-02T08:20:00+07:00
    python3 -m unittest tests/acceptance/count_acts.py

An act belongs to the day it happened; a step of an issue never counts before the step ahead of it.
"""

import argparse
import json
import pathlib
import unittest
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACTS = ROOT / "tools/demo/tan-quy-dong-2021.jsonl"
CALENDAR = ROOT / "domain/data/calendar-vn-2021-2027.json"
POLICY = ROOT / "domain/data/policy-default.json"


# ---- reading


@dataclass(frozen=True)
class Act:
    at: datetime
    on: date  # the day it happened
    by: str
    kind: str  # issues, dialogues, plans, reports, ward …
    id: str
    name: str
    body: dict

    @property
    def late(self):
        return self.on < self.at.date()


def load(path=ACTS):
    acts = []
    for text in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        at = datetime.fromisoformat(line["at"])
        body = line.get("body", {})
        on = date.fromisoformat(body["happened"][:10]) if "happened" in body else at.date()
        kind, *rest = line["post"].split("/")
        if line["post"] == "dialogues":
            rest = [body["dialogue"], "schedule"]
        acts.append(Act(at, on, line["by"], kind, "/".join(rest[:-1]), rest[-1], body))
    return acts


def known_by(acts, instant):
    """What had been entered by that moment."""
    return [act for act in acts if act.at <= instant]


# ---- days


class Days:
    """Working days: not weekends or days off, but swapped ones; the first day never counts."""

    def __init__(self):
        table = json.loads(CALENDAR.read_text(encoding="utf-8"))
        self.off = {date.fromisoformat(day) for day in table["days_off"]}
        self.swapped = {date.fromisoformat(day) for day in table["worked_days"]}

    def is_working(self, day):
        return day in self.swapped or (day.weekday() < 5 and day not in self.off)

    def due(self, start, days, unit, pauses=()):
        """Days inside a pause (after its first, through its last) do not count."""
        day = start
        while days > 0:
            day += timedelta(days=1)
            if not any(first < day <= last for first, last in pauses):
                days -= unit == "calendar_days" or self.is_working(day)
        while not self.is_working(day):
            day += timedelta(days=1)
        return day


# ---- issues


@dataclass
class Round:
    """From getting a deadline to being settled: by the ward's own answer, by another body's result
    that was told, or by a hand-over."""
    began: date
    start: date  # the day the clock counts from
    rule: str  # the policy's term
    dues: list  # (day it became known, due day)
    settled: date = None
    extensions: list = field(default_factory=list)
    pauses: list = field(default_factory=list)  # (from, until)
    agreed: date = None

    @property
    def original(self):
        return self.dues[0][1]

    @property
    def effective(self):
        return self.dues[-1][1]

    def due_as_of(self, day):
        return [due for since, due in self.dues if since <= day][-1]


@dataclass
class Issue:
    id: str
    khom: str
    field: str  # empty for a denunciation
    type: str = "UNCLASSIFIED"
    complexity: str = "simple"
    pressing: bool = False
    first_reply_due: date = None
    first_reply: date = None
    steps: list = field(default_factory=list)  # (day, "new" | "ended" | "reopened", ending)
    rounds: list = field(default_factory=list)
    days_of: dict = field(default_factory=lambda: defaultdict(list))  # act: days
    verdicts: list = field(default_factory=list)  # (day, verdict)
    notices: list = field(default_factory=list)  # (day of issue, last day to be in time)
    asked_days: int = 0

    def step(self, day, what, ending=None):
        if self.steps:
            day = max(day, self.steps[-1][0])
        self.steps.append((day, what, ending))

    @property
    def open(self):
        return self.steps[-1][1] != "ended"

    def open_on(self, day):
        past = [step for step in self.steps if step[0] <= day]
        return bool(past) and past[-1][1] != "ended"

    def replied(self, day):
        self.first_reply = self.first_reply or day


ENDINGS = {
    "answer-on-the-spot": "answered_on_the_spot",
    "note": "noted",
    "hand-over": "handed_over",
    "close": "settled",
    "tell-external-result": "external_result_told",
    "refuse-handling": "refused",
    "withdraw": "withdrawn",
    "split": "split",
    "merge": "merged",
    "void": "voided",
}


SETTLING = {"approve-answer", "tell-external-result", "hand-over", "refuse-handling"}


class Ledger:
    """What the acts add up to."""

    def __init__(self, acts):
        self.acts = acts
        self.days = Days()
        self.policy = json.loads(POLICY.read_text(encoding="utf-8"))
        self.issues, self.dialogues = {}, {}
        for act in acts:
            if act.kind == "dialogues":
                self._dialogue(act)
            elif act.kind == "issues":
                self._issue(act)

    def _dialogue(self, act):
        if act.name == "schedule":
            self.dialogues[act.id] = {
                "khom": act.body["khom"], "date": date.fromisoformat(act.body["date"]),
                "start": act.body["start"], "venue": act.body["venue"]["kind"], "opened": False,
                "residents": 0, "opinions": 0, "anonymous": 0, "issues": 0, "announced": None,
                "minutes": None}
        dialogue = self.dialogues[act.id]
        if act.name == "announce":
            dialogue["announced"] = act.on
        elif act.name == "postpone":
            dialogue["date"] = date.fromisoformat(act.body["date"])
        elif act.name == "open":
            dialogue["opened"] = True
        elif act.name == "record-attendance":
            dialogue["residents"] = act.body["residents"]
        elif act.name == "sign-minutes":
            dialogue["minutes"] = act.on
        elif act.name == "record-opinion":
            dialogue["opinions"] += 1
            dialogue["anonymous"] += act.body.get("anonymous", False)
            for raised in act.body["issues"]:
                dialogue["issues"] += 1
                issue = self._new(raised["issue"], dialogue["khom"], dialogue["date"],
                                  raised["field"])
                issue.pressing = raised.get("pressing", False)
        elif act.name == "redirect-denunciation":
            issue = self._new(act.body["issue"], dialogue["khom"], dialogue["date"], "")
            issue.type = "DENUNCIATION"
            issue.step(act.on, "ended", "handed_over")

    def _new(self, name, khom, received, code):
        issue = self.issues[name] = Issue(name, khom, code)
        issue.step(received, "new")
        if code:
            issue.first_reply_due = self._due(received, "first_reply")
        return issue

    def _due(self, start, rule, pauses=()):
        term = self.policy[rule]
        return self.days.due(start, term["days"], term["unit"], pauses)

    def _round_due(self, round_):
        due = round_.agreed or self._due(round_.start, round_.rule, round_.pauses)
        for days in round_.extensions:
            due = self.days.due(due, days, "working_days", round_.pauses)
        return due

    def _move(self, issue, on):
        round_ = issue.rounds[-1]
        round_.dues.append((on, self._round_due(round_)))

    def _begin_round(self, issue, on, start):
        rule = "settle_complex" if issue.complexity == "complex" else "settle_simple"
        issue.rounds.append(Round(on, start, rule, []))
        self._move(issue, on)

    def _issue(self, act):
        if act.name == "record":
            self._new(act.id, act.body["khom"], date.fromisoformat(act.body["received"]),
                      act.body["field"])
        issue = self.issues[act.id]
        if not for_a_merged_person(act):
            issue.days_of[act.name].append(act.on)
        if act.name in ENDINGS and issue.open:
            issue.step(act.on, "ended", ENDINGS[act.name])
        if tells_resident(act):
            issue.replied(act.on)
        if act.name in SETTLING and issue.rounds:
            issue.rounds[-1].settled = act.on
        handle = getattr(self, "_on_" + act.name.replace("-", "_"), None)
        if handle:
            handle(issue, act)

    def _on_classify(self, issue, act):
        issue.type, issue.field = act.body["type"], act.body["field"]
        issue.complexity = act.body["complexity"]
        contested = issue.days_of["contest"]
        start = contested[-1] if contested else issue.steps[0][0]
        issue.first_reply_due = self._due(start, "first_reply")
        self._begin_round(issue, act.on, start)

    def _on_reclassify(self, issue, act):
        issue.type, issue.field = act.body["type"], act.body["field"]
        issue.complexity = act.body["complexity"]
        issue.rounds[-1].agreed = date.fromisoformat(act.body["agreed_due"])
        self._move(issue, act.on)

    def _on_correct(self, issue, act):
        if act.body["field"] in ("khom", "field"):
            setattr(issue, act.body["field"], act.body["new_value"])

    def _on_contest(self, issue, act):
        issue.step(act.on, "reopened")

    def _on_reopen(self, issue, act):
        issue.step(act.on, "reopened")
        self._begin_round(issue, act.on, act.on)

    def _on_unmerge(self, issue, act):
        issue.step(act.on, "reopened")

    def _on_split(self, issue, act):
        for part in act.body["parts"]:
            self._new(part["issue"], issue.khom, issue.steps[0][0], part["field"])

    def _on_pause_clock(self, issue, act):
        issue.rounds[-1].pauses.append((act.on, date.fromisoformat(act.body["until"])))
        self._move(issue, act.on)

    def _on_resume_clock(self, issue, act):
        first, _ = issue.rounds[-1].pauses.pop()
        issue.rounds[-1].pauses.append((first, act.on))
        self._move(issue, act.on)

    def _on_recall_notice(self, issue, _act):
        issue.rounds[-1].settled = None

    def _on_request_extension(self, issue, act):
        issue.asked_days = act.body["days"]

    def _on_approve_extension(self, issue, act):
        issue.rounds[-1].extensions.append(issue.asked_days)
        self._move(issue, act.on)

    def _on_issue_notice(self, issue, act):
        issue.notices.append(
            (act.on, self._due(issue.rounds[-1].settled, "notice_after_settlement")))

    def _on_record_feedback(self, issue, act):
        issue.verdicts.append((act.on, act.body["verdict"]))


def for_a_merged_person(act):
    """Is the answer given to the person of a merged issue, not to the own one?"""
    return act.name in ("record-delivery", "tell-external-result") and "absorbed" in act.body


def tells_resident(act):
    """Is the resident told something by this act?"""
    if act.name == "note-progress":
        return act.body["visibility"] == "public"
    if act.name == "forward":
        return act.body["resident_told"]
    if for_a_merged_person(act):
        return False
    return act.name in ("answer-on-the-spot", "note", "hand-over", "record-delivery",
                        "tell-external-result", "refuse-handling", "post-notice")


# ---- figures


def balance(issues, first, last):
    """carried in + new + reopened = ended + carried out."""
    result = {"carried_in": 0, "new": 0, "reopened": 0, "ended": Counter(), "carried_out": 0,
              "voided": 0}
    for issue in issues:
        for day, what, ending in issue.steps:
            if first <= day <= last:
                if ending == "voided":
                    result["voided"] += 1
                elif what == "ended":
                    result["ended"][ending] += 1
                else:
                    result[what] += 1
        result["carried_in"] += issue.open_on(first - timedelta(days=1))
        result["carried_out"] += issue.open_on(last)
    result["ended"] = dict(sorted(result["ended"].items()))
    return result


def balances_by(issues, key, first, last):
    """By khóm, field or type; groups with nothing in them or without a name are left out."""
    groups = defaultdict(list)
    for issue in issues:
        groups[getattr(issue, key)].append(issue)
    counted = {name: balance(group, first, last) for name, group in groups.items() if name}
    return {name: figures for name, figures in sorted(counted.items())
            if any(figures[part] for part in ("carried_in", "new", "reopened", "ended",
                                              "carried_out", "voided"))}


def outside_office_hours(ledger, dialogue):
    spans = ledger.policy["office_hours"]
    return not ledger.days.is_working(dialogue["date"]) or not any(
        span["start"] <= dialogue["start"] < span["end"] for span in spans)


def is_held(dialogue):
    return dialogue["opened"] and dialogue["residents"] > 0


def quarter_end(first, day):
    """The last day of the quarter a day lies in; the period's first quarter begins on `first`."""
    while True:
        month = first.month + 3
        following = first.replace(year=first.year + (month > 12), month=(month - 1) % 12 + 1)
        if day < following:
            return following - timedelta(days=1)
        first = following


def meeting_figures(ledger, first, last):
    held = [d for d in ledger.dialogues.values() if is_held(d) and first <= d["date"] <= last]
    ahead = timedelta(days=ledger.policy["announce_days_before"])
    return {
        "dialogues.held": len(held),
        "dialogues.khoms_covered": len({d["khom"] for d in held}),
        "dialogues.outside_office_hours": sum(outside_office_hours(ledger, d) for d in held),
        "dialogues.at_khom_office": sum(d["venue"] == "khom_office" for d in held),
        "dialogues.at_household": sum(d["venue"] == "household" for d in held),
        "dialogues.residents": sum(d["residents"] for d in held),
        "dialogues.announced_in_time": sum(
            bool(d["announced"]) and d["announced"] + ahead <= d["date"] for d in held),
        "dialogues.minutes_signed": sum(
            bool(d["minutes"]) and d["minutes"] <= quarter_end(first, d["date"]) for d in held),
        "opinions.total": sum(d["opinions"] for d in held),
        "opinions.anonymous": sum(d["anonymous"] for d in held),
    }


# First endings that say the matter was not taken away to be settled.
LEFT_OTHERWISE = ("answered_on_the_spot", "noted", "handed_over", "split", "voided")


def origin_figures(issues, first, last):
    """How the issues of the period left their dialogue: by the first way they ended."""
    fresh = [issue for issue in issues if first <= issue.steps[0][0] <= last]
    ways = Counter(next((ending for _, what, ending in issue.steps if what == "ended"), None)
                   for issue in fresh)
    handed = Counter(issue.type for issue in issues for day, _, ending in issue.steps
                     if ending == "handed_over" and first <= day <= last)
    return {
        "issues.new": len(fresh),
        "issues.answered_on_the_spot": ways["answered_on_the_spot"],
        "issues.noted": ways["noted"],
        "issues.taken_away": len(fresh) - sum(ways[way] for way in LEFT_OTHERWISE),
        "issues.handed_over_complaints": handed["COMPLAINT"],
        "issues.handed_over_denunciations": handed["DENUNCIATION"],
        "issues.pressing": sum(issue.pressing for issue in fresh),
    }


def is_overdue(issue, day):
    rounds = [round_ for round_ in issue.rounds if round_.began <= day]
    if not issue.open_on(day) or not rounds:
        return False
    running = rounds[-1]
    return not (running.settled and running.settled <= day) and running.due_as_of(day) <= day


# Endings by which an issue leaves the denominators of what was not due yet.
LEAVING = ("handed_over", "split", "voided", "withdrawn", "merged", "noted", "answered_on_the_spot")


def has_left(issue, day):
    steps = [step for step in issue.steps if step[0] <= day]
    return bool(steps) and steps[-1][2] in LEAVING


def time_figures(issues, first, last):
    """A term counts in the period in which it runs out."""
    replies = [i for i in issues if i.first_reply_due and first <= i.first_reply_due <= last
               and not has_left(i, i.first_reply_due)]
    rounds = [r for i in issues for r in i.rounds if r.settled and first <= r.settled <= last
              and not (has_left(i, r.settled) and r.settled <= r.effective)]
    return {
        "time.first_reply_on_time": sum(
            bool(i.first_reply) and i.first_reply <= i.first_reply_due for i in replies),
        "time.resolution_on_time_original": sum(r.settled <= r.original for r in rounds),
        "time.resolution_on_time_effective": sum(r.settled <= r.effective for r in rounds),
        "time.overdue_open": sum(is_overdue(issue, last) for issue in issues),
    }


COUNTED_BY_DAY = {
    "time.extensions_approved": "approve-extension",
    "forwarded.sent": "forward",
    "forwarded.acknowledged": "acknowledge-forward",
    "forwarded.result_told": "tell-external-result",
    "notices.issued": "issue-notice",
    "notices.delivered": "record-delivery",
    "feedback.asked": "ask-feedback",
}


def act_figures(issues, first, last):
    def within(days):
        return sum(first <= day <= last for day in days)

    counted = {figure: sum(within(issue.days_of[act]) for issue in issues)
               for figure, act in COUNTED_BY_DAY.items()}
    counted["issues.reopened"] = sum(
        what == "reopened" and first <= day <= last
        for issue in issues for day, what, _ in issue.steps)
    counted["forwarded.pending"] = sum(
        issue.open_on(last) and any(day <= last for day in issue.days_of["forward"])
        and not any(day <= last for act in ("tell-external-result", "bounce-forward")
                    for day in issue.days_of[act])
        for issue in issues)
    counted["notices.on_time"] = sum(
        first <= on <= last and on <= limit for issue in issues for on, limit in issue.notices)
    for verdict in ("satisfied", "partly", "dissatisfied"):
        counted["feedback." + verdict] = sum(
            within([day for day, said in issue.verdicts if said == verdict]) for issue in issues)
    return counted


def figures(acts, first, last):
    """Everything for one period, from the acts given, by the names of the report's figures. Acts
    entered after the period count as soon as they are given: leave them out with known_by."""
    ledger = Ledger(acts)
    issues = list(ledger.issues.values())
    return {
        "period": [first.isoformat(), last.isoformat()],
        "balance": balance(issues, first, last),
        "by_khom": balances_by(issues, "khom", first, last),
        "by_field": balances_by(issues, "field", first, last),
        "by_type": balances_by(issues, "type", first, last),
        "figures": {**meeting_figures(ledger, first, last), **origin_figures(issues, first, last),
                    **time_figures(issues, first, last), **act_figures(issues, first, last)},
    }


def coverage(acts, year=2021):
    """(khóm, quarter): how many dialogues were held with a resident; cells without are absent."""
    return dict(Counter(
        (d["khom"], (d["date"].month + 2) // 3) for d in Ledger(acts).dialogues.values()
        if is_held(d) and d["date"].year == year))


def open_issues(acts, instant):
    """Ids of the issues that were open by what had been entered at that moment."""
    ledger = Ledger(known_by(acts, instant))
    return sorted(issue.id for issue in ledger.issues.values() if issue.open)


# ---- self-checks


PERIODS = [(date(2021, 1, 1), date(2021, 3, 31)), (date(2021, 4, 1), date(2021, 6, 30)),
           (date(2021, 7, 1), date(2021, 9, 30)), (date(2021, 10, 1), date(2021, 12, 31)),
           (date(2020, 12, 15), date(2021, 3, 14)), (date(2020, 12, 15), date(2021, 6, 14)),
           (date(2021, 6, 15), date(2021, 9, 14)), (date(2020, 12, 15), date(2021, 12, 14))]
YEAR = (date(2021, 1, 1), date(2021, 12, 31))


class WorkingDays(unittest.TestCase):
    def test_published_values(self):
        days = Days()
        for start, count, unit, due in (
                ("2021-02-05", 10, "working_days", "2021-02-26"),
                ("2021-02-08", 5, "working_days", "2021-02-22"),
                ("2021-08-03", 30, "calendar_days", "2021-09-06"),
                ("2021-12-20", 10, "working_days", "2022-01-04"),
                ("2024-04-25", 5, "working_days", "2024-05-06")):
            self.assertEqual(date.fromisoformat(due),
                             days.due(date.fromisoformat(start), count, unit))


class Counting(unittest.TestCase):
    def test_a_step_never_counts_before_the_step_ahead_of_it(self):
        issue = Issue("i", "k", "ROADS")
        issue.step(date(2021, 4, 2), "new")
        issue.step(date(2021, 3, 31), "ended", "noted")
        self.assertEqual(0, balance([issue], *PERIODS[0])["ended"].get("noted", 0))
        self.assertEqual(1, balance([issue], *PERIODS[1])["ended"]["noted"])

    def test_an_issue_that_ends_twice_is_counted_twice(self):
        issue = Issue("i", "k", "ROADS")
        for day, what, ending in ((1, "new", None), (2, "ended", "settled"), (3, "reopened", None),
                                  (4, "ended", "settled")):
            issue.step(date(2021, 5, day), what, ending)
        self.assertEqual({"carried_in": 0, "new": 1, "reopened": 1, "ended": {"settled": 2},
                          "carried_out": 0, "voided": 0}, balance([issue], *PERIODS[1]))


class DemonstrationYear(unittest.TestCase):
    """The mix that domain.md section 6 asks of the file."""

    @classmethod
    def setUpClass(cls):
        cls.acts = load()
        cls.ledger = Ledger(cls.acts)
        cls.issues = list(cls.ledger.issues.values())
        cls.held = {name: d for name, d in cls.ledger.dialogues.items() if d["opened"]}

    def assert_share(self, low, high, count):
        share = 100 * count / len(self.issues)
        self.assertTrue(low <= share <= high, f"{count} of {len(self.issues)} = {share:.1f} %")

    def with_act(self, name):
        return [issue for issue in self.issues if issue.days_of[name]]

    def test_time_only_moves_forward(self):
        for before, after in zip(self.acts, self.acts[1:]):
            self.assertLess(before.at, after.at)

    def test_dialogues(self):
        self.assertIn(len(self.held), range(20, 25))
        self.assertIn(len(self.issues), range(200, 241))
        for name, dialogue in self.held.items():
            self.assertIn(dialogue["residents"], range(12, 41), name)
            self.assertIn(dialogue["opinions"], range(3, 14), name)
            self.assertIn(dialogue["issues"], range(4, 19), name)
        year = meeting_figures(self.ledger, *YEAR)
        self.assertTrue(any(d["start"] == "19:30" for d in self.held.values()))
        self.assertGreaterEqual(sum(d["date"].weekday() == 5 for d in self.held.values()), 3)
        self.assertIn(year["dialogues.at_household"], (1, 2))
        self.assertIn(year["dialogues.held"] - year["dialogues.announced_in_time"], range(1, 5))

    def test_exactly_one_khom_misses_one_quarter(self):
        khoms = {act.body["khom"] for act in self.acts if act.name == "add-khom"}
        owed = {(khom, quarter) for khom in khoms for quarter in (1, 2, 3, 4)}
        self.assertEqual(20, len(owed))
        self.assertEqual({("tan-thanh", 3)}, owed - coverage(self.acts).keys())

    def test_how_issues_end(self):
        self.assert_share(60, 70, len(self.with_act("answer-on-the-spot")))
        self.assert_share(2, 5, len(self.with_act("note")))
        self.assert_share(20, 25, len(self.with_act("close")))
        self.assert_share(8, 12, len(self.with_act("forward")))
        late = [issue for issue in self.issues
                if any(r.settled and r.settled > r.original for r in issue.rounds)]
        self.assert_share(3, 5, len(late))
        rescued = [issue for issue in late if all(
            not r.settled or r.settled <= r.effective for r in issue.rounds)]
        self.assertIn(len(rescued), range(2, len(late)))

    def test_legal_procedures(self):
        handed = [i for i in self.issues if any(s[2] == "handed_over" for s in i.steps)]
        self.assertEqual(["COMPLAINT", "DENUNCIATION"], sorted(i.type for i in handed))

    def test_what_is_rare_is_there(self):
        self.assertIn(len(self.with_act("reopen")), (2, 3))
        self.assertIn(len(self.with_act("refuse-extension")), (1, 2))
        self.assertGreaterEqual(len(self.with_act("record-feedback")), 30)
        pending = [i for i in self.with_act("forward") if i.open]
        self.assertGreaterEqual(len(pending), 2)
        share = 100 * sum(act.late for act in self.acts) / len(self.acts)
        self.assertTrue(2 <= share <= 4, f"{share:.1f} % entered late")
        self.assertTrue(all((act.at.date() - act.on).days <= 6 for act in self.acts))

    def test_one_or_two_recurrences_a_quarter(self):
        seen, again = set(), Counter()
        for act in self.acts:
            if act.name == "record-opinion":
                for raised in act.body["issues"]:
                    again[(act.on.month - 1) // 3 + 1] += raised["subject"] in seen
                    seen.add(raised["subject"])
        for quarter in (1, 2, 3, 4):
            self.assertIn(again[quarter], (1, 2), f"quarter {quarter}")

    def test_open_at_midyear_and_at_the_end(self):
        for moment in ("2021-06-30T23:59:59+07:00", "2021-12-31T23:59:59+07:00"):
            self.assertGreaterEqual(
                len(open_issues(self.acts, datetime.fromisoformat(moment))), 4)
        # What was said on 29 June was entered on 1 July.
        june = {issue.id for issue in self.issues if issue.steps[0][0] == date(2021, 6, 29)}
        entered = open_issues(self.acts, datetime.fromisoformat("2021-06-30T23:59:59+07:00"))
        self.assertTrue(june and june.isdisjoint(entered))

    def test_a_denunciation_left_nothing(self):
        redirected = [act for act in self.acts if act.name == "redirect-denunciation"]
        self.assertEqual([{"issue", "counter", "paper_register_number", "receiving_officer"}],
                         [set(act.body) for act in redirected])

    def test_people_are_invented(self):
        text = ACTS.read_text(encoding="utf-8")
        self.assertNotIn("Minh Hiếu", text)
        names = [act.body["speaker"]["name"] for act in self.acts
                 if "name" in act.body.get("speaker", {})]
        self.assertEqual(len(names), len(set(names)))

    def test_the_balance_holds(self):
        for first, last in [*PERIODS, YEAR]:
            whole = figures(self.acts, first, last)
            groups = [whole["balance"], *whole["by_khom"].values(), *whole["by_field"].values(),
                      *whole["by_type"].values()]
            for group in groups:
                self.assertEqual(
                    group["carried_in"] + group["new"] + group["reopened"],
                    sum(group["ended"].values()) + group["carried_out"] + group["voided"])
            self.assertEqual(whole["balance"]["new"],
                             sum(group["new"] for group in whole["by_khom"].values()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("first", type=date.fromisoformat)
    parser.add_argument("last", type=date.fromisoformat)
    parser.add_argument("--known-by", type=datetime.fromisoformat)
    parser.add_argument("--acts", default=ACTS)
    arguments = parser.parse_args()
    acts = load(arguments.acts)
    if arguments.known_by:
        acts = known_by(acts, arguments.known_by)
    print(json.dumps(figures(acts, arguments.first, arguments.last), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
