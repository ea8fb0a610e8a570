"""One record of a Lắng Nghe ledger and what must hold from one record to the next.

Written from docs/formats/ledger.md and RFC 8785; shares no code with the program.
"""

import json
import re

import attachments
from tlog import Refused

_TEXT = r'[^"\\\x00-\x1f]*'
_UUID_V7 = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
_DATE = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_FORMS = {
    "causation": _TEXT,
    "correlation": _TEXT,
    "happened": rf"{_DATE}(T{_TIME}(\.[0-9]+)?(Z|[+-][0-9]{{2}}:[0-9]{{2}}))?",
    "id": _UUID_V7,
    "ledger": r"[a-z0-9][a-z0-9-]{0,63}",
    "recorded": rf"{_DATE}T{_TIME}\.[0-9]{{3}}Z",
    "stream": r"[A-Za-z0-9._-]{1,128}",
    "type": r'[^"\\\x00-\x1f]+',
}
_MEMBERS = {*_FORMS, "actor", "data", "v", "version"}


def _number(value):
    """ECMAScript's Number::toString, which RFC 8785 section 3.2.2.3 asks for."""
    if isinstance(value, int) and abs(value) <= 2**53:
        return str(value)
    value = float(value)
    return str(int(value)) if value == int(value) and abs(value) <= 2**53 else _digits(value)


def _digits(value):
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + ("" if fraction == "0" else fraction)).lstrip("0")
    point = int(exponent or 0) + (len(whole) if whole != "0" else
                                  len(fraction.lstrip("0")) - len(fraction))
    digits = digits.rstrip("0")
    if 0 < point <= 21:
        if len(digits) <= point:
            return sign + digits + "0" * (point - len(digits))
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    tail = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{tail}e{'+' if point > 0 else '-'}{abs(point - 1)}"


def canonical(value):
    """The one form of a JSON value (RFC 8785)."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(value)
    return json.dumps(value, ensure_ascii=False)


def _no_twins(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member stands twice")
    return members


def _no_constant(name):
    raise ValueError(f"{name} is no JSON")


def read_record(entry):
    """The record as a dict; refused unless its bytes are the one form of it."""
    try:
        record = json.loads(entry.decode("utf-8"), object_pairs_hook=_no_twins,
                            parse_constant=_no_constant)
        form = canonical(record).encode("utf-8")
    except (ValueError, RecursionError, OverflowError) as error:
        raise Refused(f"not a JSON object: {error}") from error
    if form != entry:
        raise Refused("not canonical JSON (RFC 8785)")
    _check_members(record)
    return record


def _check_members(record):
    if not isinstance(record, dict) or set(record) != _MEMBERS:
        raise Refused("not the members of a record")
    for name, form in _FORMS.items():
        if not isinstance(record[name], str) or not re.fullmatch(form, record[name]):
            raise Refused(f"the member {name} has not its form")
    actor = record["actor"]
    if not isinstance(actor, dict) or set(actor) != {"role", "user"} or not all(
            isinstance(each, str) and re.fullmatch(_TEXT, each) for each in actor.values()):
        raise Refused("the member actor has not its form")
    if not isinstance(record["data"], dict):
        raise Refused("the member data is no object")
    for name in ("v", "version"):
        if type(record[name]) is not int or record[name] < 1:
            raise Refused(f"the member {name} is not 1 or more")


class Ledger:
    """What the records read so far ask of the next one."""

    def __init__(self, name):
        self.name = name
        self.records = 0
        self.versions = {}
        self.recorded = ""
        self.attachments = set()

    def take(self, entry):
        try:
            self._check(read_record(entry))
        except Refused as refused:
            raise Refused(f"record {self.records}: {refused}") from refused
        self.records += 1

    def _check(self, record):
        if record["ledger"] != self.name:
            raise Refused(f"it is of the ledger {record['ledger']}, not {self.name}")
        stream, before = record["stream"], self.versions.get(record["stream"], 0)
        if record["version"] != before + 1:
            raise Refused(f"version {record['version']} of {stream} follows {before}")
        if record["recorded"] < self.recorded:
            raise Refused("recorded before the record in front of it")
        self.versions[stream] = record["version"]
        self.recorded = record["recorded"]
        self.attachments.update(attachments.references(record["data"]))
