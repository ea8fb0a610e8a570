// `langnghe_change_record LEDGER-FOLDER LEDGER POSITION`: for tests/acceptance/test_watch.py.

#include <cstdio>
#include <exception>
#include <string>

#include "changed_record.hpp"

int main(int argc, char** argv) {
  if (argc != 4) {
    return 2;
  }
  try {
    langnghe::test::change_record(argv[1], {argv[2]}, {std::stoull(argv[3])});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
