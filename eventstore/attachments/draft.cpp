#include "draft.hpp"

#include <array>

#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <unistd.h>

#include <files/durable_file.hpp>

namespace langnghe::eventstore {

Draft::~Draft() {
  if (!path_.empty()) {
    ::unlink(path_.c_str());
  }
}

std::error_code Draft::open() {
  if (const auto fault = make_directories(folder_)) {
    return fault;
  }
  std::array<unsigned char, 16> random{};
  std::array<char, 33> name{};
  randombytes_buf(random.data(), random.size());
  sodium_bin2hex(name.data(), name.size(), random.data(), random.size());
  OpenFile file(folder_ / name.data(), O_WRONLY | O_CREAT | O_EXCL, 0600);
  if (file.failed()) {
    return last_fault();
  }
  path_ = folder_ / name.data();
  file_ = std::move(file);
  return {};
}

std::error_code Draft::sync() {
  return sync_number(file_.number());
}

std::error_code Draft::place(const std::filesystem::path& target) {
  if (const auto fault = make_directories(target.parent_path())) {
    return fault;
  }
  std::error_code ignored;  // then the file is taken for a new one, and goes again on a fault
  const bool was_there = std::filesystem::exists(target, ignored);
  if (::rename(path_.c_str(), target.c_str()) != 0) {
    return last_fault();
  }
  path_.clear();
  const auto fault = sync_folder(target.parent_path());
  if (fault && !was_there) {
    ::unlink(target.c_str());
  }
  return fault;
}

std::error_code Draft::sync_number(int number) const {
  return (sync_ ? sync_(number) : ::fsync(number)) == 0 ? std::error_code{} : last_fault();
}

std::error_code Draft::sync_folder(const std::filesystem::path& folder) const {
  const OpenFile directory(folder, O_RDONLY | O_DIRECTORY);
  return directory.failed() ? last_fault() : sync_number(directory.number());
}

}  // namespace langnghe::eventstore
