"""Compares requests and answers with api/openapi.yaml, so that the contract says what the program
does and no more. `ward.Client` asks it about every answer it gets.

An answer must have a status, a media type, headers and a body that its operation names. A request
that was done must have a body and parameters that the operation allows: what the contract forbids
the program refuses.
"""

import datetime
import functools
import json
import pathlib
import re
from urllib.parse import parse_qsl, unquote, urlsplit

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
METHODS = ("get", "post", "put", "delete")


class Broken(AssertionError):
    """What was sent or answered is not what the contract says."""


def _is_date(value):
    try:
        return not isinstance(value, str) or bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False


def _is_instant(value):
    """RFC 3339: an offset is a part of it."""
    form = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
    return not isinstance(value, str) or re.fullmatch(form, value) is not None


_FORMATS = jsonschema.FormatChecker(formats=())
_FORMATS.checks("date")(_is_date)
_FORMATS.checks("date-time")(_is_instant)


def _of_discriminator(validator, choices, instance, schema):
    """`oneOf` with a discriminator looks at the one schema that is meant: the others are told apart
    from it by that member alone, and a page of records would be compared with every event."""
    meant = schema.get("discriminator")
    if not meant or not isinstance(instance, dict):
        yield from jsonschema.Draft202012Validator.VALIDATORS["oneOf"](
            validator, choices, instance, schema)
        return
    value = instance.get(meant["propertyName"])
    chosen = meant["schemas"].get(value) if isinstance(value, str) else None
    if chosen is None:
        yield jsonschema.ValidationError(f"{value!r} is no known {meant['propertyName']}")
        return
    yield from validator.descend(instance, chosen)


_Validator = jsonschema.validators.extend(jsonschema.Draft202012Validator,
                                          {"oneOf": _of_discriminator})


class Operation:
    """One method of one path."""

    def __init__(self, template, raw, shared):
        self.template, self.raw = template, raw
        names = re.findall(r"\{(\w+)\}", template)
        # A tile's path has several segments; every other parameter is one.
        form = "".join("(.+)" if part == "{tile}" else "([^/]+)" if part.startswith("{")
                       else re.escape(part) for part in re.split(r"(\{\w+\})", template))
        self.form, self.names = re.compile(form), names
        self.parameters = {}
        for parameter in [*shared, *raw.get("parameters", [])]:
            self.parameters[(parameter["in"], parameter["name"].lower())] = parameter

    def response(self, status):
        responses = self.raw["responses"]
        return responses.get(str(status)) or responses.get("default")


class Contract:
    def __init__(self, text):
        self.whole = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        # References become the very things they refer to: the file is read once and asked often.
        self._resolved = {}
        self.operations = {method: [] for method in METHODS}
        for template, item in self._resolve(self.whole["paths"]).items():
            for method in METHODS:
                if method in item:
                    self.operations[method].append(
                        Operation(template, item[method], item.get("parameters", [])))
        for operations in self.operations.values():
            operations.sort(key=lambda operation: len(operation.names))

    def _resolve(self, value):
        if isinstance(value, list):
            return [self._resolve(item) for item in value]
        if not isinstance(value, dict):
            return value
        if isinstance(value.get("$ref"), str):
            found = self._referred(value["$ref"])
            more = {name: self._resolve(inner) for name, inner in value.items() if name != "$ref"}
            return {"allOf": [found], **more} if set(more) - {"description"} else found
        done = {name: self._resolve(inner) for name, inner in value.items()
                if name not in ("example", "examples", "discriminator")}
        if "discriminator" in value:
            done["discriminator"] = {
                "propertyName": value["discriminator"]["propertyName"],
                "schemas": {name: self._referred(target) for name, target in
                            value["discriminator"]["mapping"].items()}}
        return done

    def _referred(self, reference):
        if reference not in self._resolved:
            found = self.whole
            for name in reference.removeprefix("#/").split("/"):
                found = found[name]
            # The place stands first: a schema may hold others of its kind.
            self._resolved[reference] = place = {}
            place.update(self._resolve(found))
        return self._resolved[reference]

    def find(self, method, path):
        """(operation, values of the path), or None where the contract has no such path."""
        for operation in self.operations.get(method.lower(), ()):
            found = operation.form.fullmatch(path)
            if found:
                return operation, dict(zip(operation.names, map(unquote, found.groups())))
        return None

    @functools.cached_property
    def problem(self):
        return self._referred("#/components/schemas/Problem")


def faults(schema, value):
    """What is wrong with a value, each with its place."""
    validator = _Validator(schema, format_checker=_FORMATS)
    return [f"/{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"
            for error in validator.iter_errors(value)]


def _of_text(schema, text):
    """A parameter's text as the type its schema names."""
    types = schema.get("type", "string")
    types = [types] if isinstance(types, str) else types
    if "integer" in types and re.fullmatch(r"-?\d+", text):
        return int(text)
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    return text


def _media_type(headers):
    return headers.get("content-type", "").split(";")[0].strip().lower()


def _body_faults(content, headers, body):
    """Of a message whose media types are `content`."""
    if not content:
        return ["a body where none is described"] if body else []
    media_type = _media_type(headers)
    described = content.get(media_type) or content.get("*/*")
    if described is None:
        return [f"media type {media_type!r} is not one of {', '.join(content)}"]
    if not media_type.endswith("json"):
        return []
    try:
        value = json.loads(body)
    except ValueError:
        return ["the body is no JSON"]
    return faults(described["schema"], value)


class Checker:
    def __init__(self, contract):
        self.contract = contract

    def check(self, method, target, sent, body, answer):
        """Raises `Broken` where the exchange is not what the contract says."""
        split = urlsplit(target)
        found = self.contract.find(method, split.path)
        wrong = self._answer_faults(found, method, answer)
        if found and 200 <= answer.status < 300:
            wrong += self._request_faults(found, split.query, sent, body)
        if wrong:
            raise Broken(f"{method} {target} -> {answer.status} is not in the contract:\n  "
                         + "\n  ".join(wrong[:20]) + f"\n  sent: {str(body)[:1000]}"
                         + f"\n  answered: {answer.bytes[:1000]!r}")

    def _answer_faults(self, found, method, answer):
        if method not in ("GET", "POST", "PUT", "DELETE") or found is None:
            # HEAD has no body, and what is no path of the contract is a problem.
            if answer.status < 400:
                return [] if method == "HEAD" else ["done, and no operation of the contract"]
            return faults(self.contract.problem, answer.json) if answer.bytes else []
        described = found[0].response(answer.status)
        if described is None:
            return [f"status {answer.status} is not described"]
        wrong = []
        for name, header in described.get("headers", {}).items():
            value = answer.headers.get(name.lower())
            if value is None:
                wrong += [f"no header {name}"] if header.get("required") else []
            else:
                wrong += [f"header {name}: {fault}" for fault in
                          faults(header["schema"], _of_text(header["schema"], value))]
        return wrong + _body_faults(described.get("content", {}), answer.headers, answer.bytes)

    @staticmethod
    def _request_faults(found, query, sent, body):
        operation, path_values = found
        values = {("path", name.lower()): value for name, value in path_values.items()}
        for name, value in parse_qsl(query, keep_blank_values=True):
            values[("query", name.lower())] = value
        wrong = []
        headers = {name.lower(): value for name, value in sent.items()}
        for (place, name), parameter in operation.parameters.items():
            if place == "header" and name in headers:
                values[(place, name)] = headers[name]
            if parameter.get("required") and (place, name) not in values:
                wrong.append(f"done without the {place} parameter {name}")
        for (place, name), value in values.items():
            parameter = operation.parameters.get((place, name))
            if parameter is None:
                wrong.append(f"done with the {place} parameter {name}, which is not described")
                continue
            wrong += [f"{place} parameter {name}: {fault}" for fault in
                      faults(parameter["schema"], _of_text(parameter["schema"], value))]
        described = operation.raw.get("requestBody")
        if described and body:
            wrong += [f"request: {fault}" for fault in
                      _body_faults(described["content"], headers, body)]
        elif described and described.get("required"):
            wrong.append("done without a body")
        return wrong


@functools.cache
def checker():
    return Checker(Contract((ROOT / "api/openapi.yaml").read_text(encoding="utf-8")))
