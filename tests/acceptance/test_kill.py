"""kill -9 under load from 16 HTTP writers: nothing acknowledged is lost, nothing is half there, and
every retried Idempotency-Key acted once. LANGNGHE_KILLS sets the number of kills (50 by default),
LANGNGHE_SEED repeats a run."""

import http.client
import json
import os
import random
import threading
import time
import unittest

from ward import Client, World, fresh_key, langnghe

KILLS = int(os.environ.get("LANGNGHE_KILLS", "50"))
SEED = int(os.environ.get("LANGNGHE_SEED", str(random.randrange(1 << 30))))
WRITERS = 16


class Writer(threading.Thread):
    """Keeps recording opinions; one that got no answer is sent again with the same key."""

    def __init__(self, number, test):
        super().__init__(daemon=True)
        self.number, self.test = number, test
        self.acknowledged = {}  # key -> (position of the first event, opinion id)
        self.sent = {}          # key -> opinion id
        self.pending = None     # (key, opinion, body) without an answer yet
        self.repeats = 0
        self.errors = []

    def run(self):
        while not self.test.over.is_set():
            port = self.test.port
            if port is None:
                time.sleep(0.005)
                continue
            try:
                self.write_until_cut(Client(port, self.test.token, timeout=10))
            except (OSError, http.client.HTTPException):
                time.sleep(0.005)
            except Exception as error:  # a failed expectation must reach the test
                self.errors.append(repr(error))
                return

    def write_until_cut(self, client):
        while not self.test.over.is_set() and self.test.port == client.port:
            if self.pending is None:
                opinion = f"o-kill-{self.number}-{len(self.sent)}"
                body = json.dumps({
                    "opinion": opinion, "words": "Đường hẻm ngập nước sau mưa lớn.",
                    "speaker": {"resident": self.test.resident},
                    "issues": [{"issue": f"i-{opinion}-{n}", "subject": "Ngập sau mưa",
                                "field": "DRAINAGE"} for n in (1, 2)]}).encode()
                self.pending = (fresh_key(), opinion, body)
                self.sent[self.pending[0]] = opinion
            key, opinion, body = self.pending
            answer = client.post(f"dialogues/{self.test.dialogue}/record-opinion", body, key=key,
                                 if_match="*")
            if answer.status == 503:
                time.sleep(0.01)
                continue
            if answer.status not in (200, 201):
                raise AssertionError(f"{answer.status} {answer.bytes!r}")
            if answer.headers.get("idempotent-replayed") == "true":
                self.repeats += 1
            self.acknowledged[key] = (answer.json["position"], opinion)
            self.pending = None


class Kill(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.over = threading.Event()
        self.prepare_open_dialogue()
        self.port = self.world.server.port

    def prepare_open_dialogue(self):
        client = self.world.as_user("cchc_officer")
        settings = client.get("settings").json
        chair = settings["officials"][0]["id"]
        khom = settings["khoms"][0]["id"]
        self.dialogue = "d-kill"
        today = client.get("me").json["today"]
        body = {"dialogue": self.dialogue, "khom": khom, "date": today, "start": "00:00",
                "venue": {"kind": "khom_office", "place": "Văn phòng khóm"},
                "format": "dialogue", "chair": chair, "topics": ""}
        self.assertEqual(201, client.post("dialogues", body).status)
        opened = client.act(f"dialogues/{self.dialogue}/open",
                            {"start": "00:00", "chaired_by": chair})
        self.assertEqual(200, opened.status, opened.bytes)
        spoken = client.act(f"dialogues/{self.dialogue}/record-opinion", {
            "words": "Xin ý kiến.", "speaker": {"resident": "r-kill", "name": "Người Thử"},
            "issues": [{"subject": "Thử", "field": "OTHER"}]})
        self.assertIn(spoken.status, (200, 201), spoken.bytes)
        self.resident = "r-kill"
        self.token = client.token

    def kill_again_and_again(self, chance):
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.05, 0.35))
            self.port = None
            self.world.server.kill()
            self.world.restart()
            self.port = self.world.server.port
        time.sleep(0.5)
        self.over.set()

    def test_nothing_acknowledged_is_lost(self):
        print(f"seed {SEED}, kills {KILLS}", flush=True)
        writers = [Writer(n, self) for n in range(WRITERS)]
        for writer in writers:
            writer.start()
        self.kill_again_and_again(random.Random(SEED))
        for writer in writers:
            writer.join(timeout=30)
        self.assertEqual([], [error for writer in writers for error in writer.errors])
        self.world.server.end()
        self.check_ledger(writers)

    def check_ledger(self, writers):
        self.assertIn("all well", langnghe("verify", "--data", self.world.data).stdout)
        lines = langnghe("export", "--data", self.world.data).stdout.splitlines()
        records = [json.loads(line) for line in lines]
        opinions, issues = {}, {}
        for position, record in enumerate(records):
            if record["type"] == "dialogue.opinion_recorded":
                opinions.setdefault(record["data"]["opinion"], []).append(position)
                # All of a commit or nothing of it: the issues stand right behind the opinion.
                for offset, issue in enumerate(record["data"]["issues"], 1):
                    if record["stream"] == f"dialogue-{self.dialogue}" and issue.startswith("i-o-"):
                        self.assertEqual(f"issue-{issue}", records[position + offset]["stream"])
            if record["type"] == "issue.recorded":
                issues.setdefault(record["stream"], []).append(position)
        acknowledged = 0
        for writer in writers:
            for position, opinion in writer.acknowledged.values():
                acknowledged += 1
                self.assertEqual([position], opinions.get(opinion), f"{opinion} was acknowledged")
            for opinion in writer.sent.values():
                self.assertLessEqual(len(opinions.get(opinion, [])), 1, f"{opinion} acted twice")
        self.assertTrue(all(len(found) == 1 for found in issues.values()))
        repeats = sum(writer.repeats for writer in writers)
        print(f"{KILLS} kills, {acknowledged} acknowledged acts, {repeats} answered again by key, "
              f"{len(records)} records: none lost, none half, none twice")
        self.assertGreater(acknowledged, KILLS)


if __name__ == "__main__":
    unittest.main()
