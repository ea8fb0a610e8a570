"""The merged ward of 1 July 2025 beside the old one: khóm taken over, a merger within the year, a new
report route. Each counts by the days on which it is valid."""

import pathlib
import shutil
import tempfile
import unittest

from ward import Client, Server, langnghe

WARD = "sa-dec"
BASE = f"/api/v1/wards/{WARD}/"


class SecondWard(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-second-"))
        cls.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
        cls.data = data = folder / "data"
        langnghe("demo", "--data", data)  # both wards, each in a ledger of its own
        cls.sign_ins = (data / "demonstration-sign-ins.txt").read_text().splitlines()
        cls.server = Server(data)
        cls.addClassCleanup(cls.server.end)
        token = langnghe("user", "token", "cchc_officer", "--data", data, "--ward",
                         WARD).stdout.strip()
        cls.client = Client(cls.server.port, token)

    def json(self, path):
        answer = self.client.get(BASE + path)
        self.assertEqual(200, answer.status, answer.bytes)
        return answer.json

    def test_both_wards_have_their_own_accounts(self):
        wards = {line.split()[0] for line in self.sign_ins}
        self.assertEqual({"tan-quy-dong", WARD}, wards)
        other = self.client.get("/api/v1/wards/tan-quy-dong/issues")
        self.assertIn(other.status, (401, 403))

    def test_a_stranger_learns_which_wards_there_are_where_the_operator_says_so(self):
        self.assertEqual([], Client(self.server.port).get("/api/v1/public/wards").json["items"])
        copy = self.data.parent / "named"
        shutil.copytree(self.data, copy)
        server = Server(copy, "--sign-in-names-wards")
        self.addCleanup(server.end)
        named = Client(server.port).get("/api/v1/public/wards").json["items"]
        self.assertEqual({"tan-quy-dong", WARD}, {each["ward"] for each in named})
        self.assertTrue(all(each["name"].startswith("phường ") for each in named), named)

    def test_khom_say_where_they_came_from(self):
        khoms = {khom["id"]: khom for khom in self.json("settings")["khoms"]}
        self.assertEqual("phường Tân Quy Đông", khoms["tan-my"]["taken_over_from"])
        self.assertEqual("2025-09-30", khoms["khom-mau-2"]["last_day"])
        self.assertEqual(["khom-mau-2", "khom-mau-3"], khoms["khom-mau-23"]["merged_from"])
        self.assertEqual("2025-10-01", khoms["khom-mau-23"]["valid_from"])

    def test_coverage_counts_a_khom_only_in_quarters_it_was_there(self):
        cells = {(cell["khom"], cell["quarter"]): cell for cell in
                 self.json("schedule?year=2025")["cells"] if cell["required"]}
        self.assertEqual({3, 4}, {quarter for _, quarter in cells})
        self.assertIn(("khom-mau-2", 3), cells)
        self.assertNotIn(("khom-mau-2", 4), cells)
        self.assertNotIn(("khom-mau-23", 3), cells)
        self.assertEqual(1, cells["khom-mau-23", 4]["held"])
        self.assertEqual(6 + 5, len(cells))

    def test_a_late_dialogue_is_credited_and_stays_late(self):
        cell = next(cell for cell in self.json("schedule?year=2025")["cells"]
                    if (cell["khom"], cell["quarter"]) == ("khom-mau-4", 3))
        self.assertEqual(0, cell["held"])
        self.assertEqual("credited", cell["status"])

    def test_reports_go_to_the_province(self):
        report = self.json("reports/calendar/2025-Q3")
        self.assertEqual("Ủy ban nhân dân tỉnh Đồng Tháp", report["submission"]["addressee"])
        self.assertEqual("Sở Nội vụ tỉnh Đồng Tháp", report["submission"]["through"])
        old = langnghe("user", "token", "cchc_officer", "--data",
                       self.server.process.args[3], "--ward", "tan-quy-dong").stdout.strip()
        answer = Client(self.server.port, old).get(
            "/api/v1/wards/tan-quy-dong/reports/calendar/2021-Q3").json
        self.assertEqual("Ủy ban nhân dân thành phố Sa Đéc", answer["submission"]["addressee"])


if __name__ == "__main__":
    unittest.main()
