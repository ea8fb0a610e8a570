"""Whose signatures are asked for, and whether a head has them."""

import dataclasses
import datetime
import pathlib

import tlog
from tlog import Refused, VerifierKey


def read_bytes(path):
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}") from error


def read_key(text):
    file = pathlib.Path(text)
    try:
        return VerifierKey.parse(file.read_text("utf-8") if file.is_file() else text)
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{text} is no verifier key") from error


def ledger_of(origin):
    """The last part of a log's name is its ledger's."""
    return origin.rsplit("/", 1)[-1]


@dataclasses.dataclass(frozen=True)
class Trust:
    """Whose signatures are asked for: any of the log's keys, and `needed` of the witnesses."""

    keys: list
    witnesses: list
    needed: int

    def with_keys(self, keys):
        return Trust(keys, self.witnesses, self.needed)

    def of_log_only(self):
        return Trust(self.keys, [], 0)


def check_signatures(checkpoint, trust):
    """The log's signature and those of enough witnesses; answers what to tell of them."""
    checkpoint.check_log(trust.keys)
    said, counted, missing = [], set(), []
    for witness in trust.witnesses:
        time = checkpoint.check_witness(witness)
        # One key under two names is one witness: a co-signature does not hold the name.
        if time is None:
            missing.append(witness.name)
        elif witness.public not in counted:
            counted.add(witness.public)
            seen = datetime.datetime.fromtimestamp(time, datetime.timezone.utc)
            said.append(f"witnessed by {witness.name} at {seen:%Y-%m-%dT%H:%M:%SZ}")
    if len(counted) < trust.needed:
        raise Refused(f"the checkpoint has no signatures of {', '.join(missing) or 'more'}: "
                      f"{len(counted)} of the {trust.needed} witnesses that are needed")
    return said


def read_trust(arguments):
    keys = [read_key(arguments.vkey)]
    if arguments.key_changes:
        text = read_bytes(pathlib.Path(arguments.key_changes)).decode("utf-8", "replace")
        keys = tlog.keys_through(keys[0], text)
    witnesses = [read_key(text) for text in arguments.witness]
    needed = arguments.witnesses_needed
    return Trust(keys, witnesses, len(witnesses) if needed is None else needed)
