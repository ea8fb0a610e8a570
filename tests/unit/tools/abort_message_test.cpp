#include "command_line/abort_message.hpp"

#include <csignal>
#include <cstdlib>

#include <gtest/gtest.h>

namespace langnghe::tools {
namespace {

void end_by_an_assertion() {
  install_abort_message();
  std::abort();
}

TEST(AbortMessageDeathTest, AnAssertionTellsTheOperatorWhatToDo) {
  EXPECT_EXIT(end_by_an_assertion(), testing::KilledBySignal(SIGABRT),
              "hãy chạy langnghe doctor.*\n.*run langnghe doctor");
}

TEST(AbortMessageDeathTest, TheyAreSaidOnce) {
  EXPECT_EXIT(end_by_an_assertion(), testing::KilledBySignal(SIGABRT),
              "^langnghe: chương trình[^\n]*\nlangnghe: the program[^\n]*\n$");
}

}  // namespace
}  // namespace langnghe::tools
