#include "changed_record.hpp"

#include <fstream>
#include <memory>
#include <stdexcept>
#include <vector>

#include <rocksdb/db.h>

#include <transparency/merkle.hpp>

#include "rocksdb/keys.hpp"

namespace langnghe::test {
namespace {

using namespace eventstore;

void demand(const rocksdb::Status& status) {
  if (!status.ok()) {
    throw std::runtime_error(status.ToString());
  }
}

/// The database as anybody can open it.
class PlainDatabase {
 public:
  explicit PlainDatabase(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    demand(rocksdb::DB::ListColumnFamilies(rocksdb::DBOptions(), folder.string(), &names));
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    for (const auto& name : names) {
      families.emplace_back(name, rocksdb::ColumnFamilyOptions());
    }
    rocksdb::DB* opened = nullptr;
    demand(rocksdb::DB::Open(rocksdb::DBOptions(), folder.string(), families, &handles_, &opened));
    db_.reset(opened);
  }
  PlainDatabase(const PlainDatabase&) = delete;
  PlainDatabase& operator=(const PlainDatabase&) = delete;
  ~PlainDatabase() {
    for (auto* const handle : handles_) {
      db_->DestroyColumnFamilyHandle(handle).PermitUncheckedError();
    }
  }

  [[nodiscard]] rocksdb::DB& db() const { return *db_; }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* records() const {
    for (auto* const handle : handles_) {
      if (handle->GetName() == "records") {
        return handle;
      }
    }
    throw std::runtime_error("no records");
  }

 private:
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;
};

}  // namespace

std::string record_in(const std::filesystem::path& database, const LedgerId& ledger,
                      Position position) {
  const PlainDatabase plain(database);
  std::string bytes;
  demand(plain.db().Get(rocksdb::ReadOptions(), plain.records(), record_key(ledger, position),
                        &bytes));
  return bytes;
}

void change_record(const std::filesystem::path& database, const LedgerId& ledger,
                   Position position) {
  std::string bytes = record_in(database, ledger, position);
  // The first digit of the identifier of the event, the last of that name: the record stays well
  // formed and canonical. Done twice, it is as it was.
  const std::size_t digit = bytes.rfind(R"("id":")");
  if (digit == std::string::npos) {
    throw std::runtime_error("no identifier in " + bytes);
  }
  char& changed = bytes[digit + 6];
  changed = changed == '0' ? '1' : '0';
  const PlainDatabase plain(database);
  demand(plain.db().Put(rocksdb::WriteOptions(), plain.records(), record_key(ledger, position),
                        bytes));
}

void change_kept_hash(const std::filesystem::path& folder, std::uint64_t position,
                      std::string_view record) {
  const Hash hash = leaf_hash(record);
  std::fstream file(folder / "level-0", std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(position * hash.size()));
  file.write(reinterpret_cast<const char*>(hash.data()), std::ssize(hash));
  if (!file.flush()) {
    throw std::runtime_error("the kept hash was not changed");
  }
}

}  // namespace langnghe::test
