"""Searching in a real ward: the same with and without accents, through kills and a lost index; no word that is sealed,
and no name or number of anybody, stands in the files of the index."""

import random
import shutil
import time
import unicodedata
import unittest
import urllib.parse

from ward import WARD, World

PURPOSE = "purpose=kiem-tra"
KILLS = 6


def plain(text):
    """As the index folds it, for the letters of names and spoken words."""
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


class Search(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.close)

    def ids(self, query, user="cchc_officer"):
        client = self.world.as_user(user)
        path = "issues?limit=500&q=" + urllib.parse.quote(query)
        for _ in range(200):
            answer = client.get(path)
            if answer.status != 503:
                break
            self.assertEqual(("search_not_ready", "1"), (answer.json["code"], answer.headers["retry-after"]))
            time.sleep(0.05)
        self.assertEqual(200, answer.status, answer.bytes)
        return [item["id"] for item in answer.json["items"]]

    def some_words(self):
        subjects = [item["subject"] for item in self.world.as_user("cchc_officer").get("issues?limit=500").json["items"]]
        return sorted({word for subject in subjects for word in subject.split() if word.isalpha()})[:60]

    def test_every_spelling_finds_the_same(self):
        words = self.some_words()
        self.assertGreater(len(words), 30)
        for word in words:
            found = self.ids(word)
            self.assertTrue(found, word)
            for other in (plain(word), word.upper(), unicodedata.normalize("NFD", word)):
                self.assertEqual(found, self.ids(other), (word, other))

    def test_a_killed_server_and_a_lost_index_find_the_same(self):
        words = self.some_words()[::4]
        before = {word: self.ids(word) for word in words}
        chance = random.Random(20261130)
        for round_ in range(KILLS):
            self.world.server.kill()
            if round_ % 2:
                shutil.rmtree(self.world.data / "search")
            self.world.restart()
            time.sleep(chance.random() * 0.3)
        self.assertEqual(before, {word: self.ids(word) for word in words})
        self.assertEqual(0, self.world.server.stop())
        shutil.rmtree(self.world.data / "search")
        self.world.restart()
        self.assertEqual(before, {word: self.ids(word) for word in words})

    def test_nothing_sealed_is_in_its_files(self):
        client = self.world.as_user("cchc_officer")
        canaries = set()
        for issue in client.get("issues?limit=60").json["items"]:
            opinion = client.get(f"issues/{issue['id']}?{PURPOSE}").json["opinion"] or {}
            words = opinion.get("words")
            if isinstance(words, str) and plain(words)[:40] not in plain(issue["subject"]):
                canaries.add(words[-40:])
            person = opinion.get("resident") or {}
            canaries |= {person[part] for part in ("name", "phone", "address") if isinstance(person.get(part), str)}
        canaries = {canary for canary in canaries if len(canary) >= 8}
        self.assertGreater(len(canaries), 40)
        self.assertTrue(self.ids("duong"))
        self.assertEqual(0, self.world.server.stop())
        files = sorted((self.world.data / "search").iterdir())
        self.assertEqual([f"{WARD}.people.sqlite", f"{WARD}.sqlite"], [file.name for file in files])
        held = b"".join(file.read_bytes() for file in files)
        for canary in canaries:
            for written in (canary, plain(canary), canary.lower()):
                self.assertNotIn(written.encode(), held, canary)

    def test_a_person_is_found_by_name_and_phone_and_it_is_told(self):
        client = self.world.as_user("cchc_officer")
        person = next(resident for issue in client.get("issues?limit=60").json["items"]
                      if (resident := (client.get(f"issues/{issue['id']}?{PURPOSE}").json["opinion"] or {}).get("resident"))
                      and isinstance(resident.get("name"), str) and isinstance(resident.get("phone"), str))
        for query in (person["name"], plain(person["name"]), person["phone"]):
            answer = client.get(f"residents?q={urllib.parse.quote(query)}&{PURPOSE}")
            self.assertEqual(200, answer.status, answer.bytes)
            self.assertIn(person["id"], [item["id"] for item in answer.json["items"]], query)
        told = self.world.as_user("supervisor").get("supervision/sealed-reads?limit=10").json["items"]
        self.assertIn(f"resident-{person['id']}", [item["subject"] for item in told])
        self.assertEqual(403, self.world.as_user("supervisor").get(f"residents?q=lan&{PURPOSE}").status)


if __name__ == "__main__":
    unittest.main()
