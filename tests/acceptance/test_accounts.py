"""Ways into an account, with the real program: what the command line opens beside a serving process
is recorded before it lets anybody in; an office behind one proxy is not locked out by slips."""

import time
import unittest

from ward import Client, World, langnghe


class Accounts(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)
        self.supervisor = self.world.as_user("supervisor")

    def user(self, verb, name, *more, check=True):
        return langnghe("user", verb, name, "--data", self.world.data, *more, check=check)

    def acts_on(self, user):
        return self.supervisor.get(f"supervision/account-acts?user={user}").json["items"]

    def sign_in(self, user, password, **headers):
        return Client(self.world.server.port).post(
            "session", {"user": user, "password": password}, headers=headers)

    def test_a_password_set_at_the_machine_is_recorded_and_told(self):
        password = self.user("password", "chair").stdout.strip()
        answer = self.sign_in("chair", password)
        self.assertEqual(200, answer.status, answer.bytes)
        told = answer.json["since_last_sign_in"]["account_acts"][0]
        self.assertEqual(("user.password_set", "command_line", "system"),
                         (told["act"], told["detail"], told["role"]))
        self.assertEqual("command_line", self.acts_on("chair")[0]["detail"])
        exported = langnghe("export", "--data", self.world.data, check=False).stdout
        self.assertNotIn(password, exported)

    def test_what_was_set_while_nothing_served_is_recorded_with_the_start(self):
        self.world.server.stop()
        self.user("password", "clerk")
        self.world.restart()
        self.supervisor = self.world.as_user("supervisor")
        self.assertEqual("user.password_set", self.acts_on("clerk")[0]["act"])

    def test_a_link_is_used_once_and_the_person_has_a_password_of_their_own(self):
        link = self.user("link", "chair").stdout.strip()
        self.assertTrue(link.startswith("/#/sign-in-link?ward=tan-quy-dong&user=chair&code="), link)
        body = {"user": "chair", "code": link.rsplit("=", 1)[1], "password": "mat-khau-cua-rieng-toi"}
        anybody = Client(self.world.server.port)
        self.assertEqual(204, anybody.post("session/sign-in-link", body).status)
        self.assertEqual(401, anybody.post("session/sign-in-link", body).status)
        self.assertEqual(200, self.sign_in("chair", "mat-khau-cua-rieng-toi").status)
        self.assertEqual(["sign_in_link", ""],
                         [act["detail"] for act in self.acts_on("chair")[:2]])

    def test_tokens_are_listed_and_taken_back(self):
        token = self.user("token", "chair").stdout.strip()
        client = Client(self.world.server.port, token)
        self.assertEqual(200, client.get("issues").status)
        self.assertEqual("user.token_made", self.acts_on("chair")[0]["act"])
        line = self.user("tokens", "chair").stdout
        self.assertIn("command line", line)
        self.assertNotIn("never", line)
        self.assertNotIn(token[3:], line)
        self.user("revoke", "chair", "--token", line.split()[0])
        self.assertEqual(401, client.get("issues").status)
        self.assertNotEqual(0, self.user("revoke", "chair", "--token", "0" * 16, check=False)
                            .returncode)
        self.assertEqual("", self.user("tokens", "chair").stdout)

    def test_a_new_password_ends_tokens_of_a_serving_process(self):
        client = Client(self.world.server.port, self.user("token", "chair").stdout.strip())
        self.assertEqual(200, client.get("issues").status)
        self.user("password", "chair")
        self.assertEqual(401, client.get("issues").status)

    def test_a_restart_signs_nobody_out_and_brings_nobody_back(self):
        password = self.user("password", "chair").stdout.strip()
        kept, ended = self.session("chair", password), self.session("chair", password)
        self.assertEqual(204, self.leave(ended))
        for stop in (self.world.server.stop, self.world.server.kill):
            stop()
            self.world.restart()
            again = Client(self.world.server.port).get("session", **kept)
            self.assertEqual((200, kept["X-CSRF-Token"]), (again.status, again.json["csrf_token"]))
            self.assertEqual(401, Client(self.world.server.port).get("session", **ended).status)
        self.assertEqual(0o600, (self.world.data / "sessions.json").stat().st_mode & 0o777)
        self.assertNotIn(kept["Cookie"].split("=", 1)[1],
                         (self.world.data / "sessions.json").read_text())
        self.assertEqual(204, self.leave(kept))
        self.world.server.kill()
        self.world.restart()
        self.assertEqual(401, Client(self.world.server.port).get("session", **kept).status)

    def test_of_damaged_sessions_nothing_is_taken_and_the_log_says_so(self):
        password = self.user("password", "chair").stdout.strip()
        session = self.session("chair", password)
        self.world.server.stop()
        path = self.world.data / "sessions.json"
        path.write_text(path.read_text()[:-40])
        self.world.restart()
        self.assertIn("sessions.json is damaged", "".join(self.world.server.output))
        self.assertEqual(401, Client(self.world.server.port).get("session", **session).status)
        self.assertEqual(200, self.sign_in("chair", password).status)

    def session(self, user, password):
        answer = self.sign_in(user, password)
        self.assertEqual(200, answer.status, answer.bytes)
        return {"Cookie": answer.headers["set-cookie"].split(";")[0],
                "X-CSRF-Token": answer.json["csrf_token"]}

    def leave(self, session):
        return Client(self.world.server.port).request("DELETE", "session", headers=session).status

    def test_an_unknown_account_or_verb_is_an_error(self):
        for verb, name in (("link", "nobody"), ("tokens", "nobody"), ("revoke", "nobody"),
                           ("something", "chair")):
            self.assertNotEqual(0, self.user(verb, name, check=False).returncode, verb)

    def test_the_demonstration_is_not_printed_unless_asked_for(self):
        said = "".join(self.world.server.output)
        passwords = [line.split()[2] for line in
                     (self.world.data / "demonstration-sign-ins.txt").read_text().splitlines()]
        self.assertFalse([one for one in passwords if one in said])
        self.world.server.end()
        self.world.options = ("--show-demonstration-sign-ins",)
        self.world.restart()
        end = time.monotonic() + 10
        while passwords[0] not in "".join(self.world.server.output):
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)


class BehindAProxy(unittest.TestCase):
    """The field case: nine slips of nine people, as a proxy gives their addresses."""

    def test_nine_slips_of_an_office_keep_nobody_out(self):
        world = World("--trusted-proxy", "127.0.0.1")
        self.addCleanup(world.close)
        passwords = dict(line.split()[1:] for line in
                         (world.data / "demonstration-sign-ins.txt").read_text().splitlines())
        client = Client(world.server.port)

        def sign_in(user, password, address):
            return client.post("session", {"user": user, "password": password},
                               headers={"X-Forwarded-For": address}).status

        for i in range(9):
            self.assertEqual(401, sign_in(f"can-bo-{i}", "sai-mat-khau-roi", f"203.0.113.{i}"))
        self.assertEqual(200, sign_in("chair", passwords["chair"], "203.0.113.99"))
        # One person's slips close one door: that account from that address.
        for _ in range(9):
            sign_in("clerk", "sai-mat-khau-roi", "203.0.113.50")
        self.assertEqual(429, sign_in("clerk", passwords["clerk"], "203.0.113.50"))
        self.assertEqual(200, sign_in("clerk", passwords["clerk"], "203.0.113.51"))
        self.assertEqual(200, sign_in("chair", passwords["chair"], "203.0.113.50"))
        seen = world.as_user("admin").get("users/clerk/failed-sign-ins").json["items"]
        self.assertEqual("203.0.113.50", seen[0]["address"])
        self.assertGreaterEqual(seen[0]["times"], 9)


if __name__ == "__main__":
    unittest.main()
