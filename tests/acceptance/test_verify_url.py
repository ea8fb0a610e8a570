"""A running server checked from outside: well as it is, and refused, each with its own words, when a
proxy in between flips bits, cuts, rolls back, swaps wards, or is somebody else."""

import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import time
import unittest

from tampering_proxy import Proxy, flip, make_certificate
from ward import BASE, BINARY, WARD, Client, Server, WitnessProcess, langnghe, verifier

SEED = 20210312
OTHER = "sa-dec"
REFUSED, WRONG_USAGE, NOT_CHECKED, NOT_CONTINUED = 1, 2, 3, 4


class VerifyUrl(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.root = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-url-"))
        cls.addClassCleanup(shutil.rmtree, cls.root, ignore_errors=True)
        cls.data = cls.root / "data"
        langnghe("demo", "--data", cls.data)  # both wards
        cls.server = Server(cls.data)
        cls.addClassCleanup(lambda: cls.server.end())
        cls.anybody = Client(cls.server.port)
        cls.token = cls.root / "token"
        cls.token.write_text(cls.token_of("supervisor"))
        cls.acts = 0
        cls.await_head(cls.act())
        cls.vkey = cls.get("vkey").strip()

    @classmethod
    def token_of(cls, user, ward=WARD):
        return langnghe("user", "token", user, "--ward", ward, "--data", cls.data).stdout

    @classmethod
    def get(cls, name, ward=WARD):
        return cls.anybody.get(BASE.replace(WARD, ward) + "tlog/" + name).bytes.decode()

    @classmethod
    def act(cls):
        """One more record; answers the ledger's size after it."""
        cls.acts += 1
        answer = Client(cls.server.port, cls.token_of("admin").strip()).post(
            f"users/thu-{cls.acts}/register", {"display_name": "Thử", "official": None})
        assert answer.status == 201, answer.bytes
        return answer.json["ledger_size"]

    @classmethod
    def await_head(cls, size):
        until = time.monotonic() + 20
        while int((cls.get("checkpoint") + "\n\n").split("\n")[1] or 0) < size:
            assert time.monotonic() < until, f"no head of {size}"
            time.sleep(0.01)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.kept = self.folder / "head"

    def proxy(self, lie=None, **more):
        made = Proxy(self.server.port, lie, **more)
        self.addCleanup(made.close)
        return made

    def verify(self, *options, url=None, key=True, records=True, environment=None):
        """(exit status, all it said); `records`: whose token, or False for --hashes-only."""
        given = ["--vkey", self.vkey] if key else []
        if records is not None:
            token = self.token if records is True else records
            given += ["--token-file", token] if records else ["--hashes-only"]
        done = subprocess.run(
            [BINARY, "verify", "--url", url or f"http://127.0.0.1:{self.server.port}",
             *map(str, given), *map(str, options)], capture_output=True, text=True, timeout=120,
            check=False, env={**os.environ, "LANGNGHE_LANG": "en", **(environment or {})})
        return done.returncode, done.stdout + done.stderr

    def well(self, *options, **more):
        status, said = self.verify(*options, **more)
        self.assertEqual(0, status, said)
        return said

    def refused(self, status, why, *options, **more):
        found, said = self.verify(*options, **more)
        self.assertEqual(status, found, said)
        self.assertRegex(said, why)

    # --- as it is ---------------------------------------------------------------------------------

    def test_a_server_as_it_is(self):
        size = self.get("checkpoint").split("\n")[1]
        self.assertIn(f"langnghe/{WARD}: {size} records, as the signed head says", self.well())
        self.assertIn(f"{size} hashes, the tree is as the signed head says",
                      self.well(records=False))
        self.assertIn("compare it with the one on paper\n  " + self.vkey,
                      self.well("--ward", WARD, key=False))
        self.assertIn(f"langnghe/{OTHER}: ",
                      self.well("--ward", OTHER, key=False, records=False))

    def test_who_may_ask_for_what(self):
        self.refused(NOT_CHECKED, "add --token-file .* or --hashes-only", records=None)
        limited = self.folder / "limited"
        limited.write_text(self.token_of("khom_head"))
        self.refused(NOT_CHECKED, "may not read the whole ledger", records=limited)
        limited.write_text("x" * 40)
        self.refused(NOT_CHECKED, "add --token-file", records=limited)

    def test_what_cannot_be_checked(self):
        self.refused(NOT_CHECKED, "cannot be reached", url="http://127.0.0.1:9")
        self.refused(NOT_CHECKED, "no such ward", "--ward", "phuong-khac")
        self.refused(NOT_CHECKED, "name one with --ward", key=False)
        self.refused(NOT_CHECKED, "not a URL", url="127.0.0.1")
        self.refused(NOT_CHECKED, "no verifier key", "--vkey", "x", key=False)
        self.refused(NOT_CHECKED, "not sent in the clear", url="http://phuong.invalid")
        self.refused(NOT_CHECKED, "status 500",
                     url=self.proxy(lambda path, status, body: (500, b"")).url())
        self.assertEqual(WRONG_USAGE, self.verify("--tlog", self.folder)[0])

    def test_a_server_that_falls_over_for_a_moment(self):
        failed = []

        def lie(path, status, body):
            if "tile/entries" in path and len(failed) < 2:
                failed.append(path)
                return 503, b""
            return status, body

        self.well(url=self.proxy(lie).url())
        self.assertEqual(2, len(failed))

    def test_a_server_that_never_answers(self):
        proxy = self.proxy(lambda path, status, body: (time.sleep(3), (status, body))[1])
        began = time.monotonic()
        self.refused(NOT_CHECKED, "no answer in time", "--timeout", 1, url=proxy.url())
        self.assertLess(time.monotonic() - began, 20)

    # --- changed on the way -----------------------------------------------------------------------

    def flipping(self, name, chance):
        def lie(path, status, body):
            if path.endswith(name):
                return status, flip(body, chance.randrange(len(body)), chance.randrange(8))
            return status, body
        return self.proxy(lie).url()

    def asked_for(self):
        proxy = self.proxy()
        self.well(url=proxy.url())
        return [path.split("/tlog/")[1] for path in proxy.asked]

    def test_one_flipped_bit_in_anything_that_is_asked_for(self):
        chance = random.Random(SEED)
        names = self.asked_for()
        self.assertIn("tile/entries/000", names)
        self.assertIn("tile/0/000", names)
        self.assertTrue(any(name.startswith("tile/1/000.p/") for name in names), names)
        for name in names:
            status, said = self.verify(url=self.flipping(name, chance))
            self.assertEqual(REFUSED, status, f"seed {SEED} {name}: {said}")

    def test_the_place_of_a_change_is_told(self):
        def changed(what, at):
            return self.proxy(lambda path, status, body: (
                status, flip(body, at) if re.search(what + "$", path) else body)).url()

        self.refused(REFUSED, "record 519 does not fit tile/0/002",
                     url=changed("tile/0/002", 7 * 32 + 5))
        self.refused(REFUSED, "tile/1/000.p/[0-9]+ does not follow .* at number 3",
                     url=changed(r"tile/1/000\.p/\d+", 3 * 32), records=False)
        self.refused(REFUSED, "records? do not give the signed root|does not follow",
                     url=changed("tile/0/001", 0), records=False)
        self.refused(REFUSED, "record 25[67]: ", url=changed("tile/entries/001", 30))

    def test_records_removed_swapped_and_missing(self):
        def entries(change):
            def lie(path, status, body):
                if not path.endswith("tile/entries/000"):
                    return status, body
                parts, at = [], 0
                while at < len(body):
                    end = at + 2 + int.from_bytes(body[at:at + 2], "big")
                    parts.append(body[at:end])
                    at = end
                return status, b"".join(change(parts))
            return self.proxy(lie).url()

        self.refused(REFUSED, "255 records instead of 256",
                     url=entries(lambda parts: parts[:9] + parts[10:]))
        self.refused(REFUSED, "record [0-9]+",
                     url=entries(lambda parts: parts[:9] + [parts[10], parts[9]] + parts[11:]))
        self.refused(REFUSED, "is cut off", url=entries(lambda parts: parts[:-1] +
                                                        [parts[-1][:-1]]))
        for name in ("tile/entries/003", "tile/0/003", "tile/1/"):
            self.refused(REFUSED, f"{name}.* is not there, although the signed head stands for it",
                         url=self.proxy(lambda path, status, body, name=name: (
                             404 if name in path else status, body)).url())
        self.refused(REFUSED, "longer than it may be",
                     url=self.proxy(lambda path, status, body: (
                         status, body * 2 if "tile/0/000" in path else body)).url())

    def test_another_ward_in_its_place(self):
        proxy = self.proxy()
        proxy.rewritten = lambda path: path.replace(WARD, OTHER)
        self.refused(REFUSED, f"this head is of langnghe/{OTHER}, not of langnghe/{WARD}",
                     url=proxy.url(), records=False)
        proxy = self.proxy()
        proxy.rewritten = lambda path: (path.replace(WARD, OTHER) if "tile/0/000" in path
                                        else path)
        self.refused(REFUSED, "record 0 does not fit tile/0/000", url=proxy.url())
        self.refused(REFUSED, "does not follow from the hashes below it, at number 0",
                     url=proxy.url(), records=False)

    def test_another_key_and_a_head_that_nobody_signed(self):
        other = self.get("vkey", OTHER).strip()
        self.refused(REFUSED, "not of langnghe/sa-dec", "--vkey", other, "--ward", WARD, key=False)
        note = self.get("checkpoint")
        unsigned = note[:note.rindex("— ")] + "— ai-do.example AAAAAAAAAAAA\n"
        for given in (unsigned, "xin chào", ""):
            self.refused(REFUSED, "has not the signatures of the keys|is no signed head",
                         url=self.proxy(lambda path, status, body, given=given: (
                             status, given.encode() if "checkpoint" in path else body)).url())

    # --- what was kept from before ----------------------------------------------------------------

    def test_a_head_is_kept_and_continued(self):
        self.well("--remember", self.kept)
        first = self.kept.read_text()
        self.assertEqual(first, self.get("checkpoint"))
        self.await_head(self.act())
        said = self.well("--remember", self.kept)
        self.assertIn(f"continues the {first.split()[1]} records of the check before", said)
        self.assertEqual(self.get("checkpoint"), self.kept.read_text())
        self.assertEqual(["head"], [file.name for file in self.folder.iterdir()])
        self.well("--remember", self.kept, records=False)

    def test_an_older_head_is_a_rollback(self):
        older = self.get("checkpoint").encode()
        self.await_head(self.act())
        self.well("--remember", self.kept)
        newer = self.kept.read_bytes()
        back = self.proxy(lambda path, status, body: (
            status, older if path.endswith("checkpoint") else body)).url()
        self.well(url=back)  # nothing in itself is wrong with it
        for records in (True, False):
            self.refused(NOT_CONTINUED, "fewer than the [0-9]+ that were signed before",
                         "--remember", self.kept, url=back, records=records)
        self.assertEqual(newer, self.kept.read_bytes())
        self.assertEqual(older, (self.folder / "head.conflict").read_bytes())

    def test_a_ledger_that_was_written_anew(self):
        """The ward itself, with its own key, begins again from an older copy."""
        copy = self.folder / "copy"
        self.server.stop()
        shutil.copytree(self.data, copy)
        type(self).server = Server(self.data)
        type(self).anybody = Client(self.server.port)
        self.await_head(self.act())
        self.well("--remember", self.kept)
        token = langnghe("user", "token", "admin", "--ward", WARD, "--data", copy).stdout.strip()
        reader = self.folder / "reader"
        reader.write_text(langnghe("user", "token", "supervisor", "--ward", WARD, "--data",
                                   copy).stdout)
        anew = Server(copy)
        self.addCleanup(anew.end)
        client = Client(anew.port, token)
        for number in range(3):
            answer = client.post(f"users/khac-{number}/register",
                                 {"display_name": "Khác", "official": None})
            self.assertEqual(201, answer.status, answer.bytes)
        until = time.monotonic() + 20
        while int(client.get("tlog/checkpoint").bytes.split()[1]) < answer.json["ledger_size"]:
            self.assertLess(time.monotonic(), until)
            time.sleep(0.01)
        url = f"http://127.0.0.1:{anew.port}"
        self.well(url=url, records=False)
        self.refused(NOT_CONTINUED, "do not continue the [0-9]+ that were signed before",
                     "--remember", self.kept, url=url, records=False)
        self.assertTrue((self.folder / "head.conflict").is_file())

    def test_a_kept_head_of_another_ledger_or_key(self):
        self.kept.write_text(self.get("checkpoint", OTHER))
        self.refused(NOT_CHECKED, f"keeps a head of langnghe/{OTHER}", "--remember", self.kept)
        note = self.get("checkpoint")
        for wrong in ("", "x\n", flip(note.encode(), len(note) // 2).decode("utf-8", "replace")):
            self.kept.write_text(wrong)
            self.refused(REFUSED, "signed by another key|is no signed head", "--remember", self.kept)
            self.assertEqual(wrong, self.kept.read_text())

    def test_a_head_that_moves_on_meanwhile(self):
        grown = []

        def lie(path, status, body):
            if "tile/entries/001" in path and not grown:
                grown.append(self.act())
                self.await_head(grown[0])
            return status, body

        before = self.get("checkpoint").split("\n")[1]
        self.assertIn(f": {before} records, ", self.well(url=self.proxy(lie).url()))
        self.assertGreater(grown[0], int(before))

    # --- the independent verifier -----------------------------------------------------------------

    def by_python(self, *options, url=None, records=True):
        given = ["--token-file", self.token] if records else ["--hashes-only"]
        return verifier("server", url or f"http://127.0.0.1:{self.server.port}", "--vkey",
                        self.vkey, *given, *options)

    def test_the_independent_verifier_agrees(self):
        older = self.get("checkpoint").encode()
        self.await_head(self.act())
        size = self.get("checkpoint").split("\n")[1]
        for records, said in ((True, f"{size} records of"), (False, f"{size} hashes, no record")):
            status, found = self.by_python("--remember", self.kept, records=records)
            self.assertEqual(0, status, found)
            self.assertIn(said, found)
        self.assertIn(f"it continues the {size} entries", found)
        self.assertEqual(self.get("checkpoint"), self.kept.read_text())

        def refused(why, *options, **more):
            status, found = self.by_python(*options, **more)
            self.assertEqual(1, status, found)
            self.assertRegex(found, why)

        back = self.proxy(lambda path, status, body: (
            status, older if path.endswith("checkpoint") else body)).url()
        self.assertEqual(0, self.by_python(url=back)[0])
        refused("does not continue the [0-9]+", "--remember", self.kept, url=back)
        chance = random.Random(SEED)
        for name in self.asked_for():
            refused("REFUSED", url=self.flipping(name, chance))
        refused("the server answers 401", "--token-file", os.devnull)
        refused("the server answers 404", "--ward", "phuong-khac")
        refused("not sent in the clear", url="http://phuong.invalid")
        refused("cannot be asked", url="http://127.0.0.1:9")

    def test_a_token_does_not_follow_to_another_host(self):
        elsewhere = self.proxy()
        near = self.proxy(lambda path, status, body: (302, b""))
        near.headers = {"Location": elsewhere.url() + "/"}
        self.refused(NOT_CHECKED, "status 302", url=near.url())
        self.assertEqual(1, self.by_python(url=near.url())[0])
        self.assertEqual([], elsewhere.asked)

    # --- witnesses and TLS ------------------------------------------------------------------------

    def test_witnesses(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-witness-"))
        self.addCleanup(shutil.rmtree, folder, True)
        witness = WitnessProcess(folder, "hdnd.example", [self.vkey])
        self.addCleanup(witness.end)
        self.refused(REFUSED, "0 of the witnesses have signed, 1 are needed", "--witness",
                     witness.vkey)
        self.server.stop()
        type(self).server = Server(self.data, "--witness", witness.address)
        type(self).anybody = Client(self.server.port)
        self.act()
        until = time.monotonic() + 20
        while "hdnd.example" not in self.get("checkpoint"):
            self.assertLess(time.monotonic(), until)
            time.sleep(0.02)
        self.assertIn("witnessed by hdnd.example", self.well("--witness", witness.vkey))
        # The newest head is not co-signed any more; the one that is, is continued by it.
        witness.kill()
        self.await_head(self.act())
        said = self.well("--witness", witness.vkey)
        self.assertRegex(said, "witnessed by hdnd.example: [0-9]+ ")
        note = self.get("witnessed")
        line = re.search("— hdnd.example (.+)\n", note)[1]
        forged = note.replace(line, line[:-6] + ("A" if line[-6] != "A" else "B") + line[-5:])
        self.refused(REFUSED, "forged", "--witness", witness.vkey,
                     url=self.proxy(lambda path, status, body: (
                         status, forged.encode() if path.endswith("witnessed") else body)).url())

    def test_tls_of_the_right_host_alone(self):
        mine = make_certificate(self.folder / "mine.pem", ["localhost"], ["127.0.0.1"])
        stranger = make_certificate(self.folder / "stranger.pem", ["localhost"])
        elsewhere = make_certificate(self.folder / "elsewhere.pem", ["phuong.example"], ["10.0.0.1"])
        trusting = {"environment": {"SSL_CERT_FILE": str(mine)}}
        url = self.proxy(tls=mine).url
        for host in ("localhost", "127.0.0.1"):
            self.assertIn("as the signed head says", self.well(url=url(host), **trusting))
        for certificate, trusted in ((stranger, mine), (elsewhere, elsewhere)):
            for host in ("localhost", "127.0.0.1"):
                self.refused(NOT_CHECKED, "cannot show that it is the host of that name",
                             url=self.proxy(tls=certificate).url(host),
                             environment={"SSL_CERT_FILE": str(trusted)})


if __name__ == "__main__":
    unittest.main()
