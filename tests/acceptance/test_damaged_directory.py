"""Each file of a data directory is lost or damaged in turn: the program refuses to start with a
reason, or is not ready and says why, or has mended it. It is never ready with something lost."""

import shutil
import time
import unittest

from ward import WARD, Client, Server, World, langnghe

DAMAGES = ("missing", "empty", "flipped", "cut", "folder")


def damage(path, how):
    content = path.read_bytes()
    path.unlink()
    if how == "empty":
        path.write_bytes(b"")
    elif how == "flipped":
        at = len(content) // 2
        path.write_bytes(content[:at] + bytes([content[at] ^ 0x10]) + content[at + 1:])
    elif how == "cut":
        path.write_bytes(content[:len(content) * 2 // 3])
    elif how == "folder":
        path.mkdir()
    if path.exists() and how != "folder":
        path.chmod(0o600)


def first(folder, pattern):
    return sorted(folder.glob(pattern))[0]


FILES = {
    "ledger/CURRENT": lambda data: data / "ledger/CURRENT",
    "ledger/MANIFEST": lambda data: first(data, "ledger/MANIFEST-*"),
    # The records: whatever else lies in tables is compared with them by doctor.
    "ledger/table": lambda data: max(data.glob("ledger/*.sst"), key=lambda f: f.stat().st_size),
    "vault/key": lambda data: next(file for file in sorted(data.glob("vault/??/*"))
                                   if len(file.name) == 62),
    "keys/master.key": lambda data: data / "keys/master.key",
    "keys/log.key": lambda data: data / "keys/log.key",
    "anchor": lambda data: data / f"anchor/{WARD}.checkpoint",
    "proof/level-0": lambda data: data / f"proof/{WARD}/level-0",
    "views/CURRENT": lambda data: data / "views/CURRENT",
    "search": lambda data: data / f"search/{WARD}.sqlite",
    "accounts.json": lambda data: data / "accounts.json",
    "clock.txt": lambda data: data / "clock.txt",
}
# Files that are made again from the ledger, or are only notes: nothing is lost with them.
MENDED = ("proof/level-0", "views/CURRENT", "search", "clock.txt")


class DamagedDirectory(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        world = World()
        chair = world.as_user("chair")
        world.as_user("cchc_officer")
        size = int(chair.get("issues").headers["x-ledger-size"])
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            answer = chair.get("tlog/checkpoint")
            if answer.status == 200 and answer.bytes.split(b"\n")[1] == str(size).encode():
                break
            time.sleep(0.1)
        world.server.stop()
        # Once more, so that the ledger lies in tables.
        Server(world.data).stop()
        cls.world, cls.size, cls.token = world, size, world.tokens["chair"]
        cls.cchc = world.tokens["cchc_officer"]
        cls.addClassCleanup(world.close)

    def start(self, data):
        """The server, or what it said when it refused."""
        try:
            return Server(data), ""
        except AssertionError as refused:
            return None, str(refused)

    def readiness(self, client):
        """The last answer of /readyz, awaited a while: what is mended takes a moment."""
        deadline = time.monotonic() + 10
        answer = client.get("/readyz")
        while answer.status != 200 and time.monotonic() < deadline:
            time.sleep(0.2)
            answer = client.get("/readyz")
        return answer

    def check(self, name, how):
        copy = self.world.folder / "copy"
        shutil.rmtree(copy, True)
        shutil.copytree(self.world.data, copy)
        damage(FILES[name](copy), how)
        server, refusal = self.start(copy)
        if server is None:
            self.assertNotIn(name, MENDED, refusal)
            reason = refusal.split("the server did not start:", 1)[1].strip()
            self.assertIn("langnghe: ", reason)
            self.assertNotIn("another langnghe", reason)
            return "refused"
        try:
            client = Client(server.port, self.token)
            ready = self.readiness(client)
            if ready.status != 200:
                self.assertEqual(503, ready.status)
                self.assertTrue(ready.json["errors"][0]["code"], ready.bytes)
                self.assertNotIn(name, MENDED, ready.bytes)
                return "not ready: " + ready.json["errors"][0]["code"]
            issues = client.get("issues")
            self.assertEqual(200, issues.status, issues.bytes)
            self.assertEqual(self.size, int(issues.headers["x-ledger-size"]))
        finally:
            server.stop()
        doctor = langnghe("doctor", "--data", copy, check=False)
        self.assertEqual(0, doctor.returncode, f"ready with a loss\n{doctor.stdout}")
        return "ready, nothing lost"

    def test_every_file_and_damage(self):
        for name in FILES:
            for how in DAMAGES:
                with self.subTest(file=name, damage=how):
                    found = self.check(name, how)
                    print(f"{name:18} {how:8} {found}", flush=True)

    def test_a_lost_vault_is_refused_and_doctor_fails_too(self):
        copy = self.world.folder / "copy"
        shutil.rmtree(copy, True)
        shutil.copytree(self.world.data, copy)
        shutil.rmtree(copy / "vault")
        server, refusal = self.start(copy)
        self.assertIsNone(server)
        self.assertIn("vault", refusal)
        self.assertNotEqual(0, langnghe("doctor", "--data", copy, check=False).returncode)

    def test_known_residents_get_no_new_key_in_place_of_a_lost_one(self):
        copy = self.world.folder / "copy"
        shutil.rmtree(copy, True)
        shutil.copytree(self.world.data, copy)
        keys = [file for file in sorted(copy.glob("vault/??/*")) if len(file.name) == 62]
        for key in keys[1:]:
            key.unlink()
        server, refusal = self.start(copy)
        self.assertIsNotNone(server, refusal)
        self.addCleanup(server.end)
        client = Client(server.port, self.token)
        ready = self.readiness(client)
        self.assertEqual(503, ready.status)
        self.assertIn("keys_lost", ready.bytes.decode())
        self.assertIn("keys_lost", client.get("/metrics").bytes.decode())
        self.assertIn("restore the vault", "".join(server.output))
        residents, after = [], 0
        while len(residents) < 3:
            page = client.get(f"events?after={after}&limit=500").json
            residents += [item["record"]["stream"].removeprefix("resident-")
                          for item in page["items"]
                          if item["record"]["type"] == "resident.registered"]
            after = page["next"]
        cchc = Client(server.port, self.cchc)
        for resident in residents[:3]:
            sent = cchc.request("POST", f"attachments?resident={resident}",
                                b"\xff\xd8\xff\xe0 a road", {"Content-Type": "image/jpeg"})
            self.assertIn(sent.status, (201, 503), sent.bytes)
        left = [file for file in copy.glob("vault/??/*") if len(file.name) == 62]
        self.assertEqual(keys[:1], left)

    def test_a_lost_ledger_is_refused(self):
        copy = self.world.folder / "copy"
        shutil.rmtree(copy, True)
        shutil.copytree(self.world.data, copy)
        for folder in ("ledger", "anchor", "proof"):
            shutil.rmtree(copy / folder)
        server, refusal = self.start(copy)
        self.assertIsNone(server)
        self.assertIn("the ledger is empty", refusal)

    def test_what_others_may_read_is_closed_to_them_and_said(self):
        copy = self.world.folder / "copy"
        shutil.rmtree(copy, True)
        shutil.copytree(self.world.data, copy)
        for path, mode in ((copy, 0o755), (copy / "keys", 0o777), (copy / "keys/master.key", 0o644),
                           (copy / "accounts.json", 0o666), (copy / "ledger", 0o755)):
            path.chmod(mode)
        server, refusal = self.start(copy)
        self.assertIsNotNone(server, refusal)
        server.stop()
        for path in (copy, copy / "keys", copy / "keys/master.key", copy / "accounts.json",
                     copy / "ledger"):
            self.assertEqual(0, path.stat().st_mode & 0o077, path)
        self.assertGreaterEqual("".join(server.output).count("closed to them now"), 5)

    def test_another_process_on_the_directory_is_named(self):
        server = Server(self.world.data)
        self.addCleanup(server.stop)
        second, refusal = self.start(self.world.data)
        self.assertIsNone(second)
        self.assertIn("another langnghe uses this directory", refusal)


if __name__ == "__main__":
    unittest.main()
