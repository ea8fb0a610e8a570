#include <cstdlib>

#include <gtest/gtest.h>

// RapidCheck reads RC_PARAMS at the first property; what is set outside stands. An ordinary run
// draws the same stories every time, so that it judges the change and not the draw; a search for
// other stories is asked for. Where nothing is optimised or a sanitizer watches, a tenth of the
// stories takes as long.
int main(int argc, char** argv) {
  constexpr int kKeepWhatIsSet = 0;
#ifdef __OPTIMIZE__
  setenv("RC_PARAMS", "max_success=2000 seed=20211231", kKeepWhatIsSet);
#else
  setenv("RC_PARAMS", "max_success=200 seed=20211231", kKeepWhatIsSet);
#endif
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
