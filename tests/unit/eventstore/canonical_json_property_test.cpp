#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <ledger/canonical_json.hpp>

#include "json/number.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

/// A JSON value written in two ways that mean the same: members shuffled, white space, escapes and
/// number forms chosen at random. Canonical forms of both must be one.
class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  std::pair<std::string, std::string> value(int depth) {
    switch (below(depth > 0 ? 6 : 4)) {
      case 0:
        return same(below(2) == 0 ? "true" : "null");
      case 1:
        return number();
      case 2:
      case 3:
        return string(characters());
      case 4:
        return array(depth);
      default:
        return object(depth);
    }
  }

  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

 private:
  using Twice = std::pair<std::string, std::string>;

  static Twice same(std::string text) { return {text, text}; }

  std::string space() { return std::string(below(3), " \n\r\t"[below(4)]); }

  Twice number() {
    const auto whole = static_cast<std::int64_t>(below(2'000'001)) - 1'000'000;
    return {std::to_string(whole), std::to_string(whole) + (below(2) == 0 ? ".0" : "0E-1")};
  }

  std::u32string characters() {
    static constexpr std::pair<char32_t, char32_t> kRanges[] = {
        {0x00, 0x1F},     {0x20, 0x7F},     {0x80, 0x7FF},
        {0x1EA0, 0x1EF9}, {0xE000, 0xFFFF}, {0x10000, 0x10FFFF}};
    std::u32string text(below(6), U'\0');
    for (char32_t& character : text) {
      const auto [first, last] = kRanges[below(std::size(kRanges))];
      character = first + static_cast<char32_t>(below(last - first + 1));
    }
    return text;
  }

  static std::string utf8(char32_t character) {
    std::string out;
    const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (character < 0x80) {
      add(character);
    } else if (character < 0x800) {
      add(0xC0 | (character >> 6));
    } else if (character < 0x10000) {
      add(0xE0 | (character >> 12));
    } else {
      add(0xF0 | (character >> 18));
      add(0x80 | ((character >> 12) & 0x3F));
    }
    if (character >= 0x800) {
      add(0x80 | ((character >> 6) & 0x3F));
    }
    if (character >= 0x80) {
      add(0x80 | (character & 0x3F));
    }
    return out;
  }

  static std::string unit_escape(std::uint32_t unit) {
    char text[sizeof "\\uFFFFFFFF"];
    std::snprintf(text, sizeof text, "\\u%04X", unit);
    return text;
  }

  static std::string escaped(char32_t character) {
    if (character < 0x10000) {
      return unit_escape(character);
    }
    const std::uint32_t rest = character - 0x10000;
    return unit_escape(0xD800 + (rest >> 10)) + unit_escape(0xDC00 + (rest & 0x3FF));
  }

  Twice string(const std::u32string& characters) {
    Twice text{"\"", "\""};
    for (const char32_t character : characters) {
      const bool must = character < 0x20 || character == U'"' || character == U'\\';
      text.first += must || below(3) == 0 ? escaped(character) : utf8(character);
      text.second += must || below(3) == 0 ? escaped(character) : utf8(character);
    }
    return {text.first + '"', text.second + '"'};
  }

  Twice array(int depth) {
    Twice text{"[", "["};
    const auto count = below(4);
    for (std::uint64_t index = 0; index < count; ++index) {
      const auto [first, second] = value(depth - 1);
      text.first += (index > 0 ? "," : "") + space() + first + space();
      text.second += (index > 0 ? "," : "") + space() + second + space();
    }
    return {text.first + "]", text.second + space() + "]"};
  }

  Twice object(int depth) {
    std::set<std::u32string> names;
    const auto count = below(5);
    for (std::uint64_t index = 0; index < count; ++index) {
      names.insert(characters());
    }
    std::vector<Twice> members;
    for (const auto& name : names) {
      const auto [name1, name2] = string(name);
      const auto [value1, value2] = value(depth - 1);
      members.emplace_back(name1 + space() + ":" + space() + value1,
                           name2 + ":" + space() + value2);
    }
    Twice text;
    text.first = joined(members, &Twice::first);
    std::ranges::shuffle(members, random_);
    text.second = joined(members, &Twice::second);
    return text;
  }

  std::string joined(const std::vector<Twice>& members, std::string Twice::* side) {
    std::string text = "{";
    for (const Twice& member : members) {
      text += (text.size() > 1 ? "," : "") + space() + member.*side + space();
    }
    return text + "}";
  }

  std::mt19937_64 random_;
};

std::uint64_t seed_of_this_run() {
  const char* const given = std::getenv("LANGNGHE_SEED");
  return given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
}

TEST(CanonicalJsonProperty, EveryWayToWriteAValueHasOneCanonicalForm) {
  const std::uint64_t seed = seed_of_this_run();
  for (std::uint64_t round = 0; round < 2'000; ++round) {
    SCOPED_TRACE("LANGNGHE_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    const auto [one, other] = Generator(seed + round).value(4);
    const auto canonical = canonicalize(one);
    ASSERT_TRUE(canonical) << canonical.error() << " in " << one;
    ASSERT_EQ(canonicalize(other), *canonical) << one << "\nand\n" << other;
    ASSERT_EQ(canonicalize(*canonical), *canonical);
  }
}

TEST(CanonicalJsonProperty, NumbersReadBackAsTheSameDouble) {
  const std::uint64_t seed = seed_of_this_run();
  std::mt19937_64 random(seed);
  for (int round = 0; round < 20'000; ++round) {
    const double number = std::bit_cast<double>(random());
    if (!std::isfinite(number)) {
      continue;
    }
    std::string text;
    append_json_number(text, number);
    double back = 0;
    std::from_chars(text.data(), text.data() + text.size(), back);
    ASSERT_EQ(back, number) << "LANGNGHE_SEED=" << seed << " " << text;
    ASSERT_EQ(canonicalize(text), text) << "LANGNGHE_SEED=" << seed;
  }
}

// Bytes changed at random: either refused, or a canonical form that is stable.
TEST(CanonicalJsonProperty, DamagedTextIsRefusedOrHasAStableForm) {
  const std::uint64_t seed = seed_of_this_run();
  for (std::uint64_t round = 0; round < 5'000; ++round) {
    SCOPED_TRACE("LANGNGHE_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    Generator generator(seed + round);
    std::string text = generator.value(4).first;
    for (std::uint64_t changes = generator.below(3) + 1; changes > 0; --changes) {
      text[generator.below(text.size())] = static_cast<char>(generator.below(256));
    }
    const auto canonical = canonicalize(text);
    if (canonical) {
      ASSERT_EQ(canonicalize(*canonical), *canonical) << text;
    }
  }
}

}  // namespace
}  // namespace langnghe::test
