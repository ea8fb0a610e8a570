#include "settings.hpp"

#include <cstdint>

#include <rocksdb/file_checksum.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb_files/info_log.hpp>
#include <rocksdb_files/table_format.hpp>

namespace langnghe::eventstore {
namespace {

constexpr std::size_t kMebibyte = std::size_t{1} << 20;

rocksdb::ColumnFamilyOptions common_settings(std::size_t write_buffer_bytes) {
  rocksdb::ColumnFamilyOptions options;
  options.write_buffer_size = write_buffer_bytes;
  options.memtable_protection_bytes_per_key = kProtectionBytesPerKey;
  options.paranoid_file_checks = true;  // reads each new file back before it counts
  // The ledger must never stall: the sequencer would hold everybody up. The count of level-0
  // files is for an alarm, not for a brake.
  options.level0_slowdown_writes_trigger = 1 << 30;
  options.level0_stop_writes_trigger = 1 << 30;
  options.soft_pending_compaction_bytes_limit = std::uint64_t{512} << 30;
  options.hard_pending_compaction_bytes_limit = std::uint64_t{2} << 40;
  options.max_write_buffer_number = 6;
  // At every level: reading a stream unpacks a block for each of its records, and zstd at the
  // bottom took a quarter of that time (docs/performance.md, P4).
  options.compression = rocksdb::kLZ4Compression;
  return options;
}

rocksdb::BlockBasedTableOptions table_settings(const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.checksum = kTableChecksum;
  table.format_version = kTableFormatVersion;
  // Index and filter blocks count against the cache, so that memory has a limit and opening does
  // not read them all.
  table.cache_index_and_filter_blocks = true;
  table.pin_l0_filter_and_index_blocks_in_cache = true;
  table.detect_filter_construct_corruption = true;
  return table;
}

}  // namespace

rocksdb::DBOptions database_settings(rocksdb::Env* env) {
  rocksdb::DBOptions options;
  options.env = env;
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  // A torn tail was never acknowledged and is cut; any other damage refuses to open. The default
  // mode would silently drop everything from the first damage on, acknowledged or not.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.recycle_log_file_num = 0;  // recycling had recovery bugs and is void in this mode anyway
  options.track_and_verify_wals_in_manifest = true;
  options.verify_sst_unique_id_in_manifest = true;
  options.paranoid_checks = true;
  options.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  // No quiet second try beside us: the store opens the database anew (rocksdb_store.cpp).
  options.max_bgerror_resume_count = 0;
  // Bounds what is read back at opening (bar P8: 2 seconds).
  options.max_total_wal_size = 64 * kMebibyte;
  options.max_background_jobs = 2;
  options.bytes_per_sync = kMebibyte;  // of table files, so that their sync does not hold up ours
  options.info_log = info_log();
  return options;
}

std::shared_ptr<rocksdb::Cache> block_cache() {
  // A limit, not a reservation. By their sizes, the indexes and filters of ten million records need
  // some 40 MiB; without room for them every read would fetch one anew (docs/performance.md, P4).
  return rocksdb::NewLRUCache(256 * kMebibyte);
}

rocksdb::ColumnFamilyOptions record_settings(const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::ColumnFamilyOptions options = common_settings(32 * kMebibyte);
  rocksdb::BlockBasedTableOptions table = table_settings(cache);
  table.block_size = 8 << 10;  // half of what scans would like: a stream's records lie scattered
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

rocksdb::ColumnFamilyOptions index_settings(const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::ColumnFamilyOptions options = common_settings(16 * kMebibyte);
  rocksdb::BlockBasedTableOptions table = table_settings(cache);
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.memtable_whole_key_filtering = true;
  options.memtable_prefix_bloom_size_ratio = 0.05;
  return options;
}

rocksdb::WriteOptions durable_write() {
  rocksdb::WriteOptions options = ordered_write();
  options.sync = true;
  return options;
}

rocksdb::WriteOptions ordered_write() {
  rocksdb::WriteOptions options;
  options.protection_bytes_per_key = kProtectionBytesPerKey;
  return options;
}

}  // namespace langnghe::eventstore
