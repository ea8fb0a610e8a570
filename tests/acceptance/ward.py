"""The real program for acceptance tests: a data directory, a serving process, and HTTP to it."""

import http.client
import itertools
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

from contract import checker

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("LANGNGHE_BINARY", str(ROOT / "build/release/langnghe"))
WARD = "tan-quy-dong"
BASE = f"/api/v1/wards/{WARD}/"
START_SECONDS_MAX = 60

_keys = itertools.count()
_run = os.urandom(6).hex()


def fresh_key():
    """An idempotency key nobody used before."""
    return f"test-{_run}-{next(_keys)}"


def langnghe(*arguments, check=True):
    """Runs one command of the program to its end; its text is Vietnamese unless it says not."""
    done = subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True,
                          timeout=300, check=False,
                          env={**os.environ, "LANGNGHE_LANG": "en"})
    if check and done.returncode != 0:
        raise AssertionError(f"langnghe {arguments}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def verifier(*arguments):
    """The independent verifier, as a supervisor runs it: (exit status, what it said)."""
    done = subprocess.run([sys.executable, "-B", str(ROOT / "tools/verifier/langnghe_verify.py"),
                           *map(str, arguments)], capture_output=True, text=True, timeout=120,
                          check=False)
    return done.returncode, done.stdout + done.stderr


_demo_lock = threading.Lock()
_demo = None


def demonstration_copy():
    """A data directory with the year 2021; loaded once per test process, then copied."""
    global _demo
    with _demo_lock:
        if _demo is None:
            _demo = tempfile.mkdtemp(prefix="langnghe-year-")
            import atexit
            atexit.register(shutil.rmtree, _demo, ignore_errors=True)
            langnghe("demo", "--data", f"{_demo}/data", "--ward", WARD)
    copy = tempfile.mkdtemp(prefix="langnghe-test-")
    shutil.copytree(f"{_demo}/data", f"{copy}/data")
    return pathlib.Path(copy)


class Answer:
    """A response: status, headers (lower case), and the JSON of the body where it is JSON."""

    def __init__(self, response):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.bytes = response.read()

    @property
    def json(self):
        return json.loads(self.bytes)

    @property
    def etag(self):
        return self.headers.get("etag")


class DidNotStart(AssertionError):
    """A server ended before it served; `status` is how its process ended."""

    def __init__(self, status, output):
        super().__init__("the server did not start:\n" + "".join(output))
        self.status = status


class Server:
    """A serving process on a free port of the loopback. Ended only by its own pid. Its log goes where its output goes,
    or to the file `log`."""

    VERB = "serve"

    def __init__(self, data, *options, port=0, env=None, log=subprocess.STDOUT):
        self.process = subprocess.Popen(
            [BINARY, self.VERB, "--data", str(data), "--listen", f"127.0.0.1:{port}",
             *map(str, options)],
            stdout=subprocess.PIPE, stderr=log, text=True,
            env={**os.environ, "LANGNGHE_LANG": "en", **(env or {})})
        self.output = []
        self.port = self._await_port()
        self._drain = threading.Thread(target=self._read_on, daemon=True)
        self._drain.start()

    def _await_port(self):
        guard = threading.Timer(START_SECONDS_MAX, self.process.kill)
        guard.start()
        try:
            for line in self.process.stdout:
                self.output.append(line)
                found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
                if found:
                    return int(found.group(1))
        finally:
            guard.cancel()
        raise DidNotStart(self.process.wait(timeout=START_SECONDS_MAX), self.output)

    def _read_on(self):
        for line in self.process.stdout:
            self.output.append(line)

    def stop(self):
        """Ctrl-C: the clean end. Answers the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=30)

    def kill(self):
        self.process.kill()
        self.process.wait(timeout=30)

    def end(self):
        if self.process.poll() is None:
            self.kill()


class WitnessProcess(Server):
    """A witness of its own: its key, its memory, its port. It can be killed and come back."""

    VERB = "witness"

    def __init__(self, folder, name, trusted, port=0, env=None):
        self.folder, self.name = pathlib.Path(folder), name
        self.key = self.folder / "witness.key"
        if not self.key.exists():
            langnghe("witness", "--make-key", self.key, "--name", name)
        (self.folder / "trust").write_text("\n".join(trusted) + "\n")
        super().__init__(self.folder / "memory", "--key", self.key, "--trust",
                         self.folder / "trust", port=port, env=env)
        while not any("Verifier key: " in line for line in self.output):
            time.sleep(0.01)
        self.vkey = next(line for line in self.output
                         if "Verifier key: " in line).split(": ", 1)[1].strip()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}={self.vkey}"

    def again(self, trusted=None, env=None):
        """The same witness after it ended, on the same port."""
        keys = trusted or (self.folder / "trust").read_text().split()
        return WitnessProcess(self.folder, self.name, keys, port=self.port, env=env)


class Client:
    """One person with a token. Adds the Idempotency-Key and, by `on`, the If-Match that acts need.
    Every exchange is compared with the contract; `described` is false where another program than
    the ward's service answers."""

    def __init__(self, port, token=None, language="en", timeout=30, described=True):
        self.port, self.token, self.language = port, token, language
        self.described = described
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)

    def request(self, method, path, body=None, headers=None):
        sent = {"Accept-Language": self.language}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
        if body is not None:
            sent["Content-Type"] = "application/json"
        sent.update(headers or {})
        target = path if path.startswith("/") else BASE + path
        try:
            self.connection.request(method, target, body, sent)
            answer = Answer(self.connection.getresponse())
        except (OSError, http.client.HTTPException):
            self.connection.close()
            raise
        if self.described:
            checker().check(method, target, sent, body, answer)
        return answer

    def get(self, path, **headers):
        return self.request("GET", path, headers=headers)

    def post(self, path, body=None, key=None, if_match=None, headers=None):
        sent = {"Idempotency-Key": key or fresh_key()}
        if if_match is not None:
            sent["If-Match"] = if_match
        sent.update(headers or {})
        return self.request("POST", path, {} if body is None else body, sent)

    def act(self, path, body=None, key=None):
        """Acts on a resource at the version it has now."""
        resource = path.rsplit("/", 1)[0]
        return self.post(path, body, key, if_match=self.get(resource).etag)


class World:
    """The demonstration year, served; `world.as_user("chair")` is that person."""

    def __init__(self, *options):
        self.folder = demonstration_copy()
        self.data = self.folder / "data"
        self.options = options
        self.server = Server(self.data, *options)
        self.tokens = {}

    def as_user(self, name, **more):
        if name not in self.tokens:
            self.tokens[name] = langnghe("user", "token", name, "--data",
                                         self.data).stdout.strip()
        return Client(self.server.port, self.tokens[name], **more)

    def restart(self):
        self.server.end()
        self.server = Server(self.data, *self.options)

    def close(self):
        self.server.end()
        shutil.rmtree(self.folder, ignore_errors=True)
