"""The files beside an exported ledger: each is named by the SHA-256 of its bytes, sealed or not.

Written from docs/formats/attachments.md; shares no code with the program.
"""

import hashlib
import re

from tlog import Refused

_HASH = re.compile(r"[0-9a-f]{64}")
_PIECE = 1 << 16


def references(value):
    """The hashes of all attachments a record's data names: objects of these three members."""
    if isinstance(value, list):
        for each in value:
            yield from references(each)
    if isinstance(value, dict):
        name = value.get("hash")
        if isinstance(name, str) and _HASH.fullmatch(name) and {"bytes", "media_type"} <= set(value):
            yield name
        for each in value.values():
            yield from references(each)


def _digest(path):
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}") from error
    return digest.hexdigest()


def check(folder, ledger, names):
    """Every file that the records name is there and is the bytes of its name, or was erased; and
    nothing else lies beside them. Answers what to tell."""
    known, erased = set(), 0
    for name in sorted(names):
        file = folder / "files" / ledger / name[:2] / name[2:]
        mark = file.with_name(file.name + ".erased")
        if mark.is_file():
            erased += 1
            known.add(mark)
        elif not file.is_file():
            raise Refused(f"the attachment {name} is missing")
        elif _digest(file) != name:
            raise Refused(f"the attachment {name} was changed")
        else:
            known.add(file)
    for file in (folder / "files").rglob("*"):
        if not file.is_dir() and file not in known:
            raise Refused(f"{file.relative_to(folder).as_posix()} is named by no record")
    said = f"{len(names) - erased} attachments are the bytes of their names"
    return said + (f"; {erased} were erased with their resident's key" if erased else "")
