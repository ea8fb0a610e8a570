"""Bodies that nobody should send: every act of the contract, by every role, with the contract's own
example changed at random. The process lives on and every answer is an act's or a problem.

    LANGNGHE_BODIES=15000 python3 -m unittest -v mutated_bodies     # the long form

The seed of a failing run is printed; LANGNGHE_SEED repeats it.
"""

import copy
import json
import os
import random
import re
import unittest

import yaml

from ward import ROOT, WARD, World, fresh_key

BODIES = int(os.environ.get("LANGNGHE_BODIES", "2500"))
SEED = int(os.environ.get("LANGNGHE_SEED", str(random.randrange(2**31))))
USERS = ["chair", "cchc_officer", "officer_land", "khom_head_tan_thanh", "clerk", "supervisor",
         "home_affairs", "admin"]

ODD = ["", " ", "\u0000", "\u200b", "\u202e", "\ufeff", "\ud7ff", "e\u0301", "😀", "x" * 20_000,
       "ế" * 5_462, "-", "_", "../..", "%00", "issue-", "resident-", "null", "0", "\r\n", "'\"<>&"]
VALUES = [None, True, False, 0, -1, 1, 2**31, 2**53, 2**63, -2**63, 1e308, 0.1, "", [], {}, [[]],
          [None], {"": ""}, "2021-02-30", "0000-00-00", "9999-12-31", "1899-12-31", "2200-01-01",
          "24:00", "12:60", "2021-01-01T00:00:00+07:00"]


def acts(contract):
    """(path with its parameters filled, the example body) of every act."""
    found = []
    for path, item in contract["paths"].items():
        post = item.get("post")
        if not post or "acts" not in post.get("tags", []):
            continue
        content = post.get("requestBody", {}).get("content", {}).get("application/json", {})
        found.append((path.replace("{ward}", WARD), content.get("example", {})))
    return found


def places(value, at=()):
    """Every place in a JSON value, the whole one too."""
    yield at
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, (*at, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*at, index))


class Mutator:
    def __init__(self, source):
        self.random = source

    def odd_text(self):
        return "".join(self.random.choice(ODD) for _ in range(self.random.randint(1, 2)))

    def value(self):
        roll = self.random.random()
        if roll < 0.5:
            return copy.deepcopy(self.random.choice(VALUES))
        if roll < 0.8:
            return self.odd_text()
        if roll < 0.9:
            return [self.odd_text() for _ in range(self.random.choice([1, 3, 1_001]))]
        deep = self.odd_text()
        for _ in range(self.random.choice([3, 31, 40])):
            deep = [deep] if self.random.random() < 0.5 else {"a": deep}
        return deep

    def changed(self, body):
        """The body with one to three places left out, replaced, repeated or named otherwise."""
        body = copy.deepcopy(body)
        for _ in range(self.random.randint(1, 3)):
            at = self.random.choice(list(places(body)))
            if not at:
                return body if self.random.random() < 0.5 else self.value()
            holder = body
            for step in at[:-1]:
                holder = holder[step]
            how = self.random.random()
            if how < 0.3:
                del holder[at[-1]]
            elif how < 0.85:
                holder[at[-1]] = self.value()
            elif isinstance(holder, list):
                holder.append(copy.deepcopy(holder[at[-1]]))
            else:
                holder[self.odd_text()[:200]] = self.value()
        return body

    def encoded(self, body):
        data = json.dumps(body, ensure_ascii=self.random.random() < 0.5).encode(
            "utf-8", "surrogatepass")
        roll = self.random.random()
        if roll < 0.04:
            at = self.random.randint(0, len(data))
            return data[:at] + self.random.choice([b"\0", b"\xff", b"\xc3", b",", b"}"]) + data[at:]
        if roll < 0.06:
            return data[:self.random.randint(0, len(data))]
        return data


class MutatedBodies(unittest.TestCase):
    def setUp(self):
        contract = yaml.safe_load((ROOT / "api/openapi.yaml").read_text(encoding="utf-8"))
        self.acts = acts(contract)
        self.assertGreater(len(self.acts), 90)
        self.world = World()
        self.addCleanup(self.world.close)
        self.clients = [self.world.as_user(name, timeout=60) for name in USERS]
        self.ids = self.things()

    def things(self):
        """Ids that are there, by the folder they stand under."""
        officer = self.clients[1]
        issues = [row["id"] for row in officer.get("issues?limit=40").json["items"]]
        dialogues = [row["id"] for row in
                     officer.get("dialogues?from=2021-01-01&to=2021-12-31").json["items"]]
        streams = [item["record"].get("stream", "") for item in self.clients[5].get(
            "events?limit=500&after=100").json["items"]]
        residents = sorted({name[9:] for name in streams if name.startswith("resident-")})
        return {"issues": issues, "dialogues": dialogues, "residents": residents or ["r-1"],
                "users": USERS}

    def filled(self, path, source):
        def value(found):
            name = found.group(1)
            if name == "id":
                folder = path.split("/")[5]
                return source.choice([*self.ids.get(folder, []), "nothing-there", "x" * 65])
            return {"year": source.choice(["2021", "2022", "0", "99999"]),
                    "family": source.choice(["calendar", "cchc", "other"]),
                    "period": source.choice(["2021-Q1", "2021", "2021-H1", "2021-Q9"])}[name]
        return re.sub(r"\{(\w+)\}", value, path)

    def ask(self, path, data, client, if_match):
        answer = client.request("POST", path, data, {
            "Idempotency-Key": fresh_key(), "If-Match": if_match,
            "Content-Type": "application/json"})
        if answer.status >= 400:
            self.assertEqual("application/problem+json", answer.headers["content-type"], path)
            self.assertIn("code", answer.json, path)
        self.assertNotIn(answer.status, (500, 502, 503), (path, data[:500], answer.bytes[:500]))
        return answer.status

    def test_the_process_lives_on(self):
        source = random.Random(SEED)
        mutator = Mutator(source)
        seen = {}
        rounds = 0
        while rounds < BODIES:
            for path, example in self.acts:
                for client in self.clients:
                    if rounds >= BODIES:
                        break
                    target = self.filled(path, source)
                    data = mutator.encoded(
                        example if source.random() < 0.05 else mutator.changed(example))
                    if_match = source.choice(['"1"', '"3"', "*", 'W/"2"', '"1", "2", "3"'])
                    with self.subTest(seed=SEED, round=rounds, path=target):
                        status = self.ask(target, data, client, if_match)
                    seen[status] = seen.get(status, 0) + 1
                    rounds += 1
            self.assertIsNone(self.world.server.process.poll(), f"it ended; seed {SEED}")
        self.assertIsNone(self.world.server.process.poll(), f"it ended; seed {SEED}")
        self.assertEqual(200, self.clients[0].get("/healthz").status)
        print(f"{rounds} bodies, seed {SEED}: {dict(sorted(seen.items()))}")
        for status in (400, 403, 422):
            self.assertIn(status, seen)


if __name__ == "__main__":
    unittest.main()
