"""The limits that an operator sets: each is told by --help, described in the documentation, and holds."""

import pathlib
import re
import unittest

from ward import BASE, Client, World, langnghe

OPERATIONS = pathlib.Path(__file__).resolve().parents[2] / "docs" / "operations.md"
CASES = "/api/v1/public/cases"
SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def well_formed_code(number):
    """A code with its check symbol, which no case has, in all likelihood."""
    ten = [(number * 7 + place * place) % len(SYMBOLS) for place in range(1, 11)]
    weighed = sum(place * value for place, value in enumerate(ten, start=1))
    check = next(value for value in range(len(SYMBOLS)) if (weighed + 11 * value) % len(SYMBOLS) == 0)
    return "".join(SYMBOLS[value] for value in [*ten, check])


CODES = [well_formed_code(number) for number in range(1, 6)]
SETTINGS = {
    "--acts-per-batch-max": 100,
    "--case-failures-max": 8,
    "--case-address-failures-max": 40,
    "--case-all-failures-max": 2000,
    "--case-window-seconds": 600,
    "--event-streams-max": 1024,
    "--event-streams-per-user-max": 16,
    "--event-records-behind-max": 10000,
}


class Told(unittest.TestCase):
    def test_by_the_help_with_their_defaults(self):
        shown = langnghe("serve", "--help").stdout
        for option, default in SETTINGS.items():
            found = re.search(re.escape(option) + r" arg \(=(\d+)\)", shown)
            self.assertIsNotNone(found, option)
            self.assertEqual(default, int(found.group(1)), option)

    def test_by_the_documentation(self):
        said = OPERATIONS.read_text(encoding="utf-8")
        for option in SETTINGS:
            self.assertIn(f"`{option}`", said)


class Held(unittest.TestCase):
    def serve(self, *options):
        world = World(*options)
        self.addCleanup(world.close)
        return world

    def wrong_code(self, client, code):
        return client.request("POST", CASES, {"code": code}).status

    def test_of_the_public_look_up(self):
        world = self.serve("--case-address-failures-max", "3", "--case-window-seconds", "3600")
        client = Client(world.server.port, described=False)
        answers = [self.wrong_code(client, code) for code in CODES]
        self.assertEqual([404, 404, 404, 429, 429], answers)

    def test_of_the_failures_of_one_code(self):
        world = self.serve("--case-failures-max", "2")
        client = Client(world.server.port, described=False)
        self.assertEqual([404, 404, 429], [self.wrong_code(client, CODES[0]) for _ in range(3)])
        self.assertEqual(404, self.wrong_code(client, CODES[1]))

    def test_of_a_batch(self):
        world = self.serve("--acts-per-batch-max", "2")
        client = world.as_user("cchc_officer")
        acts = [{"id": f"k-{n}", "path": "issues/i-none/note", "if_match": "*"} for n in range(3)]
        refused = client.request("POST", BASE + "acts", {"mode": "each", "acts": acts})
        self.assertEqual(422, refused.status)
        self.assertEqual("2", refused.json["errors"][0]["expected"])
        taken = client.request("POST", BASE + "acts", {"mode": "each", "acts": acts[:2]})
        self.assertEqual(200, taken.status)
        self.assertEqual(2, len(taken.json["acts"]))


if __name__ == "__main__":
    unittest.main()
