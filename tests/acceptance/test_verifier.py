"""The independent verifier (tools/verifier) against ledgers made by the test: it accepts what is
well, at every size where tiles begin or end, and refuses every change."""

import base64
import contextlib
import io
import json
import pathlib
import random
import sys
import tempfile
import unittest

from synthetic_log import LOG, ORIGIN, WITNESS, Log, Signer, record, sha256

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools/verifier"))
import langnghe_verify  # noqa: E402
import ledger_record  # noqa: E402
import tlog  # noqa: E402

SEED = 20210312


def verify(*arguments):
    """(exit status, what it said)"""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        status = langnghe_verify.main([str(argument) for argument in arguments])
    return status, said.getvalue()


class Exports(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def check(self, folder, vkey=LOG.vkey, *more):
        return verify("export", folder, "--vkey", vkey, *more)

    def refused(self, folder, why, *more, vkey=LOG.vkey):
        status, said = self.check(folder, vkey, *more)
        self.assertEqual(1, status, said)
        self.assertIn("REFUSED", said)
        self.assertRegex(said, why)

    def written(self, log, files=None, name="log"):
        log.write(self.root / name, files)
        return self.root / name

    def test_whole_ledgers_of_every_awkward_size(self):
        for size in (0, 1, 2, 255, 256, 257, 65535, 65536, 65537):
            with self.subTest(size=size):
                folder = self.written(Log.of_size(size), name=str(size))
                (folder / "tile").mkdir(exist_ok=True)
                status, said = self.check(folder, LOG.vkey, "--witness", WITNESS.vkey)
                self.assertEqual(0, status, said)
                self.assertIn(f"{size} records", said)
                self.assertIn("witnessed by hdnd.example at 2023-11-14T22:13:20Z", said)

    def test_one_flipped_bit_anywhere(self):
        chance = random.Random(SEED)
        for size in (2, 257, 600):
            files = Log.of_size(size).files()
            folder = self.written(Log.of_size(size), files, str(size))
            for name, content in files.items():
                for _ in range(12):
                    at, bit = chance.randrange(len(content)), chance.randrange(8)
                    changed = bytearray(content)
                    changed[at] ^= 1 << bit
                    (folder / name).write_bytes(changed)
                    status, said = self.check(folder, LOG.vkey, "--witness", WITNESS.vkey)
                    self.assertEqual(1, status, f"seed {SEED}: {size} {name} {at} {bit}: {said}")
                (folder / name).write_bytes(content)
            self.assertEqual(0, self.check(folder)[0])

    def changed_entries(self, entries):
        """Entries and tiles as if made honestly; only the signed head is the old one."""
        honest = Log.of_size(300).checkpoint()
        return self.written(Log(entries), {**Log(entries).files(), "checkpoint": honest})

    def test_a_record_removed(self):
        entries = Log.of_size(300).entries
        self.refused(self.changed_entries(entries[:100] + entries[101:]), "version 35 of issue-1 follows 33")

    def test_a_removed_record_that_is_signed_anew_leaves_a_gap(self):
        entries = Log.of_size(300).entries
        self.refused(self.written(Log(entries[:100] + entries[101:])), "version .* follows")

    def test_two_records_swapped(self):
        entries = Log.of_size(300).entries
        entries[10], entries[11] = entries[11], entries[10]
        self.refused(self.changed_entries(entries), "recorded before")

    def test_a_record_changed_within_its_form(self):
        entries = Log.of_size(300).entries
        entries[299] = entries[299].replace(b"cchc_officer", b"chair")
        self.refused(self.changed_entries(entries), "the signed root")

    def test_a_cut_tail(self):
        log = Log.of_size(300)
        files = {**Log.of_size(299).files(), "checkpoint": log.checkpoint()}
        self.refused(self.written(log, files), "cannot be read")

    def test_a_file_missing_and_a_file_too_many(self):
        for name in ("tile/0/000", "tile/entries/000", "tile/1/000.p/1", "checkpoint"):
            folder = self.written(Log.of_size(300), name=name.replace("/", "-"))
            (folder / name).unlink()
            self.refused(folder, "cannot be read")
        folder = self.written(Log.of_size(300), {**Log.of_size(300).files(), "tile/0/002": b"x"})
        self.refused(folder, "does not belong")

    def test_another_ledgers_head_and_another_key(self):
        other = Signer.make("lang-nghe.example/phuong-khac")
        files = Log.of_size(5).files()
        files["checkpoint"] = Log.of_size(5).checkpoint(origin=other.name, signer=other)
        self.refused(self.written(Log.of_size(5), files), "of the log lang-nghe.example/phuong-khac")
        folder = self.written(Log.of_size(5), name="mine")
        self.refused(folder, "no signatures of", vkey=Signer.make(ORIGIN, seed=8).vkey)
        self.refused(folder, "not a log's", vkey=WITNESS.vkey)
        self.refused(folder, "copied whole", vkey=LOG.vkey[:-1] + "A")
        foreign = Log([record(position, ledger="phuong-khac") for position in range(5)])
        self.refused(self.written(foreign, name="foreign"), "of the ledger phuong-khac")

    def test_a_forged_co_signature(self):
        log = Log.of_size(5)
        forger = Signer.make(WITNESS.name, kind=4, seed=10)
        folder = self.written(log)
        (folder / "checkpoint").write_bytes(log.checkpoint(witnesses=((forger, 1700000000),)))
        self.assertEqual(0, self.check(folder)[0])
        self.refused(folder, "no signatures of hdnd", "--witness", WITNESS.vkey)
        # The true witness's line, but of another moment.
        line = WITNESS.line(log.checkpoint(witnesses=()).split(b"\n\n")[0] + b"\n", 1700000000)
        raw = bytearray(base64.b64decode(line.split()[2]))
        raw[11] ^= 1
        forged = b"\xe2\x80\x94 hdnd.example " + base64.b64encode(raw) + b"\n"
        (folder / "checkpoint").write_bytes(log.checkpoint(witnesses=()) + forged)
        self.refused(folder, "of hdnd.example is false", "--witness", WITNESS.vkey)


class Receipts(unittest.TestCase):
    def check(self, receipt, vkey=LOG.vkey):
        with tempfile.NamedTemporaryFile() as file:
            file.write(receipt)
            file.flush()
            return verify("receipt", file.name, "--vkey", vkey, "--witness", WITNESS.vkey)

    def test_every_place_in_small_ledgers_and_the_edges_of_large_ones(self):
        for size in (1, 2, 3, 7, 8, 255, 256, 257, 65537):
            log = Log.of_size(size)
            places = range(size) if size < 9 else (0, 1, size // 2, size - 2, size - 1)
            for index in places:
                status, said = self.check(b"Phieu tiep nhan\n\n" + log.receipt(index))
                self.assertEqual(0, status, (size, index, said))
                self.assertIn(f"record {index} of {size}", said)

    def test_changes(self):
        log = Log.of_size(257)
        receipt = log.receipt(100)
        lines = receipt.split(b"\n")
        cases = {
            "another place": receipt.replace(b"index 100", b"index 101"),
            "a place beyond": receipt.replace(b"index 100", b"index 257"),
            "another record": receipt.replace(base64.b64encode(log.entries[100]),
                                              base64.b64encode(log.entries[101])),
            "a hash less": b"\n".join(lines[:3] + lines[4:]),
            "a hash twice": b"\n".join(lines[:4] + lines[3:]),
            "no record": b"\n".join(lines[:1] + lines[2:]),
            "no head": receipt.split(b"\n\n")[0],
            "nothing": b"",
        }
        for name, changed in cases.items():
            status, said = self.check(changed)
            self.assertEqual(1, status, (name, said))
        chance = random.Random(SEED)
        for _ in range(300):
            at = chance.randrange(len(receipt))
            changed = bytearray(receipt)
            changed[at] ^= 1 << chance.randrange(8)
            self.assertEqual(1, self.check(bytes(changed))[0], f"seed {SEED}: byte {at}")


class Heads(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def check(self, old, new, *by):
        for name, note in (("old", old), ("new", new)):
            (self.root / name).write_bytes(note)
        return verify("consistency", self.root / "old", self.root / "new", "--vkey", LOG.vkey, *by)

    def check_proof(self, old, new, hashes):
        file = self.root / "proof.json"
        file.write_text(json.dumps({"hashes": [base64.b64encode(h).decode() for h in hashes]}))
        return self.check(old, new, "--proof", file)

    def test_every_pair_of_small_sizes(self):
        log = Log.of_size(18)
        for new in range(19):
            for old in range(new + 1):
                proof = log.consistency(old, new)
                status, said = self.check_proof(log.checkpoint(old), log.checkpoint(new), proof)
                self.assertEqual(0, status, (old, new, said))

    def test_a_past_that_was_changed(self):
        log = Log.of_size(257)
        entries = list(log.entries)
        entries[3] = entries[3].replace(b"cchc_officer", b"chair")
        other = Log(entries)
        for old in (4, 200, 256):
            for proof in (log.consistency(old, 257), other.consistency(old, 257), []):
                status, _ = self.check_proof(other.checkpoint(old), log.checkpoint(257), proof)
                self.assertEqual(1, status, old)
        self.assertEqual(1, self.check_proof(other.checkpoint(), log.checkpoint(), [])[0])
        self.assertEqual(1, self.check_proof(log.checkpoint(257), log.checkpoint(200), [])[0])
        proof = log.consistency(200, 257)
        for wrong in (proof[:-1], proof[1:], proof + [sha256(b"more")], proof[::-1]):
            status, _ = self.check_proof(log.checkpoint(200), log.checkpoint(257), wrong)
            self.assertEqual(1, status)

    def test_by_an_export(self):
        log = Log.of_size(257)
        log.write(self.root / "log")
        by = ("--tlog", self.root / "log")
        self.assertEqual(0, self.check(log.checkpoint(256), log.checkpoint(), *by)[0])
        other = Log([record(position, streams=4) for position in range(257)])
        self.assertEqual(1, self.check(other.checkpoint(256), log.checkpoint(), *by)[0])
        longer = Log.of_size(258)
        self.assertEqual(1, self.check(log.checkpoint(), longer.checkpoint(), *by)[0])


class CanonicalForm(unittest.TestCase):
    def test_numbers_as_rfc_8785_appendix_b(self):
        cases = {"0": "0", "1e21": "1e+21", "9007199254740992": "9007199254740992",
                 "295147905179352830000": "295147905179352830000", "5e-324": "5e-324",
                 "1e23": "1e+23", "333333333.3333333": "333333333.3333333", "1e-7": "1e-7",
                 "0.000001": "0.000001", "4.5": "4.5", "-0.0000033333333333333333":
                 "-0.0000033333333333333333", "1.7976931348623157e308": "1.7976931348623157e+308",
                 "-0": "0", "1.50": "1.5"}
        for text, form in cases.items():
            self.assertEqual(form, ledger_record.canonical(json.loads(text)))

    def test_members_in_order_of_utf_16(self):
        value = {"\ufb33": 1, "\U0001f600": 2, "é": 3, "a\n\x7f\x1f": 4}
        self.assertEqual('{"a\\n\x7f\\u001f":4,"é":3,"\U0001f600":2,"\ufb33":1}',
                         ledger_record.canonical(value))

    def test_other_forms_of_the_same_record(self):
        good = record(0)
        self.assertTrue(ledger_record.read_record(good))
        for bad in (good.replace(b'"v":1', b'"v":1.0'), good.replace(b'"v":1', b'"v": 1'),
                    good.replace(b'"v":1', b'"v":01'), good.replace(b'"v":1', b'"v":0'),
                    good.replace(b'"v":1', b'"v":true'), good + b" ",
                    good.replace(b'"causation":"",', b""), good.replace(b"u-7", b"u\xff7"),
                    good.replace(b'"v":1', b'"v":1,"v":1'), good.replace(b".042Z", b"Z"),
                    good.replace(b"2021-03-12", b"2021-13-12"), b"[]", b"", b"[" * 100_000):
            with self.assertRaises(tlog.Refused):
                ledger_record.read_record(bad)


if __name__ == "__main__":
    unittest.main()
