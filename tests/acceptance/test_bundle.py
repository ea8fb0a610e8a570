"""One issue handed on as a folder: both verifiers take it as it is, and neither takes it with a bit
flipped, a record left out, swapped or from elsewhere, another head, or a file changed."""

import json
import os
import pathlib
import random
import re
import shutil
import tempfile
import time
import unittest

from ward import WARD, Client, World, langnghe, verifier

SEED = 20210312


def picture(size):
    return b"\xff\xd8\xff\xe0" + os.urandom(size - 4)


class Bundles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-bundle-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.officer = cls.world.as_user("cchc_officer")
        cls.anybody = Client(cls.world.server.port)
        cls.issue, size = cls.name_files()
        cls.await_head(size)
        cls.vkey = cls.anybody.get("tlog/vkey").bytes.decode().strip()
        cls.bundle = cls.folder / "bundle"
        cls.said = langnghe("export", "--data", cls.world.data, "--issue", cls.issue, "--bundle",
                            cls.bundle).stdout

    @classmethod
    def await_head(cls, size):
        until = time.monotonic() + 20
        while int(cls.anybody.get("tlog/checkpoint").bytes.split()[1]) < size:
            assert time.monotonic() < until, f"no head of {size}"
            time.sleep(0.01)

    @classmethod
    def name_files(cls):
        """An open issue with a note that names a sealed file and a plain one; and the ledger's size."""
        streams = [json.loads(line)["stream"] for line in
                   langnghe("export", "--data", cls.world.data).stdout.splitlines()]
        resident = next(name for name in streams if name.startswith("resident-"))[9:]
        files = []
        for query, content in ((f"?resident={resident}", picture(90_000)), ("", picture(700))):
            stored = cls.officer.request("POST", f"attachments{query}", content,
                                         {"Content-Type": "image/jpeg"}).json
            files.append({"hash": stored["attachment"], "bytes": stored["bytes"],
                          "media_type": stored["media_type"]})
        for item in cls.officer.get("issues?open=true&limit=500").json["items"]:
            answer = cls.officer.act(f"issues/{item['id']}/note-progress",
                                     {"text": "Có ảnh", "visibility": "internal", "files": files})
            if answer.status == 200:
                return item["id"], answer.json["ledger_size"]
        raise AssertionError("no issue takes a note")

    def copy(self):
        """The bundle, to be spoilt."""
        copy = pathlib.Path(tempfile.mkdtemp(prefix="spoilt-", dir=self.folder))
        self.addCleanup(shutil.rmtree, copy, True)
        shutil.copytree(self.bundle, copy, dirs_exist_ok=True)
        return copy

    def by_both(self, folder, *options, vkey=None):
        """The exit status, on which both agree, and what they said."""
        vkey = vkey or self.vkey
        ours = langnghe("verify", "--bundle", folder, "--vkey", vkey, *options, check=False)
        status, said = verifier("bundle", folder, "--vkey", vkey, *options)
        self.assertEqual(ours.returncode, status, (ours.stdout + ours.stderr, said))
        return status, ours.stdout + ours.stderr + said

    def refused(self, folder, ours, theirs, **more):
        status, said = self.by_both(folder, **more)
        self.assertEqual(1, status, said)
        self.assertRegex(said, ours)
        self.assertRegex(said, theirs)

    def records(self, folder):
        return sorted((folder / "records").iterdir())

    def test_both_verifiers_take_it(self):
        status, said = self.by_both(self.bundle)
        self.assertEqual(0, status, said)
        count = len(self.records(self.bundle))
        self.assertGreater(count, 2)
        self.assertIn(f"issue-{self.issue}: {count} records", self.said)
        self.assertIn(f"issue-{self.issue}: {count} records, all there are under the signed head", said)
        self.assertIn(f"all {count} records of issue-{self.issue} under the head", said)
        self.assertIn("attachments: 2 are the bytes of their names, 0 were erased", said)
        self.assertIn("2 attachments are the bytes of their names", said)

    def test_each_record_is_a_receipt_of_its_own(self):
        for record in self.records(self.bundle):
            self.assertEqual(0, verifier("receipt", record, "--vkey", self.vkey)[0], record)

    def test_one_flipped_bit_anywhere(self):
        chance = random.Random(SEED)
        folder = self.copy()
        files = sorted(file for file in folder.rglob("*") if file.is_file())
        names = {file.relative_to(folder).parts[0] for file in files}
        self.assertEqual({"checkpoint", "files", "records", "statement", "vkey"}, names)
        for file in files:
            good = file.read_bytes()
            for _ in range(3):
                changed = bytearray(good)
                at, bit = chance.randrange(len(good)), chance.randrange(8)
                changed[at] ^= 1 << bit
                file.write_bytes(changed)
                status, said = self.by_both(folder)
                self.assertEqual(1, status, f"seed {SEED}: {file} {at} {bit}: {said}")
            file.write_bytes(good)
        self.assertEqual(0, self.by_both(folder)[0])

    def test_a_record_left_out(self):
        for number in (0, 1, -1):
            folder = self.copy()
            left_out = self.records(folder)[number]
            left_out.unlink()
            self.refused(folder, f"{left_out.name}: is missing", f"{left_out.name}: .*cannot be read")
        folder = self.copy()
        first, *rest = self.records(folder)
        first.unlink()
        for number, record in enumerate(rest, 1):  # the others close ranks
            record.rename(folder / f"records/{number:06}.tlog-proof")
        self.refused(folder, "version 2 of issue-.* follows 0", "version 2 of issue-.* follows 0")

    def test_the_last_record_left_out_and_the_number_changed(self):
        folder = self.copy()
        records = self.records(folder)
        records[-1].unlink()
        statement = (folder / "statement").read_text()
        (folder / "statement").write_text(
            statement.replace(f"\n{len(records)}\n", f"\n{len(records) - 1}\n", 1))
        self.refused(folder, "statement: a signature of .* is forged", "the signature of .* is false")

    def test_two_records_swapped_and_one_twice(self):
        folder = self.copy()
        first, second = self.records(folder)[:2]
        contents = first.read_bytes(), second.read_bytes()
        first.write_bytes(contents[1])
        second.write_bytes(contents[0])
        self.refused(folder, "000001.tlog-proof: version 2", "000001.tlog-proof: .*version 2")
        first.write_bytes(contents[0])
        self.refused(folder, "000002.tlog-proof: version 1", "000002.tlog-proof: .*version 1")

    def exported_now(self, issue):
        """Under the head of this moment."""
        folder = self.copy()
        shutil.rmtree(folder)
        langnghe("export", "--data", self.world.data, "--issue", issue, "--bundle", folder)
        return folder

    def other_bundle(self):
        return self.exported_now(next(
            item["id"] for item in self.officer.get("issues?limit=50").json["items"]
            if item["id"] != self.issue))

    def test_a_record_of_another_issue(self):
        other = self.other_bundle()
        folder = self.exported_now(self.issue)
        shutil.copy(self.records(other)[0], self.records(folder)[0])
        self.refused(folder, "not this stream's next record", "not this stream's next record")

    def test_a_head_of_another_moment_and_of_another_ledger(self):
        answer = self.world.as_user("admin").post("users/thu-1/register",
                                                  {"display_name": "Thử", "official": None})
        self.await_head(answer.json["ledger_size"])
        folder = self.copy()
        (folder / "checkpoint").write_bytes(self.anybody.get("tlog/checkpoint").bytes)
        self.refused(folder, "the checkpoint is another's", "the statement is not about this head")
        later = self.other_bundle()
        for name in ("checkpoint", "statement"):
            shutil.copy(later / name, folder / name)
        self.refused(folder, "under another head", "under another head")
        foreign = self.copy()
        note = (foreign / "checkpoint").read_text()
        (foreign / "checkpoint").write_text(note.replace(WARD, "phuong-khac"))
        self.refused(foreign, "not of langnghe/", "of the log langnghe/phuong-khac")

    def test_another_key(self):
        with tempfile.TemporaryDirectory() as other:
            made = langnghe("witness", "--make-key", f"{other}/key", "--name", "x").stdout
        self.assertEqual(1, self.by_both(self.bundle, vkey=re.search(r"x\+\S+", made)[0])[0])
        folder = self.copy()
        (folder / "vkey").write_text(re.search(r"x\+\S+", made)[0] + "\n")
        self.refused(folder, "another key than", "another key than")

    def test_files_changed_missing_and_foreign(self):
        folder = self.copy()
        file = next(file for file in (folder / "files").rglob("*") if file.is_file())
        content = file.read_bytes()
        file.write_bytes(content[:-1])
        self.refused(folder, ": was changed", "was changed")
        file.unlink()
        self.refused(folder, ": is missing", "is missing")
        file.write_bytes(content)
        (folder / "files" / WARD / "zz").mkdir()
        (folder / "files" / WARD / "zz" / "x").write_bytes(b"x")
        self.refused(folder, "no record names this file", "is named by no record")
        shutil.rmtree(folder / "files" / WARD / "zz")
        (folder / "note").write_text("x")
        self.refused(folder, "does not belong to this bundle", "does not belong to this bundle")

    def test_what_cannot_be_exported(self):
        for wrong in (("--issue", self.issue), ("--bundle", self.folder / "x"),
                      ("--issue", self.issue, "--bundle", self.folder / "x", "--tlog", "y")):
            done = langnghe("export", "--data", self.world.data, *wrong, check=False)
            self.assertEqual(2, done.returncode, done.stderr)
        done = langnghe("export", "--data", self.world.data, "--issue", "khong-co", "--bundle",
                        self.folder / "x", check=False)
        self.assertEqual(1, done.returncode)
        self.assertIn("no such stream under the signed head", done.stderr)
        self.assertFalse((self.folder / "x").exists())
        done = langnghe("export", "--data", self.world.data, "--issue", self.issue, "--bundle",
                        self.bundle, check=False)
        self.assertIn("empty folder", done.stderr)


class KeyChanges(unittest.TestCase):
    def test_a_bundle_brings_the_way_from_the_key_before(self):
        world = World()
        self.addCleanup(world.close)
        until = time.monotonic() + 20
        while Client(world.server.port).get("tlog/vkey").status != 200:
            self.assertLess(time.monotonic(), until)
            time.sleep(0.01)
        first = Client(world.server.port).get("tlog/vkey").bytes.decode().strip()
        issue = world.as_user("cchc_officer").get("issues?limit=1").json["items"][0]["id"]
        self.assertEqual(0, world.server.stop())
        langnghe("key", "rotate-signing", "--data", world.data)
        world.restart()
        while Client(world.server.port).get("tlog/vkey").status != 200:
            time.sleep(0.01)
        second = Client(world.server.port).get("tlog/vkey").bytes.decode().strip()
        self.assertEqual(0, world.server.stop())
        bundle = world.folder / "bundle"
        langnghe("export", "--data", world.data, "--issue", issue, "--bundle", bundle)
        for vkey in (first, second):
            self.assertEqual(0, verifier("bundle", bundle, "--vkey", vkey)[0])
            langnghe("verify", "--bundle", bundle, "--vkey", vkey)
        changes = bundle / "key-changes"
        good = changes.read_bytes()
        for at in range(0, len(good), 11):
            spoilt = bytearray(good)
            spoilt[at] ^= 1
            changes.write_bytes(spoilt)
            vkey = (first, second)[at % 2]
            self.assertEqual(1, verifier("bundle", bundle, "--vkey", vkey)[0], at)
            self.assertEqual(1, langnghe("verify", "--bundle", bundle, "--vkey", vkey,
                                         check=False).returncode, at)


if __name__ == "__main__":
    unittest.main()
