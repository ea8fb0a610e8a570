"""The serving process without what it needs: descriptors, room on the disk, clients that read. It
answers meanwhile, and goes on by itself when it has everything again.

Long forms: LANGNGHE_IDLE=1024 LANGNGHE_SLOW=1024 (connections), LANGNGHE_MIXED_SECONDS=60."""

import os
import resource
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import unittest

from ward import BASE, Client, Server, World, langnghe

IDLE = int(os.environ.get("LANGNGHE_IDLE", "300"))
SLOW = int(os.environ.get("LANGNGHE_SLOW", "150"))
MIXED_SECONDS = float(os.environ.get("LANGNGHE_MIXED_SECONDS", "0"))
HEALTH_SECONDS_MAX = 1.0  # 50 ms on a machine that does nothing else
MEBIBYTE = 1 << 20


def memory_of(process):
    """Resident bytes."""
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024


def connect(port):
    return socket.create_connection(("127.0.0.1", port), timeout=30)


def await_true(what, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if what():
            return True
        time.sleep(0.2)
    return False


def register(admin, name, display_name="Thử"):
    return admin.post(f"users/{name}/register", {"display_name": display_name, "official": None})


class Starved(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def ready(self):
        return Client(self.world.server.port).get("/readyz").status == 200

    def signed(self, size):
        answer = Client(self.world.server.port).get("tlog/checkpoint")
        return answer.status == 200 and int(answer.bytes.split(b"\n")[1]) >= size

    def health_seconds(self):
        began = time.monotonic()
        answer = Client(self.world.server.port).get("/healthz")
        self.assertEqual(200, answer.status)
        return time.monotonic() - began

    def test_idle_strangers_under_a_small_limit_of_files(self):
        self.world.server.stop()
        # The child gets the limit of its parent; this process needs room for its own ends.
        hard = min(1024, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
        before = resource.getrlimit(resource.RLIMIT_NOFILE)
        data = self.world.data
        self.world.server = start_limited(data, 256, hard)
        self.assertIn("connections at most", "".join(self.world.server.output))
        admin = self.world.as_user("admin")
        self.assertEqual(before, resource.getrlimit(resource.RLIMIT_NOFILE))
        strangers = []
        for _ in range(IDLE):
            try:
                strangers.append(connect(self.world.server.port))
            except OSError:
                break
        time.sleep(1)
        for stranger in strangers:
            stranger.close()
        for number in range(5):
            answer = register(admin, f"sau-{number}")
            self.assertEqual(201, answer.status, answer.bytes)
        size = int(answer.headers["x-ledger-size"])
        self.assertTrue(await_true(lambda: self.signed(size)), "heads are signed again")
        self.assertTrue(await_true(self.ready))

    def test_waits_and_slow_readers_leave_health_alone(self):
        reader = self.world.as_user("chair")
        token = self.world.tokens["chair"]
        waiting = []
        for _ in range(64):
            waiting.append(connect(self.world.server.port))
            waiting[-1].sendall(f"GET {BASE}issues?min_position=9007199254740991 HTTP/1.1\r\n"
                                f"Host: a\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
        self.assertLess(self.health_seconds(), HEALTH_SECONDS_MAX)
        for connection in waiting:
            self.assertIn(b" 503 ", connection.recv(1024))
            connection.close()

        slow = []
        for _ in range(SLOW):
            connection = socket.socket()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.settimeout(30)
            connection.connect(("127.0.0.1", self.world.server.port))
            connection.sendall(f"GET {BASE}events?limit=500 HTTP/1.1\r\nHost: a\r\n"
                               f"Authorization: Bearer {token}\r\n\r\n".encode())
            slow.append(connection)
        time.sleep(3)
        memory = memory_of(self.world.server.process)
        seconds = self.health_seconds()
        print(f"{SLOW} slow readers: {memory // MEBIBYTE} MiB, /healthz {seconds * 1000:.0f} ms")
        self.assertLess(memory, 300 * MEBIBYTE)
        self.assertLess(seconds, HEALTH_SECONDS_MAX)
        for connection in slow:
            connection.close()
        self.assertTrue(await_true(lambda: reader.get("events?limit=500").status == 200))

    @unittest.skipUnless(MIXED_SECONDS > 0, "a measurement: LANGNGHE_MIXED_SECONDS=60")
    def test_mixed_load(self):
        readers, writers = 64, 8
        tokens = {name: self.world.as_user(name).token for name in ("chair", "admin")}
        end = time.monotonic() + MIXED_SECONDS
        taken = {"read": [], "act": []}
        faults = []

        def run(kind, number):
            client = Client(self.world.server.port, tokens["chair" if kind == "read" else "admin"])
            paths = ("issues", "schedule?year=2021", "dialogues", "work")
            count = 0
            while time.monotonic() < end:
                began = time.monotonic()
                answer = (client.get(paths[count % 4]) if kind == "read" else
                          register(client, f"n{number}-{count}"))
                taken[kind].append(time.monotonic() - began)
                count += 1
                if answer.status not in (200, 201, 304):
                    faults.append((kind, answer.status, answer.bytes[:200]))

        before = memory_of(self.world.server.process)
        threads = [threading.Thread(target=run, args=(kind, number))
                   for kind, count in (("read", readers), ("act", writers))
                   for number in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for kind, times in taken.items():
            times.sort()
            print(f"{kind}: {len(times)} in {MIXED_SECONDS:.0f} s, p50 "
                  f"{times[len(times) // 2] * 1000:.1f} ms, p99 "
                  f"{times[len(times) * 99 // 100] * 1000:.1f} ms")
        print(f"memory: {before // MEBIBYTE} MiB before, "
              f"{memory_of(self.world.server.process) // MEBIBYTE} MiB after")
        self.assertEqual([], faults[:3])


def start_limited(data, soft, hard):
    """A server whose limits of open files are these: set by a shell in front of it."""
    class Limited(Server):
        def __init__(self):
            import ward
            script = os.path.join(tempfile.mkdtemp(prefix="langnghe-limited-"), "langnghe")
            with open(script, "w", encoding="ascii") as text:
                text.write(f'#!/bin/sh\nulimit -Hn {hard}\nulimit -Sn {soft}\n'
                           f'exec "{ward.BINARY}" "$@"\n')
            os.chmod(script, 0o700)
            known, ward.BINARY = ward.BINARY, script
            try:
                super().__init__(data)
            finally:
                ward.BINARY = known
                shutil.rmtree(os.path.dirname(script), True)

    return Limited()


def small_disk(mebibytes):
    """A file system of that size, or none where this account may not mount one."""
    folder = tempfile.mkdtemp(prefix="langnghe-disk-")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", folder],
                             capture_output=True, check=False)
    if mounted.returncode != 0:
        os.rmdir(folder)
        return None
    return folder


class FullDisk(unittest.TestCase):
    def setUp(self):
        self.disk = small_disk(160)
        if self.disk is None:
            self.skipTest("a small file system cannot be mounted by this account")
        self.addCleanup(self.unmount)
        self.world = World()
        self.addCleanup(self.world.close)
        self.world.server.stop()
        self.data = f"{self.disk}/data"
        shutil.copytree(self.world.data, self.data)
        self.server = None

    def unmount(self):
        if self.server is not None:
            self.server.end()
        subprocess.run(["umount", "-l", self.disk], check=False)
        os.rmdir(self.disk)

    def fill(self):
        """Takes all room that is left."""
        with open(f"{self.disk}/filler", "ab", buffering=0) as filler:
            for size in (1 << 20, 1 << 12, 1 << 9, 1):
                try:
                    while filler.write(b"x" * size) == size:
                        pass
                except OSError:
                    pass


    def leave(self, mebibytes):
        """Takes all but so much."""
        self.fill()
        filler = f"{self.disk}/filler"
        os.truncate(filler, os.path.getsize(filler) - mebibytes * MEBIBYTE)

    def run_full(self, *options, left=0):
        shutil.copy(self.world.data / "accounts.json", f"{self.data}/accounts.json")
        if left:
            self.leave(left)  # before the ledger's log reserves room for itself
        self.server = Server(self.data, *options)
        admin = Client(self.server.port, self.admin)
        acknowledged = int(admin.get("users").headers["x-ledger-size"])
        if not left:
            self.assertEqual(201, register(admin, "truoc").status)
            self.fill()
        refused = number = 0
        while refused < 10 and number < 5000:  # what was reserved before is filled up first
            number += 1
            answer = register(admin, f"day-{number}", "Nguyễn Thị Thử " * 60)
            if answer.status == 201:
                acknowledged = int(answer.headers["x-ledger-size"])
                continue
            self.assertIn(answer.status, (503, 507), answer.bytes)
            refused += 1
            read = admin.get("users")
            self.assertEqual(200, read.status, read.bytes)
        self.assertGreater(refused, 0)
        self.assertEqual(503, admin.get("/readyz").status)
        self.server.kill()

        self.fill()
        self.server = Server(self.data, *options)  # nothing at all is left
        admin = Client(self.server.port, self.admin)
        self.assertEqual(200, admin.get("users").status)
        self.assertGreaterEqual(int(admin.get("users").headers["x-ledger-size"]), acknowledged)
        self.assertIn(register(admin, "day").status, (503, 507))

        os.unlink(f"{self.disk}/filler")
        self.assertTrue(await_true(lambda: register(admin, f"lai-{time.monotonic_ns()}").status
                                   == 201))
        self.assertTrue(await_true(lambda: admin.get("/readyz").status == 200),
                        admin.get("/readyz").bytes)
        self.assertEqual(0, self.server.stop())
        self.assertEqual(0, langnghe("doctor", "--data", self.data).returncode)

    def test_with_a_reserve(self):
        self.admin = langnghe("user", "token", "admin", "--data", self.world.data).stdout.strip()
        self.run_full()

    def test_without_a_reserve(self):
        self.admin = langnghe("user", "token", "admin", "--data", self.world.data).stdout.strip()
        self.run_full("--disk-reserve", "0", left=3)


if __name__ == "__main__":
    unittest.main()
