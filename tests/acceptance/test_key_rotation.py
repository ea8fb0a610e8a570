"""New keys: the vault under another master key, the ledger's heads under another signing key. What
was sealed opens, what was proven verifies, and the keys before are of no more use."""

import pathlib
import shutil
import stat
import tempfile
import unittest

from test_witness import await_true
from ward import Client, Server, WitnessProcess, World, langnghe, verifier


class MasterKey(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.new = self.world.folder / "new.key"

    def words(self):
        """Everything that somebody with the right to it reads of the first issues."""
        client = self.world.as_user("cchc_officer")
        ids = [row["id"] for row in client.get("issues?limit=5").json["items"]]
        return [client.get(f"issues/{each}").json for each in ids]

    def rotate(self, *options, check=True):
        return langnghe("key", "rotate", "--data", self.world.data, "--new-key", self.new,
                        *options, check=check)

    def test_what_was_sealed_opens_under_the_new_key_alone(self):
        before = self.words()
        busy = self.rotate(check=False)
        self.assertEqual(1, busy.returncode, "never beside a server")
        self.assertIn("another langnghe uses this directory", busy.stderr)
        self.assertFalse(self.new.exists())
        self.world.server.stop()
        master = self.world.data / "keys/master.key"
        old = self.world.folder / "old.key"
        shutil.copy(master, old)
        keys = {file.name: file.read_bytes()
                for file in (self.world.data / "vault").rglob("*") if file.is_file()}
        self.assertIn(f"{len(keys) - 1} keys wrapped anew", self.rotate().stdout)
        self.assertEqual(0o600, stat.S_IMODE(self.new.stat().st_mode))
        self.assertEqual(self.new.read_bytes(), master.read_bytes())
        self.assertNotEqual(old.read_bytes(), master.read_bytes())
        after = {file.name: file.read_bytes()
                 for file in (self.world.data / "vault").rglob("*") if file.is_file()}
        self.assertEqual(set(keys), set(after))
        self.assertFalse([name for name in keys if keys[name] == after[name]])
        self.assertFalse((self.world.data / "vault.rotating").exists())
        with self.assertRaises(AssertionError) as refused:
            Server(self.world.data, "--master-key", old).end()
        self.assertIn("under another master key", str(refused.exception))
        self.new.unlink()  # neither key's file of before is needed any more
        old.unlink()
        self.world.restart()
        self.assertEqual(before, self.words())

    def test_a_key_of_the_operators_own(self):
        before = self.words()
        self.world.server.stop()
        own = self.world.folder / "own.key"
        shutil.move(self.world.data / "keys/master.key", own)
        self.assertIn("from now on", self.rotate("--master-key", own).stdout)
        third = langnghe("key", "rotate", "--data", self.world.data, "--master-key", own,
                         "--new-key", self.world.folder / "third.key", check=False)
        self.assertEqual(1, third.returncode)
        self.assertIn("under another master key", third.stderr)
        self.assertIn("0 keys wrapped", self.rotate("--master-key", own).stdout, "it is done")
        self.world.options = ["--master-key", self.new]
        self.world.restart()
        self.assertEqual(before, self.words())

    def test_wrong_usage_makes_nothing(self):
        self.world.server.stop()
        for wrong in (("rotate",), ("turn",), ("rotate", "--new-key", self.new, "--data", "/none")):
            done = langnghe("key", "--data", self.world.data, *wrong, check=False)
            self.assertNotEqual(0, done.returncode, wrong)
        self.assertFalse(self.new.exists())


class SigningKey(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.anybody = Client(self.world.server.port)
        await_true("a first head", lambda: self.get("vkey").status == 200)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-keys-"))
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.acts = 0

    def get(self, what):
        return self.anybody.get(f"tlog/{what}")

    def text(self, what):
        return self.get(what).bytes.decode()

    def restart(self):
        self.world.restart()
        self.anybody = Client(self.world.server.port)
        await_true("a head", lambda: self.get("checkpoint").status == 200)

    def act(self):
        self.acts += 1
        size = self.world.as_user("admin").post(
            f"users/khoa-{self.acts}/register",
            {"display_name": "Thử", "official": None}).json["ledger_size"]
        await_true("its head", lambda: int(self.text("checkpoint").split("\n")[1]) >= size)

    def rotate(self):
        self.assertEqual(0, self.world.server.stop())
        return langnghe("key", "rotate-signing", "--data", self.world.data).stdout

    def kept(self, name, content):
        (self.folder / name).write_text(content)
        return self.folder / name

    def test_old_proofs_verify_and_new_ones_are_led_to(self):
        first = self.text("vkey").strip()
        client = self.world.as_user("cchc_officer")
        issue = client.get("issues?limit=1").json["items"][0]["id"]
        receipt = self.kept("receipt", client.get(f"issues/{issue}/receipt").bytes.decode())
        old_head = self.kept("old-head", self.text("checkpoint"))
        busy = langnghe("key", "rotate-signing", "--data", self.world.data, check=False)
        self.assertEqual(1, busy.returncode, "never beside a server")
        keys = [first]
        for _ in range(2):
            said = self.rotate()
            # Before anything is signed anew, and after.
            self.assertIn("as the signed head says",
                          langnghe("verify", "--data", self.world.data).stdout)
            self.restart()
            keys.insert(0, self.text("vkey").strip())
            self.assertIn(keys[0], said)
            self.assertEqual(keys, self.text("vkeys").split())
            self.act()
        changes = self.kept("key-changes", self.text("key-changes"))
        status, said = verifier("receipt", receipt, "--vkey", first)
        self.assertEqual(0, status, said)
        export = self.folder / "log"
        langnghe("export", "--data", self.world.data, "--tlog", export)
        self.assertEqual(changes.read_bytes(), (export / "key-changes").read_bytes())
        for vkey, more, expected in ((keys[0], (), 0), (first, (), 1),
                                     (first, ("--key-changes", changes), 0)):
            status, said = verifier("export", export, "--vkey", vkey, *more)
            self.assertEqual(expected, status, said)
            ours = langnghe("verify", "--tlog", export, "--vkey", vkey, *more, check=False)
            self.assertEqual(expected, ours.returncode, ours.stdout + ours.stderr)
        status, said = verifier("consistency", old_head, export / "checkpoint", "--vkey", first,
                                "--key-changes", changes, "--tlog", export)
        self.assertEqual(0, status, said)
        # A change that the key before did not sign leads nowhere.
        note = changes.read_text()
        cut = self.kept("cut", note[:note.index("—")] + note[note.index("\n", note.index("—")) + 1:])
        self.assertEqual(1, verifier("export", export, "--vkey", first, "--key-changes", cut)[0])
        self.assertEqual(1, langnghe("verify", "--tlog", export, "--vkey", first, "--key-changes",
                                     cut, check=False).returncode)

    def test_a_backup_of_before_is_served_under_the_new_key(self):
        self.act()
        older = self.world.folder / "older"
        self.assertEqual(0, self.world.server.stop())
        shutil.copytree(self.world.data, older)
        langnghe("key", "rotate-signing", "--data", self.world.data)
        shutil.rmtree(older / "keys")
        shutil.copytree(self.world.data / "keys", older / "keys")
        shutil.rmtree(self.world.data)
        shutil.move(older, self.world.data)
        self.restart()
        self.act()
        self.assertEqual(2, len(self.text("vkeys").split()))

    def test_a_witness_that_trusts_both_goes_on(self):
        first = self.text("vkey").strip()
        one = WitnessProcess(self.folder, "hdnd.example", [first])
        self.addCleanup(lambda: one.end())
        self.world.server.stop()
        self.world.options = ["--witness", one.address]
        self.restart()
        signed = lambda: f"— {one.name} " in self.text("checkpoint")
        await_true("it signs", signed)
        self.rotate()
        self.restart()
        second = self.text("vkey").strip()
        self.act()

        def error():
            states = self.anybody.request("GET", "/readyz").json["witnesses"]
            return states[0]["last_error"] if states else None

        await_true("it does not know the key", lambda: error() == "refused")
        one.kill()
        one = one.again([first, second])
        await_true("it signs again", signed)
        await_true("nothing is wrong any more", lambda: error() is None)


if __name__ == "__main__":
    unittest.main()
