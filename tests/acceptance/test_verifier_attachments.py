"""The independent verifier and the files beside an export: each must be the bytes of its name."""

import contextlib
import hashlib
import io
import json
import pathlib
import sys
import tempfile
import unittest

from synthetic_log import LEDGER, LOG, Log, record

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools/verifier"))
import attachments  # noqa: E402
import langnghe_verify  # noqa: E402

SCAN, VOICE = b"\xff\xd8\xff scan" * 20_000, b"OggS\0 voice"


def name_of(content):
    return hashlib.sha256(content).hexdigest()


def naming(position, content):
    """A record that names a file, two levels deep, as an act's event may."""
    made = json.loads(record(position))
    made["data"] = {"papers": [{"kind": "scan", "file": {
        "bytes": 7, "hash": name_of(content), "media_type": "image/jpeg"}}]}
    return json.dumps(made, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


class ExportedFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name) / "export"
        Log([naming(0, SCAN), record(1), naming(2, VOICE)]).write(self.folder)
        for content in (SCAN, VOICE):
            self.path(content).parent.mkdir(parents=True, exist_ok=True)
            self.path(content).write_bytes(content)

    def path(self, content):
        name = name_of(content)
        return self.folder / "files" / LEDGER / name[:2] / name[2:]

    def verify(self):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            status = langnghe_verify.main(["export", str(self.folder), "--vkey", LOG.vkey])
        return status, said.getvalue()

    def refused(self, why):
        status, said = self.verify()
        self.assertEqual(1, status, said)
        self.assertIn(why, said)

    def test_whole(self):
        status, said = self.verify()
        self.assertEqual(0, status, said)
        self.assertIn("2 attachments are the bytes of their names", said)

    def test_one_flipped_bit_anywhere_in_a_file(self):
        for at in range(len(VOICE)):
            changed = bytearray(VOICE)
            changed[at] ^= 1 << at % 8
            self.path(VOICE).write_bytes(changed)
            self.refused(f"the attachment {name_of(VOICE)} was changed")

    def test_cut_missing_and_foreign_files(self):
        self.path(SCAN).write_bytes(SCAN[:-1])
        self.refused("was changed")
        self.path(SCAN).unlink()
        self.refused("is missing")
        self.path(SCAN).write_bytes(SCAN)
        other = self.path(b"other")
        other.parent.mkdir(exist_ok=True)
        other.write_bytes(b"other")
        self.refused("is named by no record")

    def test_an_erased_file_is_told(self):
        file = self.path(SCAN)
        file.rename(file.with_name(file.name + ".erased"))
        status, said = self.verify()
        self.assertEqual(0, status, said)
        self.assertIn("1 were erased with their resident's key", said)

    def test_an_export_without_files_of_a_ledger_that_names_none(self):
        folder = self.folder.with_name("plain")
        Log.of_size(3).write(folder)
        self.folder = folder
        status, said = self.verify()
        self.assertEqual(0, status, said)
        self.assertIn("0 attachments", said)

    def test_what_a_reference_is(self):
        name = "a" * 64
        self.assertEqual([name], list(attachments.references(
            [{"x": {"bytes": 1, "hash": name, "media_type": "audio/ogg"}}])))
        for other in ({"hash": name}, {"bytes": 1, "hash": "A" * 64, "media_type": "x"},
                      {"bytes": 1, "hash": 7, "media_type": "x"}, f'"hash":"{name}"', None):
            self.assertEqual([], list(attachments.references(other)))


if __name__ == "__main__":
    unittest.main()
