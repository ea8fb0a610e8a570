"""The real process under a clock that is wrong: at the start, and set while it runs (libfaketime)."""

import glob
import pathlib
import shutil
import tempfile
import time
import unittest

from ward import WARD, Client, Server, demonstration_copy, langnghe

LIBRARY = next(iter(sorted(glob.glob("/usr/lib/*/faketime/libfaketime.so.1"))), None)


@unittest.skipUnless(LIBRARY, "libfaketime is not installed")
class WrongClock(unittest.TestCase):
    def setUp(self):
        self.folder = demonstration_copy()
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.data = self.folder / "data"
        self.admin = langnghe("user", "token", "admin", "--data", self.data).stdout.strip()
        # A token does not live for years; who signs in by password is known at any time.
        sign_ins = (self.data / "demonstration-sign-ins.txt").read_text().split("\n")
        self.password = next(line.split()[2] for line in sign_ins
                             if line.startswith(f"{WARD} admin "))
        self.server, self.cookies = None, {}

    def serve(self, *options, **fake):
        env = {"LD_PRELOAD": LIBRARY, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1",
               "FAKETIME_NO_CACHE": "1", **fake}
        self.server = Server(self.data, *options, env=env)
        self.addCleanup(self.server.end)
        return Client(self.server.port, self.admin)

    def said(self, text):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and text not in "".join(self.server.output):
            time.sleep(0.1)
        return "".join(self.server.output)

    def sign_in(self, client):
        session = client.post("session", {"user": "admin", "password": self.password})
        self.assertIn(session.status, (200, 201), session.bytes)
        client.token = None
        cookie = session.headers["set-cookie"].split(";")[0]
        self.cookies = {"Cookie": cookie, "X-CSRF-Token": session.json["csrf_token"]}

    def act(self, client, name):
        return client.post(f"users/{name}/register", {"display_name": "Thử", "official": None},
                           headers=self.cookies)

    def read(self, client, path):
        return client.request("GET", path, headers=self.cookies)

    def size(self, client):
        return int(self.read(client, "users").headers["x-ledger-size"])

    def check_held(self, client, reason):
        ready = client.get("/readyz")
        self.assertEqual(503, ready.status)
        found = [error for error in ready.json["errors"] if error["code"] == "clock_unconfirmed"]
        self.assertIn(reason, found[0]["expected"])
        refused = self.act(client, "sai-gio")
        self.assertEqual(503, refused.status)
        self.assertEqual("/problems/clock_unconfirmed", refused.json["type"])
        self.assertEqual(200, self.read(client, "issues").status, "reads go on")

    def test_a_start_years_ahead_or_behind_writes_nothing(self):
        before = None
        for moment, reason in (("2031-06-01 08:00:00", "ahead"), ("2099-01-01 00:00:00", "ahead"),
                               ("2021-02-01 08:00:00", "behind")):
            with self.subTest(moment=moment):
                client = self.serve(FAKETIME=f"@{moment}")
                self.assertIn("nothing is written until the time is confirmed",
                              self.said("until the time is confirmed"))
                self.sign_in(client)
                self.check_held(client, reason)
                time.sleep(1.5)  # the system clock ticks at the start
                before = before or self.size(client)
                self.assertEqual(before, self.size(client))
                self.server.stop()
                self.cookies = {}

    def test_the_operator_says_that_the_time_is_right(self):
        client = self.serve("--time-is-right", FAKETIME="@2031-06-01 08:00:00")
        self.assertEqual(200, client.get("/readyz").status)

    def test_a_clock_that_is_set_while_it_runs(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-clock-"))
        self.addCleanup(shutil.rmtree, folder, True)
        clock = folder / "clock"
        clock.write_text("+0\n")
        client = self.serve(FAKETIME_TIMESTAMP_FILE=str(clock))
        self.assertEqual(201, self.act(client, "dung-gio").status)
        clock.write_text("+2h\n")
        self.check_held(client, "jumped")
        self.assertIn("until the time is confirmed", self.said("until the time is confirmed"))
        clock.write_text("+0\n")
        self.assertEqual(201, self.act(client, "lai-dung-gio").status, "set right again")
        clock.write_text("+2h\n")
        self.check_held(client, "jumped")
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 7200))
        confirmed = client.post("ward/confirm-time", {"time": now, "reason": "đã so giờ"},
                                if_match="*")
        self.assertEqual(200, confirmed.status, confirmed.bytes)
        self.assertEqual(201, self.act(client, "da-xac-nhan").status)
        self.assertEqual(200, client.get("/readyz").status)


if __name__ == "__main__":
    unittest.main()
