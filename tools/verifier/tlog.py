"""Transparency logs: what a stranger needs to check one, written from the public specifications.

RFC 6962 section 2.1 (the tree), RFC 9162 section 2.1 (checking proofs), and from c2sp.org:
signed-note, tlog-checkpoint, tlog-tiles, tlog-cosignature, tlog-proof. Needs Python 3.9 and, for
Ed25519, Debian's python3-cryptography. Shares no code with the program it checks.
"""

import base64
import binascii
import dataclasses
import hashlib
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

TILE_WIDTH = 256
LOG_SIGNATURE, COSIGNATURE = 0x01, 0x04  # signed-note, "Signature types"
EMPTY_ROOT = hashlib.sha256(b"").digest()


class Refused(Exception):
    """What was given does not prove what it claims; the text says why."""


# --- the tree -------------------------------------------------------------------------------------

def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(hashes):
    """RFC 6962's MTH over hashes that stand at one level, without recursion."""
    peaks = []  # (height, hash) of whole subtrees, the highest first
    for current in hashes:
        height = 0
        while peaks and peaks[-1][0] == height:
            current = node_hash(peaks.pop()[1], current)
            height += 1
        peaks.append((height, current))
    if not peaks:
        return EMPTY_ROOT
    current = peaks.pop()[1]
    while peaks:
        current = node_hash(peaks.pop()[1], current)
    return current


def root_from_inclusion(leaf, index, size, proof):
    """RFC 9162 section 2.1.3.2."""
    if index >= size:
        raise Refused(f"the entry {index} lies behind the log's end {size}")
    fn, sn, current = index, size - 1, leaf
    for sibling in proof:
        if sn == 0:
            raise Refused("the inclusion proof is too long")
        if fn % 2 == 1 or fn == sn:
            current = node_hash(sibling, current)
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            current = node_hash(current, sibling)
        fn, sn = fn >> 1, sn >> 1
    if sn != 0:
        raise Refused("the inclusion proof is too short")
    return current


def check_consistency(old_size, old_root, new_size, new_root, proof):
    """RFC 9162 section 2.1.4.2, with the two cases that need no proof."""
    if old_size > new_size:
        raise Refused(f"the log has shrunk from {old_size} to {new_size} entries")
    if old_size in (0, new_size):
        if proof:
            raise Refused("a consistency proof where none belongs")
        if old_root != (EMPTY_ROOT if old_size == 0 else new_root):
            raise Refused("two heads of one size differ")
        return
    path = list(proof)
    if old_size & (old_size - 1) == 0:
        path.insert(0, old_root)
    if not path:
        raise Refused("the consistency proof is empty")
    fn, sn = old_size - 1, new_size - 1
    while fn % 2 == 1:
        fn, sn = fn >> 1, sn >> 1
    from_old = from_new = path[0]
    for sibling in path[1:]:
        if sn == 0:
            raise Refused("the consistency proof is too long")
        if fn % 2 == 1 or fn == sn:
            from_old = node_hash(sibling, from_old)
            from_new = node_hash(sibling, from_new)
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            from_new = node_hash(from_new, sibling)
        fn, sn = fn >> 1, sn >> 1
    if sn != 0 or from_old != old_root or from_new != new_root:
        raise Refused("the newer log does not continue the older one: entries were changed")


# --- signed notes and checkpoints -----------------------------------------------------------------

def decode_base64(text, what):
    try:
        decoded = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise Refused(f"{what} is not base64") from error
    # Unused low bits could hide a change that decodes to the same bytes.
    if base64.b64encode(decoded).decode("ascii") != text:
        raise Refused(f"{what} is not in the one form of base64")
    return decoded


def decode_number(text, what):
    if not re.fullmatch(r"0|[1-9][0-9]{0,18}", text, re.ASCII):
        raise Refused(f"{what} is not a number: {text!r}")
    return int(text)


@dataclasses.dataclass(frozen=True)
class VerifierKey:
    """`name+hash+base64(type || public key)`, as signed-note's "Verifier keys" has it."""

    name: str
    key_id: bytes
    kind: int
    public: bytes
    text: str

    @staticmethod
    def parse(text):
        text = text.strip()
        parts = text.split("+", 2)
        if len(parts) != 3 or not re.fullmatch(r"[0-9a-f]{8}", parts[1]):
            raise Refused("this is no verifier key: name+hash+key is expected")
        name, key_id, material = parts[0], bytes.fromhex(parts[1]), decode_base64(parts[2], "key")
        if not name or re.search(r"\s", name):
            raise Refused("the verifier key's name is empty or has spaces")
        if len(material) != 33 or material[0] not in (LOG_SIGNATURE, COSIGNATURE):
            raise Refused("the verifier key is not of Ed25519")
        if hashlib.sha256(name.encode() + b"\n" + material).digest()[:4] != key_id:
            raise Refused("the verifier key's hash does not fit the key: was it copied whole?")
        return VerifierKey(name, key_id, material[0], material[1:], text)

    def check(self, signature, message):
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError) as error:
            raise Refused(f"the signature of {self.name} is false") from error


@dataclasses.dataclass(frozen=True)
class Note:
    """A signed note: a text and the signatures below it, none of which is checked yet."""

    text: bytes  # what is signed, with its last newline
    signatures: tuple  # of (name, bytes)

    @staticmethod
    def split(note, what):
        text, gap, tail = note.rpartition(b"\n\n")
        if not gap or not tail.endswith(b"\n"):
            raise Refused(f"the {what} is not a signed note")
        try:
            text.decode("utf-8")
            lines = tail.decode("utf-8").split("\n")[:-1]
        except UnicodeDecodeError as error:
            raise Refused(f"the {what} is not UTF-8") from error
        return Note(text + b"\n", tuple(Note.signature(line) for line in lines))

    @staticmethod
    def signature(line):
        found = re.fullmatch(r"— (\S+) (\S+)", line)
        if not found:
            raise Refused("a signature line is damaged")
        return found[1], decode_base64(found[2], "a signature")

    @property
    def lines(self):
        return self.text.decode("utf-8").split("\n")[:-1]

    def signature_of(self, key):
        """The one signature of a key; None where it has not signed."""
        found = [raw[4:] for name, raw in self.signatures
                 if name == key.name and raw[:4] == key.key_id]
        if len(found) > 1:
            raise Refused(f"there are {len(found)} signatures of {key.name}")
        return found[0] if found else None

    def is_signed_by(self, key):
        """Whether the key has signed; a forged signature is refused."""
        signature = self.signature_of(key)
        if signature is not None:
            key.check(signature, self.text)
        return signature is not None


@dataclasses.dataclass(frozen=True)
class Checkpoint(Note):
    """A signed head: the first `size` entries of the log `origin` have the root `root`."""

    origin: str
    size: int
    root: bytes

    @staticmethod
    def parse(content):
        note = Note.split(content, "checkpoint")
        lines = note.lines
        if len(lines) < 3 or not all(lines):
            raise Refused("the checkpoint lacks its three lines")
        root = decode_base64(lines[2], "the checkpoint's root")
        if len(root) != 32:
            raise Refused("the checkpoint's root has not 32 bytes")
        size = decode_number(lines[1], "the checkpoint's size")
        return Checkpoint(note.text, note.signatures, lines[0], size, root)

    def check_log(self, keys):
        """The log itself signed this head, with one of its keys; none of them is forged."""
        good = 0
        for key in keys:
            if key.kind != LOG_SIGNATURE:
                raise Refused("this verifier key is a witness's, not a log's")
            if key.name != self.origin:
                raise Refused(f"this head is of the log {self.origin}, the key of {key.name}")
            good += self.is_signed_by(key)
        if not good:
            raise Refused(f"the checkpoint has no signatures of {keys[0].name}")

    def check_witness(self, key):
        """When a witness saw this head, in seconds since 1970 (tlog-cosignature); None where it
        has not signed. A forged signature is refused."""
        if key.kind != COSIGNATURE:
            raise Refused(f"the key of {key.name} is not a witness's")
        signature = self.signature_of(key)
        if signature is None:
            return None
        if len(signature) != 72:
            raise Refused(f"the co-signature of {key.name} is damaged")
        time = int.from_bytes(signature[:8], "big")
        key.check(signature[8:], b"cosignature/v1\ntime %d\n" % time + self.text)
        return time


# --- changes of the log's key ---------------------------------------------------------------------

CHANGE_HEADER = "langnghe-key-change/v1"


def keys_through(trusted, text):
    """The keys that a trusted one leads to, itself among them: each change is a note that the key
    before and the key after have both signed (docs/formats/proofs.md)."""
    keys = [trusted]
    before, *parts = re.split(rf"(?m)^(?={re.escape(CHANGE_HEADER)}$)", text)
    if before:
        raise Refused("a note of a key change is damaged")
    for part in parts:
        body, gap, tail = part.rpartition("\n\n")
        lines = body.split("\n")
        if not gap or not tail.endswith("\n") or len(lines) != 6:
            raise Refused("a note of a key change is damaged")
        before, after = VerifierKey.parse(lines[2]), VerifierKey.parse(lines[3])
        if not lines[1] == before.name == after.name or COSIGNATURE in (before.kind, after.kind):
            raise Refused("a note of a key change is not of one log")
        made = [Note.signature(line) for line in tail.split("\n")[:-1]]
        for key in (before, after):
            own = [raw[4:] for name, raw in made if name == key.name and raw[:4] == key.key_id]
            if len(own) != 1:
                raise Refused("a key change was not signed by both keys")
            key.check(own[0], (body + "\n").encode())
        if before == keys[-1]:
            keys.append(after)
    return keys


# --- proofs as text -------------------------------------------------------------------------------

@dataclasses.dataclass(frozen=True)
class Proof:
    """A `.tlog-proof`: one entry's place in the tree under a checkpoint, for use offline."""

    index: int
    hashes: list
    checkpoint: Checkpoint
    extra: bytes

    HEADER = "c2sp.org/tlog-proof@v1\n"

    @staticmethod
    def parse(text):
        if not text.startswith(Proof.HEADER):
            raise Refused("there is no c2sp.org/tlog-proof@v1 here")
        head, gap, note = text[len(Proof.HEADER):].partition("\n\n")
        if not gap:
            raise Refused("the proof holds no checkpoint")
        lines = head.split("\n")
        extra = b""
        if lines[0].startswith("extra "):
            extra = decode_base64(lines.pop(0)[len("extra "):], "the proof's extra data")
        if not lines or not lines[0].startswith("index "):
            raise Refused("the proof lacks its index")
        index = decode_number(lines.pop(0)[len("index "):], "the proof's index")
        return Proof(index, decode_hashes(lines), Checkpoint.parse(note.encode()), extra)


def decode_hashes(lines):
    hashes = [decode_base64(line, "a hash of the proof") for line in lines]
    if any(len(each) != 32 for each in hashes):
        raise Refused("a hash of the proof has not 32 bytes")
    return hashes


# --- tiles ----------------------------------------------------------------------------------------

def tile_path(level, number, width):
    """tlog-tiles, "Merkle Tree": 1234067 is x001/x234/067; a partial tile ends in .p/WIDTH."""
    groups = [f"{number % 1000:03}"]
    while number >= 1000:
        number //= 1000
        groups.insert(0, f"x{number % 1000:03}")
    partial = "" if width == TILE_WIDTH else f".p/{width}"
    return f"tile/{level}/{'/'.join(groups)}{partial}"


def tiles_of(size):
    """(number, width) of the tiles over `size` hashes of one level."""
    whole, rest = divmod(size, TILE_WIDTH)
    yield from ((number, TILE_WIDTH) for number in range(whole))
    if rest:
        yield whole, rest


def split_bundle(bundle, path):
    """The entries of a bundle: each behind its length in two bytes, big-endian."""
    entries, at = [], 0
    while at < len(bundle):
        end = at + 2 + int.from_bytes(bundle[at:at + 2], "big")
        if end > len(bundle):
            raise Refused(f"{path} ends within an entry")
        entries.append(bundle[at + 2:end])
        at = end
    return entries
