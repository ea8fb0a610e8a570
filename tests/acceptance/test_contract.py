"""The contract says what the program wants: names, limits and required members, act by act."""

import json
import re
import unittest

import yaml

from mutated_bodies import acts
from ward import ROOT, WARD, World

TEXT_MAX = 16384
ITEMS_MAX = 1000
USERS = {"cchc_officer": "cchc_officer", "chair": "chair", "officer": "officer_land",
         "khom_head": "khom_head_tan_thanh", "clerk": "clerk", "supervisor": "supervisor",
         "home_affairs": "home_affairs", "admin": "admin"}
VALUES = {"id": "nothing-there", "year": "2021", "family": "calendar", "period": "2021-Q1"}


def keys(value):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = (ROOT / "api/openapi.yaml").read_text(encoding="utf-8")
        cls.contract = yaml.safe_load(cls.text)  # a reader of YAML 1.1
        cls.world = World()
        cls.addClassCleanup(cls.world.close)

    def resolved(self, schema):
        while "$ref" in schema:
            schema = self.contract["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def members(self, schema, at):
        """(where, schema) of everything a body may hold."""
        schema = self.resolved(schema)
        yield at, schema
        for part in schema.get("allOf", []) + schema.get("oneOf", []):
            yield from self.members(part, at)
        for name, member in schema.get("properties", {}).items():
            yield from self.members(member, f"{at}/{name}")
        if "items" in schema:
            yield from self.members(schema["items"], f"{at}/0")

    def bodies(self):
        for path, item in self.contract["paths"].items():
            content = item.get("post", {}).get("requestBody", {}).get("content", {})
            if "application/json" in content:
                yield path, item["post"], content["application/json"]

    def test_every_name_is_a_text(self):
        self.assertEqual([], [name for name in keys(self.contract) if not isinstance(name, str)])

    def test_every_path_is_a_template_that_openapi_knows(self):
        for path in self.contract["paths"]:
            self.assertRegex(path, r"^(/([\w.-]+|\{\w+\}))*/?$")

    def test_every_limit_of_a_body_is_said(self):
        for path, _, content in self.bodies():
            for where, schema in self.members(content["schema"], path):
                kind = schema.get("type")
                if kind == "array" or "items" in schema:
                    self.assertIn("maxItems", schema, where)
                    self.assertLessEqual(schema["maxItems"], ITEMS_MAX, where)
                is_text = kind == "string" or (isinstance(kind, list) and "string" in kind)
                if is_text and not where.endswith("password"):
                    limits = {"enum", "const", "pattern", "maxLength"} & set(schema)
                    self.assertTrue(limits or schema.get("format") == "date-time", where)
                    self.assertLessEqual(schema.get("maxLength", 0), TEXT_MAX, where)
                if schema.get("format") == "date":
                    self.assertIsNone(re.match(schema["pattern"], "1899-12-31"), where)
                    self.assertIsNone(re.match(schema["pattern"], "2200-01-01"), where)
                    self.assertTrue(re.match(schema["pattern"], "2199-12-31"), where)

    def test_every_example_is_what_the_contract_allows(self):
        for path, _, content in self.bodies():
            schema = self.resolved(content["schema"])
            if "example" not in content:
                continue
            example = content["example"]
            self.assertEqual([], [name for name in schema.get("required", [])
                                  if name not in example], path)
            self.assertEqual([], [name for name in example
                                  if name not in schema["properties"]], path)

    def answer(self, path, operation, body):
        roles = re.match(r"Roles: ([\w, ]+)", operation["description"]).group(1).split(", ")
        # Things outside their khóm do not exist for a khóm's head, whatever the body says.
        role = next((role for role in roles if role != "khom_head"), roles[0])
        client = self.world.as_user(USERS[role])
        target = re.sub(r"\{(\w+)\}", lambda found: VALUES[found.group(1)],
                        path.replace("{ward}", WARD))
        return client.post(target, body, if_match='"999"')

    def missing(self, answer):
        if answer.status != 422:
            return set()
        return {error["pointer"] for error in answer.json.get("errors", [])
                if error["code"] in ("missing_field", "value_required")}

    def test_what_is_required_is_refused_without_and_nothing_else(self):
        asked = 0
        for path, operation, content in self.bodies():
            if "acts" not in operation["tags"]:
                continue
            schema = self.resolved(content["schema"])
            example = content.get("example", {})
            for name in schema.get("properties", {}):
                body = {key: value for key, value in example.items() if key != name}
                with self.subTest(path=path, member=name):
                    missing = self.missing(self.answer(path, operation, body))
                    asked += 1
                    if name in schema.get("required", []):
                        self.assertIn(f"/{name}", missing)
                    else:
                        self.assertNotIn(f"/{name}", missing)
        self.assertGreater(asked, 250)

    def test_bounds_of_numbers_are_those_of_the_program(self):
        asked = 0
        for path, operation, content in self.bodies():
            if "acts" not in operation["tags"]:
                continue
            schema, example = self.resolved(content["schema"]), content.get("example", {})
            for name, member in schema.get("properties", {}).items():
                member = self.resolved(member)
                for bound, step in (("minimum", -1), ("maximum", 1)):
                    if bound not in member or name not in example:
                        continue
                    answer = self.answer(path, operation, {**example, name: member[bound] + step})
                    asked += 1
                    self.assertEqual(422, answer.status, (path, name, bound, answer.bytes))
        self.assertGreater(asked, 10)

    def test_the_cases_that_were_seen(self):
        lines = (ROOT / "tests/data/field_cases/http/hid-contract-and-server.jsonl").read_text(
            encoding="utf-8").splitlines()
        cases = [json.loads(line) for line in lines]
        self.assertEqual(13, len(cases))
        for case in cases:
            wanted = re.match(r"422 value_required (unit|document|asked)", case["answer"])
            path = case["path"].replace("{level}/{tile+}", "{level}/{tile}")
            if path.startswith("/"):
                self.assertIn(path, self.contract["paths"], case)
            if wanted:
                body = self.contract["paths"][path]["post"]["requestBody"]["content"]
                self.assertIn(wanted.group(1), body["application/json"]["schema"]["required"])
        term = self.contract["components"]["schemas"]["TermInput"]
        self.assertEqual(1, term["properties"]["days"]["minimum"])

    def things(self, client):
        """Things with a list of what is allowed, of every phase there is: (path, answer)."""
        phases = {}
        for row in client.get("issues?limit=500").json["items"]:
            phases.setdefault(row["phase"], []).append(f"issues/{row['id']}")
        found = [path for paths in phases.values() for path in paths[:2]]
        found += [f"dialogues/{row['id']}" for row in client.get(
            "dialogues?from=2021-01-01&to=2021-12-31").json["items"][::5]]
        found += ["plans/2021", "reports/calendar/2021-Q1", "reports/calendar/2021-Q4"]
        for path in found:
            answer = client.get(path)
            if answer.status == 200:
                yield path, answer

    def test_what_is_said_not_to_be_allowed_is_refused_for_that_reason(self):
        stored = self.world.as_user("cchc_officer").request(
            "POST", "attachments", b"\xff\xd8\xff\xe0 a road", {"Content-Type": "image/jpeg"})
        self.assertEqual(201, stored.status)
        picture = {"hash": stored.json["attachment"], "media_type": "image/jpeg"}
        examples = {}
        for path, _, content in self.bodies():
            example = dict(content.get("example", {}))
            example.pop("happened", None)  # of another year than the things at hand
            if "files" in example:
                example["files"] = [picture]
            examples[path] = example
        asked = 0
        for user in ("cchc_officer", "chair", "officer_land", "clerk", "khom_head_tan_thanh"):
            client = self.world.as_user(user)
            for path, answer in self.things(client):
                base = re.sub(r"/(?!\{)[^/]*$", "", path) if path.count("/") == 1 else path
                for act in answer.json["allowed_commands"]:
                    self.assertEqual({"command", "allowed", "code", "reason"}, set(act))
                    self.assertEqual(act["allowed"], act["reason"] is None)
                    if act["allowed"] or act["command"] == "schedule":  # which goes elsewhere
                        continue
                    template = next((p for p in examples if p.endswith("/" + act["command"]) and
                                     p.split("/")[5] == base.split("/")[0]), None)
                    refused = client.post(f"{path}/{act['command']}", examples.get(template, {}),
                                          if_match=answer.etag)
                    if refused.status == 422 and refused.json["code"] == "body_invalid":
                        continue  # an example that leaves something to the service
                    with self.subTest(user=user, path=path, act=act["command"]):
                        self.assertEqual(act["code"], refused.json["code"])
                        self.assertEqual(act["reason"], refused.json["detail"])
                    asked += 1
        self.assertGreater(asked, 200)

    def test_a_supplement_without_a_difference_says_so(self):
        officer = self.world.as_user("cchc_officer")
        report = officer.get("reports/calendar/2021-Q1")
        allowed = {act["command"]: act for act in report.json["allowed_commands"]}
        answer = officer.post("reports/calendar/2021-Q1/supplement", {"reason": "x"},
                              if_match=report.etag)
        if not allowed["supplement"]["allowed"]:
            self.assertEqual(allowed["supplement"]["code"], answer.json["code"])
        self.assertNotIn("/differences", answer.bytes.decode())


if __name__ == "__main__":
    unittest.main()
