#include "acts/example_mark.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <services/ledger_pages.hpp>
#include <services/say.hpp>

#include "acts/sign_ins.hpp"

namespace langnghe::tools {
namespace {

std::filesystem::path wards_file(const DataDirectory& data) {
  return data.root / "demonstration-wards.txt";
}

}  // namespace

std::set<std::string> example_wards(const DataDirectory& data) {
  std::set<std::string> wards;
  std::ifstream file(wards_file(data));
  for (std::string line; std::getline(file, line);) {
    wards.insert(line);
  }
  for (const auto& sign_in : read_sign_ins(data)) {
    wards.insert(sign_in.ward);
  }
  return wards;
}

bool is_marked_as_example(const DataDirectory& data) {
  return !example_wards(data).empty();
}

void require_example(const DataDirectory& data) {
  std::error_code error;
  if (!std::filesystem::exists(data.root, error) || std::filesystem::is_empty(data.root, error)) {
    return;
  }
  const auto begun = example_wards(data);
  bool ours = !begun.empty();
  if (ours && std::filesystem::exists(data.ledger() / "CURRENT")) {
    const auto opened = open_store(data, true);
    for (const auto& ledger : value_of(opened.store->ledgers())) {
      ours = ours && begun.contains(ledger.value);
    }
  }
  if (!ours) {
    throw std::runtime_error(
        std::string(say("thư mục này không phải là dữ liệu trình diễn nên không ghi gì vào đó; hãy "
                        "chọn một thư mục trống bằng --data: ",
                        "this directory is no demonstration, so nothing is written into it; name "
                        "an empty one with --data: ")) +
        data.root.string());
  }
}

void mark_as_example(const DataDirectory& data, const std::vector<std::string>& wards) {
  auto noted = example_wards(data);
  noted.insert(wards.begin(), wards.end());
  std::ofstream file(wards_file(data), std::ios::trunc);
  for (const auto& ward : noted) {
    file << ward << '\n';
  }
  file.close();
  if (!file) {
    throw std::runtime_error("cannot write " + wards_file(data).string());
  }
}

}  // namespace langnghe::tools
