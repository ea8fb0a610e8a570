#include <gtest/gtest.h>
#include <text/opaque_string.hpp>

namespace langnghe::text::test {
namespace {

// RFC 8265 section 4.3, table 4.
TEST(OpaqueString, TheExamplesOfTheStandardHold) {
  EXPECT_EQ(opaque_string("correct horse battery staple"), "correct horse battery staple");
  EXPECT_EQ(opaque_string("Correct Horse Battery Staple"), "Correct Horse Battery Staple");
  EXPECT_EQ(opaque_string("πßå"), "πßå");
  EXPECT_EQ(opaque_string("Jack of ♦s"), "Jack of ♦s");
  EXPECT_EQ(opaque_string("foo\u1680bar"), "foo bar");
  EXPECT_EQ(opaque_string(""), std::nullopt);
  EXPECT_EQ(opaque_string("my cat is a \u0009by"), std::nullopt);
}

TEST(OpaqueString, TheSameWordsTypedOnTwoMachinesAreOneSecret) {
  EXPECT_EQ(opaque_string("Ma\u0323\u0302t kha\u0302\u0309u"), opaque_string("Mật khẩu"));
  EXPECT_EQ(opaque_string("mật\u00A0khẩu\u3000này"), "mật khẩu này");
}

TEST(OpaqueString, CaseAndBlanksAtTheEndsStay) {
  EXPECT_EQ(opaque_string(" Mật "), " Mật ");
}

TEST(OpaqueString, WhatCannotBeTypedIsNoSecret) {
  for (const auto* text : {"a\u200Bb", "a\u007Fb", "a\u202Eb", "a\uFFFFb", "a\u00ADb", "\xff"}) {
    EXPECT_EQ(opaque_string(text), std::nullopt);
  }
  EXPECT_EQ(opaque_string(std::string_view("a\0b", 3)), std::nullopt);
}

}  // namespace
}  // namespace langnghe::text::test
