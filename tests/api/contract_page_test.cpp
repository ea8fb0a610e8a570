#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "contract/contract.hpp"

/// api/openapi.yaml is made of the routes, the table of acts, the descriptions of what is read and
/// written, and the prose in api/contract; a file that differs fails. LANGNGHE_WRITE_DOCS=1 writes
/// it anew.
namespace langnghe::contract::spec {
namespace {

/// Paths, their methods and the operations' members stand in blocks.
constexpr int kBlockLevels = 4;
constexpr std::string_view kHead =
    "# Made of api/contract and of the program itself: not to be changed by hand. Written anew by\n"
    "# `LANGNGHE_WRITE_DOCS=1 ctest -R ContractPage`.\n";

TEST(ContractPage, SaysWhatTheProgramDoes) {
  const std::filesystem::path folder(LANGNGHE_API_FOLDER);
  auto made = to_yaml(made_contract(folder / "contract"), kBlockLevels);
  // The first line is the version of OpenAPI, by which readers know the document.
  made.insert(made.find('\n') + 1, kHead);
  const auto page = folder / "openapi.yaml";
  const char* asked = std::getenv("LANGNGHE_WRITE_DOCS");
  if (asked != nullptr && std::string_view(asked) == "1") {
    std::ofstream(page) << made;
  }
  std::ifstream file(page);
  const std::string stored{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(stored == made) << "api/openapi.yaml is out of date";
}

}  // namespace
}  // namespace langnghe::contract::spec
