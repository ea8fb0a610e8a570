"""The real program's proofs, checked by the independent verifier: the year exported, tampered copies,
receipts, a live server's heads, and a ledger that was cut or changed behind the program's back."""

import base64
import json
import pathlib
import random
import re
import shutil
import sys
import tempfile
import time
import unittest

from ward import BASE, ROOT, WARD, Client, Server, World, langnghe, verifier

sys.path.insert(0, str(ROOT / "tools/verifier"))
import tlog  # noqa: E402

SEED = 20210312
HEAD_SECONDS_MAX = 1.0


class Proofs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        cls.anybody = Client(cls.world.server.port)
        cls.registered = 0
        cls.await_head(cls.ledger_size())

    @classmethod
    def ledger_size(cls):
        return cls.world.as_user("supervisor").get("events?limit=1").json["position"]

    @classmethod
    def head(cls):
        """The signed head and its size."""
        note = cls.anybody.get("tlog/checkpoint")
        assert note.status == 200, note.bytes
        return note.bytes, int(note.bytes.split(b"\n")[1])

    @classmethod
    def await_head(cls, size, seconds=20.0):
        """Seconds until a head stands for that many records."""
        began = time.monotonic()
        while cls.anybody.get("tlog/checkpoint").status != 200 or cls.head()[1] < size:
            if time.monotonic() - began > seconds:
                raise AssertionError(f"no head of {size} within {seconds} s")
            time.sleep(0.01)
        return time.monotonic() - began

    def act(self):
        """One more record; answers the ledger's size after it."""
        type(self).registered += 1
        answer = self.world.as_user("admin").post(
            f"users/thu-{self.registered}/register", {"display_name": "Thử", "official": None})
        self.assertEqual(201, answer.status, answer.bytes)
        return answer.json["ledger_size"]

    def folder(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        return pathlib.Path(made.name)

    def export(self):
        folder = self.folder() / "log"
        langnghe("export", "--data", self.world.data, "--tlog", folder)
        return folder, (folder / "vkey").read_text().strip()

    def refused_by_both(self, folder, vkey, what):
        status, said = verifier("export", folder, "--vkey", vkey)
        self.assertEqual(1, status, (what, said))
        done = langnghe("verify", "--tlog", folder, "--vkey", vkey, check=False)
        self.assertEqual(1, done.returncode, (what, done.stdout))

    def test_the_year_is_verified(self):
        folder, vkey = self.export()
        self.assertEqual(vkey, self.anybody.get("tlog/vkey").bytes.decode().strip())
        self.assertTrue(vkey.startswith(f"langnghe/{WARD}+"), vkey)
        status, said = verifier("export", folder, "--vkey", folder / "vkey")
        self.assertEqual(0, status, said)
        self.assertIn(f"{self.head()[1]} records", said)
        self.assertIn("as the signed head says",
                      langnghe("verify", "--tlog", folder, "--vkey", vkey).stdout)
        self.assertIn("as the signed head says",
                      langnghe("verify", "--data", self.world.data).stdout)
        again = langnghe("export", "--data", self.world.data, "--tlog", folder, check=False)
        self.assertEqual(1, again.returncode)
        self.assertIn("empty folder", again.stderr)

    def test_one_changed_bit_is_refused(self):
        folder, vkey = self.export()
        chance = random.Random(SEED)
        files = [file for file in sorted(folder.rglob("*"))
                 if file.is_file() and file.name != "vkey"]
        for file in files:
            good = file.read_bytes()
            changed = bytearray(good)
            at = chance.randrange(len(good))
            changed[at] ^= 1 << chance.randrange(8)
            file.write_bytes(changed)
            self.refused_by_both(folder, vkey, f"seed {SEED}: {file.name} byte {at}")
            file.write_bytes(good)
        self.assertEqual(0, verifier("export", folder, "--vkey", vkey)[0])

    def test_records_removed_swapped_and_cut_are_refused(self):
        folder, vkey = self.export()
        bundle = folder / "tile/entries/000"
        good = bundle.read_bytes()
        entries = tlog.split_bundle(good, "000")
        swapped = [*entries[:9], entries[10], entries[9], *entries[11:]]
        for what, changed in (("removed", entries[:100] + entries[101:]), ("swapped", swapped),
                              ("cut", entries[:-1]), ("twice", entries + entries[-1:])):
            bundle.write_bytes(b"".join(len(e).to_bytes(2, "big") + e for e in changed))
            self.refused_by_both(folder, vkey, what)
        bundle.write_bytes(good)
        other = re.sub(r"^\S+?\+", "langnghe/phuong-khac+", vkey)
        self.assertEqual(1, verifier("export", folder, "--vkey", other)[0])
        done = langnghe("verify", "--tlog", folder, "--vkey", other, check=False)
        self.assertEqual(3, done.returncode, "a key whose id is not of its name is no key")

    def test_a_head_within_a_second_that_continues_the_older_one(self):
        older = self.head()
        for _ in range(5):
            size = self.act()
            waited = self.await_head(size)
            self.assertLess(waited, HEAD_SECONDS_MAX)
        newer = self.head()
        self.assertGreater(newer[1], older[1])
        proof = self.anybody.get(f"proofs/consistency?from={older[1]}&to={newer[1]}")
        self.assertEqual(200, proof.status, proof.bytes)
        folder, vkey = self.export()
        for name, content in (("old", older[0]), ("new", newer[0]), ("proof", proof.bytes)):
            (folder.parent / name).write_bytes(content)
        heads = (folder.parent / "old", folder.parent / "new", "--vkey", vkey)
        for by in (("--proof", folder.parent / "proof"), ("--tlog", folder)):
            status, said = verifier("consistency", *heads, *by)
            self.assertEqual(0, status, said)
        hashes = proof.json["hashes"]
        (folder.parent / "proof").write_text(json.dumps({"hashes": hashes[::-1] + hashes[:1]}))
        self.assertEqual(1, verifier("consistency", *heads, "--proof", folder.parent / "proof")[0])

    def test_inclusion_of_every_fiftieth_record(self):
        records = {row["position"]: row for row in
                   self.world.as_user("supervisor").get("events?limit=500").json["items"]}
        checkpoint = tlog.Checkpoint.parse(self.head()[0])
        for position in sorted(records)[::50]:
            proof = self.anybody.get(f"proofs/inclusion?position={position}&"
                                     f"size={checkpoint.size}").json
            root = tlog.root_from_inclusion(base64.b64decode(proof["leaf"]), position,
                                            checkpoint.size, tlog.decode_hashes(proof["hashes"]))
            self.assertEqual(checkpoint.root, root, position)
        for query in ("", "?position=x", f"?position={checkpoint.size + 1000}",
                      f"?position=0&size={checkpoint.size + 1000}", "?position=0&size=0"):
            self.assertEqual(400, self.anybody.get(f"proofs/inclusion{query}").status, query)
        for query in ("", f"?from={checkpoint.size + 1000}", "?from=2&to=1"):
            self.assertEqual(400, self.anybody.get(f"proofs/consistency{query}").status, query)

    def test_a_receipt_verifies_offline(self):
        vkey = self.anybody.get("tlog/vkey").bytes.decode().strip()
        client = self.world.as_user("cchc_officer")
        issue = client.get("issues?limit=1").json["items"][0]["id"]
        served = client.get(f"issues/{issue}/receipt")
        self.assertEqual(200, served.status, served.bytes)
        printed = langnghe("receipt", "--data", self.world.data, "--issue", issue).stdout
        at_zero = langnghe("receipt", "--data", self.world.data, "--position", 0).stdout
        folder = self.folder()
        for text in (served.bytes.decode(), printed, at_zero):
            (folder / "receipt").write_text(text)
            status, said = verifier("receipt", folder / "receipt", "--vkey", vkey)
            self.assertEqual(0, status, said)
        self.assertIn(f"issue-{issue}", served.bytes.decode())
        other = re.sub(r"extra \S+", re.search(r"extra \S+", at_zero).group(), printed)
        (folder / "receipt").write_text(other)
        status, said = verifier("receipt", folder / "receipt", "--vkey", vkey)
        self.assertEqual(1, status, said)
        self.assertEqual(401, self.anybody.get(f"issues/{issue}/receipt").status)
        self.assertEqual(404, client.get("issues/i-none/receipt").status)
        for wrong, status in (((), 2), (("--issue", issue, "--position", 1), 2),
                              (("--position", 10**9), 1)):
            done = langnghe("receipt", "--data", self.world.data, *wrong, check=False)
            self.assertEqual(status, done.returncode, wrong)

    def test_tiles_are_for_everybody_and_records_for_readers(self):
        folder, _ = self.export()
        supervisor, head = self.world.as_user("supervisor"), self.world.as_user("khom_head")
        for file in sorted(folder.rglob("*")):
            path = "tlog/" + file.relative_to(folder).as_posix()
            if not file.is_file() or file.name in ("vkey", "checkpoint"):
                continue
            reader = supervisor if "/entries/" in path else self.anybody
            answer = reader.get(path)
            self.assertEqual((200, file.read_bytes()), (answer.status, answer.bytes), path)
            if "/entries/" not in path:
                self.assertIn("immutable", answer.headers["cache-control"])
            else:
                # Kept by nobody without asking: the next reader may have no right to it.
                self.assertEqual("private, no-cache", answer.headers["cache-control"])
                known = {"If-None-Match": answer.etag}
                self.assertEqual(304, supervisor.get(path, **known).status)
                self.assertEqual(200, self.world.as_user("chair").get(path, **known).status)
                self.assertEqual(401, self.anybody.get(path).status)
                self.assertEqual(403, head.get(path).status)
        for path in ("tile/0", "tile/0/1", "tile/0/999", "tile/9/000", "tile/0/000.p/256",
                     "tile/x/000", "tile/0/x000", "tile/entries/", "tile/0/000/extra"):
            self.assertEqual(404, supervisor.get("tlog/" + path).status, path)
        self.assertEqual(404, self.anybody.request(
            "GET", BASE.replace(WARD, "phuong-khac") + "tlog/checkpoint").status)

    def test_readiness_holds_while_heads_are_signed(self):
        self.assertEqual(200, self.anybody.request("GET", "/readyz").status)


class LedgerBehindTheProgramsBack(unittest.TestCase):
    """What no database can notice from inside: the head outside of it does."""

    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.server_stops()

    def server_stops(self):
        self.assertEqual(0, self.world.server.stop())

    def refused(self, *options):
        with self.assertRaises(AssertionError) as raised:
            Server(self.world.data, *options).end()
        self.assertIn("the ledger is not what its signed head stands for", str(raised.exception))
        self.assertEqual(1, langnghe("verify", "--data", self.world.data, check=False).returncode)

    def serve_an_act(self):
        self.world.restart()
        answer = self.world.as_user("admin").post("users/thu-1/register",
                                                  {"display_name": "Thử", "official": None})
        self.assertEqual(201, answer.status, answer.bytes)
        self.server_stops()

    def test_an_older_copy_of_the_database(self):
        older = self.world.folder / "older"
        shutil.copytree(self.world.data / "ledger", older)
        self.serve_an_act()
        shutil.rmtree(self.world.data / "ledger")
        shutil.copytree(older, self.world.data / "ledger")
        self.refused()
        # Without the kept hashes it is found as well.
        shutil.rmtree(self.world.data / "proof")
        self.refused()

    def test_hashes_are_made_again_and_a_lost_key_is_not(self):
        before = (self.world.data / f"anchor/{WARD}.checkpoint").read_bytes()
        shutil.rmtree(self.world.data / "proof")
        self.world.restart()
        anybody = Client(self.world.server.port)
        until = time.monotonic() + 10
        while anybody.get("tlog/checkpoint").status == 503 and time.monotonic() < until:
            time.sleep(0.01)
        self.assertEqual(before, anybody.get("tlog/checkpoint").bytes)
        self.server_stops()
        (self.world.data / "keys/log.key").unlink()
        with self.assertRaises(AssertionError) as raised:
            Server(self.world.data).end()
        self.assertIn("take it from the backup", str(raised.exception))
        self.assertFalse((self.world.data / "keys/log.key").exists())


if __name__ == "__main__":
    unittest.main()
