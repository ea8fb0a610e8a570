"""The live stream of a ward with real processes: every position once and in order, whatever is lost in between, and
many streams that cost little. LANGNGHE_LIVE=long: a thousand streams, for a minute."""

import http.client
import json
import os
import pathlib
import random
import resource
import selectors
import socket
import threading
import time
import unittest

from ward import BASE, World, fresh_key

LONG = os.environ.get("LANGNGHE_LIVE") == "long"
STREAMS = 1000 if LONG else 200
SECONDS = 60 if LONG else 10
WRITERS = 8
LOSSES = 100
GROWTH_KIB_MAX = 96 * 1024
PATIENCE = 60


class Follower:
    """One connection to the stream, as a browser's EventSource reads it."""

    def __init__(self, port, token, last=None, query=""):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        headers = {"Authorization": f"Bearer {token}"}
        if last is not None:
            headers["Last-Event-ID"] = str(last)
        self.connection.request("GET", f"{BASE}live{query}", headers=headers)
        self.response = self.connection.getresponse()
        self.status = self.response.status

    def events(self):
        """(id, name, data) of each event, until the server ends the stream; heartbeats are named `:`."""
        last, name, data = None, None, None
        while line := self.response.readline():
            text = line.decode().rstrip("\n")
            if text.startswith(":"):
                yield last, ":", None
            elif text.startswith("id: "):
                last = int(text[4:])
            elif text.startswith("event: "):
                name = text[7:]
            elif text.startswith("data: "):
                data = json.loads(text[6:])
            elif text == "" and name is not None:
                yield last, name, data
                name, data = None, None

    def cut(self):
        self.connection.sock and self.connection.sock.shutdown(socket.SHUT_RDWR)
        self.response.close()
        self.connection.close()


class Writers:
    """People who record something, one record an act, until they are told to stop."""

    def __init__(self, world, count, pause=0.0):
        self.world, self.pause = world, pause
        self.stopping, self.made, self.wrong = threading.Event(), 0, []
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.write, args=(number,)) for number in range(count)]
        world.as_user("admin")  # its token, before there are threads
        for thread in self.threads:
            thread.start()

    def write(self, number):
        client, turn = self.world.as_user("admin", described=False), 0
        while not self.stopping.is_set():
            turn += 1
            answer = client.post(f"users/song-{number}-{turn}/register", {"display_name": "Thử", "official": None},
                                 key=fresh_key())
            with self.lock:
                self.made += answer.status == 201
                if answer.status not in (201, 503):
                    self.wrong.append((answer.status, answer.bytes))
            time.sleep(self.pause)

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()


class Ward(unittest.TestCase):
    OPTIONS = ()

    def setUp(self):
        self.world = World(*self.OPTIONS)
        self.addCleanup(self.world.close)
        self.reader = self.world.as_user("cchc_officer")
        self.token = self.reader.token

    @property
    def port(self):
        return self.world.server.port

    def size(self):
        return int(self.world.as_user("cchc_officer").get("issues?limit=1").headers["x-ledger-size"])

    def positions(self, seen, last, until):
        """Follows on from `last` until that position is seen."""
        follower = Follower(self.port, self.token, last)
        for position, name, data in follower.events():
            if name == "record":
                self.assertEqual(position, data["position"])
                seen.append(position)
                if position >= until:
                    break
        follower.cut()


class EachPosition(Ward):
    def test_is_seen_once_and_in_order_by_a_client_that_loses_its_connection_a_hundred_times(self):
        chance = random.Random(2021)
        first = self.size()
        writers = Writers(self.world, 2, pause=0.01)
        self.addCleanup(writers.stop)
        seen, last = [], first - 1
        for _ in range(LOSSES):
            follower = Follower(self.port, self.token, last)
            self.assertEqual(200, follower.status)
            wanted = chance.randrange(8)
            for position, name, _ in follower.events():
                if name == "record":
                    seen.append(position)
                    last = position
                    wanted -= 1
                if wanted <= 0:
                    break
            follower.cut()
        writers.stop()
        self.assertEqual([], writers.wrong)
        end = self.size()
        if not seen or seen[-1] < end - 1:
            self.positions(seen, last, end - 1)
        self.assertEqual(list(range(first, end)), seen)
        self.assertGreaterEqual(len(seen), writers.made)

    def test_is_seen_once_and_in_order_over_restarts_of_the_server(self):
        first = self.size()
        seen, last = [], first - 1
        for clean in (False, True, False):
            writers = Writers(self.world, 2)
            time.sleep(0.5)
            writers.stop()
            end = self.size()
            self.positions(seen, last, end - 1)
            last = seen[-1]
            open_stream = Follower(self.port, self.token, last)
            self.assertEqual("begin", next(open_stream.events())[1])
            if clean:
                self.assertEqual(0, self.world.server.stop())
                self.assertEqual([], list(open_stream.events()), "the stream ends whole")
            self.world.restart()
        self.assertEqual(list(range(first, self.size())), seen)


class End(Ward):
    def ended(self, follower):
        reasons = [data["reason"] for _, name, data in follower.events() if name == "end"]
        self.assertEqual(1, len(reasons))
        return reasons[0]

    def test_comes_at_once_with_a_token_that_is_revoked(self):
        follower = Follower(self.port, self.token, query="?kind=report")
        self.assertEqual("begin", next(follower.events())[1])
        began = time.monotonic()
        gone = self.world.as_user("admin").request("DELETE", "users/cchc_officer/tokens",
                                                   headers={"Idempotency-Key": fresh_key()})
        self.assertEqual(204, gone.status, gone.bytes)
        self.assertEqual("signed_out", self.ended(follower))
        self.assertLess(time.monotonic() - began, 5)

    def test_comes_with_a_role_that_is_revoked(self):
        follower = Follower(self.port, self.token, query="?kind=report")
        self.assertEqual("begin", next(follower.events())[1])
        admin = self.world.as_user("admin")
        revoked = admin.act("users/cchc_officer/revoke-role", {"role": "cchc_officer"})
        self.assertEqual(200, revoked.status, revoked.bytes)
        self.assertEqual("rights_changed", self.ended(follower))

    def test_a_silent_stream_shows_that_it_lives(self):
        follower = Follower(self.port, self.token, query="?kind=report")
        self.assertEqual(["begin", ":"], [name for _, (_, name, _) in zip(range(2), follower.events())])


class Crowd:
    """Raw connections that are read as bytes come, so that Python keeps up with many."""

    def __init__(self, port, token, count):
        self.selector = selectors.DefaultSelector()
        self.sockets = []
        self.whole = bytearray()  # what the first one, which is shown everything, received
        self.received = 0
        for number in range(count):
            query = "" if number % 4 == 0 else "?kind=report"
            raw = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
            raw.sendall(f"GET {BASE}live{query} HTTP/1.0\r\nHost: a\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
            head = raw.recv(64)
            assert b" 200 " in head, head
            raw.setblocking(False)
            self.sockets.append(raw)
            self.selector.register(raw, selectors.EVENT_READ, number)

    def read(self, seconds):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for key, _ in self.selector.select(0.1):
                came = key.fileobj.recv(1 << 16)
                assert came, "a stream ended"
                self.received += len(came)
                if key.data == 0:
                    self.whole += came

    def close(self):
        for raw in self.sockets:
            raw.close()
        self.selector.close()


class ManyStreams(Ward):
    OPTIONS = ("--event-streams-per-user-max", str(STREAMS + 10))

    def setUp(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        if hard < STREAMS + 200:
            self.skipTest("the system allows too few open files")
        super().setUp()

    def of_process(self, name):
        status = pathlib.Path(f"/proc/{self.world.server.process.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(name + ":"))

    def ask_on(self, stopping, took):
        client = self.world.as_user("cchc_officer", described=False)
        while not stopping.is_set():
            began = time.monotonic()
            self.assertEqual(200, client.get("issues?limit=5").status)
            took.append(time.monotonic() - began)
            time.sleep(0.02)

    def test_cost_no_thread_and_flat_memory_and_hold_up_no_read(self):
        first = self.size()
        threads = self.of_process("Threads")
        crowd = Crowd(self.port, self.token, STREAMS)
        self.addCleanup(crowd.close)
        self.assertEqual(threads, self.of_process("Threads"))
        writers = Writers(self.world, WRITERS)
        self.addCleanup(writers.stop)
        stopping, took = threading.Event(), []
        asking = threading.Thread(target=self.ask_on, args=(stopping, took))
        asking.start()
        crowd.read(SECONDS / 4)
        memory = self.of_process("VmRSS")
        crowd.read(SECONDS)
        growth = self.of_process("VmRSS") - memory
        writers.stop()
        stopping.set()
        asking.join()
        self.assertEqual([], writers.wrong)
        self.assertLess(self.of_process("Threads") - threads, 8, "those of the database alone")
        self.assertLess(growth, GROWTH_KIB_MAX)
        took.sort()
        self.assertGreater(len(took), SECONDS)
        self.assertLess(took[len(took) * 99 // 100], 2.0)
        end = self.size()
        deadline = time.monotonic() + PATIENCE
        while f"id: {end - 1}\n".encode() not in crowd.whole and time.monotonic() < deadline:
            crowd.read(0.2)
        seen = [int(line[4:]) for line in bytes(crowd.whole).splitlines() if line.startswith(b"id: ")]
        self.assertEqual(list(range(first - 1, end)), seen)  # `begin` has the position before
        print(f"\n{STREAMS} streams, {writers.made} records, {crowd.received >> 10} KiB sent, memory +{growth} KiB, "
              f"reads p50 {took[len(took) // 2] * 1e3:.0f} ms, p99 {took[len(took) * 99 // 100] * 1e3:.0f} ms")


if __name__ == "__main__":
    unittest.main()
