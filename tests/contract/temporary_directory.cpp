#include "temporary_directory.hpp"

#include <stdexcept>
#include <string>
#include <system_error>

#include <stdlib.h>

namespace langnghe::test {

TemporaryDirectory::TemporaryDirectory(Medium medium) {
  const std::filesystem::path memory = "/dev/shm";
  const bool in_memory = medium == Medium::memory && std::filesystem::is_directory(memory);
  const auto above = in_memory ? memory : std::filesystem::temp_directory_path();
  std::string name = (above / "langnghe-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("no temporary directory can be made at " + name);
  }
  path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace langnghe::test
