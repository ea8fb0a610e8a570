"""Bad input of every kind: the right status, a problem document in Vietnamese and in English that
says what to do; the process lives on; nothing is written."""

import datetime
import json
import socket
import unittest

from ward import BASE, Client, World, fresh_key, langnghe

NEXT_MONTH = datetime.date.today() + datetime.timedelta(days=30)
SCHEDULE = {"dialogue": "d-bad", "khom": "tan-my", "date": str(NEXT_MONTH), "start": "08:00",
            "venue": {"kind": "khom_office", "place": "Văn phòng khóm"}, "format": "dialogue",
            "chair": "chu-tich", "topics": ""}


class BadInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        cls.client = cls.world.as_user("cchc_officer")
        cls.supervisor = cls.world.as_user("supervisor")
        settings = cls.client.get("settings").json
        cls.valid = {**SCHEDULE, "chair": settings["officials"][0]["id"]}

    def setUp(self):
        self.size = self.client.get("events?limit=1").json["position"]

    def tearDown(self):
        self.assertEqual(self.size, self.client.get("events?limit=1").json["position"],
                         "something was written")
        self.assertEqual(200, self.client.get("/healthz").status)

    def refused(self, status, send):
        """Sends in both languages; answers the English problem."""
        texts = {}
        for language in ("vi", "en"):
            answer = send(language)
            self.assertEqual(status, answer.status, answer.bytes[:500])
            self.assertTrue(answer.headers["content-type"].startswith("application/problem+json"))
            problem = answer.json
            for member in ("type", "title", "status", "detail"):
                self.assertIn(member, problem)
            self.assertEqual(status, problem["status"])
            self.assertGreater(len(problem["detail"]), 15, problem)
            texts[language] = problem
        self.assertNotEqual(texts["vi"]["title"], texts["en"]["title"])
        self.assertEqual(texts["vi"]["type"], texts["en"]["type"])
        return texts["en"]

    def post(self, body, path="dialogues", if_match=None):
        def send(language):
            return self.client.post(path, body, if_match=if_match,
                                    headers={"Accept-Language": language})
        return send

    def pointers(self, problem):
        return [error["pointer"] for error in problem["errors"]]

    def test_unknown_field(self):
        problem = self.refused(422, self.post({**self.valid, "khóm": "x"}))
        self.assertEqual(["/khóm"], self.pointers(problem))

    def test_wrong_types_are_all_named_at_once(self):
        problem = self.refused(422, self.post({**self.valid, "start": 8, "topics": []}))
        self.assertEqual({"/start", "/topics"}, set(self.pointers(problem)))

    def test_a_date_that_does_not_exist(self):
        problem = self.refused(422, self.post({**self.valid, "date": "2021-02-30"}))
        self.assertEqual(["/date"], self.pointers(problem))

    def test_not_json(self):
        self.refused(400, self.post(b'{"dialogue": '))

    def test_broken_utf8(self):
        body = json.dumps(self.valid).encode().replace(b'"topics": ""', b'"topics": "\xc3\x28"')
        self.refused(400, self.post(body))

    def test_ten_megabytes(self):
        def send(language):
            client = Client(self.world.server.port, self.client.token, language=language)
            return client.post("dialogues", b"x" * 10_000_000)
        self.refused(413, send)

    def test_unknown_ward(self):
        def send(language):
            return self.client.get("/api/v1/wards/khong-co/issues",
                                   **{"Accept-Language": language})
        self.refused(404, send)

    def test_unknown_path_and_method(self):
        self.refused(404, lambda language: self.client.get(
            "nothing", **{"Accept-Language": language}))
        self.refused(405, lambda language: self.client.request(
            "PUT", "issues", {}, {"Accept-Language": language}))

    def test_no_and_expired_sign_in(self):
        for token in (None, "ln_" + "A" * 43):
            def send(language, sent=token):
                return Client(self.world.server.port, sent, language=language).get("issues")
            self.refused(401, send)

    def test_an_act_not_allowed_in_this_state_names_those_that_are(self):
        issue = next(row["id"] for row in self.client.get("issues?limit=500").json["items"]
                     if row["phase"] == "closed")
        etag = self.client.get(f"issues/{issue}").etag
        problem = self.refused(409, self.post(
            {"assignee": "officer", "unit": "x"}, f"issues/{issue}/assign", etag))
        allowed = [act["command"] for act in problem["allowed_commands"] if act["allowed"]]
        self.assertIn("ask-feedback", allowed)

    def test_a_role_that_may_not(self):
        issue = self.client.get("issues?open=true&limit=1").json["items"][0]["id"]
        etag = self.client.get(f"issues/{issue}").etag
        self.refused(403, lambda language: self.supervisor.post(
            f"issues/{issue}/close", {}, if_match=etag, headers={"Accept-Language": language}))

    def test_missing_conditions(self):
        issue = self.client.get("issues?open=true&limit=1").json["items"][0]["id"]
        self.refused(428, self.post({}, f"issues/{issue}/close"))
        self.refused(400, lambda language: self.client.request(
            "POST", "dialogues", self.valid, {"Accept-Language": language}))

    def test_one_key_for_two_requests(self):
        key = fresh_key()
        first = self.client.post("dialogues", self.valid, key=key)
        self.assertEqual(201, first.status, first.bytes)
        again = self.client.post("dialogues", self.valid, key=key)
        self.assertEqual((first.status, first.bytes), (again.status, again.bytes))
        self.refused(422, lambda language: self.client.post(
            "dialogues", {**self.valid, "topics": "khác"}, key=key,
            headers={"Accept-Language": language}))
        self.size += 1  # the first one was good

    def test_bad_parameters(self):
        for path in ("schedule?year=hai", "issues?limit=0", "issues?open=maybe", "issues?nothing=1",
                     "issues?as_of=yesterday", "issues?cursor=%25%25", "schedule"):
            with self.subTest(path):
                self.refused(400, lambda language, asked=path: self.client.get(
                    asked, **{"Accept-Language": language}))

    def test_smuggling_shapes(self):
        for head in ("Transfer-Encoding: xchunked\r\nContent-Length: 4",
                     "Transfer-Encoding: chunked, gzip", "Content-Length: 4\r\nContent-Length: 5"):
            with self.subTest(head), socket.create_connection(
                    ("127.0.0.1", self.world.server.port), timeout=10) as connection:
                connection.sendall(f"POST {BASE}dialogues HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\nabcd".encode())
                self.assertIn(b" 400 ", connection.recv(200).split(b"\r\n")[0])

    def test_command_line_errors_are_clear(self):
        done = langnghe("serve", "--data", self.world.data, check=False)
        self.assertEqual(1, done.returncode)
        self.assertIn("stop it first", done.stderr)


if __name__ == "__main__":
    unittest.main()
