#include "sqlite.hpp"

#include <sqlite3.h>

namespace langnghe::search {
namespace {

constexpr int kBusyMilliseconds = 5'000;

std::string words_of(sqlite3* database) {
  return database == nullptr
             ? "no memory"
             : std::string("search index: ") + sqlite3_errstr(sqlite3_extended_errcode(database));
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* made = nullptr;
  const int code =
      sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &made, nullptr);
  statement_.reset(made);
  if (code != SQLITE_OK) {
    throw DatabaseFault(words_of(database));
  }
}

void Statement::fail() const {
  throw DatabaseFault(words_of(sqlite3_db_handle(statement_.get())));
}

void Statement::bind(int at, std::int64_t value) {
  if (sqlite3_bind_int64(statement_.get(), at, value) != SQLITE_OK) {
    fail();
  }
}

void Statement::bind(int at, std::string_view value) {
  // An empty view may point nowhere, which SQLite takes for NULL.
  const char* bytes = value.data() == nullptr ? "" : value.data();
  if (sqlite3_bind_text64(statement_.get(), at, bytes, value.size(), SQLITE_TRANSIENT,
                          SQLITE_UTF8) != SQLITE_OK) {
    fail();
  }
}

bool Statement::next() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) {
    const std::string words = words_of(sqlite3_db_handle(statement_.get()));
    reset();
    throw DatabaseFault(words);
  }
  return code == SQLITE_ROW;
}

void Statement::run() {
  while (next()) {
  }
  reset();
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const auto* bytes = sqlite3_column_text(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(bytes), size);
}

void Statement::reset() {
  // Its code repeats what the last step has said already.
  static_cast<void>(sqlite3_reset(statement_.get()));
}

void Connection::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Connection::Connection(const std::filesystem::path& file, Use use) {
  const int flags =
      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
      (use == Use::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE);
  sqlite3* made = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &made, flags, nullptr);
  database_.reset(made);
  if (code != SQLITE_OK) {
    throw DatabaseFault(words_of(made));
  }
  sqlite3_busy_timeout(made, kBusyMilliseconds);
  if (use == Use::read) {
    run("PRAGMA query_only = ON");
  }
}

void Connection::run(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw DatabaseFault(words_of(database_.get()));
  }
}

std::string Connection::ask(std::string_view sql) {
  auto statement = prepare(sql);
  auto answer = statement.next() ? statement.text(0) : std::string();
  statement.reset();
  return answer;
}

Transaction::~Transaction() {
  if (is_open_) {
    try {
      connection_.run("ROLLBACK");
    } catch (const DatabaseFault&) {
      // SQLite has rolled back by itself, or the file is made anew.
    }
  }
}

void Transaction::commit() {
  connection_.run("COMMIT");
  is_open_ = false;
}

}  // namespace langnghe::search
