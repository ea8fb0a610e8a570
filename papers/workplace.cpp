#include "workplace.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace langnghe::papers {

Workplace::Workplace(const std::filesystem::path& folder, std::string_view name)
    : path_((folder / (std::string(name) + "-XXXXXX")).string()),
      made_(::mkdtemp(path_.data()) != nullptr) {}

Workplace::~Workplace() {
  if (made_) {
    std::error_code ignored;  // what is left lies in a folder for what passes
    std::filesystem::remove_all(path_, ignored);
  }
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return in ? std::string{std::istreambuf_iterator<char>(in), {}} : std::string();
}

}  // namespace langnghe::papers
