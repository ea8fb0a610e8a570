"""System calls on one part of the data directory at a time fail while the program serves: input and
output errors, no room, no descriptors, a read-only disk. Every question is answered meanwhile,
nothing that was acknowledged is lost, and afterwards all goes on, without a restart where only
things failed that can be made again.

LANGNGHE_FAULTS is how often something fails; the long form is 1000, seeds by LANGNGHE_SEED."""

import datetime
import errno
import mmap
import os
import pathlib
import random
import struct
import time
import unittest

from ward import Client, DidNotStart, Server, World, fresh_key, langnghe

LIBRARY = os.environ.get("LANGNGHE_FAIL_AT_LIBRARY")
FAULTS = int(os.environ.get("LANGNGHE_FAULTS", "54"))
SEED = int(os.environ.get("LANGNGHE_SEED", "0")) or int.from_bytes(os.urandom(4), "big")
PARTS = ("ledger", "views", "proof", "anchor", "keys", "vault", "files", "accounts", "clock")
ERRORS = ("EIO", "ENOSPC", "EMFILE", "EDQUOT", "EROFS", "EACCES")
FOR_GOOD = 1 << 40
CHANGES, READS = 1, 2
SECONDS_MAX = 30
PURPOSE = "?purpose=kiem-tra"
# Writing stops for good there, as the rules of the ledger say (docs/durability.md).
STOPS_FOR_GOOD = ("ledger",)


class Plan:
    """The file that the failing library has mapped: calls, first, times, error, kinds."""

    def __init__(self, file):
        file.write_bytes(bytes(40))
        self.file = file
        with file.open("r+b") as opened:
            self.map = mmap.mmap(opened.fileno(), 40)

    def _set(self, first, times, error, kinds):
        # What fails is said last: until then nothing does.
        struct.pack_into("=q", self.map, 8, 0)
        struct.pack_into("=q", self.map, 0, 0)
        struct.pack_into("=qqq", self.map, 16, times, error, kinds)
        struct.pack_into("=q", self.map, 8, first)

    def fail(self, first, times, error, kinds):
        self._set(first, times, error, kinds)

    def heal(self):
        self._set(0, 0, 0, CHANGES | READS)

    def calls(self):
        return struct.unpack_from("=q", self.map, 0)[0]

    def environment(self, under):
        return {"LD_PRELOAD": LIBRARY, "LANGNGHE_FAIL_PLAN": str(self.file),
                "LANGNGHE_FAIL_UNDER": str(under),
                "ASAN_OPTIONS": "verify_asan_link_order=0:detect_leaks=0"}


def watched(data, part):
    """The beginning of the paths of a part of the data directory."""
    return data / {"accounts": "accounts.json", "clock": "clock.txt"}.get(part, part)


@unittest.skipUnless(LIBRARY, "LANGNGHE_FAIL_AT_LIBRARY names the library (ctest does)")
class FailingCalls(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.tokens = {name: self.world.as_user(name).token
                       for name in ("admin", "cchc_officer", "chair")}
        self.world.server.stop()
        self.plan = Plan(pathlib.Path(self.world.folder / "plan"))
        self.random = random.Random(SEED)
        self.kept = {"users": [], "files": [], "issues": []}
        self.today = datetime.date.today().isoformat()
        self.restarts = 0

    def start(self, part):
        self.world.server.end()
        self.world.server = Server(self.world.data, env=self.plan.environment(
            watched(self.world.data, part)))

    def as_user(self, name):
        return Client(self.world.server.port, self.tokens[name])

    def register(self):
        name = fresh_key()
        answer = self.as_user("admin").post(f"users/{name}/register",
                                            {"display_name": "Thử", "official": None})
        if answer.status == 201:
            self.kept["users"].append(name)
        return answer

    def record(self):
        """An issue with words and a person: both are sealed under a key that is new."""
        name = fresh_key()
        answer = self.as_user("cchc_officer").post(f"issues/{name}/record", {
            "channel": "letter", "khom": "tan-my", "received": self.today,
            "subject": "Cống nghẹt hẻm 7", "field": "DRAINAGE", "words": f"Cống {name} nghẹt.",
            "speaker": {"name": "Người dân mẫu"}})
        if answer.status == 201:
            self.kept["issues"].append(name)
        return answer

    def upload(self):
        content = b"\xff\xd8\xff\xe0" + self.random.randbytes(2000)
        answer = self.as_user("cchc_officer").request("POST", "attachments", content,
                                                      {"Content-Type": "image/jpeg"})
        if answer.status == 201:
            self.kept["files"].append((answer.json["attachment"], content))
        return answer

    def link(self):
        return self.as_user("admin").post("users/chair/make-sign-in-link")

    def read(self, path, user="chair"):
        return self.as_user(user).get(path)

    def work(self):
        """Everybody goes on: each answer is a right one or a problem that says when to come back."""
        steps = [self.register, self.record, self.upload, self.link,
                 lambda: self.read("issues?limit=5"), lambda: self.read("schedule?year=2021"),
                 lambda: self.read("reports/cchc/2021-Q1"), lambda: self.read("tlog/checkpoint"),
                 lambda: self.read("/readyz"), lambda: self.read("/healthz")]
        self.random.shuffle(steps)
        for step in steps:
            answer = step()
            self.assertIn(answer.status, (200, 201, 503, 507, 500), answer.bytes[:400])
            if answer.status >= 500 and "problem" in answer.headers.get("content-type", ""):
                self.assertTrue(answer.json["code"], answer.bytes)

    def is_ready(self):
        return Client(self.world.server.port).get("/readyz").status == 200

    def await_ready(self):
        deadline = time.monotonic() + SECONDS_MAX
        while time.monotonic() < deadline:
            if self.is_ready():
                return True
            time.sleep(0.05)
        return False

    def holds_what_was_acknowledged(self):
        users = {row["id"] for row in self.read("users", "admin").json["items"]}
        self.assertFalse(set(self.kept["users"][-20:]) - users)
        for issue in self.kept["issues"][-3:]:
            answer = self.read(f"issues/{issue}{PURPOSE}", "cchc_officer")
            self.assertEqual(200, answer.status, answer.bytes)
            self.assertEqual(f"Cống {issue} nghẹt.", answer.json["opinion"]["words"])
        for name, content in self.kept["files"][-3:]:
            answer = self.read(f"attachments/{name}{PURPOSE}", "cchc_officer")
            self.assertTrue(answer.bytes == content, (answer.status, answer.bytes[:200]))

    def one_fault(self, part, error):
        lasting = self.random.random() < 0.5
        kinds = CHANGES | READS if self.random.random() < 0.3 else CHANGES
        first = 1 + int(self.random.expovariate(1))
        self.plan.fail(first, FOR_GOOD if lasting else 1, getattr(errno, error), kinds)
        self.work()
        failed = self.plan.calls() >= first
        self.plan.heal()
        self.assertIsNone(self.world.server.process.poll(), "the process ended")
        if not self.await_ready():
            self.assertIn(part, STOPS_FOR_GOOD, "\n".join(
                [self.read("/readyz").bytes.decode(), *self.world.server.output[-20:]]))
            self.restarts += 1
            self.world.server.stop()
            self.start(part)
            self.assertTrue(self.await_ready(), self.world.server.output[-20:])
        self.holds_what_was_acknowledged()
        for act in (self.register, self.record, self.upload):
            answer = act()
            self.assertEqual(201, answer.status, answer.bytes)
        return failed

    def start_while_failing(self, part, error):
        """It refuses with a reason, or serves; afterwards it starts and holds everything."""
        self.plan.heal()
        self.world.server.stop()
        first = 1 + int(self.random.expovariate(0.1))
        self.plan.fail(first, FOR_GOOD if self.random.random() < 0.5 else 1,
                       getattr(errno, error), CHANGES | READS)
        try:
            self.start(part)
            self.work()
            self.assertIsNone(self.world.server.process.poll(), "the process ended")
        except DidNotStart as refused:
            self.assertGreater(refused.status, 0, f"it refuses, it is not ended: {refused}")
            self.assertGreater(len(str(refused).splitlines()), 1, "it says why")
        failed = self.plan.calls() >= first
        self.world.server.end()
        self.plan.heal()
        self.start(part)
        self.assertTrue(self.await_ready(), self.world.server.output[-20:])
        self.holds_what_was_acknowledged()
        return failed

    def test_each_error_at_the_start(self):
        self.start("ledger")
        for act in (self.register, self.record, self.upload):
            self.assertEqual(201, act().status)
        print(f"seed {SEED}, starts")
        for part in PARTS:
            failed = 0
            for error in ERRORS:
                with self.subTest(part=part, error=error, seed=SEED):
                    failed += self.start_while_failing(part, error)
            print(f"{part}: {failed} of {len(ERRORS)} reached a call")

    def test_each_error_in_each_part(self):
        cells = [(part, error) for part in PARTS for error in ERRORS]
        rounds = max(1, FAULTS // len(cells))
        print(f"seed {SEED}, {rounds * len(cells)} faults")
        for part in PARTS:
            self.start(part)
            failed = self.restarts = 0
            for error in ERRORS:
                for number in range(rounds):
                    with self.subTest(part=part, error=error, number=number, seed=SEED):
                        failed += self.one_fault(part, error)
            print(f"{part}: {failed} of {rounds * len(ERRORS)} reached a call, "
                  f"{self.restarts} restarts")
            self.assertEqual(0, self.world.server.stop())
        self.assertIn("as the signed head says", langnghe("verify", "--data",
                                                          self.world.data).stdout)
        langnghe("doctor", "--data", self.world.data)


if __name__ == "__main__":
    unittest.main()
