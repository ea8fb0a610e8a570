#include "command_line/last_words.hpp"

#include <csignal>
#include <cstdlib>

#include <gtest/gtest.h>

namespace langnghe::tools {
namespace {

void end_by_an_assertion() {
  leave_last_words();
  std::abort();
}

TEST(LastWordsDeathTest, AnAssertionTellsTheOperatorWhatToDo) {
  EXPECT_EXIT(end_by_an_assertion(), testing::KilledBySignal(SIGABRT),
              "hãy chạy langnghe doctor.*\n.*run langnghe doctor");
}

TEST(LastWordsDeathTest, TheyAreSaidOnce) {
  EXPECT_EXIT(end_by_an_assertion(), testing::KilledBySignal(SIGABRT),
              "^langnghe: chương trình[^\n]*\nlangnghe: the program[^\n]*\n$");
}

}  // namespace
}  // namespace langnghe::tools
