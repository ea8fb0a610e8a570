#!/usr/bin/env python3
"""Checks a Lắng Nghe ledger, or a resident's receipt, without trusting the ward's program.

    langnghe_verify.py export FOLDER --vkey KEY          a whole exported ledger
    langnghe_verify.py server URL --vkey KEY             a running server
    langnghe_verify.py bundle FOLDER --vkey KEY          one issue that was handed on
    langnghe_verify.py receipt FILE --vkey KEY           one receipt, offline
    langnghe_verify.py consistency OLD NEW --vkey KEY --tlog FOLDER | --proof FILE

KEY is a verifier key or a file with one: take it from paper or from somebody who is not the ward.
--witness KEY (any number) asks for that witness's co-signature too, --witnesses-needed N for N of
them; --key-changes FILE leads from KEY to keys that came after it. docs/verify-it-yourself.md
"""

import argparse
import json
import pathlib
import sys

import attachments
import bundle
import server
import tlog
from ledger_record import Ledger, read_record
from tlog import Checkpoint, Proof, Refused
from trust import check_signatures, ledger_of, read_bytes, read_trust


# --- a whole ledger, out of an export or from a server --------------------------------------------
# `read` answers the bytes of one of its files.

def read_entries(read, checkpoint, ledger):
    """The leaf hashes of all records, each of which is checked on the way."""
    leaves = []
    for number, width in tlog.tiles_of(checkpoint.size):
        path = tlog.tile_path("entries", number, width)
        entries = tlog.split_bundle(read(path), path)
        if len(entries) != width:
            raise Refused(f"{path} holds {len(entries)} entries instead of {width}")
        for entry in entries:
            ledger.take(entry)
            leaves.append(tlog.leaf_hash(entry))
    return leaves


def read_leaves(read, checkpoint):
    """The leaf hashes without the records: for who may not read those."""
    for number, width in tlog.tiles_of(checkpoint.size):
        path = tlog.tile_path(0, number, width)
        row = read(path)
        if len(row) != width * 32:
            raise Refused(f"{path} has not {width} hashes")
        yield from (row[at:at + 32] for at in range(0, len(row), 32))


def check_tiles(read, leaves):
    """Every hash tile, built here from the records, against the file; answers the paths."""
    paths, level, hashes = set(), 0, leaves
    while hashes:
        above = []
        for number, width in tlog.tiles_of(len(hashes)):
            path = tlog.tile_path(level, number, width)
            row = hashes[number * tlog.TILE_WIDTH:number * tlog.TILE_WIDTH + width]
            if read(path) != b"".join(row):
                raise Refused(f"{path} does not follow from the records")
            paths.add(path)
            if width == tlog.TILE_WIDTH:
                above.append(tlog.root_of(row))
        level, hashes = level + 1, above
    return paths


def check_files(folder, paths, keys):
    """Nothing lies in the export that was not checked."""
    for file in (folder / "tile").rglob("*"):
        name = file.relative_to(folder).as_posix()
        if not file.is_dir() and name not in paths:
            raise Refused(f"{name} does not belong to this ledger")
    own = folder / "vkey"
    if own.is_file() and read_bytes(own).decode("utf-8", "replace").strip() not in {
            key.text for key in keys}:
        raise Refused("the export brings another key than the one you trust")


def check_log(read, trust, hashes_only=False):
    """All that the log claims; answers its checkpoint, leaf hashes, the ledger's state, the names of
    the tiles, and what to tell."""
    checkpoint = Checkpoint.parse(read("checkpoint"))
    said = check_signatures(checkpoint, trust)
    ledger = Ledger(ledger_of(checkpoint.origin))
    leaves = (list(read_leaves(read, checkpoint)) if hashes_only
              else read_entries(read, checkpoint, ledger))
    if tlog.root_of(leaves) != checkpoint.root:
        raise Refused("the records do not give the signed root: they were changed")
    paths = check_tiles(read, leaves)
    said.insert(0, f"{checkpoint.origin}: {len(leaves)} hashes, no record was read" if hashes_only
                else f"{checkpoint.origin}: {ledger.records} records of {len(ledger.versions)} "
                     f"streams, last recorded {ledger.recorded or 'never'}")
    return checkpoint, leaves, ledger, paths, said


def check_export(folder, trust):
    """Everything that an export claims; answers its checkpoint, leaf hashes and what to tell."""
    checkpoint, leaves, ledger, paths, said = check_log(lambda name: read_bytes(folder / name),
                                                        trust)
    paths |= {tlog.tile_path("entries", *tile) for tile in tlog.tiles_of(checkpoint.size)}
    check_files(folder, paths, trust.keys)
    said.insert(1, attachments.check(folder, ledger.name, ledger.attachments))
    return checkpoint, leaves, said


def check_server(arguments, trust):
    """A running server; with --remember it must continue the head that was kept."""
    source = server.Source(arguments.url, arguments.ward or ledger_of(trust.keys[0].name),
                           arguments.token_file)
    note = source.read("checkpoint")  # the one that is checked, though the log moves on
    checkpoint, leaves, _, _, said = check_log(
        lambda name: note if name == "checkpoint" else source.read(name), trust,
        arguments.hashes_only)
    if arguments.remember:
        said += server.remember(pathlib.Path(arguments.remember), note, checkpoint, leaves, trust)
    return said


# --- a receipt ------------------------------------------------------------------------------------

def check_receipt(text, trust):
    """A printed receipt: whatever people read above it, only the proof and its record count."""
    start = text.find(Proof.HEADER)
    if start < 0:
        raise Refused("there is no proof in this receipt")
    proof = Proof.parse(text[start:])
    said = check_signatures(proof.checkpoint, trust)
    if not proof.extra:
        raise Refused("the receipt does not hold its record")
    root = tlog.root_from_inclusion(tlog.leaf_hash(proof.extra), proof.index,
                                    proof.checkpoint.size, proof.hashes)
    if root != proof.checkpoint.root:
        raise Refused("this record is not in the signed ledger at that place")
    record = read_record(proof.extra)
    if record["ledger"] != ledger_of(proof.checkpoint.origin):
        raise Refused(f"the record is of the ledger {record['ledger']}")
    return [f"{proof.checkpoint.origin}: record {proof.index} of {proof.checkpoint.size}",
            f"{record['type']} of {record['stream']}, version {record['version']}",
            f"happened {record['happened']}, recorded {record['recorded']}"] + said


# --- two heads ------------------------------------------------------------------------------------

def read_consistency_proof(path):
    """One base64 hash a line, or the answer of …/proofs/consistency."""
    text = read_bytes(path).decode("utf-8", "replace")
    if text.lstrip().startswith("{"):
        try:
            lines = json.loads(text)["hashes"]
        except (ValueError, KeyError, TypeError) as error:
            raise Refused(f"{path} holds no hashes") from error
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            raise Refused(f"{path} holds no hashes")
        return tlog.decode_hashes(lines)
    return tlog.decode_hashes(text.split())


def check_consistency(arguments, trust):
    old, new = (Checkpoint.parse(read_bytes(pathlib.Path(path)))
                for path in (arguments.old, arguments.new))
    check_signatures(old, trust.of_log_only())
    said = check_signatures(new, trust)
    if arguments.proof:
        tlog.check_consistency(old.size, old.root, new.size, new.root,
                               read_consistency_proof(pathlib.Path(arguments.proof)))
    else:
        held, leaves, _ = check_export(pathlib.Path(arguments.tlog), trust.of_log_only())
        for head in (old, new):
            if head.size > held.size or tlog.root_of(leaves[:head.size]) != head.root:
                raise Refused(f"the exported ledger does not continue the head of {head.size}")
        if old.size > new.size:
            raise Refused(f"the log has shrunk from {old.size} to {new.size} entries")
    return [f"{new.origin}: {new.size} entries continue the {old.size} of the older head"] + said


def parse_arguments(arguments):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    keys = argparse.ArgumentParser(add_help=False)
    keys.add_argument("--vkey", required=True, help="the ward's verifier key, or its file")
    keys.add_argument("--witness", action="append", default=[], help="a witness's verifier key")
    keys.add_argument("--witnesses-needed", type=int, metavar="N",
                      help="how many of the witnesses must have signed; all, if left out")
    keys.add_argument("--key-changes", metavar="FILE",
                      help="notes that lead from the key to those that came after it")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("export", parents=[keys]).add_argument("folder")
    verbs.add_parser("bundle", parents=[keys]).add_argument("folder")
    live = verbs.add_parser("server", parents=[keys])
    live.add_argument("url", help="http[s]://HOST[:PORT]")
    live.add_argument("--ward", help="if it is not the one that the key names")
    live.add_argument("--token-file", help="file with the token of who may read the whole ledger")
    live.add_argument("--hashes-only", action="store_true", help="without the records, so no token")
    live.add_argument("--remember", metavar="FILE",
                      help="keeps the head from one check to the next; the log must continue it")
    verbs.add_parser("receipt", parents=[keys]).add_argument("file")
    consistency = verbs.add_parser("consistency", parents=[keys])
    consistency.add_argument("old", help="file of the older checkpoint")
    consistency.add_argument("new", help="file of the newer checkpoint")
    by = consistency.add_mutually_exclusive_group(required=True)
    by.add_argument("--tlog", help="folder of an export that holds the newer head")
    by.add_argument("--proof", help="file of a consistency proof")
    return parser.parse_args(arguments)


def run(arguments):
    trust = read_trust(arguments)
    if arguments.verb == "export":
        return check_export(pathlib.Path(arguments.folder), trust)[2]
    if arguments.verb == "bundle":
        return bundle.check(pathlib.Path(arguments.folder), trust)
    if arguments.verb == "server":
        return check_server(arguments, trust)
    if arguments.verb == "receipt":
        text = read_bytes(pathlib.Path(arguments.file)).decode("utf-8", "replace")
        return check_receipt(text.replace("\r\n", "\n"), trust)
    return check_consistency(arguments, trust)


def main(arguments=None):
    try:
        said = run(parse_arguments(arguments))
    except Refused as refused:
        print(f"BỊ TỪ CHỐI / REFUSED: {refused}")
        return 1
    print("ĐÚNG / VERIFIED", *said, sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
