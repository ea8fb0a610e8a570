"""A resident's key is destroyed: nothing of the person is readable anywhere any more, what the ward
did stays counted, and every proof that was ever given out still holds."""

import datetime
import json
import pathlib
import shutil
import tempfile
import time
import unittest

from ward import Client, World, langnghe, verifier

TOMBSTONE = b"LNGONE\0\1".ljust(80, b"\0")
PURPOSE = "purpose=giao%20th%C3%B4ng%20b%C3%A1o"
PERIODS = ("reports/calendar/2021", "reports/calendar/2021-Q2", "reports/cchc/2021-H1",
           "schedule?year=2021")


def texts(value):
    """Every text inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


class Erasure(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="langnghe-erasure-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, True)

    def json(self, client, path):
        answer = client.get(path)
        self.assertEqual(200, answer.status, (path, answer.bytes))
        return answer.json

    def someone_without_open_issues(self, chair):
        """(resident, one of their issues with their own words, a dialogue), all of it readable."""
        for issue in self.json(chair, "issues?limit=500")["items"]:
            detail = self.json(chair, f"issues/{issue['id']}?{PURPOSE}")
            person = (detail.get("opinion") or {}).get("resident")
            if not person or not isinstance(person.get("name"), str):
                continue
            theirs = self.json(chair, f"residents/{person['id']}")["issues"]
            if all(self.json(chair, f"issues/{each}")["phase"] == "closed" for each in theirs):
                return person["id"], issue["id"], detail["dialogue"]
        self.fail("the demonstration has nobody whose issues are all closed")

    def canaries(self, chair, resident, issue):
        """What only this person's data holds: name, telephone, address, words."""
        person = self.json(chair, f"residents/{resident}?{PURPOSE}")
        opinion = self.json(chair, f"issues/{issue}?{PURPOSE}")["opinion"]
        found = {person.get(name) for name in ("name", "phone", "address")} | {opinion["words"]}
        found = {text for text in found if isinstance(text, str) and len(text) > 5}
        self.assertGreaterEqual(len(found), 2, person)
        return found

    def files_with(self, texts_of_person, *folders):
        wanted = [text.encode() for text in texts_of_person]
        wanted += [json.dumps(text)[1:-1].encode() for text in texts_of_person]
        return [file for folder in folders for file in folder.rglob("*") if file.is_file()
                for content in [file.read_bytes()] if any(text in content for text in wanted)]

    def tombstones(self):
        return {file.name for file in (self.world.data / "vault").glob("??/*")
                if file.read_bytes() == TOMBSTONE}

    def keys(self):
        return {file: file.read_bytes() for file in (self.world.data / "vault").glob("??/*")}

    def await_tombstones(self, count):
        until = time.monotonic() + 20
        while len(self.tombstones()) < count:
            self.assertLess(time.monotonic(), until, "the key is not destroyed")
            time.sleep(0.05)

    def figures(self, client):
        """What the year says, without how large the ledger was when it was asked."""
        said = []
        for path in PERIODS:
            answer = self.json(client, path)
            for of_the_moment in ("position", "ledger_size", "as_of", "recorded", "version"):
                answer.pop(of_the_moment, None)
            if answer.get("frozen"):
                answer["frozen"].pop("records_since")
            said.append(answer)
        return said

    def head(self):
        """A signed head that covers everything acknowledged so far."""
        anybody = Client(self.world.server.port)
        size = self.world.as_user("supervisor").get("events?limit=1").json["position"]
        until = time.monotonic() + 20
        while True:
            note = anybody.get("tlog/checkpoint").bytes
            if int(note.split(b"\n")[1]) >= size:
                return note
            self.assertLess(time.monotonic(), until, "no head")
            time.sleep(0.05)

    def save(self, name, content):
        file = self.folder / name
        file.write_bytes(content)
        return file

    def assert_proofs_hold(self, old_head, receipt):
        anybody = Client(self.world.server.port)
        vkey = anybody.get("tlog/vkey").bytes.decode().strip()
        new_head = self.head()
        sizes = [int(head.split(b"\n")[1]) for head in (old_head, new_head)]
        self.assertLess(*sizes)
        proof = anybody.get(f"proofs/consistency?from={sizes[0]}&to={sizes[1]}")
        self.assertEqual(200, proof.status, proof.bytes)
        status, said = verifier("consistency", self.save("old", old_head),
                                self.save("new", new_head), "--proof",
                                self.save("proof", proof.bytes), "--vkey", vkey)
        self.assertEqual(0, status, said)
        status, said = verifier("receipt", self.save("receipt", receipt), "--vkey", vkey)
        self.assertEqual(0, status, said)

    def assert_shown_as_erased(self, client, resident, issue, dialogue, gone):
        person = self.json(client, f"residents/{resident}?{PURPOSE}")
        self.assertEqual("31/QĐ-UBND", person["erasure"]["decision"])
        self.assertEqual("lawful_request", person["erasure"]["ground"])
        self.assertEqual({"erased": True}, person["name"])
        opinion = self.json(client, f"issues/{issue}?{PURPOSE}")["opinion"]
        self.assertEqual({"erased": True}, opinion["words"])
        self.assertEqual(person["erasure"], opinion["resident"]["erasure"])
        for path in (f"issues/{issue}", f"dialogues/{dialogue}", f"residents/{resident}"):
            said = self.json(client, f"{path}?{PURPOSE}")
            self.assertEqual(set(), gone & set(texts(said)), path)

    def test_what_is_erased_is_gone_and_nothing_else(self):
        chair, supervisor = self.world.as_user("chair"), self.world.as_user("supervisor")
        resident, issue, dialogue = self.someone_without_open_issues(chair)
        gone = self.canaries(chair, resident, issue)
        receipt = chair.get(f"issues/{issue}/receipt").bytes
        figures, old_head = self.figures(supervisor), self.head()
        keys, buried = self.keys(), self.tombstones()

        done = chair.act(f"residents/{resident}/destroy-key",
                         {"ground": "lawful_request", "reason": "Người dân yêu cầu",
                          "decision": "31/QĐ-UBND",
                          "decided_on": datetime.date.today().isoformat()})
        self.assertEqual(200, done.status, done.bytes)
        self.await_tombstones(len(buried) + 1)

        self.assert_shown_as_erased(chair, resident, issue, dialogue, gone)
        self.assertEqual(figures, self.figures(supervisor))
        self.assert_proofs_hold(old_head, receipt)
        self.assertEqual("resident_key_destroyed",
                         self.world.as_user("cchc_officer").act(
                             f"residents/{resident}/change-contact",
                             {"phone": "0900000000", "reason": "thử"}).json["code"])

        backups = self.folder / "backups"
        langnghe("backup", "--data", self.world.data, "--to", backups)
        self.assertEqual([], self.files_with(gone, self.world.data, backups))
        (file,) = [file for file, content in keys.items()
                   if content != TOMBSTONE and file.read_bytes() == TOMBSTONE]
        wrapped = keys[file]
        self.assertEqual([], [each for folder in (self.world.data, backups)
                              for each in folder.rglob("*")
                              if each.is_file() and wrapped in each.read_bytes()])

        # Killed between the decision and the vault: the key is back, and gone before anybody asks.
        self.world.server.kill()
        file.write_bytes(wrapped)
        self.world.restart()
        self.assertEqual(TOMBSTONE, file.read_bytes())
        self.assert_shown_as_erased(self.world.as_user("chair"), resident, issue, dialogue, gone)
        self.assertEqual(figures, self.figures(self.world.as_user("supervisor")))
        self.world.server.end()
        self.assertEqual(0, langnghe("doctor", "--data", self.world.data).returncode)


if __name__ == "__main__":
    unittest.main()
