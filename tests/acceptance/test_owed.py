"""Merged issues over the real program: each keeps its own day, and each person the right to the
answer."""

import json
import pathlib
import shutil
import tempfile
import unittest

from ward import ROOT, Client, Server, langnghe

WARD = "mau"
BASE = f"/api/v1/wards/{WARD}/"
MERGED = ROOT / "tests/data/field_cases/acts/merged-receipt.jsonl"
ANSWERED = [
    ("cchc_officer", "assign", {"assignee": "of-ha-tang", "unit": "Địa chính"}),
    ("officer", "accept", {}),
    ("officer", "draft-answer",
     {"outcome": "DONE", "text": "Đã thay bóng đèn", "legal_basis": "Quy định mẫu"}),
    ("chair", "approve-answer", {}),
    ("chair", "issue-notice", {"signer": "of-chu-tich", "capacity": "TM"}),
    ("cchc_officer", "record-delivery", {"method": "post", "reference": "EK 1"}),
]


class Owed(unittest.TestCase):
    def setUp(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-owed-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        self.data = folder / "data"
        langnghe("demo", "--data", self.data, "--acts", MERGED, "--ward", WARD)
        self.server = Server(self.data)
        self.addCleanup(self.server.end)
        self.clients = {}

    def client(self, user):
        if user not in self.clients:
            token = langnghe("user", "token", user, "--data", self.data, "--ward",
                             WARD).stdout.strip()
            self.clients[user] = Client(self.server.port, token)
        return self.clients[user]

    def issue(self):
        return self.client("cchc_officer").get(BASE + "issues/first").json

    def act(self, user, name, body, status=200):
        for _ in range(5):  # the clock may act between reading and acting
            answer = self.client(user).post(BASE + f"issues/first/{name}", body,
                                            if_match=f'"{self.issue()["version"]}"')
            if answer.status != 412:
                break
        self.assertEqual(status, answer.status, f"{name}: {answer.bytes}")
        return answer

    def test_what_is_merged_keeps_its_own_day(self):
        absorbed = self.issue()["absorbed"]
        self.assertEqual([("second", "2021-05-05")],
                         [(one["issue"], one["received"]) for one in absorbed])

    def test_the_survivor_closes_when_nobody_waits_for_the_answer(self):
        for user, name, body in ANSWERED:
            self.act(user, name, body)
        waiting = self.client("cchc_officer").get(BASE + "work?list=deliveries_owed").json
        self.assertEqual(["first"], [row["id"] for row in waiting["lists"][0]["items"]])
        refused = self.act("cchc_officer", "close", {}, status=409)
        self.assertEqual("answer_owed", refused.json["code"])
        self.assertIn("second", refused.json["detail"])
        # The letter of the second named nobody: it is served at the khóm office.
        self.act("cchc_officer", "post-notice", {"place": "Văn phòng khóm"})
        self.act("cchc_officer", "close", {})
        counts = self.client("cchc_officer").get(BASE + "work/counts").json
        owed = {row["list"]: row["count"] for row in counts["lists"]}
        self.assertEqual(0, owed["deliveries_owed"])
        self.assertNotIn("items", json.dumps(counts))


if __name__ == "__main__":
    unittest.main()
