"""Figures of small wards whose right answers are known: terms at the edges of quarters, acts after the
end of a period, estimates that are frozen again."""

import pathlib
import shutil
import tempfile
import unittest
from urllib.parse import quote

from ward import ROOT, Client, Server, langnghe

WARD = "mau"
CASES = ROOT / "tests/data/field_cases/acts"
QUARTERS = ("2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4")


class OneActTwoQuarters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-figures-"))
        cls.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
        data = folder / "data"
        langnghe("demo", "--data", data, "--acts", CASES / "hid-one-act-two-quarters.jsonl",
                 "--ward", WARD)
        cls.server = Server(data)
        cls.addClassCleanup(cls.server.end)
        cls.client = Client(cls.server.port, langnghe(
            "user", "token", "cchc_officer", "--data", data, "--ward", WARD).stdout.strip())

    def figures(self, period, as_of=None):
        query = f"?as_of={quote(as_of)}" if as_of else ""
        answer = self.client.get(f"/api/v1/wards/{WARD}/reports/calendar/{period}{query}")
        self.assertEqual(200, answer.status, answer.bytes)
        return {figure["id"]: figure for figure in answer.json["figures"]}

    def share(self, period, figure, as_of=None):
        found = self.figures(period, as_of)[figure]
        return found["value"], found["of"]

    def test_a_first_reply_is_counted_in_the_quarter_in_which_it_is_due(self):
        shares = [self.share(period, "time.first_reply_on_time") for period in QUARTERS]
        self.assertEqual([(0, 0), (1, 1), (0, 1), (0, 0)], shares)
        self.assertEqual((1, 2), self.share("2021", "time.first_reply_on_time"))

    def test_a_figure_opens_what_counts_for_it_and_against_it(self):
        opened = self.client.get(
            f"/api/v1/wards/{WARD}/reports/calendar/2021/figures/time.first_reply_on_time").json
        self.assertEqual(["on-time"], [item["id"] for item in opened["items"]])
        self.assertEqual(["late"], [item["id"] for item in opened["against"]])
        self.assertTrue(opened["against_events"])

    def test_an_act_after_the_quarter_moves_none_of_its_figures(self):
        before = self.figures("2021-Q1", "2021-04-01T00:00:00+07:00")
        after = self.figures("2021-Q1", "2021-06-01T00:00:00+07:00")
        self.assertEqual(before, after)
        self.assertEqual((2, 2), self.share("2021-Q1", "issues.taken_away"))

    def test_the_quarters_add_up(self):
        year = self.figures("2021")
        for figure in ("issues.taken_away", "issues.new", "time.first_reply_on_time"):
            parts = [self.figures(period)[figure] for period in QUARTERS]
            self.assertEqual(year[figure]["value"], sum(part["value"] for part in parts), figure)
            self.assertEqual(year[figure].get("of", 0), sum(part.get("of", 0) for part in parts))

    def test_a_running_period_is_measured_on_its_day(self):
        answer = self.client.get(f"/api/v1/wards/{WARD}/reports/calendar/2021-Q2"
                                 f"?as_of={quote('2021-04-01T12:00:00+07:00')}").json
        self.assertEqual("2021-04-01", answer["measured_on"])
        self.assertTrue(answer["estimate"])
        figures = {figure["id"]: figure["value"] for figure in answer["figures"]}
        self.assertEqual(0, figures["dialogues.duties_missed"])
        self.assertEqual(0, figures["time.overdue_open"])

    def test_a_year_is_owed_no_dialogue_before_its_first_day(self):
        # The ward began to keep its record on 4 January 2021.
        self.assertEqual(0, self.figures("2020-Q4")["dialogues.required"]["value"])
        self.assertEqual(4, self.figures("2021")["dialogues.required"]["value"])


if __name__ == "__main__":
    unittest.main()
