"""Stop, delete the views, start: the same answers byte for byte; replay says the hashes are equal."""

import shutil
import unittest

from ward import World, langnghe

READS = ["schedule?year=2021", "issues?limit=500", "issues?open=true&as_of=2021-06-30T17:00:00%2B07:00",
         "reports/calendar/2021-Q1", "reports/cchc/2021-Q1", "reports/calendar/2021",
         "plans/2021", "dialogues?from=2021-01-01&to=2021-12-31", "events?limit=500", "settings"]


class Restart(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def answers(self):
        client = self.world.as_user("cchc_officer")
        issues = [row["id"] for row in client.get("issues?limit=500").json["items"]]
        paths = READS + [f"issues/{i}{part}" for i in issues[:40]
                         for part in ("", "/history", "/deadline")]
        found = {}
        for path in paths:
            answer = client.get(path)
            self.assertIn(answer.status, (200, 404), (path, answer.bytes))
            found[path] = answer.bytes
        return found

    def test_views_are_nothing_but_the_ledger(self):
        before = self.answers()
        self.assertEqual(0, self.world.server.stop())
        shutil.rmtree(self.world.data / "views")
        self.world.restart()
        self.assertEqual(before, self.answers())

    def test_replay_compares_hashes(self):
        self.assertEqual(0, self.world.server.stop())
        done = langnghe("replay", "--data", self.world.data)
        self.assertIn("The hashes are equal", done.stdout)
        self.assertIn("issues", done.stdout)

    def test_verify_and_export_run_beside_the_server(self):
        self.assertIn("all well", langnghe("verify", "--data", self.world.data).stdout)
        client = self.world.as_user("supervisor")  # a token that is made is a record itself
        self.assertEqual(200, client.get("events?limit=1").status)  # with its first request
        lines = langnghe("export", "--data", self.world.data).stdout.splitlines()
        self.assertEqual(len(lines), client.get("events?limit=1").json["position"])


if __name__ == "__main__":
    unittest.main()
