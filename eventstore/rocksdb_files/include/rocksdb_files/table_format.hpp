#pragma once

#include <cstdint>

#include <rocksdb/table.h>

namespace langnghe::eventstore {

/// The format in which table files are written, and the only one that `guard_table_files` opens.
inline constexpr rocksdb::ChecksumType kTableChecksum = rocksdb::kXXH3;
inline constexpr std::uint32_t kTableFormatVersion = 5;

}  // namespace langnghe::eventstore
