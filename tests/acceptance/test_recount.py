"""Figures on days spread over the year, beside an independent count over the exported records: every
figure of every period of the year, running, over or yet to come, on 24 days of both demonstration wards.

Periods that run on the day or ended within the week before it, those of the same days once, alone:

    LANGNGHE_RECOUNT=short python3 -m unittest test_recount     (in tests/acceptance)
"""

import os
import pathlib
import shutil
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from urllib.parse import quote

import recount
from ward import Client, Server, langnghe

WARDS = {"tan-quy-dong": 2021, "sa-dec": 2025}
EVERYTHING = os.environ.get("LANGNGHE_RECOUNT") != "short"
RECENT = timedelta(days=7)


def days_of(year):
    """24 days of the reporting year, no two at the same place of their quarter."""
    return [date(year, 1, 1) + timedelta(days=15 * i + i % 7) for i in range(24)]


def periods_on(year, day):
    seen = set()
    for family, name in recount.periods_of(year):
        first, last = recount.span(family, name)
        if EVERYTHING or (first <= day and day - last <= RECENT and (first, last) not in seen):
            seen.add((first, last))
            yield family, name


class Recount(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-recount-"))
        cls.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
        data = folder / "data"
        langnghe("demo", "--data", data)
        cls.records, cls.tokens = {}, {}
        for ward in WARDS:
            out = folder / f"{ward}.jsonl"
            langnghe("export", "--data", data, "--ward", ward, "--out", out)
            cls.records[ward] = recount.load(out)
            cls.tokens[ward] = langnghe("user", "token", "supervisor", "--data", data, "--ward",
                                        ward).stdout.strip()
        cls.server = Server(data)
        cls.addClassCleanup(cls.server.end)

    def report(self, ward, family, name, moment):
        answer = Client(self.server.port, self.tokens[ward], timeout=120).get(
            f"/api/v1/wards/{ward}/reports/{family}/{name}?as_of={quote(moment.isoformat())}")
        self.assertEqual(200, answer.status, answer.bytes)
        return answer.json

    def expected(self, ward, report, size, today):
        """A frozen report tells the figures of its freeze."""
        frozen = report["frozen"]
        if frozen:
            size = frozen["ledger_size"]
            today = date.fromisoformat(report["measured_on"]) + timedelta(
                days=0 if report["estimate"] else 1)
        key = (ward, size)
        if key not in self.wards:
            self.wards[key] = recount.Ward(self.records[ward], size)
        return self.wards[key].figures(report["period"]["family"], report["period"]["name"], today)

    def check(self, report, count):
        shown = {figure["id"]: (figure["value"], figure.get("of"),
                                {part["key"]: part["value"] for part in figure["parts"]})
                 for figure in report["figures"]}
        counted = {name: (count.value[name], count.of.get(name, of if of is None else 0),
                          dict(count.parts[name])) for name, (_, of, _) in shown.items()}
        self.assertEqual(counted, shown)
        self.assertLessEqual(set(count.value) - {n for n in count.value if not count.value[n]},
                             set(shown))
        self.assertTrue(report["balance"]["holds"])

    def test_every_figure_on_24_days_of_both_wards(self):
        for ward, year in WARDS.items():
            self.wards = {}
            records = self.records[ward]
            for day in days_of(year):
                moment = datetime.combine(day, time(12), recount.VIETNAM)
                size = recount.size_at(records, moment)
                if not size:
                    continue
                asked = list(periods_on(year, day))
                with ThreadPoolExecutor(2) as pool:
                    reports = list(pool.map(
                        lambda period: self.report(ward, *period, moment), asked))
                for (family, name), report in zip(asked, reports):
                    with self.subTest(f"{ward} {family}/{name} on {day}"):
                        self.check(report, self.expected(ward, report, size, day))

    def test_every_period_of_the_whole_year_from_its_end(self):
        for ward, year in WARDS.items():
            self.wards = {}
            moment = datetime(year + 1, 1, 20, 12, tzinfo=recount.VIETNAM)
            size = recount.size_at(self.records[ward], moment)
            for family, name in recount.periods_of(year):
                with self.subTest(f"{ward} {family}/{name}"):
                    report = self.report(ward, family, name, moment)
                    self.check(report, self.expected(ward, report, size, moment.date()))


if __name__ == "__main__":
    unittest.main()
