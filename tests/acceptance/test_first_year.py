"""The year 2021 as the program tells it, beside a separate, simple count over the file of acts."""

import datetime
import json
import pathlib
import tempfile
import unittest

import count_acts
from ward import ROOT, WARD, World, langnghe

ACTS = ROOT / "tools/demo/tan-quy-dong-2021.jsonl"
PERIODS = [("calendar", name) for name in ("2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2021-H1", "2021")]
PERIODS += [("cchc", name) for name in ("2021-Q1", "2021-H1", "2021-Q3", "2021")]
SPAN = {
    ("calendar", "2021-Q1"): ("2021-01-01", "2021-03-31"), ("calendar", "2021-Q2"): ("2021-04-01", "2021-06-30"),
    ("calendar", "2021-Q3"): ("2021-07-01", "2021-09-30"), ("calendar", "2021-Q4"): ("2021-10-01", "2021-12-31"),
    ("calendar", "2021-H1"): ("2021-01-01", "2021-06-30"), ("calendar", "2021"): ("2021-01-01", "2021-12-31"),
    ("cchc", "2021-Q1"): ("2020-12-15", "2021-03-14"), ("cchc", "2021-H1"): ("2020-12-15", "2021-06-14"),
    ("cchc", "2021-Q3"): ("2021-06-15", "2021-09-14"), ("cchc", "2021"): ("2020-12-15", "2021-12-14"),
}
# The year is seen from its end: what was entered in 2022, if anything, is not part of it.
YEAR_END = "as_of=2021-12-31T23:59:59%2B07:00"


class FirstYear(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        cls.client = cls.world.as_user("cchc_officer")
        cls.acts = count_acts.load(ACTS)

    def json(self, path):
        answer = self.client.get(path)
        self.assertEqual(200, answer.status, answer.bytes)
        return answer.json

    def test_schedule_shows_every_khom_and_quarter_and_the_missed_one(self):
        schedule = self.json(f"schedule?year=2021&{YEAR_END}")
        counted = count_acts.coverage(self.acts)
        shown = {(cell["khom"], cell["quarter"]): cell["held"] for cell in schedule["cells"]}
        self.assertEqual(20, len(shown))
        self.assertEqual(counted, {cell: held for cell, held in shown.items() if held})
        late = self.json("schedule?year=2021")
        missed = [cell for cell in late["cells"] if cell["status"] == "missed"]
        self.assertEqual(1, len(missed))
        self.assertEqual(0, missed[0]["held"])
        self.assertEqual(1, missed[0]["required"])

    def test_every_period_balances_and_equals_the_count(self):
        for family, name in PERIODS:
            with self.subTest(f"{family}/{name}"):
                report = self.json(f"reports/{family}/{name}?{YEAR_END}")
                counted = count_acts.figures(self.known_to(report), *map(
                    datetime.date.fromisoformat, SPAN[family, name]))
                self.assertEqual(list(SPAN[family, name]), [report["period"]["from"], report["period"]["to"]])
                for balance, expected in [(report["balance"], counted["balance"])] + [
                        (report["by_khom"][key], counted["by_khom"][key]) for key in counted["by_khom"]] + [
                        (report["by_field"][key], counted["by_field"][key]) for key in counted["by_field"]]:
                    self.check_balance(balance)
                    self.assertEqual(expected, self.as_counted(balance))
                self.check_figures(report, counted)

    def known_to(self, report):
        """The acts behind a report: a frozen one knows nothing that was entered after its freeze."""
        if not report["frozen"]:
            return self.acts
        last = report["frozen"]["ledger_size"] - 1
        record = self.json(f"events?after={last - 1}&limit=1")["items"][0]["record"]
        return count_acts.known_by(self.acts, datetime.datetime.fromisoformat(record["recorded"]))

    def check_balance(self, balance):
        left = balance["carried_in"] + balance["new"] + balance["reopened"]
        right = sum(balance["ended"].values()) + balance["carried_out"] + balance["voided"]
        self.assertEqual(left, right, balance)

    @staticmethod
    def as_counted(balance):
        return {"carried_in": balance["carried_in"], "new": balance["new"],
                "reopened": balance["reopened"], "carried_out": balance["carried_out"],
                "voided": balance["voided"],
                "ended": {name: count for name, count in balance["ended"].items() if count}}

    def check_figures(self, report, counted):
        figures = {figure["id"]: figure["value"] for figure in report["figures"]}
        for figure, value in counted["figures"].items():
            self.assertEqual(value, figures[figure], figure)

    def test_the_two_first_quarters_differ_as_their_periods_do(self):
        calendar = self.json("reports/calendar/2021-Q1")
        cchc = self.json("reports/cchc/2021-Q1")
        self.assertNotEqual(calendar["balance"], cchc["balance"])
        self.assertEqual("2020-12-15", cchc["period"]["from"])
        self.assertEqual(404, self.client.get("reports/cchc/2021-Q2").status)

    def test_a_report_was_frozen_and_still_says_the_same(self):
        frozen = [row for family, name in PERIODS
                  for row in [self.json(f"reports/{family}/{name}")] if row.get("frozen")]
        self.assertGreaterEqual(len(frozen), 4)
        for report in frozen:
            self.assertTrue(report["frozen"]["matches"], report["period"])

    def test_open_issues_as_they_were(self):
        at = "2021-06-30T17:00:00+07:00"
        answer = self.json(f"issues?open=true&limit=500&as_of={at.replace('+', '%2B')}")
        shown = sorted(row["id"] for row in answer["items"])
        counted = sorted(count_acts.open_issues(self.acts, datetime.datetime.fromisoformat(at)))
        self.assertTrue(counted)
        self.assertEqual(counted, shown)
        self.assertEqual(len(counted), answer["total"])

    def test_as_of_equals_a_load_of_only_the_acts_up_to_there(self):
        at = datetime.datetime.fromisoformat("2021-06-30T17:00:00+07:00")
        with tempfile.TemporaryDirectory() as folder:
            kept = [line for line in ACTS.read_text(encoding="utf-8").splitlines()
                    if datetime.datetime.fromisoformat(json.loads(line)["at"]) <= at]
            # Bodies named by `file` are looked for beside the file of acts.
            part = pathlib.Path(folder, "acts.jsonl")
            part.write_text("\n".join(kept) + "\n", encoding="utf-8")
            (pathlib.Path(folder) / "domain").symlink_to(ROOT / "domain")
            langnghe("demo", "--data", f"{folder}/data", "--acts", part)
            early = langnghe("export", "--data", f"{folder}/data").stdout.splitlines()
        whole = langnghe("export", "--data", self.world.data).stdout.splitlines()
        position = self.json("issues?open=true&as_of=2021-06-30T17:00:00%2B07:00")["position"]
        self.assertEqual(len(early), position)
        shape = [(row["stream"], row["type"], row["version"]) for row in map(json.loads, early)]
        self.assertEqual(shape, [(row["stream"], row["type"], row["version"])
                                 for row in map(json.loads, whole[:position])])

    def test_history_and_deadline_of_every_issue(self):
        issues = self.json("issues?limit=500")["items"]
        self.assertGreater(len(issues), 150)
        explained = 0
        for row in issues:
            history = self.json(f"issues/{row['id']}/history")["items"]
            self.assertTrue(history)
            deadline = self.json(f"issues/{row['id']}/deadline")
            if deadline["resolution"]["steps"]:
                explained += 1
                self.assertTrue(deadline["resolution"]["matches"], row["id"])
        self.assertGreater(explained, 40)

    def test_nothing_personal_is_readable_in_the_data_directory(self):
        secrets = set()
        for line in ACTS.read_text(encoding="utf-8").splitlines():
            body = json.loads(line).get("body", {})
            secrets.add(body.get("words"))
            speaker = body.get("speaker", {})
            secrets.update(speaker.get(part) for part in ("name", "phone", "address"))
            secrets.add(body.get("venue", {}).get("host_address"))
        secrets = {secret.encode() for secret in secrets if secret and len(secret) > 5}
        self.assertGreater(len(secrets), 200)
        self.assertEqual(0, self.world.server.stop())
        for file in self.world.data.rglob("*"):
            if file.is_file():
                data = file.read_bytes()
                found = [secret.decode() for secret in secrets if secret in data]
                self.assertEqual([], found, file)
        self.world.restart()
        type(self).client = self.world.as_user("cchc_officer")

    def test_who_may_read_what_was_said(self):
        row = next(row for row in self.json("issues?limit=500")["items"] if row["phase"] == "closed")
        closed = self.json(f"issues/{row['id']}")["opinion"]["words"]
        self.assertEqual({"sealed": True, "purpose_required": True}, closed)
        opened = f"issues/{row['id']}?purpose=bao-ket-qua"
        answer = self.json(opened)
        words = answer["opinion"]["words"]
        self.assertIsInstance(words, str)
        supervisor = self.world.as_user("supervisor")
        log = supervisor.get("supervision/sealed-reads?limit=1&min_position="
                             f"{answer['position'] + 1}").json["items"]
        self.assertEqual((f"issue-{row['id']}", "bao-ket-qua"), (log[0]["subject"], log[0]["purpose"]))
        masked = supervisor.get(opened).json
        self.assertEqual({"sealed": True}, masked["opinion"]["words"])
        self.assertNotIn(words, json.dumps(masked, ensure_ascii=False))


if __name__ == "__main__":
    unittest.main()
