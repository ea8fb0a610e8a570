"""While a process serves, nothing but the log writes to standard error (docs/decisions/0015-one-log.md).

Code that a serving process can reach names no other way there. Verbs that a person runs and that end may write what
they like, and so may tests. Run by ctest as tidy.one_log; `python3 tests/tidy/one_log.py` prints the same findings.
"""

import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

WAYS = re.compile(r"\bstd::cerr\b|\bstd::clog\b|\bstderr\b|\bSTDERR_FILENO\b|\bperror\(|\bpsignal\(|"
                  r"\b(v?printf|vfprintf|fprintf|puts|fputs|dprintf)\(|\bsyslog\(|::write\(2\b")

# The log; what ends the process in a signal handler, which may take no lock; and what serves nobody.
OTHERS = ("log/log.cpp", "tools/langnghe/command_line/", "tools/langnghe/main.cpp", "tools/langnghe/acts/example.cpp",
          "tools/langnghe/bench/", "tools/langnghe/import/", "tools/langnghe/init/", "tools/langnghe/verbs/",
          "tools/bench_http/", "tests/")


def sources():
    names = subprocess.run(["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"],
                           capture_output=True, text=True, check=True)
    return [name for name in names.stdout.splitlines()
            if name.endswith((".hpp", ".cpp")) and (ROOT / name).is_file() and not name.startswith(OTHERS)]


def code_of(text):
    """The text without comments and without what stands in quotation marks."""
    text = re.sub(r'R"\(.*?\)"', lambda m: "\n" * m.group().count("\n"), text, flags=re.S)
    text = re.sub(r'"(\\.|[^"\\\n])*"', '""', text)
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text, flags=re.S)
    return re.sub(r"//[^\n]*", "", text)


def wrong_lines(text):
    return [number for number, line in enumerate(code_of(text).split("\n"), 1) if WAYS.search(line)]


def findings():
    for name in sources():
        for number in wrong_lines((ROOT / name).read_text(encoding="utf-8")):
            yield f"{name}:{number}: write it to the log (log/include/log/log.hpp)"


class OneLog(unittest.TestCase):
    def test_rules(self):
        found = list(findings())
        self.assertEqual([], found, "\n" + "\n".join(found))

    def test_the_rule_notices_what_it_forbids(self):
        for line in ("std::cerr << 1;", "std::clog << 1;", "std::fprintf(stderr, format);", "::write(STDERR_FILENO, a, 1);",
                     "::perror(name);", "std::printf(name);", "::write(2, a, 1);", "::dprintf(fd, format);"):
            self.assertEqual([1], wrong_lines(line), line)
        for line in ("// std::cerr", 'say("stderr")', "std::snprintf(a, 1, b);", "log::error(what);", "std::vsnprintf(a, 1, b, c);"):
            self.assertEqual([], wrong_lines(line), line)


if __name__ == "__main__":
    problems = list(findings())
    print("\n".join(problems))
    sys.exit(1 if problems else 0)
