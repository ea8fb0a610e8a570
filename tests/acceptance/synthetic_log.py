"""Ledgers made up for the tests of the verifier, straight from the definitions of RFC 6962 section
2.1 and C2SP's pages: recursive, slow, and by other ways than the verifier goes."""

import base64
import dataclasses
import functools
import hashlib
import json
import pathlib

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

LEDGER = "phuong-thu"
ORIGIN = f"lang-nghe.example/{LEDGER}"


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def split(count):
    """The largest power of two smaller than count."""
    return 1 << ((count - 1).bit_length() - 1)


@dataclasses.dataclass(frozen=True)
class Signer:
    """One key of one name; kind 1 signs as a log, kind 4 as a witness."""

    name: str
    kind: int
    private: Ed25519PrivateKey

    @staticmethod
    def make(name, kind=1, seed=7):
        return Signer(name, kind, Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32))

    @property
    def _material(self):
        raw = self.private.public_key().public_bytes(serialization.Encoding.Raw,
                                                     serialization.PublicFormat.Raw)
        return bytes([self.kind]) + raw

    @property
    def _hash(self):
        return sha256(self.name.encode(), b"\n", self._material)[:4]

    @property
    def vkey(self):
        return f"{self.name}+{self._hash.hex()}+{base64.b64encode(self._material).decode()}"

    def line(self, text, time=None):
        stamp = b"" if time is None else time.to_bytes(8, "big")
        head = b"" if time is None else f"cosignature/v1\ntime {time}\n".encode()
        signature = self._hash + stamp + self.private.sign(head + text)
        return f"— {self.name} {base64.b64encode(signature).decode()}\n".encode()


LOG = Signer.make(ORIGIN)
WITNESS = Signer.make("hdnd.example", kind=4, seed=9)


def record(position, ledger=LEDGER, streams=3):
    """A record that keeps every rule of docs/formats/ledger.md."""
    clock = f"{position // 3600 % 24:02}:{position // 60 % 60:02}:{position % 60:02}"
    return json.dumps({
        "actor": {"role": "cchc_officer", "user": "u-7"}, "causation": "", "correlation": "r-1",
        "data": {"text": f"Ổ gà số {position}", "weight": position + 0.5},
        "happened": "2021-03-12", "id": f"0190a1b2-c3d4-7000-8000-{position:012x}",
        "ledger": ledger, "recorded": f"2021-03-{1 + position // 86400:02}T{clock}.042Z",
        "stream": f"issue-{position % streams}", "type": "issue.recorded", "v": 1,
        "version": position // streams + 1,
    }, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


class Log:
    """The first `size` entries and all that is published of them."""

    def __init__(self, entries):
        self.entries = entries
        self.leaves = [sha256(b"\x00", entry) for entry in entries]
        self.mth = functools.lru_cache(maxsize=None)(self._mth)

    @staticmethod
    def of_size(size):
        return Log([record(position) for position in range(size)])

    @property
    def size(self):
        return len(self.entries)

    def _mth(self, begin, end):
        if begin == end:
            return sha256()
        if end - begin == 1:
            return self.leaves[begin]
        middle = begin + split(end - begin)
        return sha256(b"\x01", self.mth(begin, middle), self.mth(middle, end))

    def path(self, index, begin, end):
        """PATH(m, D[n]) of RFC 6962 section 2.1.1."""
        if end - begin <= 1:
            return []
        middle = begin + split(end - begin)
        if index < middle:
            return self.path(index, begin, middle) + [self.mth(middle, end)]
        return self.path(index, middle, end) + [self.mth(begin, middle)]

    def consistency(self, old, new):
        """PROOF(m, D[n]) of RFC 6962 section 2.1.2."""
        return self._subproof(old, 0, new, True) if 0 < old < new else []

    def _subproof(self, old, begin, end, whole):
        if old == end:
            return [] if whole else [self.mth(begin, end)]
        middle = begin + split(end - begin)
        if old <= middle:
            return self._subproof(old, begin, middle, whole) + [self.mth(middle, end)]
        return self._subproof(old, middle, end, False) + [self.mth(begin, middle)]

    def checkpoint(self, size=None, origin=ORIGIN, signer=LOG, witnesses=((WITNESS, 1700000000),)):
        size = self.size if size is None else size
        root = base64.b64encode(self.mth(0, size)).decode()
        text = f"{origin}\n{size}\n{root}\n".encode()
        lines = [signer.line(text)] + [each.line(text, time) for each, time in witnesses]
        return text + b"\n" + b"".join(lines)

    def receipt(self, index):
        lines = [base64.b64encode(each).decode() for each in self.path(index, 0, self.size)]
        extra = base64.b64encode(self.entries[index]).decode()
        head = "\n".join(["c2sp.org/tlog-proof@v1", f"extra {extra}", f"index {index}", *lines])
        return f"{head}\n\n".encode() + self.checkpoint()

    def files(self):
        """name → bytes of the static tree (tlog-tiles)."""
        made = {"checkpoint": self.checkpoint(), "vkey": LOG.vkey.encode() + b"\n"}
        span = 1
        while span <= self.size:
            count = self.size // span
            for first in range(0, count, 256):
                width = min(256, count - first)
                hashes = [self.mth((first + i) * span, (first + i + 1) * span)
                          for i in range(width)]
                level = str((span.bit_length() - 1) // 8)
                made[tile_name(level, first // 256, width)] = b"".join(hashes)
            span *= 256
        for first in range(0, self.size, 256):
            bundle = self.entries[first:first + 256]
            made[tile_name("entries", first // 256, len(bundle))] = b"".join(
                len(entry).to_bytes(2, "big") + entry for entry in bundle)
        return made

    def write(self, folder, files=None):
        for name, content in (files or self.files()).items():
            file = pathlib.Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def tile_name(level, number, width):
    digits = f"{number:0{(len(str(number)) + 2) // 3 * 3}}"
    groups = [digits[i:i + 3] for i in range(0, len(digits), 3)]
    name = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
    return f"tile/{level}/{name}" + ("" if width == 256 else f".p/{width}")
