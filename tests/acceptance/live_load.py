"""Load on the live stream of a ward: streams on which nothing comes, people who record, one who reads, and a client that loses its connection again and
again. Each kind is a process of its own: what a read is seen to take is not a wait for the other kinds' Python. tools/bench/http_live prints it."""

import dataclasses
import multiprocessing
import pathlib
import resource
import selectors
import socket
import threading
import time
import traceback

from live_follower import PATIENCE, follow
from ward import BASE, Client, fresh_key

FILES_BESIDE_STREAMS = 200
SAMPLES = 10
READS = ("issues?limit=20", "issues?q=hem&limit=20", "schedule?year=2021", "commitments")
fork = multiprocessing.get_context("fork")


@dataclasses.dataclass(frozen=True)
class Load:
    seconds: float
    streams: int = 1000
    watching: int = 0  # of the streams, those on which every record comes
    writers: int = 64
    pause: float = 1.0  # seconds that a writer rests after each record
    losses: int = 100

    @property
    def options(self):
        """Of the server: all these streams are one user's."""
        return ("--event-streams-per-user-max", self.streams + 10, "--event-streams-max", self.streams + 10)


class Writers:
    """People who record issues, one after the other, until they are told to stop."""

    def __init__(self, port, token, count, pause=0.0):
        self.port, self.token, self.pause = port, token, pause
        self.stopping, self.made, self.put_off, self.wrong = threading.Event(), 0, 0, []
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.write, args=(fresh_key(),)) for _ in range(count)]
        for thread in self.threads:
            thread.start()

    def write(self, name):
        client, turn = Client(self.port, self.token, described=False), 0
        while not self.stopping.is_set():
            turn += 1
            answer = client.post(f"issues/{name}-{turn}/record", {
                "channel": "letter", "khom": "tan-my", "received": "2021-02-01", "subject": "Cống nghẹt hẻm 7", "field": "DRAINAGE",
                "words": "Cống hẻm 7 nghẹt hai tuần nay.", "speaker": {"name": "Người dân mẫu"}}, key=fresh_key())
            with self.lock:
                self.made += answer.status == 201
                self.put_off += answer.status == 503
                if answer.status not in (201, 503):
                    self.wrong.append((answer.status, answer.bytes))
            self.stopping.wait(self.pause)

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()


class Child:
    """A process that does one kind of work and says how far it is; what it dies of is raised here."""

    def __init__(self, work, *arguments):
        self.said, says = fork.Pipe(duplex=False)
        self.process = fork.Process(target=self.run, args=(work, says.send, *arguments), daemon=True)
        self.process.start()
        says.close()

    @staticmethod
    def run(work, say, *arguments):
        try:
            work(say, *arguments)
        except BaseException:
            say(RuntimeError(traceback.format_exc()))

    def next(self, seconds=PATIENCE):
        assert self.said.poll(seconds), "a process of the load says nothing"
        said = self.said.recv()
        if isinstance(said, Exception):
            raise said
        return said

    def end(self):
        self.process.kill()
        self.process.join()


def hold_streams(say, port, token, load, stopping):
    selector, held = selectors.DefaultSelector(), []
    for number in range(load.streams):
        query = "" if number < load.watching else "?kind=report"
        raw = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        raw.sendall(f"GET {BASE}live{query} HTTP/1.0\r\nHost: a\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
        head = raw.recv(64)
        assert b" 200 " in head, head
        raw.setblocking(False)
        held.append(raw)
        selector.register(raw, selectors.EVENT_READ)
    say("open")
    ended = received = 0
    while not stopping.is_set():
        for key, _ in selector.select(0.1):
            came = key.fileobj.recv(1 << 16)
            received += len(came)
            if not came:
                ended += 1
                selector.unregister(key.fileobj)
    say({"ended": ended, "received": received})


def write(say, port, token, load, stopping):
    writers = Writers(port, token, load.writers, load.pause)
    stopping.wait()
    writers.stop()
    say({"made": writers.made, "put_off": writers.put_off, "wrong": writers.wrong[:5]})


def read(say, port, token, measuring, stopping):
    """Milliseconds of each read while it is measured."""
    client, took, turn = Client(port, token, described=False), [], 0
    while not stopping.is_set():
        path = READS[turn % len(READS)]
        turn += 1
        began = time.perf_counter()
        answer = client.get(path)
        assert answer.status == 200, (path, answer.status, answer.bytes)
        if measuring.is_set():
            took.append(1000 * (time.perf_counter() - began))
        time.sleep(0.02)
    say(took)


def follow_and_lose(say, port, token, load, first, written):
    seen, last, began = [], first - 1, time.monotonic()
    for loss in range(1, load.losses + 1):
        until = began + load.seconds * loss / load.losses
        last = follow(port, token, seen, last, lambda: time.monotonic() >= until)
    written.wait()
    end = size_of(port, token)
    while last < end - 1:
        last = follow(port, token, seen, last, lambda: seen and seen[-1] >= end - 1)
    say({"positions": len(seen), "once_and_in_order": seen == list(range(first, first + len(seen)))})


def size_of(port, token):
    return int(Client(port, token, described=False).get("issues?limit=1").headers["x-ledger-size"])


def of_process(pid, name):
    status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(name + ":"))


def measure(server, token, load):
    """What a server with `load.options` did under that load. A quarter of the time is spent on the same load beforehand: databases, caches and
    heaps grow to their size first, and what counts is whether they grow on."""
    pid, port = server.process.pid, server.port
    stopping, measuring, written = fork.Event(), fork.Event(), fork.Event()
    threads = [of_process(pid, "Threads")]
    first = size_of(port, token)
    children = []

    def begin(*work):
        children.append(Child(*work))
        return children[-1]

    try:
        streams = begin(hold_streams, port, token, load, stopping)
        streams.next()
        threads.append(of_process(pid, "Threads"))
        whole = dataclasses.replace(load, seconds=load.seconds * 1.25)
        follower = begin(follow_and_lose, port, token, whole, first, written)
        reader = begin(read, port, token, measuring, stopping)
        writers = begin(write, port, token, load, stopping)
        time.sleep(load.seconds / 4)
        measuring.set()
        memory = [of_process(pid, "VmRSS")]
        for _ in range(SAMPLES):
            time.sleep(load.seconds / SAMPLES)
            memory.append(of_process(pid, "VmRSS"))
        threads.append(of_process(pid, "Threads"))
        stopping.set()
        done = {"writers": writers.next(), "reads_ms": sorted(reader.next()), "streams": streams.next()}
        written.set()
        return {**done, "follower": follower.next(), "memory_kib": memory, "threads": threads}
    finally:
        for child in children:
            child.end()


def enough_files(load):
    """May this process and the server have so many files open? Raises what the system lets them."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard >= load.streams + FILES_BESIDE_STREAMS
