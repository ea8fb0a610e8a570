"""A real ward in one command: from an empty directory, by a file and by questions, to the first opinion
of the first dialogue; nothing half-written; the demonstration that runs up to today."""

import datetime
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

from ward import BINARY, ROOT, Client, Server, langnghe

WARD = "sa-dec"
BASE = f"/api/v1/wards/{WARD}/"
SETUP = {
    "ward": "sa dec",
    "khom": ["Tân Mỹ", "Sa Nhiên"],
    "chair": "Lương Thành Nhẫn",
    "deputies": ["Đoàn Kim Thoa"],
    "cchc_officer": "Trịnh Quốc Thắng",
    "clerk": "Quách Thu Sang",
    "khom_heads": ["Lưu Thanh Đượm", "Tô Văn Rạng"],
    "officials": ["Mai Trọng Khoa, Công chức Địa chính - xây dựng, officer"],
    "plan": True,
}
FIELDS_MAX = 12


def links_of(text):
    """The one-time links by account."""
    return dict(re.findall(r"/#/sign-in-link\?ward=sa-dec&user=([a-z0-9-]+)&code=(\S+)", text))


def vietnam_now():
    return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7)))


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-init-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.data = self.folder / "data"

    def setup_file(self, **changes):
        path = self.folder / "ward.json"
        path.write_text(json.dumps({**SETUP, **changes}, ensure_ascii=False))
        return path

    def init(self, *more, check=True):
        return langnghe("init", "--data", self.data, *more, check=check)

    def records(self):
        return langnghe("export", "--data", self.data, "--ward", WARD).stdout.splitlines()

    def sign_in(self, server, user, code):
        """As the person does it: the link, a password of their own, a session."""
        client = Client(server.port)
        secret = f"mat-khau-cua-{user}"
        set_up = client.post(BASE + "session/sign-in-link",
                             {"user": user, "code": code, "password": secret})
        self.assertEqual(204, set_up.status, set_up.bytes)
        session = client.post(BASE + "session", {"user": user, "password": secret})
        self.assertEqual(200, session.status, session.bytes)
        cookie = session.headers["set-cookie"].split(";")[0]
        return client, {"Cookie": cookie, "X-CSRF-Token": session.json["csrf_token"]}

    def hold_first_dialogue(self, links):
        """Scheduled, opened and an opinion recorded by the official in charge, on this very day."""
        server = Server(self.data)
        self.addCleanup(server.end)
        self.sign_in(server, "quan-tri", links["quan-tri"])
        client, session = self.sign_in(server, "trinh-quoc-thang", links["trinh-quoc-thang"])

        def act(path, body):
            resource = path.rsplit("/", 1)[0]
            tag = client.get(BASE + resource, **session).etag if "/" in path else None
            answer = client.post(BASE + path, body, if_match=tag, headers=session)
            self.assertLess(answer.status, 300, answer.bytes)
            return answer

        now = vietnam_now()
        act("dialogues", {"dialogue": "d-1", "khom": "tan-my", "date": now.strftime("%Y-%m-%d"),
                          "start": now.strftime("%H:%M"), "format": "dialogue",
                          "venue": {"kind": "khom_office", "place": "Văn phòng khóm Tân Mỹ"},
                          "chair": "of-luong-thanh-nhan"})
        act("dialogues/d-1/open", {"start": now.strftime("%H:%M"),
                                   "chaired_by": "of-luong-thanh-nhan"})
        act("dialogues/d-1/record-opinion", {
            "opinion": "o-1", "words": "Đèn đường hẻm 12 hư ba tháng nay.", "anonymous": True,
            "issues": [{"issue": "i-1", "subject": "Đèn đường hẻm 12 hư", "field": "LIGHTING"}]})
        issue = client.get(BASE + "issues/i-1", **session)
        self.assertEqual(200, issue.status, issue.bytes)
        self.assertEqual("Đèn đường hẻm 12 hư", issue.json["subject"])
        self.assertEqual(0, server.stop())


class ByFile(Folder):
    def test_one_command_leads_to_the_first_opinion(self):
        done = self.init("--file", self.setup_file())
        links = links_of(done.stdout)
        self.assertEqual({"quan-tri", "luong-thanh-nhan", "doan-kim-thoa", "trinh-quoc-thang",
                          "quach-thu-sang", "luu-thanh-duom", "to-van-rang", "mai-trong-khoa"},
                         set(links))
        self.assertFalse(list(self.data.glob("init-unfinished*")))
        self.hold_first_dialogue(links)
        everything = "".join(self.records())
        for code in links.values():
            self.assertNotIn(code, everything)

    def test_every_act_is_the_administrators_but_their_own_account(self):
        self.init("--file", self.setup_file())
        acts = [json.loads(line) for line in self.records()]
        who = {(act["actor"]["user"], act["type"]) for act in acts}
        self.assertEqual({"user.registered", "user.role_granted"},
                         {kind for user, kind in who if user == "system"})
        self.assertEqual({"system", "quan-tri"}, {user for user, _ in who})
        kinds = {kind for _, kind in who}
        for kind in ("ward.established", "ward.khom_added", "calendar.adopted", "policy.adopted",
                     "ward.numbering_adopted", "ward.template_adopted", "ward.report_route_adopted", "plan.drafted",
                     "user.role_revoked"):
            self.assertIn(kind, kinds)

    def test_a_second_init_writes_nothing_and_says_what_is_there(self):
        self.init("--file", self.setup_file())
        before = self.records()
        again = self.init("--file", self.setup_file(), check=False)
        self.assertEqual(1, again.returncode)
        self.assertIn("already", again.stderr)
        self.assertIn("user link", again.stderr)
        self.assertEqual(before, self.records())
        other = self.init("--file", self.setup_file(ward="29905, "), check=False)
        self.assertEqual(1, other.returncode)

    def test_a_second_ward_has_room_beside_the_first(self):
        self.init("--file", self.setup_file())
        before = self.records()
        old = "phường Tân Quy Đông, thành phố Sa Đéc, tỉnh Đồng Tháp"
        done = self.init("--file", self.setup_file(ward=old, first_year=2021))
        self.assertIn("ward=tan-quy-dong", done.stdout)
        self.assertEqual(before, self.records())

    def test_bad_input_is_named_whole_and_leaves_nothing(self):
        for changes, named in (
                ({"ward": "khong co"}, ["khong co", "in full"]),
                ({"ward": "Tân Phú"}, ["code"]),
                ({"khom": ["Tân Mỹ", "tan my"], "first_year": 1999}, ["tan my", "1999"]),
                ({"khom": []}, ["khom"]),
                ({"chair": ""}, ["chair"]),
                ({"clerk": "Trịnh Quốc Thắng"}, ["Trịnh Quốc Thắng"]),
                ({"officials": ["Một mình"]}, ["Một mình"]),
                ({"khoms": ["a"]}, ["khoms", "khom_heads"])):
            done = self.init("--file", self.setup_file(**changes), check=False)
            self.assertEqual(1, done.returncode, changes)
            for name in named:
                self.assertIn(name, done.stderr)
            self.assertFalse(self.data.exists(), changes)
        nothing = self.init("--file", self.folder / "absent.json", check=False)
        self.assertEqual(1, nothing.returncode)
        self.assertIn("absent.json", nothing.stderr)
        self.assertEqual(2, self.init("--today", "2026-01-01", check=False).returncode)

    def test_a_killed_init_is_ended_by_the_next_one(self):
        setup = self.setup_file()
        whole = self.folder / "whole"
        langnghe("init", "--data", whole, "--file", setup)
        expected = [self.kind(line) for line in
                    langnghe("export", "--data", whole, "--ward", WARD).stdout.splitlines()]
        cut = 0
        for wait in (0.0, 0.02, 0.05, 0.1, 0.2, 0.4):
            shutil.rmtree(self.data, ignore_errors=True)
            process = subprocess.Popen([BINARY, "init", "--data", self.data, "--file", setup],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            end = time.monotonic() + 60
            note = self.data / "init-unfinished.json"
            while not note.exists() and process.poll() is None and time.monotonic() < end:
                time.sleep(0.001)
            try:
                process.wait(timeout=wait)
            except subprocess.TimeoutExpired:
                process.kill()
            process.wait(timeout=30)
            if not note.exists():
                continue
            cut += 1
            done = self.init()  # asks nothing: what was begun goes on
            self.assertIn("goes on", done.stdout)
            self.assertIn("quan-tri", links_of(done.stdout))
            self.assertEqual(expected, [self.kind(line) for line in self.records()])
            self.assertFalse(note.exists())
        self.assertGreater(cut, 0)

    @staticmethod
    def kind(line):
        act = json.loads(line)
        return act["stream"], act["type"], act["data"]


class ByQuestions(Folder):
    ANSWERS = ["sa dec", "Tân Mỹ, Sa Nhiên", "Lương Thành Nhẫn", "", "Trịnh Quốc Thắng", "",
               "Lưu Thanh Đượm, -", "", "", "y", ""]

    def test_through_a_pipe(self):
        done = subprocess.run([BINARY, "init", "--data", self.data],
                              input="\n".join(self.ANSWERS) + "\n", capture_output=True, text=True,
                              timeout=120, check=False, env={**os.environ, "LANGNGHE_LANG": "en"})
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        asked = re.findall(r"\[\d+/\d+\] ", done.stdout)
        self.assertEqual(len(self.ANSWERS), len(asked))
        self.assertLessEqual(len(asked), FIELDS_MAX)
        self.hold_first_dialogue(links_of(done.stdout))

    def test_at_a_terminal_in_vietnamese(self):
        terminal, end = pty.openpty()
        process = subprocess.Popen([BINARY, "init", "--data", self.data], stdin=end, stdout=end,
                                   stderr=end, env={**os.environ, "LANGNGHE_LANG": "vi"})
        os.close(end)
        self.addCleanup(os.close, terminal)
        self.addCleanup(lambda: process.poll() is None and process.kill())
        said, answers = "", list(self.ANSWERS)
        limit = time.monotonic() + 120
        while time.monotonic() < limit:
            if not select.select([terminal], [], [], 1)[0]:
                continue
            try:
                said += os.read(terminal, 65536).decode(errors="replace")
            except OSError:  # the other end is closed
                break
            asked = len(re.findall(r"\[\d+/11\] [^\n]*: ", said))
            if answers and asked > len(self.ANSWERS) - len(answers):
                os.write(terminal, (answers.pop(0) + "\n").encode())
        self.assertEqual(0, process.wait(timeout=30), said)
        self.assertIn("Phường, xã", said)
        self.assertIn("quan-tri", links_of(said))

    def test_an_end_in_the_middle_or_a_no_writes_nothing(self):
        for answers, status in ((self.ANSWERS[:4], 1), ([*self.ANSWERS[:-1], "n"], 1)):
            done = subprocess.run([BINARY, "init", "--data", self.data],
                                  input="\n".join(answers) + "\n", capture_output=True, text=True,
                                  timeout=60, check=False)
            self.assertEqual(status, done.returncode, done.stdout + done.stderr)
            self.assertFalse(self.data.exists())

    def test_options_answer_questions(self):
        done = self.init("--yes", "--ward", "29905", "--khom", "Tân Mỹ", "--khom", "Sa Nhiên",
                         "--chair", "Lương Thành Nhẫn", "--cchc-officer", "Trịnh Quốc Thắng",
                         "--address", "https://phuong.example")
        self.assertNotIn("[1/", done.stdout)
        self.assertIn("https://phuong.example/#/sign-in-link?", done.stdout)


class Example(Folder):
    def test_the_demonstration_runs_up_to_its_clock_and_says_that_it_was_set(self):
        self.init("--example", "--today", "2026-09-16")
        self.assertIn("already", self.init("--example").stdout)
        self.assertEqual(1, self.init("--file", self.setup_file(), check=False).returncode)
        server = Server(self.data)
        self.addCleanup(server.end)
        self.assertIn("2026-09-16", "".join(server.output))
        token = langnghe("user", "token", "cchc_officer", "--data", self.data, "--ward",
                         "sa-dec-hom-nay").stdout.strip()
        client = Client(server.port, token)
        base = "/api/v1/wards/sa-dec-hom-nay/"
        cells = client.get(base + "schedule?year=2026")
        self.assertEqual(200, cells.status, cells.bytes)
        self.assertTrue(cells.headers["demonstration-clock"].startswith("2026-09-16T"))
        issues = client.get(base + "issues").json["items"]
        due = [issue["effective_due"] for issue in issues if issue.get("effective_due")]
        self.assertTrue([day for day in due if "2026-09-16" <= day <= "2026-10-07"], due)
        self.assertEqual(0, server.stop())
        closed = langnghe("export", "--data", self.data, "--ward", "tan-quy-dong").stdout
        self.assertIn("plan-2021", closed)


class OneCommand(Folder):
    """`tools/run`, with the program built already."""

    def setUp(self):
        super().setUp()
        tools = self.folder / "tools"
        tools.mkdir()
        shutil.copy(ROOT / "tools/run", tools)
        for built in ("prepare", "build"):
            (tools / built).write_text("#!/bin/sh\n")
            (tools / built).chmod(0o755)
        (self.folder / "build/release").mkdir(parents=True)
        (self.folder / "build/release/langnghe").symlink_to(BINARY)

    def run_it(self, *more):
        """What it says until it serves; it is ended by Ctrl-C."""
        process = subprocess.Popen([self.folder / "tools/run", "--listen", "127.0.0.1:0", *more],
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                   env={**os.environ, "LANGNGHE_LANG": "en"})
        guard = threading.Timer(300, process.kill)
        guard.start()
        self.addCleanup(process.stdout.close)
        self.addCleanup(lambda: process.poll() is None and process.kill())
        said = ""
        for line in process.stdout:
            said += line
            if "Ctrl-C" in line:
                process.send_signal(signal.SIGINT)
        self.assertEqual(0, process.wait(timeout=60), said)
        guard.cancel()
        return said

    def test_both_wards_are_served_with_their_sign_ins_and_loaded_once(self):
        said = self.run_it("--today=2026-09-16")
        self.assertRegex(said, r"http://127\.0\.0\.1:\d+/")
        self.assertIn("2026-09-16", said)
        for ward in ("tan-quy-dong", "sa-dec-hom-nay"):
            self.assertIn(f"Demonstration sign-ins of ward {ward}", said)
        data = self.folder / "data"
        before = langnghe("export", "--data", data, "--ward", "tan-quy-dong").stdout
        sign_ins = (data / "demonstration-sign-ins.txt").read_text()
        self.assertIn(sign_ins.split()[2], said)
        again = self.run_it("--data", data)
        self.assertIn("loaded already", again)
        self.assertIn("2026-09-16", again)
        self.assertEqual(sign_ins, (data / "demonstration-sign-ins.txt").read_text())
        self.assertEqual(before, langnghe("export", "--data", data, "--ward", "tan-quy-dong").stdout)


if __name__ == "__main__":
    unittest.main()
