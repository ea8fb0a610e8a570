"""A record changed behind the program's back, far in front of what a start looks at: found while it is
served. Writing and signing stop with their reason, reading goes on, and the next start refuses."""

import os
import re
import subprocess
import time
import unittest

from ward import WARD, Client, Server, World, langnghe

CHANGE_RECORD = os.environ["LANGNGHE_CHANGE_RECORD"]
CHANGED = 3
LOOKED_AT_BY_A_START = 256
FOUND_SECONDS_MAX = 30
END_SECONDS_MAX = 10


def metrics(client):
    """`name{labels}` to its value, as text."""
    lines = client.request("GET", "/metrics").bytes.decode().splitlines()
    return dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))


class Watch(unittest.TestCase):
    def setUp(self):
        self.world = World("--metrics-name-wards")
        self.addCleanup(self.world.close)

    def await_result(self, result):
        """The figures once the whole ledger was checked."""
        client = Client(self.world.server.port)
        name = f'langnghe_ledger_check_result{{ledger="{WARD}",result="{result}"}}'
        until = time.monotonic() + FOUND_SECONDS_MAX
        while (seen := metrics(client)).get(name) != "1":
            self.assertLess(time.monotonic(), until, seen)
            time.sleep(0.05)
        return seen

    def act(self):
        return self.world.as_user("admin").post("users/thu-1/register",
                                                {"display_name": "Thử", "official": None})

    def anchor(self):
        return (self.world.data / f"anchor/{WARD}.checkpoint").read_bytes()

    def change_a_record(self):
        self.assertEqual(0, self.world.server.stop())
        size = int(self.anchor().split(b"\n")[1])
        self.assertGreater(size, CHANGED + LOOKED_AT_BY_A_START)
        subprocess.run([CHANGE_RECORD, str(self.world.data / "ledger"), WARD, str(CHANGED)],
                       check=True, timeout=60)
        return size

    def test_a_clean_ledger_is_said_to_be_clean(self):
        seen = self.await_result("clean")
        records = int(seen[f'langnghe_ledger_check_records{{ledger="{WARD}"}}'])
        self.assertGreater(records, LOOKED_AT_BY_A_START)
        when = int(seen[f'langnghe_ledger_check_timestamp_seconds{{ledger="{WARD}"}}'])
        self.assertLess(abs(time.time() - when), FOUND_SECONDS_MAX)
        lasted = seen[f'langnghe_ledger_check_duration_seconds{{ledger="{WARD}"}}']
        self.assertRegex(lasted, r"^\d+\.\d{3}$")
        self.assertEqual("0", seen[f'langnghe_ledger_check_reading_records{{ledger="{WARD}"}}'])
        self.assertEqual(200, Client(self.world.server.port).request("GET", "/readyz").status)
        self.assertEqual(201, self.act().status)

    def test_a_changed_record_is_found_while_it_is_served(self):
        size = self.change_a_record()
        before = self.anchor()
        self.world.restart()
        self.await_result("differs")
        for language, word, action in (("vi", "từ vị trí 3", "langnghe restore"),
                                       ("en", "from position 3 on", "langnghe restore")):
            answer = Client(self.world.server.port, language=language).request("GET", "/readyz")
            self.assertEqual(503, answer.status)
            told = [fault for fault in answer.json["errors"] if fault["code"] == "ledger_differs"]
            self.assertEqual(1, len(told), answer.bytes)
            self.assertEqual(f"/ledgers/{WARD}", told[0]["pointer"])
            self.assertIn(word, told[0]["detail"])
            self.assertIn(action, told[0]["detail"])
        refused = self.act()
        self.assertEqual((503, "ledger_differs"), (refused.status, refused.json["code"]))
        self.assertIn("/readyz", refused.json["detail"])
        read = self.world.as_user("supervisor").get("events?limit=1")
        self.assertEqual((200, size), (read.status, read.json["position"]))
        self.assertEqual("0", metrics(Client(self.world.server.port))["langnghe_store_writable"])
        self.assertEqual(0, self.world.server.stop())
        log = "".join(self.world.server.output)
        self.assertRegex(log, re.escape(WARD) + r".* from position 3\b.*langnghe restore")
        self.assertEqual(before, self.anchor(), "a head was signed")
        # What was found once is not forgotten: the next start looks at all records first.
        with self.assertRaises(AssertionError) as raised:
            Server(self.world.data).end()
        self.assertIn("the ledger is not what its signed head stands for", str(raised.exception))

    def test_a_ledger_that_is_well_again_is_served_again(self):
        self.change_a_record()
        self.world.restart()
        self.await_result("differs")
        self.assertEqual(0, self.world.server.stop())
        subprocess.run([CHANGE_RECORD, str(self.world.data / "ledger"), WARD, str(CHANGED)],
                       check=True, timeout=60)  # the same digit, back again
        self.world.restart()
        self.await_result("clean")
        self.assertEqual(201, self.act().status)
        self.assertFalse((self.world.data / "proof/differs.txt").exists())
        self.assertEqual(0, langnghe("verify", "--data", self.world.data).returncode)

    def test_it_can_be_switched_off(self):
        self.world.server.stop()
        self.world.server = Server(self.world.data, "--check-every", 0)
        client = Client(self.world.server.port)
        self.assertEqual(200, client.request("GET", "/readyz").status)
        self.assertFalse([name for name in metrics(client)
                          if name.startswith("langnghe_ledger_check_")])

    def test_a_clean_end_does_not_wait_for_it(self):
        self.world.restart()
        began = time.monotonic()
        self.assertEqual(0, self.world.server.stop())
        self.assertLess(time.monotonic() - began, END_SECONDS_MAX)


if __name__ == "__main__":
    unittest.main()
