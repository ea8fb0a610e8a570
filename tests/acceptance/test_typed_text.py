"""Text as offices type it, through the real server: requests of the field, byte for byte."""

import json
import unittest

from ward import ROOT, Client, World

REQUESTS = ROOT / "tests/data/field_cases/http"


class TypedText(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)

    def raw(self, name):
        return (REQUESTS / name).read_bytes()

    def send(self, client, path, body, **headers):
        return client.post(path, body, headers={"Content-Type": "application/json", **headers})

    def test_a_nul_in_a_subject(self):
        answer = self.send(self.world.as_user("cchc_officer"), "issues/nul/record",
                           self.raw("subject-with-nul.json"), **{"If-None-Match": "*"})
        self.assertEqual(422, answer.status, answer.bytes)
        self.assertEqual([("/subject", "control_character")],
                         [(fault["pointer"], fault["code"]) for fault in answer.json["errors"]])
        self.assertEqual(404, self.world.as_user("cchc_officer").get("issues/nul").status)

    def test_a_password_typed_on_two_machines(self):
        client = self.world.as_user("admin")
        set_password = self.send(client, "users/officer_culture/set-password",
                                 self.raw("password-composed.json"))
        self.assertIn(set_password.status, (200, 204), set_password.bytes)
        signed_in = self.send(Client(self.world.server.port), "session",
                              self.raw("sign-in-decomposed.json"))
        self.assertEqual(200, signed_in.status, signed_in.bytes)

    def test_a_blank_after_the_name_of_an_account(self):
        users = dict(line.split()[1:] for line in
                     (self.world.data / "demonstration-sign-ins.txt").read_text().splitlines())
        for name in ("chair ", " chair", "chair\u00a0", "chair\u3000"):
            answer = Client(self.world.server.port).post(
                "session", {"user": name, "password": users["chair"]})
            self.assertEqual(200, answer.status, answer.bytes)

    def test_a_refusal_says_what_to_do_in_both_languages(self):
        body = {"channel": "letter", "khom": "tan-my", "received": "2021-12-20",
                "subject": "§Ìn ®\u00adêng kh«ng s¸ng", "field": "ROADS"}
        for language, word in (("vi", "Unikey"), ("en", "Convert it to Unicode")):
            client = self.world.as_user("cchc_officer", language=language)
            answer = self.send(client, "issues/old-font/record", json.dumps(body).encode(),
                               **{"If-None-Match": "*"})
            self.assertEqual(422, answer.status)
            self.assertIn(word, answer.json["errors"][0]["detail"])


if __name__ == "__main__":
    unittest.main()
