#include <cstdlib>

#include <gtest/gtest.h>

// 200 stories a property unless RC_PARAMS says otherwise; RapidCheck reads it at the first
// property.
int main(int argc, char** argv) {
  constexpr int kKeepWhatIsSet = 0;
  setenv("RC_PARAMS", "max_success=200", kKeepWhatIsSet);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
