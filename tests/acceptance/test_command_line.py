"""The command line: usage, the demonstration twice, tokens, the first administrator, a clean end."""

import pathlib
import re
import shutil
import signal
import stat
import tempfile
import unittest

from ward import ROOT, WARD, Client, Server, World, demonstration_copy, langnghe


class CommandLine(unittest.TestCase):
    def test_usage_names_every_verb(self):
        done = langnghe(check=False)
        self.assertEqual(2, done.returncode)
        for verb in ("serve", "demo", "replay", "verify", "export", "receipt", "import", "user"):
            self.assertIn(verb, done.stderr)
            self.assertEqual(0, langnghe(verb, "--help").returncode)
        self.assertEqual(2, langnghe("verify", "--nothing", check=False).returncode)

    def test_help_is_an_answer_and_no_fault(self):
        for asked in (["--help"], ["-h"], ["help"]):
            done = langnghe(*asked, check=False)
            self.assertEqual((0, ""), (done.returncode, done.stderr))
            self.assertIn("import", done.stdout)
        verbs = re.findall(r"^  ([a-z]+) ", langnghe("--help").stdout, re.M)
        self.assertGreaterEqual(len(verbs), 14)
        for verb in verbs:
            done = langnghe(verb, "--help", check=False)
            self.assertEqual((0, ""), (done.returncode, done.stderr), verb)
            self.assertTrue(done.stdout.startswith(f"Usage: langnghe {verb}"), done.stdout)
            for wrong in (["--no-such-option"], ["one", "two", "three", "four"]):
                done = langnghe(verb, *wrong, check=False)
                self.assertEqual((2, ""), (done.returncode, done.stdout), (verb, wrong))
                self.assertIn("wrong options", done.stderr)
        self.assertEqual(2, langnghe("no-such-verb", check=False).returncode)
        shown = langnghe("user", "--help").stdout
        self.assertIn("user VERB NAME", shown)
        self.assertNotIn("--verb", shown)
        self.assertIn("Sa Đéc", langnghe("--help").stdout)

    def test_a_number_that_is_none_is_wrong_use(self):
        for text in ("-1", "x", "", "18446744073709551616", "3.5"):
            done = langnghe("user", "token", "admin", f"--days={text}", check=False)
            self.assertEqual(2, done.returncode, text)

    def test_a_directory_that_is_not_there_stays_so(self):
        with tempfile.TemporaryDirectory() as folder:
            nowhere = pathlib.Path(folder) / "nowhere"
            mapping = ROOT / "tests/data/boston311/mapping.json"
            list_file = ROOT / "tests/data/boston311/boston311-2011h2-sample.csv"
            for verb, *more in (
                    ["replay"], ["verify"], ["doctor"], ["export"], ["export", "--tlog", f"{folder}/t"],
                    ["export", "--bundle", f"{folder}/b", "--issue", "i"], ["receipt", "--issue", "i"],
                    ["backup", "--to", f"{folder}/to"], ["key", "rotate-signing"],
                    ["key", "rotate", "--new-key", f"{folder}/key"], ["user", "token", "admin"],
                    ["user", "password", "admin"], ["user", "token", "admin", "--ward", "x"],
                    ["import", "--file", list_file, "--map", mapping],
                    ["import", "--file", list_file, "--map", mapping, "--dry-run"],
                    ["bench", "--only", "P1", "--seconds", "0.1"]):
                done = langnghe(verb, *more, "--data", nowhere, check=False)
                self.assertEqual((1, ""), (done.returncode, done.stdout), verb)
                self.assertIn(str(nowhere), done.stderr, verb)
                self.assertEqual([], list(pathlib.Path(folder).iterdir()), verb)
            done = langnghe("restore", "--from", nowhere, "--to", f"{folder}/to", check=False)
            self.assertEqual(1, done.returncode)
            self.assertEqual([], list(pathlib.Path(folder).iterdir()))

    def test_a_ward_that_is_not_there_stays_so(self):
        copy = demonstration_copy()
        self.addCleanup(shutil.rmtree, copy, ignore_errors=True)
        data = copy / "data"
        before = langnghe("export", "--data", data).stdout
        mapping = ROOT / "tests/data/boston311/mapping.json"
        list_file = ROOT / "tests/data/boston311/boston311-2011h2-sample.csv"
        for verb, *more in (["replay"], ["export"], ["receipt", "--issue", "i"],
                            ["user", "token", "admin"], ["user", "password", "admin"],
                            ["import", "--file", list_file, "--map", mapping]):
            done = langnghe(verb, *more, "--data", data, "--ward", "nowhere", check=False)
            self.assertEqual((1, ""), (done.returncode, done.stdout), verb)
            self.assertIn("no such ward", done.stderr, verb)
        self.assertEqual(before, langnghe("export", "--data", data).stdout)

    def test_a_directory_that_is_no_demonstration_is_not_written(self):
        with tempfile.TemporaryDirectory() as folder:
            data = pathlib.Path(folder) / "data"
            langnghe("user", "admin", "quan-tri", "--ward", WARD, "--data", data)
            before = langnghe("export", "--data", data).stdout
            files = sorted(str(path) for path in data.rglob("*") if "ledger" not in path.parts)
            for more in ([], ["--ward", WARD], ["--ward", "sa-dec"]):
                done = langnghe("demo", "--data", data, *more, check=False)
                self.assertEqual(1, done.returncode)
                self.assertIn("no demonstration", done.stderr)
            self.assertEqual(before, langnghe("export", "--data", data).stdout)
            self.assertEqual(files, sorted(str(path) for path in data.rglob("*")
                                           if "ledger" not in path.parts))
            other = pathlib.Path(folder) / "papers"
            other.mkdir()
            (other / "letter.txt").write_text("a letter")
            self.assertEqual(1, langnghe("demo", "--data", other, check=False).returncode)
            self.assertEqual(["letter.txt"], [path.name for path in other.iterdir()])

    def test_a_real_ward_beside_a_demonstration_is_not_written(self):
        copy = demonstration_copy()
        self.addCleanup(shutil.rmtree, copy, ignore_errors=True)
        data = copy / "data"
        langnghe("user", "admin", "quan-tri", "--ward", "phuong-that", "--data", data)
        done = langnghe("demo", "--data", data, check=False)
        self.assertEqual(1, done.returncode)
        self.assertIn("no demonstration", done.stderr)

    def test_the_demonstration_is_loaded_once(self):
        world = World()
        self.addCleanup(world.close)
        world.server.end()
        before = langnghe("export", "--data", world.data).stdout
        self.assertIn("loaded already",
                      langnghe("demo", "--data", world.data, "--ward", WARD).stdout)
        self.assertEqual(before, langnghe("export", "--data", world.data).stdout)

    def test_an_interrupted_demonstration_goes_on(self):
        world = World()
        self.addCleanup(world.close)
        world.server.end()
        before = langnghe("export", "--data", world.data).stdout
        (world.data / "demonstration-sign-ins.txt").unlink()
        langnghe("demo", "--data", world.data, "--ward", WARD)
        self.assertEqual(before, langnghe("export", "--data", world.data).stdout)

    def test_the_sign_ins_work_and_are_private(self):
        world = World()
        self.addCleanup(world.close)
        file = world.data / "demonstration-sign-ins.txt"
        self.assertEqual(0o600, stat.S_IMODE(file.stat().st_mode))
        self.assertEqual(0o600, stat.S_IMODE((world.data / "keys/master.key").stat().st_mode))
        users = {}
        for line in file.read_text().splitlines():
            ward, user, password = line.split()
            users[user] = password
        for role in ("chair", "cchc_officer", "officer", "khom_head", "clerk", "supervisor",
                     "home_affairs", "admin"):
            answer = Client(world.server.port).post("session", {"user": role,
                                                                "password": users[role]})
            self.assertEqual(200, answer.status, (role, answer.bytes))
            self.assertIn("HttpOnly", answer.headers["set-cookie"])
            self.assertIn("SameSite=Strict", answer.headers["set-cookie"])
            self.assertIn(role, [held["role"] for held in answer.json["roles"]])
        wrong = Client(world.server.port).post("session", {"user": "chair", "password": "wrong-wrong"})
        self.assertEqual(401, wrong.status)

    def test_a_cookie_needs_its_csrf_token(self):
        world = World()
        self.addCleanup(world.close)
        users = dict(line.split()[1:] for line in
                     (world.data / "demonstration-sign-ins.txt").read_text().splitlines())
        client = Client(world.server.port)
        session = client.post("session", {"user": "admin", "password": users["admin"]})
        cookie = session.headers["set-cookie"].split(";")[0]
        body = {"display_name": "Thử", "official": None}
        without = client.post("users/nguoi-thu/register", body, headers={"Cookie": cookie})
        self.assertEqual(403, without.status, without.bytes)
        with_token = client.post("users/nguoi-thu/register", body, headers={
            "Cookie": cookie, "X-CSRF-Token": session.json["csrf_token"]})
        self.assertEqual(201, with_token.status, with_token.bytes)

    def test_a_real_ward_begins_with_its_administrator(self):
        with tempfile.TemporaryDirectory() as folder:
            data = pathlib.Path(folder) / "data"
            password = langnghe("user", "admin", "quan-tri", "--ward", "phuong-moi", "--data",
                                data).stdout.strip()
            server = Server(data)
            self.addCleanup(server.end)
            client = Client(server.port)
            answer = client.request("POST", "/api/v1/wards/phuong-moi/session",
                                    {"user": "quan-tri", "password": password})
            self.assertEqual(200, answer.status, answer.bytes)
            self.assertEqual(["admin"], [held["role"] for held in answer.json["roles"]])
            self.assertEqual(0, server.stop())

    def test_control_c_ends_cleanly(self):
        world = World()
        self.addCleanup(world.close)
        client = world.as_user("cchc_officer")
        size = client.get("events?limit=1").json["position"]
        world.server.process.send_signal(signal.SIGTERM)
        self.assertEqual(0, world.server.process.wait(timeout=30))
        world.restart()
        self.assertEqual(size, world.as_user("cchc_officer").get("events?limit=1").json["position"])

    def test_an_unknown_account_gets_no_token(self):
        world = World()
        self.addCleanup(world.close)
        done = langnghe("user", "token", "nobody", "--data", world.data, check=False)
        self.assertEqual(1, done.returncode)
        self.assertIn("no such account", done.stderr)


if __name__ == "__main__":
    unittest.main()
