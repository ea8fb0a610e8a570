"""When answers are owed and when they were late, of small wards made from files of acts."""

import pathlib
import shutil
import tempfile
import unittest

from ward import ROOT, Client, Server, langnghe

CASES = ROOT / "tests/data/field_cases/acts"
WARD = "mau"
ISSUES = f"/api/v1/wards/{WARD}/issues/"


class DeadlinesOfRecord(unittest.TestCase):
    def served(self, case):
        """A reader of a ward made from that file; the server stops with the test."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-deadlines-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        data = folder / "data"
        langnghe("demo", "--data", data, "--acts", CASES / case, "--ward", WARD)
        server = Server(data)
        self.addCleanup(server.end)
        token = langnghe("user", "token", "chair", "--data", data).stdout.strip()
        return Client(server.port, token)

    def test_a_matter_nobody_classified_is_overdue_and_breached(self):
        reader = self.served("never-classified.jsonl")
        then = "?as_of=2024-06-28T17:00:00%2B07:00"
        issue = reader.get(ISSUES + "lying" + then).json
        self.assertEqual("2024-05-07", issue["first_reply_due"])
        self.assertTrue(issue["overdue"])
        self.assertEqual("2024-05-07", issue["breached"]["first_reply"])
        breaches = [entry for entry in reader.get(ISSUES + "lying/history").json["items"]
                    if entry["type"] == "issue.deadline_breached"]
        self.assertEqual(["2024-05-08"], [entry["happened"] for entry in breaches])

        listed = reader.get(f"/api/v1/wards/{WARD}/issues{then}&overdue=true").json["items"]
        self.assertEqual(["lying"], [each["id"] for each in listed])
        deadline = reader.get(ISSUES + "lying/deadline").json
        self.assertTrue(deadline["matches"])
        self.assertTrue(deadline["provisional"])
        self.assertEqual("2024-05-07", deadline["first_reply"]["due"])

    def test_a_first_reply_that_moved_alone_explains_itself(self):
        reader = self.served("hid-first-reply-moves-alone.jsonl")
        for name, due, table in (("by-calendar", "2026-09-08", "calendar"),
                                 ("by-policy", "2026-10-14", "policy")):
            with self.subTest(name):
                found = reader.get(f"{ISSUES}{name}/deadline").json
                first = found["first_reply"]
                self.assertTrue(found["matches"])
                self.assertEqual(due, first["due"])
                self.assertEqual(due, first["days"][-1]["date"])
                self.assertEqual(2, first[table]["version"])
                other = "policy" if table == "calendar" else "calendar"
                self.assertEqual(1 if other == "policy" else 2, first[other]["version"])
                self.assertTrue(all(step["matches"] for step in found["resolution"]["steps"]))


if __name__ == "__main__":
    unittest.main()
