#include <cstdlib>

#include <gtest/gtest.h>

// RapidCheck reads RC_PARAMS at the first property; what is set outside stands. Where nothing is
// optimised or a sanitizer watches, a tenth of the stories takes as long.
int main(int argc, char** argv) {
  constexpr int kKeepWhatIsSet = 0;
#ifdef __OPTIMIZE__
  setenv("RC_PARAMS", "max_success=2000", kKeepWhatIsSet);
#else
  setenv("RC_PARAMS", "max_success=200", kKeepWhatIsSet);
#endif
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
