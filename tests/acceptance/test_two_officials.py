"""Two officials act on the same issue at once: one gets 412 and what changed; nothing is lost."""

import threading
import unittest

from ward import World


class TwoOfficials(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)

    def an_issue_in(self, phase):
        client = self.world.as_user("cchc_officer")
        for row in client.get("issues?open=true&limit=500").json["items"]:
            if row["phase"] == phase:
                return row["id"]
        self.fail(f"the year ends with no issue {phase}")

    def test_the_second_is_told_what_the_first_did(self):
        first = self.world.as_user("cchc_officer")
        second = self.world.as_user("cchc_officer", language="vi")
        issue = first.get("issues?open=true&limit=1").json["items"][0]["id"]
        etag = first.get(f"issues/{issue}").etag
        history = len(first.get(f"issues/{issue}/history").json["items"])

        # Both saw the same version; whoever is second must be told.
        body = {"assignee": "officer", "unit": "Địa chính", "internal_due": None}
        if first.get(f"issues/{issue}").json["phase"] not in (
                "classified", "assigned", "accepted", "in_progress", "reopened"):
            issue = self.an_issue_in("in_progress")
            etag = first.get(f"issues/{issue}").etag
            history = len(first.get(f"issues/{issue}/history").json["items"])
        answers, barrier = [], threading.Barrier(2)

        def assign(client, unit):
            barrier.wait()
            answers.append(client.post(f"issues/{issue}/assign", {**body, "unit": unit},
                                       if_match=etag))

        threads = [threading.Thread(target=assign, args=pair)
                   for pair in ((first, "Địa chính"), (second, "Văn hóa"))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        self.assertEqual([200, 412], sorted(answer.status for answer in answers))
        refused = next(answer for answer in answers if answer.status == 412)
        problem = refused.json
        self.assertEqual("application/problem+json", refused.headers["content-type"].split(";")[0])
        self.assertEqual(["issue.assigned"], [change["type"] for change in problem["changes"]])
        self.assertEqual("cchc_officer", problem["changes"][0]["user"])
        accepted = next(answer for answer in answers if answer.status == 200)
        self.assertEqual(accepted.json["version"], problem["current_version"])
        after = first.get(f"issues/{issue}/history?min_position={accepted.json['ledger_size']}")
        self.assertEqual(history + 1, len(after.json["items"]))


if __name__ == "__main__":
    unittest.main()
