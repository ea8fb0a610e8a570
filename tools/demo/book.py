"""The acts of the year in the making: working days, office hours, lines in time order."""

import json
import pathlib
import sys
import unicodedata
from datetime import date, datetime, time, timedelta

ROOT = pathlib.Path(__file__).resolve().parents[2]
CALENDAR = "domain/data/calendar-vn-2021-2027.json"
POLICY = "domain/data/policy-default.json"


class WorkingDays:
    def __init__(self):
        table = json.loads((ROOT / CALENDAR).read_text(encoding="utf-8"))
        self.off = set(table["days_off"])
        self.worked = set(table["worked_days"])

    def works(self, day):
        text = day.isoformat()
        return text in self.worked or (day.weekday() < 5 and text not in self.off)

    def after(self, day, count):
        """The count-th working day after (or, negative, before) a day; 0 = that day or the next."""
        step = timedelta(days=1 if count >= 0 else -1)
        while count == 0 and not self.works(day):
            day += step
        for _ in range(abs(count)):
            day += step
            while not self.works(day):
                day += step
        return day

    def due(self, day, complex_matter):
        """15 working days, or 30 calendar days that end on a working day."""
        if complex_matter:
            return self.after(day + timedelta(days=30), 0)
        return self.after(day, 15)


def office_moment(rng, day):
    """Some second of that day's office hours."""
    if rng.random() < 0.55:
        begin, minutes = time(7, 20), 235
    else:
        begin, minutes = time(13, 40), 190
    return datetime.combine(day, begin) + timedelta(seconds=rng.randint(0, minutes * 60))


class Book:
    def __init__(self, last_moment):
        self.lines = []
        self.last_moment = last_moment

    def add(self, at, by, post, body=None, happened=None, file=None, past_the_year=False):
        """Notes an act, unless it lies after the end of the year's file."""
        if at > self.last_moment and not past_the_year:
            return False
        line = {"at": at, "by": by, "post": post}
        if file:
            line["file"] = file
        else:
            line["body"] = dict(body or {})
            if happened:
                line["body"]["happened"] = happened
        self.lines.append(line)
        return True

    def finished(self):
        """The lines in time order, no two in one second."""
        ordered = sorted(enumerate(self.lines), key=lambda entry: (entry[1]["at"], entry[0]))
        last = datetime.min
        result = []
        for _, line in ordered:
            at = max(line["at"].replace(microsecond=0), last + timedelta(seconds=1))
            result.append({**line, "at": at.isoformat() + "+07:00"})
            last = at
        return result

    @staticmethod
    def write(lines, path):
        text = "".join(
            unicodedata.normalize(
                "NFC", json.dumps(line, ensure_ascii=False, separators=(",", ":"))) + "\n"
            for line in lines)
        path.write_text(text, encoding="utf-8", newline="\n")


class Life:
    """One matter on its way: each act comes after the one before, on working days."""

    def __init__(self, book, days, rng, issue, khom, now):
        self.book, self.days, self.rng = book, days, rng
        self.issue, self.khom, self.now = issue, khom, now
        self.over = False
        self.absorbed = ()  # issues merged into this one: their persons get the answer too

    def act(self, when, by, name, body=None, late=0.0):
        """`when`: how many working days later (a pair: from, to), or a date not to come before.
        `late`: the chance that it is entered one to six days after it took place."""
        if self.over:
            return False
        moment = self._moment(when)
        entered, happened = moment, None
        if self.rng.random() < late:
            day = self.days.after(moment.date() + timedelta(days=self.rng.randint(1, 4)), 0)
            if (day - moment.date()).days <= 6:
                entered, happened = office_moment(self.rng, day), moment.date().isoformat()
        if not self.book.add(entered, by, f"issues/{self.issue}/{name}", body, happened):
            self.over = True
            return False
        self.now = entered
        return True

    def _moment(self, when):
        if isinstance(when, date):
            day = max(when, self.now.date())
        else:
            day = self.now.date()
            ahead = self.rng.randint(*when)
            if ahead:
                day = self.days.after(day, ahead)
        day = self.days.after(day, 0)
        moment = office_moment(self.rng, day)
        if moment <= self.now:
            later = self.now + timedelta(minutes=self.rng.randint(6, 35),
                                         seconds=self.rng.randint(1, 59))
            if later.time() < time(17, 5) and self.days.works(later.date()):
                return later
            return office_moment(self.rng, self.days.after(self.now.date(), 1))
        return moment


def write_or_check(file, lines):
    """Writes the file of acts, or with --check says whether it is what would be written; the exit
    status."""
    if "--check" not in sys.argv[1:]:
        Book.write(lines, file)
        print(f"{file.name}: {len(lines)} acts")
        return 0
    fresh = file.with_suffix(".check")
    Book.write(lines, fresh)
    same = fresh.read_bytes() == file.read_bytes()
    fresh.unlink()
    print("the file is up to date" if same else "the file differs from what would be written")
    return 0 if same else 1
