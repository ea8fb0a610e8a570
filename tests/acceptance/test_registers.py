"""Document numbers under 64 writers at once: each taken once, none left out."""

import threading
import unittest

from ward import World

WRITERS = 64
KHOMS = ("tan-my", "sa-nhien", "tan-hiep", "tan-thuan", "tan-thanh")


class Registers(unittest.TestCase):
    def test_64_writers_take_64_numbers_and_none_twice(self):
        world = World()
        self.addCleanup(world.close)
        officer = world.as_user("cchc_officer")
        for number in range(WRITERS):
            issue = f"issues/i-reg-{number}"
            recorded = officer.post(f"{issue}/record", {
                "channel": "letter", "khom": KHOMS[number % len(KHOMS)], "received": "2022-01-10",
                "subject": f"Nội dung trùng với vụ việc tòa đang xử, đơn {number}",
                "field": "LAND_CONSTRUCTION", "pressing": False, "words": "Đề nghị xem lại.",
                "speaker": {"resident": f"r-reg-{number}", "name": f"Người Mẫu {number}"}})
            self.assertEqual(201, recorded.status, recorded.bytes)
            classified = officer.post(f"{issue}/classify", {
                "type": "PETITION", "field": "LAND_CONSTRUCTION", "complexity": "simple"},
                if_match=recorded.etag)
            self.assertEqual(200, classified.status, classified.bytes)
        world.as_user("chair")  # one token for all
        year = self.refuse_all_at_once(world)
        rows = [row for row in world.as_user("clerk").get(f"register/{year}").json["items"]
                if row["taken_by"].startswith("issue-i-reg-")]
        numbers = sorted(row["number"] for row in rows)
        self.assertEqual(WRITERS, len(numbers))
        self.assertEqual(list(range(numbers[0], numbers[0] + WRITERS)), numbers)

    def refuse_all_at_once(self, world):
        """Every refusal takes the next number of the year's series."""
        answers, gate = [None] * WRITERS, threading.Barrier(WRITERS)

        def refuse(number):
            chair = world.as_user("chair", timeout=60)
            gate.wait()
            answers[number] = chair.post(f"issues/i-reg-{number}/refuse-handling", {
                "ground": "under_court", "reason": "Tòa án đang thụ lý.",
                "signer": "of-chu-tich"}, if_match='"2"')

        threads = [threading.Thread(target=refuse, args=(n,)) for n in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=120)
        for answer in answers:
            self.assertIsNotNone(answer)
            self.assertEqual(200, answer.status, answer.bytes)
        position = max(int(answer.headers["x-ledger-size"]) for answer in answers)
        shown = world.as_user("chair").get(f"issues/i-reg-0?min_position={position - 1}").json
        return shown["refusal"]["date"][:4]


if __name__ == "__main__":
    unittest.main()
