"""A backup while people write, and what comes back out of it: the same answers, and no key that was
destroyed."""

import fcntl
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time
import unittest

from ward import BINARY, WARD, Server, World, langnghe, Client

TOMBSTONE = b"LNGONE\0\1".ljust(80, b"\0")


class Backup(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-backup-"))
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.backups, self.restored = self.folder / "backups", self.folder / "restored"

    def back_up(self):
        return langnghe("backup", "--data", self.world.data, "--to", self.backups)

    def restore(self, *options, check=True):
        return langnghe("restore", "--from", self.backups, "--to", self.restored, *options,
                        check=check)

    def key_files(self, data):
        return sorted(file for file in (data / "vault").glob("??/*") if len(file.name) == 62)

    def destroy(self, file):
        """What destroying a resident's key leaves in the vault."""
        self.assertEqual(len(TOMBSTONE), file.stat().st_size)
        file.write_bytes(TOMBSTONE)

    def export(self, data):
        return langnghe("export", "--data", data).stdout.splitlines()

    def test_papers_are_made_with_the_same_bytes(self):
        clerk = self.world.as_user("clerk")
        of = path = None
        for entry in clerk.get("register/2021").json["items"]:
            of = entry["taken_by"] or ""
            if entry["type"] != "TB" or not of.startswith("issue-"):
                continue
            answer = clerk.post("register/2021/record-paper", {"kind": "notice", "of": of})
            if answer.status in (200, 201):
                path = f"issues/{of.removeprefix('issue-')}/papers/notice"
                break
        self.assertIsNotNone(path, "no notice of the year was recorded")
        issued = clerk.get(path)
        self.assertEqual("true", issued.headers["x-paper-same"])
        self.assertEqual(hashlib.sha256(issued.bytes).hexdigest(),
                         issued.headers["x-paper-recorded"])
        named = clerk.get(path + "?purpose=Giao")
        self.assertNotEqual(issued.bytes, named.bytes)

        self.back_up()
        self.restore()
        shutil.copytree(self.world.data / "keys", self.restored / "keys")
        server = Server(self.restored)
        self.addCleanup(server.end)
        token = langnghe("user", "token", "clerk", "--ward", WARD, "--data",
                         self.restored).stdout.strip()
        copy = Client(server.port, token)
        again = copy.get(path)
        self.assertEqual(issued.bytes, again.bytes)
        self.assertEqual("true", again.headers["x-paper-same"])
        self.assertEqual(named.bytes, copy.get(path + "?purpose=Giao").bytes)

    def test_a_backup_during_writes_gives_the_same_answers(self):
        before = self.export(self.world.data)
        admin = self.world.as_user("admin")
        stop, written = threading.Event(), []

        def write():
            while not stop.is_set():
                name = f"nguoi-{len(written)}"
                answer = admin.post(f"users/{name}/register",
                                    {"display_name": "Thử", "official": None})
                self.assertEqual(201, answer.status, answer.bytes)
                written.append(name)

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for _ in range(3):
                acknowledged = len(written)
                self.assertIn("langnghe serve has backed up", self.back_up().stdout)
        finally:
            stop.set()
            writer.join()
        self.assertGreater(len(written), acknowledged, "nothing was written meanwhile")
        self.assertIn("Restored number 3", self.restore().stdout)
        self.world.server.end()
        live, restored = self.export(self.world.data), self.export(self.restored)
        self.assertEqual(restored, live[:len(restored)])
        self.assertGreaterEqual(len(restored), len(before) + acknowledged)

        shutil.copytree(self.world.data / "keys", self.restored / "keys")
        self.assertEqual(0, langnghe("doctor", "--data", self.restored).returncode)
        server = Server(self.restored)
        self.addCleanup(server.end)
        token = langnghe("user", "token", "chair", "--data", self.restored).stdout.strip()
        copy = Client(server.port, token)
        self.world.restart()
        original = self.world.as_user("chair")
        for path in ("issues?limit=500", "schedule?year=2021", "reports/calendar/2021"):
            self.assertEqual(original.get(path).json.get("items"), copy.get(path).json.get("items"))

    def test_who_asks_a_server_is_told_why_not(self):
        no_folder = self.folder / "a-file"
        no_folder.write_text("")
        refused = langnghe("backup", "--data", self.world.data, "--to", no_folder / "backups",
                           check=False)
        self.assertEqual(1, refused.returncode)
        self.assertIn("could NOT back up", refused.stderr)
        self.assertIn("may it be written to?", refused.stderr)
        self.assertEqual(200, Client(self.world.server.port).request("GET", "/readyz").status)
        self.back_up()  # and the next one is none the worse for it

    def test_a_server_that_ends_meanwhile_is_not_waited_for(self):
        self.world.server.end()
        with open(self.world.data / "ledger/LOCK", "r+b") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX)  # as a server holds it
            asking = subprocess.Popen([BINARY, "backup", "--data", self.world.data, "--to",
                                       self.backups], stderr=subprocess.PIPE, text=True,
                                      env={**os.environ, "LANGNGHE_LANG": "en"})
            asked = self.world.data / "backup-request"
            while not asked.exists():
                time.sleep(0.01)
            asked.rename(self.world.data / "backup-taken")
        said = asking.communicate(timeout=60)[1]
        self.assertEqual(1, asking.returncode)
        self.assertIn("ended before it was done", said)
        self.assertFalse(list(self.world.data.glob("backup-*")))
        self.back_up()

    def test_the_master_key_is_never_in_a_backup(self):
        self.world.server.end()
        self.assertIn("NOT in the backup", self.back_up().stdout)
        keys = {file.read_bytes() for file in (self.world.data / "keys").iterdir()}
        self.assertTrue(keys)
        for file in self.backups.rglob("*"):
            if file.is_file():
                content = file.read_bytes()
                self.assertFalse(any(key.strip() in content for key in keys), file)

    def test_a_restore_goes_into_an_empty_folder_only(self):
        self.world.server.end()
        self.back_up()
        self.restored.mkdir()
        (self.restored / "something").write_text("")
        refused = self.restore(check=False)
        self.assertEqual(1, refused.returncode)
        self.assertIn("empty or absent", refused.stderr)
        (self.restored / "something").unlink()
        self.restore()

    def test_a_destroyed_key_never_comes_back(self):
        self.world.server.end()
        self.back_up()
        first, second, *_ = self.key_files(self.world.data)
        self.destroy(first)
        self.back_up()
        name = first.relative_to(self.world.data)
        self.assertEqual(TOMBSTONE, (self.backups / name).read_bytes())
        self.destroy(second)  # after the last backup: known to the old vault only
        self.restore("--number", "1", "--lose-newer", "--tombstones", self.world.data / "vault")
        self.assertEqual(TOMBSTONE, (self.restored / name).read_bytes())
        self.assertEqual(TOMBSTONE,
                         (self.restored / second.relative_to(self.world.data)).read_bytes())

    def test_a_backup_beside_a_newer_head_is_refused(self):
        self.world.server.end()
        self.back_up()
        size = len(self.export(self.world.data))
        head = self.folder / "tan-quy-dong.checkpoint"
        head.write_text(f"somewhere/tan-quy-dong\n{size + 1}\n{'A' * 43}=\n\n")
        refused = self.restore("--anchor", head, check=False)
        self.assertEqual(1, refused.returncode)
        self.assertIn("older than a signed head", refused.stderr)
        self.assertFalse(self.restored.exists())
        self.restore("--anchor", head, "--lose-newer")

    def test_a_damaged_backup_restores_nothing(self):
        self.world.server.end()
        self.back_up()
        largest = max(self.backups.glob("ledger/shared_checksum/*"),
                      key=lambda file: file.stat().st_size)
        content = bytearray(largest.read_bytes())
        content[len(content) // 2] ^= 4
        largest.write_bytes(content)
        refused = self.restore(check=False)
        self.assertEqual(1, refused.returncode)
        self.assertIn("damaged", refused.stderr)
        self.assertFalse(self.restored.exists())

    def test_the_sums_are_those_of_sha256sum(self):
        self.world.server.end()
        self.back_up()
        lines = (self.backups / "numbers/1/SHA256SUMS").read_text().splitlines()
        self.assertGreater(len(lines), 1)
        for line in lines:
            digest, path = line.split("  ", 1)
            self.assertEqual(digest, hashlib.sha256((self.backups / path).read_bytes()).hexdigest())

    def test_doctor_finds_what_is_wrong(self):
        self.world.server.end()
        well = langnghe("doctor", "--data", self.world.data)
        self.assertIn("0 findings", well.stdout)
        self.key_files(self.world.data)[0].write_bytes(b"not a key")
        ill = langnghe("doctor", "--data", self.world.data, check=False)
        self.assertEqual(1, ill.returncode)
        self.assertIn("1 damaged files", ill.stdout)


if __name__ == "__main__":
    unittest.main()
