"""Witnesses: two processes that are not the ward's sign what its ledger continues, one of them is
killed, an older copy of the ledger is put back, signatures are forged."""

import base64
import pathlib
import re
import shutil
import stat
import tempfile
import time
import unittest

from ward import WARD, Client, WitnessProcess, World, langnghe, verifier

SECONDS_MAX = 30


def await_true(what, condition):
    until = time.monotonic() + SECONDS_MAX
    while not condition():
        if time.monotonic() > until:
            raise AssertionError(f"not within {SECONDS_MAX} s: {what}")
        time.sleep(0.02)


class Witnessed(unittest.TestCase):
    def setUp(self):
        self.world = World("--metrics-name-wards")
        self.addCleanup(self.world.close)
        self.anybody = Client(self.world.server.port)
        await_true("a first head", lambda: self.anybody.get("tlog/vkey").status == 200)
        self.vkey = self.anybody.get("tlog/vkey").bytes.decode().strip()
        self.acts = 0
        self.witnesses = []

    def witness(self, name):
        folder = tempfile.mkdtemp(prefix="langnghe-witness-")
        self.addCleanup(shutil.rmtree, folder, True)
        made = WitnessProcess(folder, name, [self.vkey])
        self.witnesses.append(made)
        self.addCleanup(lambda: made.end())
        return made

    def serve(self, *witnesses):
        """The ward again, with these witnesses."""
        self.world.server.stop()
        self.world.options = ["--metrics-name-wards", *(
            part for each in witnesses for part in ("--witness", each.address))]
        self.world.restart()
        self.anybody = Client(self.world.server.port)

    def act(self):
        """One more record; answers the ledger's size after it."""
        self.acts += 1
        answer = self.world.as_user("admin").post(f"users/thu-{self.acts}/register",
                                                  {"display_name": "Thử", "official": None})
        self.assertEqual(201, answer.status, answer.bytes)
        return answer.json["ledger_size"]

    def states(self):
        ready = self.anybody.request("GET", "/readyz")
        self.assertEqual(200, ready.status, "a witness never makes the ward unready")
        return {each["witness"]: each for each in ready.json["witnesses"]}

    def head(self, what="checkpoint"):
        return self.anybody.get(f"tlog/{what}").bytes.decode()

    def await_signed(self, size, *witnesses):
        for each in witnesses:
            await_true(f"{each.name} signs {size}",
                       lambda: self.states().get(each.name, {}).get("size", 0) >= size)
        await_true("the head shows it", lambda: all(
            f"— {each.name} " in self.head() for each in witnesses))

    def export(self, *options):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-export-"))
        self.addCleanup(shutil.rmtree, folder, True)
        langnghe("export", "--data", self.world.data, "--tlog", folder / "log", *options)
        return folder / "log"

    def by_both(self, folder, *options):
        """Exit statuses of the two verifiers."""
        ours = langnghe("verify", "--tlog", folder, "--vkey", self.vkey, *options, check=False)
        theirs = verifier("export", folder, "--vkey", self.vkey, *options)
        self.assertEqual(ours.returncode, theirs[0], (ours.stdout, ours.stderr, theirs[1]))
        return theirs

    def test_two_sign_and_one_goes_on_alone(self):
        one, two = self.witness("hdnd.example/nhan-chung"), self.witness("mttq.example")
        self.assertEqual(0o600, stat.S_IMODE(one.key.stat().st_mode))
        again = langnghe("witness", "--make-key", one.key, "--name", "other", check=False)
        self.assertEqual(1, again.returncode, "a key is never written over")
        self.serve(one, two)
        size = self.act()
        self.await_signed(size, one, two)
        self.assertEqual(self.head(), self.head("witnessed"))
        both = ("--witness", one.vkey, "--witness", two.vkey)
        status, said = self.by_both(self.export(), *both)
        self.assertEqual(0, status, said)
        self.assertIn("witnessed by mttq.example", said)

        two.kill()
        size = self.act()
        self.await_signed(size, one)
        await_true("the ward notices", lambda: self.states()[two.name]["last_error"])
        self.assertEqual("unreachable", self.states()[two.name]["last_error"])
        metrics = self.anybody.request("GET", "/metrics").bytes.decode()
        self.assertIn(f'langnghe_witness_signed_records{{ledger="{WARD}",witness="{one.name}"}} '
                      f"{size}\n", metrics)
        self.assertRegex(metrics, r'langnghe_witness_fault\{.*fault="unreachable"\} 1')
        folder = self.export()
        self.assertEqual(1, self.by_both(folder, *both)[0])
        self.assertEqual(0, self.by_both(folder, *both, "--witnesses-needed", 1)[0])
        self.assertEqual(1, self.by_both(folder, *both, "--witnesses-needed", 2)[0])

        two = two.again()
        self.addCleanup(two.end)
        self.await_signed(size, one, two)

    def test_receipts_and_the_data_directory_hold_co_signatures(self):
        one = self.witness("hdnd.example")
        self.serve(one)
        self.await_signed(self.act(), one)
        client = self.world.as_user("cchc_officer")
        issue = client.get("issues?limit=1").json["items"][0]["id"]
        served = client.get(f"issues/{issue}/receipt").bytes.decode()
        self.assertEqual(0, self.world.server.stop())
        printed = langnghe("receipt", "--data", self.world.data, "--issue", issue).stdout
        file = self.export() / "receipt"
        for text in (served, printed):
            file.write_text(text)
            status, said = verifier("receipt", file, "--vkey", self.vkey, "--witness", one.vkey)
            self.assertEqual(0, status, said)
        well = langnghe("verify", "--data", self.world.data, "--witness", one.vkey)
        self.assertIn(f"witnessed by {one.name}", well.stdout)
        other = self.witness("khac.example")
        self.assertEqual(1, langnghe("verify", "--data", self.world.data, "--witness", other.vkey,
                                     check=False).returncode)

    def test_a_forged_co_signature_is_refused(self):
        one = self.witness("hdnd.example")
        self.serve(one)
        self.await_signed(self.act(), one)
        folder = self.export("--witnessed")
        note = (folder / "checkpoint").read_text()
        line = re.search(rf"— {re.escape(one.name)} (\S+)\n", note)
        raw = bytearray(base64.b64decode(line[1]))
        raw[11] ^= 1  # the time it says it saw the head
        forged = base64.b64encode(bytes(raw)).decode()
        (folder / "checkpoint").write_text(note.replace(line[1], forged))
        self.assertEqual(1, self.by_both(folder, "--witness", one.vkey)[0])
        # Not even where no witness is needed: who is asked for and forged speaks of a forger.
        ours = langnghe("verify", "--tlog", folder, "--vkey", self.vkey, "--witness", one.vkey,
                        "--witness", self.witness("mttq.example").vkey, "--witnesses-needed", 1,
                        check=False)
        self.assertEqual(1, ours.returncode, ours.stdout)
        self.assertIn("forged", ours.stderr)
        self.assertEqual(0, self.by_both(folder)[0], "the log's own signature is still good")

    def test_an_older_copy_of_the_ledger_is_refused(self):
        one = self.witness("hdnd.example")
        self.serve(one)
        before = self.act()
        self.await_signed(before, one)
        self.world.server.stop()
        older = self.world.folder / "older"
        shutil.copytree(self.world.data, older)
        self.world.restart()
        self.anybody = Client(self.world.server.port)
        for _ in range(3):
            size = self.act()
        self.await_signed(size, one)
        self.world.server.stop()

        # All of the directory is put back, its anchor too: nothing inside can tell.
        shutil.rmtree(self.world.data)
        shutil.copytree(older, self.world.data)
        self.world.restart()
        self.anybody = Client(self.world.server.port)
        await_true("the next act", lambda: self.act() > before)
        await_true("the witness has seen more",
                   lambda: self.states().get(one.name, {}).get("last_error") == "seen_more")
        await_true("the operator is told", lambda: any(
            "was an older copy put in its place" in line for line in self.world.server.output))
        while self.act() <= size + 1:
            pass
        await_true("the witness finds another history",
                   lambda: self.states().get(one.name, {}).get("last_error") == "other_history")
        self.assertNotIn(one.name, self.head())

        # A witness that comes back has not forgotten.
        one.kill()
        one = one.again()
        self.addCleanup(one.end)
        self.world.server.stop()
        self.world.restart()
        self.anybody = Client(self.world.server.port)
        await_true("it still refuses", lambda: self.states().get(one.name, {}).get("last_error")
                   == "other_history")

    def test_a_witness_does_not_take_what_it_does_not_know(self):
        one = self.witness("hdnd.example")
        client = Client(one.port, described=False)
        self.assertEqual(404, client.request("GET", "/").status)
        self.assertEqual(405, client.request("GET", "/add-checkpoint").status)
        self.assertEqual(400, client.request("POST", "/add-checkpoint", b"old 0\n").status)
        note = self.anybody.get("tlog/checkpoint").bytes
        size = note.split(b"\n")[1]
        self.assertEqual(200, client.request("POST", "/add-checkpoint", b"old 0\n\n" + note).status)
        conflict = client.request("POST", "/add-checkpoint", b"old 0\n\n" + note)
        self.assertEqual((409, size + b"\n"), (conflict.status, conflict.bytes))
        self.assertEqual("text/x.tlog.size", conflict.headers["content-type"])
        other = note.replace(WARD.encode(), b"phuong-khac")
        self.assertEqual(404, client.request("POST", "/add-checkpoint", b"old 0\n\n" + other).status)
        second = langnghe("witness", "--data", one.folder / "memory", "--key", one.key, "--trust",
                          one.folder / "trust", "--listen", "127.0.0.1:0", check=False)
        self.assertEqual(1, second.returncode)
        self.assertIn("another witness", second.stderr)


if __name__ == "__main__":
    unittest.main()
