"""Killed before every single change of a small file, with what was not synced half lost: the head
anchor, the signing key, its change, the master key's change, a witness's memory. Afterwards either
the old or the new whole file is there, and nothing refuses a healthy ledger."""

import http.client
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

from test_witness import await_true
from ward import (BINARY, ROOT, WARD, Client, DidNotStart, Server, WitnessProcess, fresh_key,
                  langnghe)

LIBRARY = os.environ.get("LANGNGHE_CRASH_AT_LIBRARY")
POINTS_MAX = 200
RESIDENTS = 3  # few keys, so that every point of changing them all can be tried


def crash_environment(under, at):
    """The library that kills; AddressSanitizer's runtime need not come before it."""
    return {"LD_PRELOAD": LIBRARY, "LANGNGHE_CRASH_UNDER": str(under), "LANGNGHE_CRASH_AT": str(at),
            "ASAN_OPTIONS": "verify_asan_link_order=0:detect_leaks=0"}


def beginning_of_the_demonstration(folder):
    """Its acts up to the opinion of the last of so few residents, as a file in that folder."""
    (folder / "domain").symlink_to(ROOT / "domain")
    acts, residents = [], set()
    with (ROOT / "tools/demo/tan-quy-dong-2021.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            acts.append(line)
            speaker = json.loads(line).get("body", {}).get("speaker")
            if speaker:
                residents.add(speaker["resident"])
            if len(residents) == RESIDENTS:
                break
    file = folder / "acts.jsonl"
    file.write_text("".join(acts), encoding="utf-8")
    return file


@unittest.skipUnless(LIBRARY, "LANGNGHE_CRASH_AT_LIBRARY names the library that kills (ctest does)")
class KillPoints(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-points-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, True)
        cls.data = cls.folder / "data"
        langnghe("demo", "--data", cls.data, "--ward", WARD,
                 "--acts", beginning_of_the_demonstration(cls.folder))
        records = len(langnghe("export", "--data", cls.data).stdout.splitlines())
        server = Server(cls.data)
        anybody = Client(server.port)
        # The first heads of a ledger that was never signed are of its beginning.
        await_true("a head of the whole ledger", lambda: f"\n{records}\n".encode()
                   in anybody.get("tlog/checkpoint").bytes)
        cls.vkey = anybody.get("tlog/vkey").bytes.decode().strip()
        cls.head = anybody.get("tlog/checkpoint").bytes
        assert server.stop() == 0
        cls.token = langnghe("user", "token", "admin", "--data", cls.data).stdout.strip()

    def copy(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-point-"))
        self.addCleanup(shutil.rmtree, folder, True)
        shutil.copytree(self.data, folder / "data")
        return folder / "data"

    def at_every_point(self, attempt, least):
        """Calls attempt(N) for N = 1, 2, … until it says that nothing was killed."""
        for at in range(1, POINTS_MAX):
            try:
                killed = attempt(at)
            except AssertionError as error:
                raise AssertionError(f"killed at point {at}: {error}") from error
            if not killed:
                self.assertGreater(at, least, "too few points to show anything")
                return
        self.fail("it never ran to its end")

    def run_killed(self, under, at, *arguments):
        """Runs a command that is killed at that point; was it?"""
        done = subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True,
                              timeout=120, check=False,
                              env={**os.environ, "LANGNGHE_LANG": "en",
                                   **crash_environment(under, at)})
        self.assertIn(done.returncode, (0, -signal.SIGKILL), done.stdout + done.stderr)
        return done.returncode != 0

    def serve_is_well(self, data):
        """Starts, shows a head that stands for the ledger, and ends; answers the head and keys."""
        server = Server(data)
        try:
            anybody = Client(server.port)
            await_true("a head", lambda: anybody.get("tlog/checkpoint").status == 200)
            answers = [anybody.get(f"tlog/{what}").bytes for what in ("checkpoint", "vkeys")]
            self.assertEqual(200, anybody.request("GET", "/readyz").status)
            self.assertEqual(0, server.stop())
        finally:
            server.end()
        return answers

    def act_until_killed(self, data, environment):
        """Serves and acts twice; answers how the process ended."""
        try:
            server = Server(data, env=environment)
        except DidNotStart as killed:
            return killed.status
        self.addCleanup(server.end)
        client = Client(server.port, self.token)
        try:
            for _ in range(2):
                client.post(f"users/{fresh_key()}/register",
                            {"display_name": "Thử", "official": None})
        except (OSError, http.client.HTTPException):
            pass  # it died meanwhile
        server.process.send_signal(signal.SIGINT)
        return server.process.wait(timeout=30)

    def test_the_head_anchor(self):
        def attempt(at):
            data = self.copy()
            status = self.act_until_killed(data, crash_environment(data / "anchor", at))
            self.assertIn(status, (0, -signal.SIGKILL))
            head, _ = self.serve_is_well(data)
            self.assertGreaterEqual(int(head.split(b"\n")[1]), int(self.head.split(b"\n")[1]))
            self.assertIn("as the signed head says", langnghe("verify", "--data", data).stdout)
            return status != 0
        self.at_every_point(attempt, 4)

    def test_the_first_signing_key(self):
        def attempt(at):
            data = self.copy()
            for signed in ("anchor", "proof"):  # as before a ledger is signed
                shutil.rmtree(data / signed)
            (data / "keys/log.key").unlink()
            killed = False
            try:
                server = Server(data, env=crash_environment(data / "keys", at))
                server.stop()
            except AssertionError:
                killed = True
            _, vkeys = self.serve_is_well(data)
            self.assertEqual(1, len(vkeys.split()))
            self.assertEqual(65, (data / "keys/log.key").stat().st_size)
            return killed
        self.at_every_point(attempt, 4)

    def test_a_new_signing_key(self):
        def attempt(at):
            data = self.copy()
            killed = self.run_killed(data / "keys", at, "key", "rotate-signing", "--data", data)
            head, vkeys = self.serve_is_well(data)
            keys = vkeys.decode().split()
            self.assertEqual(self.vkey, keys[-1])
            # The clock's own acts may have made it longer.
            self.assertGreaterEqual(int(head.split(b"\n")[1]), int(self.head.split(b"\n")[1]))
            self.assertFalse((data / "keys/log.key.next").exists())
            if not killed:
                self.assertEqual(2, len(keys))
            self.assertIn("as the signed head says", langnghe("verify", "--data", data).stdout)
            return killed
        self.at_every_point(attempt, 10)

    def test_a_new_master_key(self):
        def attempt(at):
            data = self.copy()
            new, third = data.parent / "new.key", data.parent / "third.key"
            command = ("key", "rotate", "--data", data, "--new-key")
            killed = self.run_killed(data / "vault", at, *command, new)
            if at % 2 == 0:  # a start in between, which ends or forgets the change
                self.serve_is_well(data)
                self.assertFalse((data / "vault.rotating").exists())
                self.assertFalse((data / "keys/master.key.next").exists())
            langnghe(*command, new)
            self.assertEqual(new.read_bytes(), (data / "keys/master.key").read_bytes())
            self.assertIn(f"{RESIDENTS} keys wrapped anew, 0 destroyed, 0 damaged",
                          langnghe(*command, third).stdout)
            return killed
        self.at_every_point(attempt, 40)

    def test_a_witness_s_memory(self):
        def attempt(at):
            folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-point-"))
            self.addCleanup(shutil.rmtree, folder, True)
            langnghe("witness", "--make-key", folder / "witness.key", "--name", "hdnd.example")
            (folder / "memory").mkdir()
            answered, status = None, -signal.SIGKILL
            try:
                one = WitnessProcess(folder, "hdnd.example", [self.vkey],
                                     env=crash_environment(folder / "memory/", at))
                self.addCleanup(one.end)
                try:
                    answered = Client(one.port, described=False).request("POST", "/add-checkpoint",
                                                        b"old 0\n\n" + self.head).status
                    one.stop()
                except (OSError, http.client.HTTPException):
                    pass
                status = one.process.wait(timeout=30)
                self.assertIn(status, (0, -signal.SIGKILL))
            except AssertionError:
                self.assertEqual(1, at, "only the lock is made at the start")
            two = WitnessProcess(folder, "hdnd.example", [self.vkey])
            self.addCleanup(two.end)
            size = self.head.split(b"\n")[1].decode()
            ask = lambda old: Client(two.port, described=False).request(
                "POST", "/add-checkpoint", f"old {old}\n\n".encode() + self.head).status
            known = ask(size)
            self.assertIn(known, (200, 409))
            if answered == 200:
                self.assertEqual(200, known, "what was signed is not forgotten")
            elif known == 409:
                self.assertEqual(200, ask(0))
            two.end()
            return status != 0
        self.at_every_point(attempt, 4)


if __name__ == "__main__":
    unittest.main()
