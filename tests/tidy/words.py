"""Every member and state that a refusal of the rules can name has words in both languages.

Run by ctest as tidy.words.
"""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHECKS = r"""(?:check_not_blank|value_required|value_not_valid|check_date|check_between|check_texts|
             check_files|check_sealed|check_clock_time|check_stream|check_days)"""
FIELD = re.compile(CHECKS.replace("\n", "").replace(" ", "") + r'\(\s*"([a-z_.]+)"')
STATE = re.compile(r'not_(?:allowed_now|in_state)\(\s*[\w:]+,\s*"([a-z_]+)"')


def named(pattern):
    return {name for path in (ROOT / "domain").glob("**/*.cpp")
            for name in pattern.findall(path.read_text(encoding="utf-8"))}


def with_words(kind, language):
    text = (ROOT / f"api/problems/coded_texts_{language}.cpp").read_text(encoding="utf-8")
    return set(re.findall(r'\{%s,\s*"([\w.]+)"' % kind, text))


class Words(unittest.TestCase):
    def check(self, kind, found):
        for language in ("vi", "en"):
            known = with_words(kind, language)
            # `due_within.days` may be called what `days` is.
            self.assertEqual(set(), {name for name in found if name not in known
                                     and name.rsplit(".", 1)[-1] not in known}, (kind, language))

    def test_members(self):
        found = named(FIELD)
        self.assertGreater(len(found), 60)
        self.check("field", found)

    def test_states(self):
        found = named(STATE)
        self.assertGreater(len(found), 15)
        self.check("state", found)


if __name__ == "__main__":
    unittest.main()
