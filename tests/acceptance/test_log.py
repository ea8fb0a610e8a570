"""The one log of a serving process: lines that parse, requests that are found again, and no word of what people sent."""

import base64
import json
import os
import re
import shutil
import time
import unittest
import urllib.parse

from ward import BASE, WARD, Client, Server, demonstration_copy, fresh_key, langnghe

TRACE = "0af7651916cd43dd8448eb211c80319c"
UUID = "018f2a4e-7d1c-7cc3-98c4-dc0c0c07398f"
ID = re.compile(r"[0-9a-f]{32}")
CANARY = "chim-hoang-yen-" + os.urandom(4).hex()
LEVELS = {"info", "warning", "error"}


class Logged(unittest.TestCase):
    FORM = ("--log", "json", "--log-requests")

    def setUp(self):
        self.folder = demonstration_copy()
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.data = self.folder / "data"
        self.token, self.admin = (langnghe("user", "token", name, "--data", self.data).stdout.strip()
                                  for name in ("cchc_officer", "admin"))
        self.file = self.folder / "log"
        with open(self.file, "w", encoding="utf-8") as log:
            self.server = Server(self.data, *self.FORM, log=log)
        self.addCleanup(self.server.end)
        self.client = Client(self.server.port, self.token)
        self.asked = []

    def ask(self, method, path, body=None, client=None, **headers):
        answer = (client or self.client).request(
            method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        self.asked.append(answer)
        return answer

    def act(self, path, body, **headers):
        return self.ask("POST", path, body, Idempotency_Key=fresh_key(),
                        **{"If_Match": self.ask("GET", path.rsplit("/", 1)[0]).etag, **headers})

    def raw(self):
        return self.file.read_text(encoding="utf-8")

    def lines(self):
        return [json.loads(line) for line in self.raw().splitlines()]

    def requests(self):
        """Their lines, once all of them are there: one is written when its answer is sent."""
        deadline = time.monotonic() + 30
        while True:
            found = [line for line in self.lines() if line["message"] == "request"]
            if len(found) >= len(self.asked) or time.monotonic() > deadline:
                return found
            time.sleep(0.05)


class JsonLines(Logged):
    def test_every_line_is_an_object_and_every_request_has_one(self):
        self.ask("GET", "issues")
        self.ask("GET", "issues/nothing-there")
        self.ask("GET", "/healthz")
        self.ask("GET", "/no/such/path")
        found = self.requests()
        self.assertEqual(len(self.asked), len(found))
        by_id = {line["request_id"]: line for line in found}
        for answer in self.asked:
            line = by_id[answer.headers["x-request-id"]]
            self.assertEqual(answer.status, line["status"])
            self.assertEqual(len(answer.bytes), line["bytes"])
            self.assertEqual("GET", line["method"])
        self.assertEqual("/api/v1/wards/{ward}/issues", found[0]["route"])
        self.assertEqual(WARD, found[0]["ward"])
        self.assertEqual("/api/v1/wards/{ward}/issues/{id}", found[1]["route"])
        self.assertEqual("/healthz", found[2]["route"])
        self.assertNotIn("ward", found[2])
        self.assertNotIn("route", found[3])
        self.assertEqual(0, self.server.stop())
        for line in self.lines():
            self.assertIn(line["level"], LEVELS)
            self.assertRegex(line["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
            self.assertTrue(line["message"])

    def test_an_id_is_taken_where_it_holds_no_words(self):
        def answered(**headers):
            return self.ask("GET", "issues", **headers).headers["x-request-id"]

        self.assertEqual(UUID, answered(X_Request_Id=UUID))
        self.assertEqual(TRACE, answered(X_Request_Id=TRACE))
        self.assertEqual(TRACE, answered(traceparent=f"00-{TRACE}-b7ad6b7169203331-01"))
        for headers in ({}, {"X_Request_Id": CANARY}, {"X_Request_Id": "1"}, {"X_Request_Id": "0" * 32},
                        {"traceparent": f"00-{TRACE}-b7ad6b7169203331"},
                        {"traceparent": f"ff-{TRACE}-b7ad6b7169203331-01"}):
            made = answered(**headers)
            self.assertRegex(made, f"^{ID.pattern}$")
            self.assertNotEqual(TRACE, made)
        self.assertEqual([answer.headers["x-request-id"] for answer in self.asked],
                         [line["request_id"] for line in self.requests()])
        self.assertNotIn(CANARY, self.raw())

    def test_records_are_found_by_the_id_of_their_request(self):
        admin = Client(self.server.port, self.admin)
        before = int(self.ask("GET", "users", client=admin).headers["x-ledger-size"])
        made = self.ask("POST", "users/nguoi-thu/register", {"display_name": "Thử", "official": None},
                        client=admin, Idempotency_Key=fresh_key(), X_Request_Id=UUID)
        self.assertEqual(201, made.status, made.bytes)
        events = self.ask("GET", f"events?after={before - 1}&limit=100").json["items"]
        self.assertIn(UUID, json.dumps(events))

    def test_a_fault_names_its_request_in_the_problem(self):
        fault = self.ask("GET", "issues?min_position=999999999")
        self.assertEqual(503, fault.status)
        self.assertEqual(fault.headers["x-request-id"], fault.json["request_id"])
        refused = self.ask("GET", "issues/nothing-there")
        self.assertNotIn("request_id", refused.json)

    def test_nothing_that_was_sent_is_in_it(self):
        quoted = urllib.parse.quote(CANARY)
        encoded = base64.b64encode(CANARY.encode()).decode()
        issue = self.ask("GET", "issues?limit=1").json["items"][0]["id"]
        stranger = Client(self.server.port, CANARY, described=False)
        nobody = Client(self.server.port, described=False)
        self.act(f"issues/{issue}/note-progress", {"text": CANARY, "visibility": "internal"})
        self.act(f"issues/{issue}/note-progress", {CANARY: CANARY})
        self.assertEqual(5, len(self.asked))
        self.ask("GET", f"issues/{issue}?purpose={quoted}")
        self.ask("GET", f"issues?{quoted}={quoted}")
        self.ask("GET", f"issues/{quoted}")
        self.ask("GET", "issues", client=stranger)
        for client, path, body, headers in (
                (nobody, f"/{quoted}", None, {}),
                (nobody, f"/api/v1/wards/{quoted}/issues", None, {}),
                (nobody, BASE + "session", {"user": CANARY, "password": CANARY}, {}),
                (nobody, BASE + "session", b'{"user": "' + CANARY.encode(), {}),
                (nobody, BASE + "issues", None, {"Cookie": f"langnghe_session={CANARY}"}),
                (nobody, BASE + "issues", None, {"Authorization": f"Basic {encoded}"}),
                (nobody, BASE + "issues", None, {"User-Agent": CANARY, "Referer": f"http://a/{CANARY}"}),
                (self.client, f"users/{quoted}/register", {"display_name": CANARY}, {"Idempotency-Key": CANARY}),
                (self.client, "issues", None, {"X-Purpose": CANARY, "X-Forwarded-For": CANARY})):
            answer = client.request("GET" if body is None else "POST", path, body, headers)
            self.asked.append(answer)
            self.assertLess(answer.status, 500)
        self.assertEqual(len(self.asked), len(self.requests()))
        self.assertEqual(0, self.server.stop())
        said = self.raw()
        for secret in (CANARY, encoded, self.token, self.admin, "127.0.0.1"):
            self.assertNotIn(secret, said)


class TextLines(Logged):
    FORM = ()

    def test_is_the_form_unless_another_is_asked_for_and_has_no_requests(self):
        self.client.get("issues")
        self.assertEqual(0, self.server.stop())
        lines = self.raw().splitlines()
        self.assertTrue(lines)
        for line in lines:
            self.assertRegex(line, r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|warning|error) langnghe: .")
        self.assertNotIn("/issues", self.raw())

    def test_a_form_that_is_not_there_is_refused(self):
        wrong = langnghe("serve", "--data", self.data, "--log", "xml", check=False)
        self.assertEqual(2, wrong.returncode)
        self.assertIn("--log must be text or json", wrong.stderr)


class TextRequests(Logged):
    FORM = ("--log-requests",)

    def test_have_one_line_each(self):
        answer = self.client.get("issues")
        deadline = time.monotonic() + 30
        wanted = f"(request {answer.headers['x-request-id']})"
        while wanted not in self.raw() and time.monotonic() < deadline:
            time.sleep(0.05)
        line = next(line for line in self.raw().splitlines() if wanted in line)
        self.assertRegex(line, rf"info langnghe: {WARD}: GET /api/v1/wards/{{ward}}/issues 200, \d+ bytes, \d+ ms ")


if __name__ == "__main__":
    unittest.main()
