#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>

#include <sys/vfs.h>

#include "bench/bare_rocksdb.hpp"
#include "bench/report.hpp"
#include "bench/workload.hpp"

namespace langnghe::tools::bench {
namespace {

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("model name")) {
      return line.substr(line.find(':') + 2);
    }
  }
  return "unknown processor";
}

// The numbers are those of statfs(2).
std::string file_system(const std::string& directory) {
  struct statfs found{};
  if (::statfs(directory.c_str(), &found) != 0) {
    return "unknown file system";
  }
  switch (static_cast<unsigned long>(found.f_type)) {
    case 0xEF53:
      return "ext4";
    case 0x58465342:
      return "xfs";
    case 0x9123683E:
      return "btrfs";
    case 0x01021994:
      return "tmpfs (not durable)";
    case 0x794C7630:
      return "overlayfs";
    case 0x2FC12FC1:
      return "zfs";
    default:
      return "file system of type " + std::to_string(found.f_type);
  }
}

}  // namespace

Machine look_at_machine(const std::string& directory) {
  double load = 0;
  if (::getloadavg(&load, 1) != 1) {
    load = -1;
  }
  return {.processor = processor(),
          .cores = std::thread::hardware_concurrency(),
          .file_system = file_system(directory),
          .fdatasync_p50_us = fdatasync_p50_us(directory, kRecordBytes, 0.5),
          .rocksdb = rocksdb_version(),
          .load = load};
}

}  // namespace langnghe::tools::bench
