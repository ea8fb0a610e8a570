"""The live stream of a ward with real processes: every position once and in order, whatever is lost in between, and
a thousand streams that cost little. LANGNGHE_LIVE=long: for ten minutes, as tools/bench/http_live does."""

import os
import random
import resource
import time
import unittest

from live_follower import Follower, follow
from live_load import Load, Writers, enough_files, measure
from ward import World, fresh_key

LONG = os.environ.get("LANGNGHE_LIVE") == "long"
LOSSES = 100
GROWTH_KIB_MAX = 96 * 1024
READ_MS_MAX = 2000  # beside whatever else the machine does; tools/bench/http_live knows the bar
RECORD_BYTES_MIN = 100


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


class EachPosition(Ward):
    def test_is_seen_once_and_in_order_by_a_client_that_loses_its_connection_a_hundred_times(self):
        chance = random.Random(2021)
        first = self.size()
        writers = Writers(self.port, self.token, 2, pause=0.01)
        self.addCleanup(writers.stop)
        seen, last = [], first - 1
        for _ in range(LOSSES):
            wanted = len(seen) + chance.randrange(8)
            last = follow(self.port, self.token, seen, last, lambda: len(seen) >= wanted)
        writers.stop()
        self.assertEqual([], writers.wrong)
        end = self.size()
        if last < end - 1:
            follow(self.port, self.token, seen, last, lambda: seen and seen[-1] >= end - 1)
        self.assertEqual(list(range(first, first + len(seen))), seen)
        self.assertGreaterEqual(len(seen), max(end - first, writers.made))

    def test_is_seen_once_and_in_order_over_restarts_of_the_server(self):
        first = self.size()
        seen, last = [], first - 1
        for clean in (False, True, False):
            writers = Writers(self.port, self.token, 2)
            time.sleep(0.5)
            writers.stop()
            end = self.size()
            last = follow(self.port, self.token, seen, last, lambda: seen and seen[-1] >= end - 1)
            open_stream = Follower(self.port, self.token, last)
            self.assertEqual("begin", next(open_stream.events())[1])
            if clean:
                self.assertEqual(0, self.world.server.stop())
                # Until the end the clock may still record what is overdue.
                rest = [position for position, name, _ in open_stream.events() if name == "record"]
                self.assertEqual(list(range(last + 1, last + 1 + len(rest))), rest, "the stream ends whole")
                seen, last = seen + rest, last + len(rest)
            self.world.restart()
        self.assertEqual(list(range(first, first + len(seen))), seen)
        self.assertGreaterEqual(first + len(seen), end)


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


class ManyStreams(Ward):
    LOAD = Load(seconds=600 if LONG else 30, watching=0 if LONG else 50, losses=LOSSES)
    OPTIONS = LOAD.options

    def setUp(self):
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, limits)
        if not enough_files(self.LOAD):
            self.skipTest("the system allows too few open files")
        super().setUp()

    def test_cost_no_thread_and_flat_memory_and_hold_up_no_read(self):
        done = measure(self.world.server, self.token, self.LOAD)
        took = done.pop("reads_ms")
        p99 = took[len(took) * 99 // 100]
        print(f"\n{len(took)} reads, p50 {took[len(took) // 2]:.0f} ms, p99 {p99:.0f} ms, {done}")
        self.assertEqual([], done["writers"]["wrong"])
        self.assertGreater(done["writers"]["made"], self.LOAD.seconds)
        self.assertEqual(0, done["streams"]["ended"])
        before, with_streams, at_the_end = done["threads"]
        self.assertEqual(before, with_streams)
        self.assertLess(at_the_end - before, 8, "those of the database alone")
        self.assertLess(done["memory_kib"][-1] - done["memory_kib"][0], GROWTH_KIB_MAX)
        self.assertGreater(len(took), self.LOAD.seconds)
        self.assertLess(p99, READ_MS_MAX)
        positions = done["follower"]["positions"]
        self.assertTrue(done["follower"]["once_and_in_order"])
        self.assertGreaterEqual(positions, done["writers"]["made"])
        self.assertGreaterEqual(done["streams"]["received"], self.LOAD.watching * positions * RECORD_BYTES_MIN)


if __name__ == "__main__":
    unittest.main()
