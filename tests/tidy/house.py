"""The house's rules as a failing test: what clang-format and the compiler cannot see.

Run by ctest as tidy.house; `python3 tests/tidy/house.py` prints the same findings.
"""

import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINE_LENGTH_MAX = 100
FILE_LINES_MAX = 500
FUNCTION_LINES_MAX = 70

# Third-party headers and the only places that may include them (docs/architecture.md).
THIRD_PARTY = {
    r"<nlohmann/": ("domain/codec/", "api/wire/", "api/accounts/", "api/contract/",
                    "services/import_file.cpp", "tools/", "tests/"),
    r"<boost/(beast|asio)": ("api/http/", "tools/bench_http/", "tests/unit/http/"),
    r"<rocksdb/": ("eventstore/rocksdb/", "eventstore/rocksdb_files/",
                   "projections/storage/rocksdb", "tests/crash/", "tests/contract/",
                   "tests/unit/projections/", "tools/langnghe/bench/"),
    r"<boost/pfr": ("projections/rows/",),
    r"<simdjson": ("domain/codec/record_json.cpp",),
    r"<openssl/": ("eventstore/transparency/proof/sha256.cpp", "api/accounts/one_time_codes.cpp"),
    r"<curl/": ("api/outbound/client.cpp",),
    r"<(zlib|brotli/)": ("api/encoding/", "tests/"),
    r"<xxhash": ("eventstore/rocksdb_files/table_tail.cpp",),
    r"<sqlite3\.h": ("search/sqlite.cpp", "tests/"),
    r"<(xlsxwriter|qrencode|zip\.h|pugixml)": ("papers/", "tools/", "tests/"),
    r"<unicode/": ("text/",),
    r"<sodium": ("eventstore/", "projections/rows/sha256", "api/", "tools/", "tests/"),
}

# The clock and chance come in from outside; only the rim may ask the machine for them.
BANNED = {
    r"system_clock::now|\btime\(nullptr\)|gettimeofday": ("tools/", "services/clock.cpp", "tests/", "log/log.cpp",
                                                            "api/http/http_date.cpp"),
    r"\brand\(|random_device|mt19937": ("tests/",),
    r"\bTODO\b|\bFIXME\b": (),
    # GCC 12 ends the life of what the call returned before the loop begins (P2718, C++23).
    r"for \([^;\n]* : [^;\n]*\)\.(value\(\)|body\b|error\(\))": (),
}

# Shapes that GCC 12.2 miscompiles inside a co_await expression.
CO_AWAIT_SHAPES = (r"co_await[^;]*\[[^\]]*\]\s*(\(|\{|mutable)", r"co_await[^;]*\?[^;]*:",
                   r"\?[^;]*co_await", r"co_await[^;]*\b[A-Z]\w*\{")


def tracked(*endings):
    names = subprocess.run(["git", "-C", str(ROOT), "ls-files", "--cached", "--others",
                            "--exclude-standard"], capture_output=True, text=True, check=True)
    return [name for name in names.stdout.splitlines()
            if name.endswith(endings) and (ROOT / name).is_file()]


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text, flags=re.S)
    return re.sub(r"//[^\n]*", "", text)


def functions(text):
    """(first line, length) of every function body, found by the indentation clang-format gives:
    a statement that ends in `) {` closes at the first `}` under its own first line."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not re.search(r"\)( const| noexcept| override| final|\s*->.*)*\s*\{$", line):
            continue
        first = number
        while first > 0 and (
                not re.search(r"([;{}:]|^)\s*$", lines[first - 1]) or
                sum(part.count("(") - part.count(")") for part in lines[first:number + 1]) < 0):
            first -= 1
        head = lines[first].lstrip()
        if re.match(r"(if|for|while|switch|else|do|case|return|\}|:|const auto|auto|struct|class)\b|[:}]",
                    head) or re.match(r"\s*switch \(", lines[number + 1]):
            continue  # not a function, or one exhaustive switch, which may be as long as its enum
        closing = lines[first][:len(lines[first]) - len(head)] + "}"
        for end in range(number + 1, len(lines)):
            if lines[end].startswith(closing):
                yield first + 1, end - first + 1
                break


def findings():
    for name in tracked(".hpp", ".cpp"):
        text = (ROOT / name).read_text(encoding="utf-8")
        code = without_comments(text)
        count = text.count("\n")
        if count > FILE_LINES_MAX:
            yield f"{name}: {count} lines; is it about one thing?"
        outside_tables = re.sub(r'R"\(.*?\)"', lambda m: "\n" * m.group().count("\n"), text,
                                flags=re.S)
        for number, line in enumerate(outside_tables.split("\n"), 1):
            if len(line) > LINE_LENGTH_MAX and "https://" not in line:
                yield f"{name}:{number}: {len(line)} columns"
        for pattern, allowed in {**THIRD_PARTY, **BANNED}.items():
            if name.startswith(allowed):
                continue
            for number, line in enumerate(code.split("\n"), 1):
                if re.search(pattern, line):
                    yield f"{name}:{number}: {line.strip()} does not belong here"
        for pattern in CO_AWAIT_SHAPES:
            for match in re.finditer(pattern, code):
                number = code.count("\n", 0, match.start()) + 1
                yield f"{name}:{number}: a shape GCC 12 miscompiles in a co_await expression"
        if not name.startswith("tests/"):
            for number, length in functions(code):
                if length > FUNCTION_LINES_MAX:
                    yield f"{name}:{number}: a function of {length} lines"
    for folder in sorted({name.split("/")[0] for name in tracked(".cpp", ".hpp")}):
        readme = ROOT / folder / "README.md"
        if not readme.is_file():
            yield f"{folder}/ has no README.md"


class House(unittest.TestCase):
    def test_rules(self):
        found = list(findings())
        self.assertEqual([], found, "\n" + "\n".join(found))

    def test_the_rules_notice_what_they_forbid(self):
        self.assertTrue(re.search(CO_AWAIT_SHAPES[3], "co_await f(Agg{1})"))
        self.assertTrue(re.search(CO_AWAIT_SHAPES[1], "co_await (a ? b() : c())"))
        body = "int f(int a) {\n" + "  a++;\n" * 80 + "}\n"
        self.assertEqual([(1, 82)], list(functions(body)))


class Format(unittest.TestCase):
    def test_clang_format(self):
        files = tracked(".hpp", ".cpp")
        done = subprocess.run(["clang-format-19", "--dry-run", "-Werror", *files], cwd=ROOT,
                              capture_output=True, text=True, check=False)
        self.assertEqual(0, done.returncode, done.stderr[:4000])


if __name__ == "__main__":
    problems = list(findings())
    print("\n".join(problems))
    sys.exit(1 if problems else 0)
