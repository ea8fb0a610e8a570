"""One issue's records with their proofs, as a folder: all of them, in the signed ledger, with their
files, and nothing else.

Written from docs/formats/bundles.md; shares no code with the program.
"""

import attachments
import tlog
from ledger_record import Ledger, read_record
from tlog import Checkpoint, Note, Proof, Refused
from trust import check_signatures, ledger_of, read_bytes

_HEADER = "langnghe-stream/v1"


def _read_statement(folder, checkpoint, trust):
    """The stream and the number of its records, as the log's key has signed them."""
    note = Note.split(read_bytes(folder / "statement"), "statement")
    lines = note.lines
    if len(lines) != 6 or lines[0] != _HEADER:
        raise Refused("this is no statement about a stream")
    if not sum(note.is_signed_by(key) for key in trust.keys):
        raise Refused(f"the statement has no signature of {trust.keys[0].name}")
    said = (lines[1], tlog.decode_number(lines[4], "a size"), tlog.decode_base64(lines[5], "a root"))
    if said != (checkpoint.origin, checkpoint.size, checkpoint.root):
        raise Refused("the statement is not about this head")
    return lines[2], tlog.decode_number(lines[3], "a number of records")


def _check_record(content, note, checkpoint):
    """The record and its place, which its proof leads from to the root."""
    proof = Proof.parse(content.decode("utf-8", "replace"))
    if content.partition(b"\n\n")[2] != note:
        raise Refused("it is under another head")
    root = tlog.root_from_inclusion(tlog.leaf_hash(proof.extra), proof.index, checkpoint.size,
                                    proof.hashes)
    if root != checkpoint.root:
        raise Refused("this record is not in the signed ledger at that place")
    return proof.extra, proof.index


def _check_records(folder, note, checkpoint, stream, count):
    """All records from the first to the last; answers what was learnt and the names of their files."""
    ledger, last, names = Ledger(ledger_of(checkpoint.origin)), -1, set()
    for version in range(1, count + 1):
        name = f"records/{version:06}.tlog-proof"
        try:
            entry, index = _check_record(read_bytes(folder / name), note, checkpoint)
            ledger.take(entry)
            if read_record(entry)["stream"] != stream or index <= last:
                raise Refused("it is not this stream's next record")
        except Refused as refused:
            raise Refused(f"{name}: {refused}") from refused
        last = index
        names.add(name)
    return ledger, names


def _keys_of(folder, trust):
    """The trusted keys and those that the bundle's own notes of changes lead to."""
    changes = folder / "key-changes"
    if not changes.is_file():
        return trust
    text = read_bytes(changes).decode("utf-8", "replace")
    return trust.with_keys(tlog.keys_through(trust.keys[0], text) + trust.keys[1:])


def check(folder, trust):
    """Everything that a bundle claims; answers what to tell."""
    trust = _keys_of(folder, trust)
    if read_bytes(folder / "vkey").decode("utf-8", "replace") not in {
            key.text + "\n" for key in trust.keys}:
        raise Refused("the bundle brings another key than the one you trust")
    note = read_bytes(folder / "checkpoint")
    checkpoint = Checkpoint.parse(note)
    said = check_signatures(checkpoint, trust)
    stream, count = _read_statement(folder, checkpoint, trust)
    ledger, names = _check_records(folder, note, checkpoint, stream, count)
    names |= {"statement", "checkpoint", "vkey", "key-changes"}
    for file in folder.rglob("*"):
        name = file.relative_to(folder).as_posix()
        if not file.is_dir() and name not in names and not name.startswith("files/"):
            raise Refused(f"{name} does not belong to this bundle")
    return [f"{checkpoint.origin}: all {count} records of {stream} under the head of "
            f"{checkpoint.size}, last recorded {ledger.recorded}",
            attachments.check(folder, ledger.name, ledger.attachments)] + said
