"""Files as the real program takes, keeps and gives them: whatever happens on the way, within bounded
memory, and unreadable on the disk."""

import hashlib
import json
import os
import pathlib
import shutil
import socket
import tempfile
import time
import unittest

from ward import BASE, Client, Server, World, langnghe

#: Sealed files are opened for a purpose.
PURPOSE = "?purpose=kiem-tra"
NINE_MIB = 9 << 20
GROWTH_MAX_KIB = 4096
PATIENCE = 20


def picture(size):
    """A JPEG by its first bytes; random after them, so that a piece of it is found nowhere else."""
    return b"\xff\xd8\xff\xe0" + os.urandom(size - 4)


class Attachments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        records = langnghe("export", "--data", cls.world.data).stdout.splitlines()
        streams = [json.loads(line)["stream"] for line in records]
        cls.resident = next(name for name in streams if name.startswith("resident-"))[9:]

    def setUp(self):
        self.officer = self.world.as_user("cchc_officer", timeout=60)

    def send(self, content, query="", kind="image/jpeg", client=None):
        return (client or self.officer).request("POST", "attachments" + query, content,
                                                {"Content-Type": kind})

    def stored(self, content, query=""):
        answer = self.send(content, query)
        self.assertEqual(201, answer.status, answer.bytes)
        return answer.json["attachment"]

    def files(self):
        return [file for file in (self.world.data / "files").rglob("*") if file.is_file()]

    def drafts(self):
        return [file for file in self.files() if file.parent.name == "new"]

    def named(self):
        return {file for file in self.files() if file.parent.name != "new"}

    def memory(self, field):
        status = pathlib.Path(f"/proc/{self.world.server.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith(field)).split()[1])

    def await_true(self, condition, what):
        end = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end, what)
            time.sleep(0.05)

    def test_large_files_need_little_memory_and_come_back_equal_after_a_restart(self):
        content = picture(NINE_MIB)
        # What the first request of its kind brings in for good is not of the file's size.
        self.officer.get("attachments/" + self.stored(picture(200_000), f"?resident={self.resident}") + PURPOSE)
        pathlib.Path(f"/proc/{self.world.server.process.pid}/clear_refs").write_text("5")
        before = self.memory("VmRSS")
        sealed = self.stored(content, f"?resident={self.resident}")
        self.assertEqual(content, self.officer.get(f"attachments/{sealed}" + PURPOSE).bytes)
        peak = self.memory("VmHWM")
        print(f"resident set: {before} KiB before, {peak} KiB at most")
        self.assertLess(peak - before, GROWTH_MAX_KIB)
        self.world.restart()
        self.officer = self.world.as_user("cchc_officer", timeout=60)
        answer = self.officer.get(f"attachments/{sealed}" + PURPOSE)
        self.assertEqual(200, answer.status)
        self.assertEqual(content, answer.bytes)
        self.assertEqual("image/jpeg", answer.headers["content-type"])
        self.assertEqual("nosniff", answer.headers["x-content-type-options"])
        self.assertTrue(answer.headers["content-disposition"].startswith("attachment"))
        head = self.officer.request("HEAD", f"attachments/{sealed}")
        self.assertEqual((200, str(NINE_MIB)), (head.status, head.headers["content-length"]))

    def test_a_chunked_upload(self):
        content = picture(1 << 20)
        pieces = (content[at:at + 50_000] for at in range(0, len(content), 50_000))
        answer = self.send(pieces)
        self.assertEqual(201, answer.status, answer.bytes)
        self.assertEqual(hashlib.sha256(content).hexdigest(), answer.json["attachment"])
        self.assertEqual(len(content), answer.json["bytes"])

    def test_nothing_of_a_sealed_file_is_readable_on_the_disk(self):
        content = picture(300_000)
        sealed = self.stored(content, f"?resident={self.resident}")
        path = self.world.data / "files" / BASE.split("/")[4] / sealed[:2] / sealed[2:]
        self.assertEqual(sealed, hashlib.sha256(path.read_bytes()).hexdigest())
        marks = [content[at:at + 24] for at in range(64, len(content) - 24, 4_099)]
        for file in self.world.data.rglob("*"):
            if file.is_file():
                stored = file.read_bytes()
                self.assertFalse(any(mark in stored for mark in marks), file)

    def test_a_connection_that_is_cut_leaves_nothing(self):
        before = self.named()
        for sent in (0, 10, 70_000, 1_000_000):
            head = (f"POST {BASE}attachments?resident={self.resident} HTTP/1.1\r\nHost: a\r\n"
                    f"Authorization: Bearer {self.officer.token}\r\nContent-Type: image/jpeg\r\n"
                    f"Content-Length: {NINE_MIB}\r\n\r\n").encode()
            with socket.create_connection(("127.0.0.1", self.world.server.port)) as raw:
                raw.sendall(head + picture(sent + 4))
                if sent > 1 << 16:  # a first piece is on the disk
                    self.await_true(self.drafts, "nothing is on its way")
            self.await_true(lambda: not self.drafts(), "a half file stays")
        self.assertEqual(before, self.named())
        self.assertEqual(201, self.send(picture(1_000)).status)

    def test_a_killed_server_leaves_no_half_file(self):
        whole = self.stored(picture(100_000))
        head = (f"POST {BASE}attachments HTTP/1.1\r\nHost: a\r\n"
                f"Authorization: Bearer {self.officer.token}\r\nContent-Type: image/jpeg\r\n"
                f"Content-Length: {NINE_MIB}\r\n\r\n").encode()
        before = self.named()
        with socket.create_connection(("127.0.0.1", self.world.server.port)) as raw:
            raw.sendall(head + picture(1_000_000))
            self.await_true(self.drafts, "nothing is on its way")
            self.world.restart()
        self.assertEqual([], self.drafts())
        self.assertEqual(before, self.named())
        self.officer = self.world.as_user("cchc_officer", timeout=60)
        self.assertEqual(200, self.officer.get(f"attachments/{whole}" + PURPOSE).status)

    def test_what_is_refused(self):
        before = self.named()
        self.assertEqual(413, self.send(picture((10 << 20) + 1)).status)
        chunks = (picture(1 << 20) for _ in range(11))
        self.officer.connection.close()
        refused = self.send(chunks)
        self.assertEqual((413, "attachment_too_large"), (refused.status, refused.json["code"]))
        self.officer.connection.close()
        self.assertEqual(415, self.send(b"<html>", kind="text/html").status)
        self.officer.connection.close()
        self.assertEqual(415, self.send(b"<html>" * 20_000, kind="image/png").status)
        self.officer.connection.close()
        nobody = Client(self.world.server.port)
        self.assertEqual(401, self.send(picture(100), client=nobody).status)
        self.assertEqual(404, self.officer.get("attachments/" + "a" * 64).status)
        self.await_true(lambda: not self.drafts(), "a half file stays")
        self.assertEqual(before, self.named())

    def test_backups_doctor_and_a_damaged_file(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-files-"))
        self.addCleanup(shutil.rmtree, folder, True)
        content = picture(200_000)
        sealed = self.stored(content, f"?resident={self.resident}")
        langnghe("backup", "--data", self.world.data, "--to", folder / "backups")
        said = langnghe("restore", "--from", folder / "backups", "--to", folder / "data").stdout
        self.assertRegex(said, r"[1-9][0-9]* attachments")
        shutil.copytree(self.world.data / "keys", folder / "data/keys")
        self.assertRegex(langnghe("doctor", "--data", folder / "data").stdout,
                         r"Attachments: [1-9][0-9]* whole, 0 erased, 0 damaged, 0 missing")
        server = Server(folder / "data")
        self.addCleanup(server.end)
        client = Client(server.port, langnghe("user", "token", "cchc_officer", "--data",
                                              folder / "data").stdout.strip())
        self.assertEqual(content, client.get(f"attachments/{sealed}" + PURPOSE).bytes)
        path = next((folder / "data/files").glob(f"*/{sealed[:2]}/{sealed[2:]}"))
        changed = bytearray(path.read_bytes())
        changed[150_000] ^= 1
        path.write_bytes(changed)
        refused = client.get(f"attachments/{sealed}" + PURPOSE)
        self.assertEqual((500, "attachment_damaged"), (refused.status, refused.json["code"]))
        server.end()
        ill = langnghe("doctor", "--data", folder / "data", check=False)
        self.assertEqual(1, ill.returncode)
        self.assertIn("1 damaged", ill.stdout)


class Settings(unittest.TestCase):
    def test_limits_are_settings(self):
        world = World("--attachment-bytes-max", "1000", "--attachment-types", "application/pdf")
        self.addCleanup(world.close)
        officer = world.as_user("cchc_officer")
        send = lambda content, kind: officer.request("POST", "attachments", content,
                                                     {"Content-Type": kind}).status
        self.assertEqual(201, send(b"%PDF-1.7" + b"x" * 992, "application/pdf"))
        self.assertEqual(413, send(b"%PDF-1.7" + b"x" * 993, "application/pdf"))
        self.assertEqual(415, send(picture(100), "image/jpeg"))

    def test_an_old_file_that_nobody_names_is_swept_at_the_start(self):
        world = World()
        self.addCleanup(world.close)
        answer = world.as_user("cchc_officer").request("POST", "attachments", picture(1_000),
                                               {"Content-Type": "image/jpeg"})
        name = answer.json["attachment"]
        file = next((world.data / "files").glob(f"*/{name[:2]}/{name[2:]}"))
        world.restart()
        self.assertTrue(file.exists(), "a fresh file waits")
        world.server.end()
        os.utime(file, (time.time() - 25 * 3600,) * 2)
        world.restart()
        end = time.monotonic() + PATIENCE
        while file.exists() and time.monotonic() < end:
            time.sleep(0.05)
        self.assertFalse(file.exists())

    def test_an_unknown_media_type_is_a_wrong_setting(self):
        folder = tempfile.mkdtemp(prefix="langnghe-files-")
        self.addCleanup(shutil.rmtree, folder, True)
        done = langnghe("serve", "--data", folder, "--attachment-types", "text/html", check=False)
        self.assertEqual(1, done.returncode)
        self.assertIn("--attachment-types", done.stderr)


if __name__ == "__main__":
    unittest.main()
